using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>What happened once: the start, publications, newsletters, cabinet decisions, signings.</summary>
internal sealed class MilestoneEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public void Add(IReadOnlyList<Milestone> milestones)
    {
        foreach (var record in milestones)
            builder.Add(Entry(record));
    }

    private Entry Entry(Milestone record)
    {
        var name = builder.Term(TermKind.Name, record.Title);
        foreach (var alias in record.Aliases ?? [])
            builder.AddName(name, alias, needsBoundary: alias.Length <= 2);
        return new Entry
        {
            Key = $"milestone/{record.Key}",
            Title = Noun(record.Title),
            Categories = CategoriesOf(record.Kind),
            Subjects = [name],
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Municipalities), .. (record.Projects ?? []).SelectMany(project => places.Wards(project.Wards))],
            When = [record.Date],
            FiscalYear = record.FiscalYear,
            Ordinal = record.Edition,
            Facets = Facets(record),
            Overview = Overview(record),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            Counter = record.Kind is MilestoneKind.Newsletter ? "号" : "件",
            SearchText = string.Join(' ', [.. record.Aliases ?? [], record.Document, record.Content, .. record.Notes ?? []]),
        };
    }

    private IReadOnlyList<Term> CategoriesOf(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Newsletter => [categories.News],
        MilestoneKind.CabinetDecision => [categories.CabinetDecision],
        MilestoneKind.Signing => [categories.Signing],
        MilestoneKind.Publication => [categories.Publication],
        MilestoneKind.Survey => [categories.Survey],
        _ => [categories.Milestone],
    };

    private static string Overview(Milestone record) => Wording.Cut($"{Wording.When(record.Date)}、{Wording.Sentence(record.Description)}", Wording.AnswerLimit);

    private IReadOnlyList<Facet> Facets(Milestone record)
    {
        var facets = new Facets(Noun(record.Title));
        if (record.Date.Precision != DatePrecision.FiscalYear)
            facets.Add(new Facet(Aspect.Date, "日付", Wording.When(record.Date)) { Sentence = $"{Deed(record.Title)}は、{Wording.When(record.Date)}です{(record.DecidedBy is { } by ? $"（{by}）" : "")}。", Cues = ["発行", "公表", "開設", "開始", "決定", "締結", "創設", "発行日"] });
        facets.Text(Aspect.Content, "内容", record.Content ?? record.Description);
        facets.List(Aspect.Content, "詳細", record.Details);
        facets.List(Aspect.Organization, "主体", record.Actors, [.. (record.Actors ?? []).Select(places.Organization)], "誰が", "どこが");
        facets.List(Aspect.Partners, "対象", record.Recipients, null, "相手", "対象");
        facets.List(Aspect.Wards, "関わった区", record.Wards, places.Wards(record.Wards));
        facets.List(Aspect.Partners, "関わった自治体", record.Municipalities is { } m ? [.. m.Select(place => place.Name)] : null, places.All(record.Municipalities));
        facets.Text(Aspect.Purpose, "目的", record.Purpose);
        facets.Text(Aspect.Organization, "決定した会議", record.DecidedBy, "決めた", "決定した");
        if (record.Term is { } term)
            facets.Add(new Facet(Aspect.Date, "実施期間", $"{Wording.Years(term)}{(record.TermYears is { } n ? $"の{n}年間" : "")}") { Sentence = $"{Noun(record.Title)}の実施期間は、{Wording.Years(term)}{(record.TermYears is { } years ? $"の{years}年間" : "")}です。", Cues = ["何年間", "実施期間", "期間"], Number = record.TermYears, Unit = "年間" });
        foreach (var figure in record.Figures ?? [])
            facets.Number(Aspect.Count, figure.Name, figure.Value, figure.Unit, figure.Wording, figure.Name);
        foreach (var project in record.Projects ?? [])
            facets.Statement(project.Title, $"「{project.Title}」は、{string.Join('・', project.Wards)}と{project.Area}（{Members(project)}）の事業です。主な事業は、{Wording.List(project.Operations, 160)}です。", project.Operations, [.. project.Aliases]);
        foreach (var note in record.Notes ?? [])
            facets.Statement("備考", note);
        return facets.All;
    }

    /// <summary>「ロゴマークを決定」 is an action; as the subject of a sentence it is 「ロゴマークの決定」.</summary>
    private static string Noun(string title)
    {
        var at = title.LastIndexOf('を');
        return at > 0 && Actions.Any(action => title.EndsWith(action, StringComparison.Ordinal)) ? $"{title[..at]}の{title[(at + 1)..]}" : title;
    }

    /// <summary>「ロゴマークを決定したの」, which was on a day.</summary>
    private static string Deed(string title) => Noun(title) == title ? title : title + "したの";

    private static readonly string[] Actions = ["決定", "公表", "開設", "創設", "開始", "提出", "説明", "発行", "実施"];

    private static string Members(MilestoneProject project) =>
        string.Join('・', new[] { (project.Cities, "市"), (project.Towns, "町"), (project.Villages, "村") }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1}{part.Item2}"));
}
