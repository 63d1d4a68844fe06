using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>How disaster support is put into words, rows and sums.</summary>
internal static class DisasterWording
{
    public static readonly IReadOnlyList<string> Next = ["支援の記録がある災害の一覧は？", "23区共同の拠出額の合計は？", "職員を派遣した災害は？"];

    public static bool IsMoney(SupportKind kind) => kind is SupportKind.Donation or SupportKind.RecoveryFund or SupportKind.Condolence;

    /// <summary>The money of a disaster of the kinds and giver wanted, in 万円; 0 where there is none.</summary>
    public static int Money(Disaster disaster, IReadOnlyList<SupportKind> kinds, SupportGiver? giver)
    {
        var sum = 0;
        foreach (var support in disaster.Support)
            sum += Fits(support, kinds, giver) ? support.AmountManYen!.Value : 0;
        return sum;
    }

    public static int Persons(Disaster disaster) => disaster.Support.Sum(support => support.Persons ?? 0);

    public static bool Has(Disaster disaster, SupportKind kind) => disaster.Support.Any(support => support.Kind == kind);

    public static bool Fits(SupportRecord support, IReadOnlyList<SupportKind> kinds, SupportGiver? giver) =>
        support.AmountManYen is not null && (kinds.Count == 0 || kinds.Contains(support.Kind)) && (giver is null || support.By == giver);

    /// <summary>One line of support: 「23区共同の復興支援金5,500万円」「職員派遣430人（累積）」.</summary>
    public static string Line(SupportRecord support)
    {
        var name = DisasterTerms.Names[support.Kind];
        if (support.AmountManYen is { } money)
            return $"{Giver(support.By)}{name}{Numbers.Money(money)}";
        return support.Persons is { } persons ? $"{name}{Numbers.Count(persons)}人{(support.Cumulative ? "（累積）" : "")}" : name;
    }

    public static string Giver(SupportGiver giver) => giver switch
    {
        SupportGiver.Joint => "23区共同の",
        SupportGiver.EachWard => "各区の",
        _ => "",
    };

    public static Answer Fact(string text, IReadOnlyList<Disaster> disasters) => new(AnswerKind.Fact, text)
    {
        Heading = disasters.Count == 1 ? $"{disasters[0].Name}への支援" : "被災自治体への支援",
        Rows = new AnswerRows(["災害", "支援", "金額・人数"], disasters.SelectMany(disaster => disaster.Support.Select(support => (disaster.Name, Support: support))).ToList()
            .As(row => (IReadOnlyList<string>)[row.Name, $"{Giver(row.Support.By)}{DisasterTerms.Names[row.Support.Kind]}", Value(row.Support)])),
        Notes = disasters.Count == 1 ? [.. (disasters[0].EarlierFigures ?? []).Select(figure => $"「{figure.Wording}」 — {figure.Note}"), .. disasters[0].Support.Any(support => support.GiverFromHeading) ? new[] { "資料の行には「23区共同での」の語がなく、見出し「23区一体となった取り組み」によっています。" } : []] : [],
        Sources = [.. disasters.SelectMany(disaster => disaster.Sources.Take(1)).Take(3)],
        Suggestions = Next,
    };

    /// <summary>The number of one line of support.</summary>
    public static string Value(SupportRecord support) => support.AmountManYen is { } money ? Numbers.Money(money)
        : support.Persons is { } persons ? $"{Numbers.Count(persons)}人{(support.Cumulative ? "（累積）" : "")}" : "記載なし";
}
