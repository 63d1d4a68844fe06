using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Proposals;

/// <summary>How contents are written into their columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProposalContent))]
[JsonSerializable(typeof(InterestContent))]
[JsonSerializable(typeof(SearchTerms))]
internal sealed partial class ProposalsJson : JsonSerializerContext;
