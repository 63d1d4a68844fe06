using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;

namespace RenkeiBot.Service.Answers;

/// <summary>Makes the knowledge base from the records: one line a kind of record.</summary>
internal static class KnowledgeFactory
{
    public static KnowledgeBase Create(KnowledgeTables tables)
    {
        var builder = new KnowledgeBuilder();
        GeographyTerms.Add(builder, tables.Prefectures, tables.Municipalities);
        AgreementTerms.Add(builder, tables);
        DisasterTerms.Add(builder, tables);
        OpeningTerms.Add(builder, tables);
        StatisticsTerms.Add(builder, tables);
        ExchangeListTerms.Add(builder, tables);
        var categories = new Categories(builder);
        var places = new PlaceNames(builder, tables.Municipalities);
        new AgreementEntries(builder, places).Add(tables.RegionalAgreements, tables.CorporateAgreements);
        new EventEntries(builder, categories, places).Add(tables.Events);
        new ExhibitionEntries(builder, categories, places).Add(tables.Exhibitions);
        new MeetingEntries(builder, categories, places).Add(tables.Meetings);
        new MilestoneEntries(builder, categories, places).Add(tables.Milestones);
        new TieEntries(builder, categories, places).Add(tables.Ties, tables.WardProjects);
        new CollaborationEntries(builder, categories, places).Add(tables.Collaborations, tables.Ties);
        new FactEntries(builder, categories).Add(tables.Facts);
        new PlanEntries(builder, categories, places).Add(tables.Plans, tables.Surveys, tables.Prospectuses);
        new ContactEntries(builder, categories, places).Add(tables.Contacts, tables.Venues);
        return builder.Build(tables);
    }
}
