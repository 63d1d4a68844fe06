using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Meetings;

/// <summary>How contents are written into their columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MeetingContent))]
[JsonSerializable(typeof(MeetingMinutes))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class MeetingsJson : JsonSerializerContext;
