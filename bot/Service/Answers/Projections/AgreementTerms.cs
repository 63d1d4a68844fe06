using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of agreements: the associations and companies they were made with, and the words for the agreements themselves.</summary>
internal static class AgreementTerms
{
    public const string Agreement = "協定";
    public const string Regional = "広域連携協定";
    public const string Corporate = "包括連携協定";
    public const string Mayors = "市長会";
    public const string Towns = "町村会";

    public static void Add(KnowledgeBuilder builder, KnowledgeTables tables)
    {
        var agreement = builder.Term(TermKind.Category, Agreement, null, "きょうてい", "れんけいきょうてい", "連携協定", "協定先", "協定団体", "協定締結", "協定相手", "連携協定先", "agreement", "agreements");
        builder.Term(TermKind.Category, Regional, agreement, "広域協定", "広域連携", "広域連携協定締結団体", "締結団体", "協定締結団体", "連携協定締結団体", "regional agreement", "regional agreements");
        builder.Term(TermKind.Category, Corporate, agreement, "包括協定", "企業協定", "企業との協定", "協定企業", "締結企業", "企業連携協定", "企業との連携協定", "corporate agreement", "corporate agreements", "partnership agreement");
        builder.Term(TermKind.AssociationKind, Mayors, null, "しちょうかい");
        builder.Term(TermKind.AssociationKind, Towns, null, "ちょうそんかい", "町村長会");
        foreach (var association in tables.RegionalAgreements)
            AddAssociation(builder, association);
        foreach (var company in tables.CorporateAgreements)
        {
            builder.Term(TermKind.Company, company.Company, null, company.Aliases);
            if (company.CurrentName is { } current)
                builder.Term(TermKind.Company, company.Company, null, current);
        }
    }

    private static void AddAssociation(KnowledgeBuilder builder, RegionalAgreement record)
    {
        var prefecture = builder.Find(TermKind.Prefecture, record.Prefecture);
        var term = builder.Term(TermKind.Association, record.Name, prefecture, record.Aliases ?? []);
        var kind = record.Kind == AssociationKind.MayorsAssociation ? Mayors : Towns;
        var stem = record.Prefecture == "北海道" ? record.Prefecture : record.Prefecture[..^1];
        builder.AddName(term, stem + kind);
        builder.AddName(term, $"{stem}の{kind}");
        builder.AddName(term, $"{record.Prefecture}の{kind}");
    }
}
