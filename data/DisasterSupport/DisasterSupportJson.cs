using System.Text.Json.Serialization;

namespace RenkeiBot.Data.DisasterSupport;

/// <summary>How contents are written into their columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SupportContent))]
internal sealed partial class DisasterSupportJson : JsonSerializerContext;
