using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The agreements as single records, for what their tables do not compute: what was agreed, what is done under it, which meeting approved it.</summary>
internal sealed class AgreementEntries(KnowledgeBuilder builder, PlaceNames places)
{
    public void Add(IReadOnlyList<RegionalAgreement> regional, IReadOnlyList<CorporateAgreement> corporate)
    {
        foreach (var record in regional)
            builder.Add(Entry(record));
        foreach (var record in corporate)
            builder.Add(Entry(record));
    }

    private Entry Entry(RegionalAgreement record)
    {
        var title = $"{record.Name}との広域連携協定";
        var facets = new Facets(title);
        facets.Date([new Period(record.SignedOn)], "締結日", "締結されました", "締結");
        facets.Number(Aspect.Count, "構成自治体数", record.MemberCount, "自治体", null, "構成自治体", "構成");
        return new Entry
        {
            Key = $"agreement/{record.Key}",
            Title = title,
            Label = record.Name,
            Categories = [builder.Term(TermKind.Category, AgreementTerms.Regional)],
            Subjects = [builder.Term(TermKind.Association, record.Name)],
            Terms = [places.Of(new NamedPlace(record.Prefecture))],
            When = [new Period(record.SignedOn)],
            Facets = facets.All,
            Overview = $"{title}は、{Wording.When(new Period(record.SignedOn))}に締結されました。構成自治体数は{record.MemberCount}自治体です。",
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Counter = "団体",
        };
    }

    private Entry Entry(CorporateAgreement record)
    {
        var title = $"{record.Company}との包括連携協定";
        var facets = new Facets(title);
        facets.Date([record.SignedOn], "締結日", "締結されました", "締結");
        facets.Text(Aspect.Organization, "現在の社名", record.CurrentName, "現在", "今の名前");
        facets.Number(Aspect.Count, "テーマ数", record.ThemeCount, "テーマ", null, "テーマ数");
        facets.Text(Aspect.Theme, "テーマ", record.ThemeWording, "テーマ", "分野");
        facets.List(Aspect.Content, "取組", record.Activities, null, "事業", "取組", "活動", "協力事業", "内容");
        foreach (var confirmation in record.Confirmations ?? [])
            facets.Statement("区長会総会", $"{Language.JapaneseCalendar.Long(confirmation.Date)}の区長会総会で、{confirmation.Wording}しました。", null, "総会", "確認", "承認");
        foreach (var note in record.Notes ?? [])
            facets.Statement("備考", note);
        return new Entry
        {
            Key = $"agreement/{record.Key}",
            Title = title,
            Label = record.Company,
            Categories = [builder.Term(TermKind.Category, AgreementTerms.Corporate)],
            Subjects = [builder.Term(TermKind.Company, record.Company)],
            When = [record.SignedOn],
            FiscalYear = record.FiscalYear,
            Facets = facets.All,
            Overview = Wording.Cut($"{title}は、{Wording.When(record.SignedOn)}に締結されました。{(record.ThemeWording is { } themes ? Wording.Sentence(themes) : "")}", Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            Counter = "社",
            SearchText = string.Join(' ', record.Aliases),
        };
    }
}
