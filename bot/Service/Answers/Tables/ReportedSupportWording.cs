using System.Globalization;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>How what was reported after a disaster is put into words: exactly, with the day, and with who gave it.</summary>
/// <param name="disaster">The disaster, with what was reported of it.</param>
/// <param name="isNow">Whether it was asked about as 「今回」.</param>
/// <param name="place">Where the support went, where it was asked for by that; the disaster then has what went there only.</param>
internal sealed class ReportedSupportWording(Disaster disaster, bool isNow, string? place = null)
{
    /// <summary>The kinds that are money.</summary>
    public static readonly IReadOnlyList<string> Money = ["支援金", "義援金", "見舞金"];

    private static readonly string[] Order = ["支援金", "義援金", "見舞金", "救援物資", "職員派遣", "車両", "その他"];

    private readonly ReportedSupport reported = disaster.Reported!;

    private string Name => (isNow ? $"今回の{disaster.Name}" : disaster.Name) + (place is null ? "" : $"での{place}");

    private string AsOf => $"（{JapaneseCalendar.Short(reported.AsOf)}現在）";

    /// <summary>Everything, or some kinds.</summary>
    public Answer Total(IReadOnlyList<string> kinds)
    {
        var items = Of(kinds);
        if (reported.Items.Count == 0)
            return Said($"{Name}への支援の報告は、まだありません{AsOf}。");
        if (items.Count == 0)
            return Said($"{Name}への{Kinds(kinds)}の報告は、まだありません{AsOf}。報告があるのは、{Sums(reported.Items)}です。");
        var joint = items.Where(item => item.Ward is null).ToList();
        var each = items.Where(item => item.Ward is not null).ToList();
        var givers = joint.Count > 0 && each.Count > 0 ? $"23区共同が{Part(joint, kinds)}、各区が{Part(each, kinds)}で、" : joint.Count > 0 ? "23区共同の" : "各区の";
        var what = kinds.Count == 0 || kinds.Count > 1 ? "支援" : kinds[0];
        var money = items.Where(item => Money.Contains(item.Kind)).ToList();
        var total = kinds.Count != 1 && money.Select(item => item.Kind).Distinct().Count() > 1 ? $"金額の合計は{Text(money.Sum(item => item.Quantity), "万円")}です。" : "";
        return Said($"{Name}への{what}は、{givers}{(joint.Count > 0 && each.Count > 0 ? "合わせて" : "")}{Part(items, kinds)}です{AsOf}。{total}");
    }

    /// <summary>What some wards gave.</summary>
    public Answer OfWards(IReadOnlyList<string> wards, IReadOnlyList<string> kinds)
    {
        var parts = wards.Select(ward => Of(kinds).Where(item => item.Ward == ward).ToList() is { Count: > 0 } items ? $"{ward}{(kinds.Count == 1 ? $"が{Part(items, kinds)}" : $"は{Sums(items)}")}" : $"{ward}は報告なし").ToList();
        return Said($"{Name}への{(kinds.Count > 0 ? Kinds(kinds) : "支援")}は、{string.Join('、', parts)}です{AsOf}。");
    }

    /// <summary>The ward with the most, or the least of those that reported.</summary>
    public Answer Extreme(IReadOnlyList<string> kinds, bool most)
    {
        // People and boxes are not compared with money: where no kind is asked for, it is the money.
        var compared = kinds.Count > 0 ? kinds : Money;
        var groups = Of(compared).Where(item => item.Ward is not null).GroupBy(item => item.Unit).ToList();
        var what = kinds.Count == 1 ? kinds[0] : "支援の金額";
        if (groups.Count == 0)
            return Said($"{Name}への{what}について、各区からの報告は、まだありません{AsOf}。" + (reported.Items.Count > 0 ? $"報告があるのは、{Sums(reported.Items)}です。" : ""));
        if (groups.Count > 1)
            return ByWard(kinds);
        var sums = groups[0].GroupBy(item => item.Ward!).Select(group => (Ward: group.Key, Sum: group.Sum(item => item.Quantity))).ToList();
        var extreme = most ? sums.Max(one => one.Sum) : sums.Min(one => one.Sum);
        var found = sums.Where(one => one.Sum == extreme).Select(one => one.Ward).ToList();
        return Said($"{Name}への{what}が、{(most ? "一番多い" : "報告のあった中で一番少ない")}区は、{string.Join('、', found)}の{Text(extreme, groups[0].Key)}です{AsOf}。{(most ? "23区共同は含みません。" : "")}");
    }

    /// <summary>Each ward that reported.</summary>
    public Answer ByWard(IReadOnlyList<string> kinds)
    {
        var wards = Of(kinds).Where(item => item.Ward is not null).GroupBy(item => item.Ward!).ToList();
        if (wards.Count == 0)
            return Total(kinds);
        return Said(Wording.Cut($"{Name}への{(kinds.Count > 0 ? Kinds(kinds) : "支援")}を報告したのは{wards.Count}区で、{string.Join('、', wards.Select(ward => $"{ward.Key}（{Sums(ward)}）"))}です{AsOf}。", Wording.ListLimit));
    }

