using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Which disasters and which support a question means.</summary>
/// <param name="Chosen">The disasters that meet every condition, in the order of the document.</param>
/// <param name="Named">True where disasters are named (one, several, or a sort of them).</param>
/// <param name="Ambiguous">True where one name stands for several disasters.</param>
/// <param name="Unknown">Names of disasters that the records do not have.</param>
/// <param name="Kinds">The kinds of support named.</param>
/// <param name="Giver">23区共同 or 各区, where the question says so.</param>
/// <param name="Dates">The conditions on the date.</param>
/// <param name="Prefectures">The prefectures named.</param>
internal sealed record DisasterQuery(
    IReadOnlyList<Disaster> Chosen,
    bool Named,
    bool Ambiguous,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<SupportKind> Kinds,
    SupportGiver? Giver,
    IReadOnlyList<DateCondition> Dates,
    IReadOnlyList<string> Prefectures)
{
    /// <summary>Words for sorts of disaster of which the records have none.</summary>
    private static readonly string[] OtherSorts = ["噴火", "火災", "津波", "土砂", "竜巻", "豪雪", "大雪", "雪害", "洪水", "氾濫"];

    /// <summary>
    /// When the disasters happened, as everyone knows. The documents give no dates beyond what the names tell; these only decide which disaster a date
    /// in a question means and are never shown.
    /// </summary>
    private static readonly Dictionary<string, (DateOnly From, DateOnly Until)> Days = new()
    {
        ["great-east-japan-earthquake"] = (new(2011, 3, 11), new(2011, 3, 11)),
        ["kumamoto-earthquake"] = (new(2016, 4, 14), new(2016, 4, 16)),
        ["osaka-north-earthquake"] = (new(2018, 6, 18), new(2018, 6, 18)),
        ["heavy-rain-2018-07"] = (new(2018, 7, 1), new(2018, 7, 31)),
        ["hokkaido-eastern-iburi-earthquake-2018"] = (new(2018, 9, 6), new(2018, 9, 6)),
        ["front-heavy-rain-2019-08"] = (new(2019, 8, 1), new(2019, 8, 31)),
        ["boso-and-east-japan-typhoons-2019"] = (new(2019, 9, 9), new(2019, 10, 13)),
        ["heavy-rain-2020-07"] = (new(2020, 7, 1), new(2020, 7, 31)),
        ["fukushima-offshore-earthquake"] = (new(2021, 2, 13), new(2021, 2, 13)),
        ["heavy-rain-2021-07-01"] = (new(2021, 7, 1), new(2021, 7, 31)),
        ["heavy-rain-2021-08-11"] = (new(2021, 8, 11), new(2021, 8, 31)),
    };

    /// <summary>What was left out, in words.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>True where 支援金 was said without 復興, as people also say it for any money.</summary>
    public bool LooseFund { get; init; }

    /// <summary>An era named without a year (「令和の災害」).</summary>
    public string? Era { get; init; }

    public bool All => !Named && Dates.Count == 0 && Prefectures.Count == 0 && Era is null;

    public static DisasterQuery? Read(Question question, DisasterBook book)
    {
        var tokens = question.TermTokens.Where(token => token.Is(TermKind.Disaster)).ToList();
        // 「一番多い災害は？」 after a question about one of them asks about all.
        if (question.Asks(Operation.Max) || question.Asks(Operation.Min) || question.Asks(Operation.Second) || question.OwnText().IndexOf("災害", StringComparison.Ordinal) >= 0)
            tokens.RemoveAll(token => token.Inherited && !token.Excluded);
        var dates = question.Tokens.OfType<DateToken>().ToList();
        if (dates.Exists(date => date.Condition.Kind is DateKind.Relative or DateKind.Invalid))
            return null;
        var unknown = new List<string>();
        var named = new List<Disaster>();
        var ambiguous = false;
        foreach (var token in tokens.Where(token => !token.Excluded))
        {
            if (UnknownName(question, token) is { } name)
            {
                unknown.Add(name);
                continue;
            }

            var found = token.Terms.Where(term => term.Kind == TermKind.Disaster).SelectMany(term => book.Named(term.Name)).ToList();
            // 「平成30年は？」 after 令和2年7月豪雨 means the one of that sort in the other year.
            if (token.Inherited && dates.Exists(date => !date.Inherited))
                found = [.. book.All.Where(record => found.Exists(other => SortOf(other.Name) == SortOf(record.Name)))];
            ambiguous |= found.Count > 1;
            named.AddRange(found.Where(record => !named.Contains(record)));
        }

        unknown.AddRange(question.Contents.Where(content => OtherSorts.Any(sort => content.Text.Contains(sort, StringComparison.Ordinal))).Select(content => question.NameAround(content)));
        var prefectures = question.TermTokens.Where(token => !token.Excluded && !token.Is(TermKind.Disaster)).Select(token => token.Of(TermKind.Prefecture)?.Name).OfType<string>().Distinct().ToList();
        var wanted = dates.Where(date => !date.Excluded).Select(date => date.Condition).ToList();
        var era = wanted.Count > 0 ? null : question.Has("令和の") || question.Has("令和に") ? "令和" : question.Has("平成の") || question.Has("平成に") ? "平成" : null;
        var excluded = tokens.Where(token => token.Excluded).SelectMany(token => token.Terms).SelectMany(term => book.Named(term.Name)).ToHashSet<Disaster>(ReferenceEqualityComparer.Instance);
        var names = named.ToHashSet<Disaster>(ReferenceEqualityComparer.Instance);
        var dated = dates.Count > 0 || era is not null;
        IReadOnlyList<Disaster> chosen = named.Count == 0 && unknown.Count > 0 ? []
            : names.Count == 0 && excluded.Count == 0 && !dated && prefectures.Count == 0 ? book.All
            : [.. book.All.Where(record => (names.Count == 0 || names.Contains(record)) && !excluded.Contains(record) && (!dated || MeetsDates(record)) && (prefectures.Count == 0 || record.Prefectures?.Any(prefectures.Contains) == true))];
        var supports = question.TermTokens.Where(token => !token.Excluded && token.Is(TermKind.Support)).ToList();
        // 「清掃車を派遣した」 sends no staff.
        if (supports.Exists(token => token.Of(TermKind.Support)!.Name == DisasterTerms.Names[SupportKind.VehicleDispatch]))
            supports.RemoveAll(token => token.Text == "派遣");
        var kinds = DisasterTerms.Names.Where(pair => supports.Exists(token => token.Of(TermKind.Support)!.Name == pair.Value)).Select(pair => pair.Key).ToList();
        return new DisasterQuery(chosen, tokens.Exists(token => !token.Excluded), ambiguous, unknown, kinds, GiverOf(question), wanted, prefectures)
        {
            Excluded = [.. question.Tokens.Where(token => token.Excluded).Select(token => token.Surface)],
            LooseFund = supports.Exists(token => token.Text is "支援金" or "しえんきん") || kinds.Count == 0,
            Era = era,
        };

        bool MeetsDates(Disaster record) => DaysOf(record) is not { } days ? wanted.Count == 0 && era is null
            : (wanted.Count == 0 || wanted.Exists(date => date.Matches(days.From, days.Until)))
            && !dates.Exists(date => date.Excluded && date.Condition.Matches(days.From, days.Until))
            && (era is null || JapaneseCalendar.EraYear(days.From).StartsWith(era, StringComparison.Ordinal));
    }

    /// <summary>A disaster that is new in the records has the days that its own record gives; where it gives none, no date means it.</summary>
    private static (DateOnly From, DateOnly Until)? DaysOf(Disaster record)
    {
        if (Days.TryGetValue(record.Key, out var days))
            return days;
        if (record.Began is not { } began)
            return null;
        var from = new DateOnly(began.Year, began.Month ?? 1, began.Day ?? 1);
        return (from, began.Day is not null ? from : began.Month is not null ? from.AddMonths(1).AddDays(-1) : from.AddYears(1).AddDays(-1));
    }

    private static string SortOf(string name) => name[^2..];

    private static SupportGiver? GiverOf(Question question)
    {
        var own = question.OwnText();
        foreach (var text in new[] { own.ToString(), question.Folded })
        {
            if (text.Contains("各区", StringComparison.Ordinal) && text.Contains("共同", StringComparison.Ordinal))
                return null;
            if (text.Contains("各区", StringComparison.Ordinal) || text.Contains("区ごと", StringComparison.Ordinal) || text.Contains("個別", StringComparison.Ordinal) || text.Contains("each ward", StringComparison.Ordinal))
                return SupportGiver.EachWard;
            if (text.Contains("共同", StringComparison.Ordinal) || text.Contains("一体", StringComparison.Ordinal) || text.Contains("joint", StringComparison.Ordinal))
                return SupportGiver.Joint;
        }

        return null;
    }

    /// <summary>A sort of disaster with a name before it that the records do not have: 能登半島 + 地震, 台風 + 21号.</summary>
    private static string? UnknownName(Question question, TermToken token)
    {
        if (token.Corrected && token.Length < 5)
            return token.Surface;
        if (!DisasterTerms.IsSort(token.Text))
            return null;
        var before = question.Tokens.FirstOrDefault(other => other.Inherited == token.Inherited && other.End == token.Start && other is ContentToken or TermToken);
        var after = question.Tokens.FirstOrDefault(other => token.Inherited == other.Inherited && other.Start == token.End && other is NumberToken or OrdinalToken);
        if (after is not null)
            return token.Surface + after.Surface;
        var isName = before is ContentToken content && !DisasterAnswers.IsCommonWord(content.Text)
            || before is TermToken term && (term.Is(TermKind.Region) || term.Is(TermKind.Municipality) || term.Is(TermKind.Area) || term.Is(TermKind.Ward) || term.Is(TermKind.Organization) || term.Is(TermKind.Person));
        return isName ? NameInText(question.Display, token.Surface) : null;
    }

    /// <summary>The name as typed: from the sort back over kanji, katakana, figures and ・.</summary>
    private static string NameInText(string display, string sort)
    {
        var end = display.IndexOf(sort, StringComparison.Ordinal);
        if (end < 0)
            return sort;
        var start = end;
        while (start > 0 && (Scripts.Of(display[start - 1]) is Script.Kanji or Script.Katakana or Script.Latin || display[start - 1] is '・'))
            start--;
        return display[start..(end + sort.Length)].TrimStart('・');
    }
}
