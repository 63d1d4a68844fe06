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
        return builder.Build(tables);
    }
}
