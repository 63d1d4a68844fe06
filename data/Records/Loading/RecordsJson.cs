using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>
/// The JSON of the records, generated at build time: strict, so that a misspelt property, a missing one, a null where there must be a value, or the same property
/// twice is refused instead of read as something else. One line for each kind.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SourceDocument))]
[JsonSerializable(typeof(Prefecture))]
[JsonSerializable(typeof(Municipality))]
[JsonSerializable(typeof(ExchangeEntry))]
[JsonSerializable(typeof(ExchangeTableRow))]
[JsonSerializable(typeof(RegionalAgreement))]
[JsonSerializable(typeof(Series))]
[JsonSerializable(typeof(Figure))]
[JsonSerializable(typeof(ProjectEvent))]
[JsonSerializable(typeof(Exhibition))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(Milestone))]
[JsonSerializable(typeof(CorporateAgreement))]
[JsonSerializable(typeof(Tie))]
[JsonSerializable(typeof(Disaster))]
[JsonSerializable(typeof(ReliefGrant))]
[JsonSerializable(typeof(WardProject))]
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(VenueAccess))]
[JsonSerializable(typeof(SurveyQuestion))]
[JsonSerializable(typeof(RegionalPlan))]
[JsonSerializable(typeof(Prospectus))]
[JsonSerializable(typeof(Collaboration))]
[JsonSerializable(typeof(Synonym))]
[JsonSerializable(typeof(FieldConcept))]
[JsonSerializable(typeof(NamedPlace))]
[JsonSerializable(typeof(Period))]
internal sealed partial class RecordsJson : JsonSerializerContext;