    /// <summary>When it happened, as the secretariat registered it.</summary>
    public Answer Began() => disaster.Began is { Month: { } month, Day: { } day } began
        ? Said($"{disaster.Name}の発生日は、{JapaneseCalendar.LongWithWeekday(new DateOnly(began.Year, month, day))}です。")
        : Total([]);

    /// <summary>What a disaster did to people is in no report.</summary>
    public Answer NoVictims() => new(AnswerKind.NotFound, $"{disaster.Name}の被害の人数は、記録にありません。記録しているのは、支援の報告の内容です。")
    {
        Heading = $"{disaster.Name}への支援",
        Sources = disaster.Sources,
        Suggestions = [$"{disaster.Name}への支援は？"],
    };

    /// <summary>Beside what was given after another disaster.</summary>
    public Answer Compared(Disaster other)
    {
        var now = reported.Items.Count == 0 ? "まだ報告がありません" : $"{Sums(reported.Items)}です";
        var then = other.Support.Count == 0 ? "記録がありません" : $"{string.Join('、', other.Support.Select(DisasterWording.Line))}です";
        var (money, before) = (reported.Items.Where(item => Money.Contains(item.Kind)).Sum(item => item.Quantity), (decimal)DisasterWording.Money(other, [], null));
        var ratio = money > 0 && before > 0 ? $"金額の合計は{Text(money, "万円")}で、{other.Name}のときの{Text(before, "万円")}の{Numbers.Percent(money, before)}に当たります。" : "";
        return new Answer(AnswerKind.Fact, Wording.Cut($"{Name}への支援は、{now}{AsOf}。{other.Name}のときは、{then}。{ratio}", Wording.ListLimit))
        {
            Heading = $"{disaster.Name}と{other.Name}",
            Rows = new AnswerRows(["災害", "支援", "金額・数量"],
            [
                .. Rows().Select(row => (IReadOnlyList<string>)[disaster.Name, $"{row[0]}の{row[1]}", row[2]]),
                .. other.Support.Select(support => (IReadOnlyList<string>)[other.Name, $"{DisasterWording.Giver(support.By)}{Projections.DisasterTerms.Names[support.Kind]}", DisasterWording.Value(support)]),
            ]),
            Notes = Notes(),
            Sources = [.. disaster.Sources.Take(1), .. other.Sources.Take(1)],
            Suggestions = [$"{disaster.Name}への支援で一番多い区は？", $"{other.Name}への支援内容は？"],
        };
    }

    private Answer Said(string text) => new(AnswerKind.Fact, text)
    {
        Heading = $"{disaster.Name}への支援",
        Rows = reported.Items.Count == 0 ? null : new AnswerRows(["団体", "種別", "金額・数量"], Rows()),
        Notes = Notes(),
        Sources = disaster.Sources,
        Suggestions = [$"{disaster.Name}への支援で一番多い区は？", $"{disaster.Name}への支援は熊本地震のときと比べて？", "支援の記録がある災害の一覧は？"],
    };

    private List<IReadOnlyList<string>> Rows() =>
        [.. reported.Items.Select(item => (IReadOnlyList<string>)[item.Ward ?? "23区共同", item.Kind, Text(item.Quantity, item.Unit)])];

    private IReadOnlyList<string> Notes() => reported.Items.Any(item => Money.Contains(item.Kind) && decimal.Truncate(item.Quantity) != item.Quantity)
        ? ["ほかの災害と並べる一覧や順位では、1万円未満を四捨五入しています。"] : [];

    private List<ReportedItem> Of(IReadOnlyList<string> kinds) => [.. reported.Items.Where(item => kinds.Count == 0 || kinds.Contains(item.Kind))];

    public static string Kinds(IReadOnlyList<string> kinds) => kinds.Count == Money.Count && kinds.All(Money.Contains) ? "お金の支援" : string.Join('・', kinds);

    /// <summary>The sums; where one kind was asked for, its name stands in the sentence already.</summary>
    private static string Part(IReadOnlyList<ReportedItem> some, IReadOnlyList<string> kinds) =>
        kinds.Count == 1 ? string.Join('、', some.GroupBy(item => item.Unit).Select(group => Text(group.Sum(item => item.Quantity), group.Key))) : Sums(some);

    /// <summary>「支援金500万円、職員派遣3人」: units are not added to each other.</summary>
    public static string Sums(IEnumerable<ReportedItem> items) => string.Join('、', items.GroupBy(item => (item.Kind, item.Unit)).OrderBy(group => Array.IndexOf(Order, group.Key.Kind))
        .Select(group => $"{group.Key.Kind}{Text(group.Sum(item => item.Quantity), group.Key.Unit)}"));

    private static string Text(decimal quantity, string unit) =>
        unit == "万円" ? Numbers.Money(quantity) : quantity.ToString("#,0.####", CultureInfo.InvariantCulture) + (unit == "その他" ? "" : unit);
}
