using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers;

/// <summary>The records as the knowledge base takes them: one line a kind.</summary>
internal static class RecordTables
{
    public static KnowledgeTables Of(RecordSet records) => new()
    {
        Prefectures = records.Of<Prefecture>(),
        Municipalities = records.Of<Municipality>(),
        RegionalAgreements = [.. records.Of<RegionalAgreement>().OrderBy(agreement => agreement.Order)],
        CorporateAgreements = records.Of<CorporateAgreement>(),
        ExchangeList = records.Of<ExchangeEntry>(),
        ExchangeTable = records.Of<ExchangeTableRow>(),
        Series = records.Of<Series>(),
        Figures = records.Of<Figure>(),
        Disasters = records.Of<Disaster>(),
        ReliefGrants = records.Of<ReliefGrant>(),
        Exhibitions = records.Of<Exhibition>(),
        Venues = records.Of<VenueAccess>(),
        Events = records.Of<ProjectEvent>(),
        Meetings = records.Of<Meeting>(),
        Milestones = records.Of<Milestone>(),
        Ties = records.Of<Tie>(),
        Collaborations = records.Of<Collaboration>(),
        WardProjects = records.Of<WardProject>(),
        Facts = records.Of<Fact>(),
        Plans = records.Of<RegionalPlan>(),
        Surveys = records.Of<SurveyQuestion>(),
        Contacts = records.Of<Contact>(),
        Prospectuses = records.Of<Prospectus>(),
        Documents = records.Of<SourceDocument>().ToDictionary(document => document.Id, StringComparer.Ordinal),
    };
}
