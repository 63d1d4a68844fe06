using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>The records that questions treat as tables: filtered, summed, compared.</summary>
internal sealed record KnowledgeTables
{
    public IReadOnlyList<Prefecture> Prefectures { get; init; } = [];

    public IReadOnlyList<Municipality> Municipalities { get; init; } = [];

    public IReadOnlyList<RegionalAgreement> RegionalAgreements { get; init; } = [];

    public IReadOnlyList<CorporateAgreement> CorporateAgreements { get; init; } = [];

    public IReadOnlyList<ExchangeEntry> ExchangeList { get; init; } = [];

    public IReadOnlyList<ExchangeTableRow> ExchangeTable { get; init; } = [];

    public IReadOnlyList<Series> Series { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Disaster> Disasters { get; init; } = [];

    public IReadOnlyList<ReliefGrant> ReliefGrants { get; init; } = [];

    public IReadOnlyList<Exhibition> Exhibitions { get; init; } = [];

    public IReadOnlyList<VenueAccess> Venues { get; init; } = [];

    public IReadOnlyDictionary<string, SourceDocument> Documents { get; init; } = new Dictionary<string, SourceDocument>();
}
