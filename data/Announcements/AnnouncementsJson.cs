using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Announcements;

/// <summary>How contents are written into their columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnnouncementContent))]
internal sealed partial class AnnouncementsJson : JsonSerializerContext;
