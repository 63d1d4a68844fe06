using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>The records of one state, by kind. What is filtered, summed and compared is asked from here; the rest through entries.</summary>
internal sealed record KnowledgeTables
{
    public IReadOnlyList<Prefecture> Prefectures { get; init; } = [];

    public IReadOnlyList<Municipality> Municipalities { get; init; } = [];

    /// <summary>In the order of signing.</summary>
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

    public IReadOnlyList<ProjectEvent> Events { get; init; } = [];

    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>What members agreed on through the 掲示板.</summary>
    public IReadOnlyList<Collaboration> Collaborations { get; init; } = [];

    public IReadOnlyList<WardProject> WardProjects { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<RegionalPlan> Plans { get; init; } = [];

    public IReadOnlyList<SurveyQuestion> Surveys { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<Prospectus> Prospectuses { get; init; } = [];

    public IReadOnlyDictionary<string, SourceDocument> Documents { get; init; } = new Dictionary<string, SourceDocument>();
}
