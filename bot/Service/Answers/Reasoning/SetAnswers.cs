using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Answers about several records at once: how many, which, the first, the most, together, compared.</summary>
internal static class SetAnswers
{
    /// <summary>More than this nobody reads who did not ask for a list.</summary>
    private const int MostListed = 30;

    public static Answer? TryAnswer(Question question, Finding finding, IReadOnlyList<Ask> asks)
    {
        var entries = Ordered(Whole(finding.Entries));
        var measure = MeasureAsked(question, asks, entries);
        if (measure is not null && entries.Count > 1 && MeasureAnswers.TryAnswer(question, entries, measure) is { } measured)
            return measured;
        if ((question.Asks(Operation.Longest) || question.Asks(Operation.Shortest)) && entries.Count > 1)
            return ByDuration(entries, question.Asks(Operation.Longest));
        if (question.Asks(Operation.First) && entries.Count > 1 && entries.Exists(entry => entry.FirstDay is not null))
            return Single(entries.First(entry => entry.FirstDay is not null), entries, question, asks, "最初");
        if (question.Asks(Operation.Last) && entries.Count > 1 && entries.Exists(entry => entry.FirstDay is not null))
            return Single(entries.Last(entry => entry.FirstDay is not null), entries, question, asks, "記録の中で最も新しいもの");
        if (entries.Count > 1 && ItemCounts.TryAnswer(question, entries) is { } counted)
            return counted;
        if (question.Negated && entries.Count > 1 && asks.OfType<AskAspect>().FirstOrDefault(ask => !ask.Open) is { } absent && Without(question, entries, absent) is { } without)
            return without;
        if (CountUnit(question, asks, entries) is { } unit)
            return Count(question, entries, unit, [.. asks.Where(ask => ask is not AskQuantity and not AskWhich)]);
        if (entries.Count > 1 && WantsList(question, asks, entries, finding))
            return entries.Count > MostListed && !question.Asks(Operation.List) ? TooMany(entries) : List(question, entries, asks);
        return null;
    }

    private static List<Entry> Ordered(IReadOnlyList<Entry> entries) =>
        [.. entries.OrderBy(entry => entry.FirstDay ?? (entry.FiscalYear is { } year ? new DateOnly(year + 1, 3, 31) : DateOnly.MaxValue)).ThenBy(entry => entry.Id)];

    /// <summary>Parts of an event that is itself among the entries are not counted beside it.</summary>
    private static IReadOnlyList<Entry> Whole(IReadOnlyList<Entry> entries) =>
        entries.All(entry => entry.PartOf is null) ? entries : WithoutParts(entries, entries.Select(entry => entry.Key).ToHashSet());

    private static IReadOnlyList<Entry> WithoutParts(IReadOnlyList<Entry> entries, HashSet<string> keys) =>
        [.. entries.Where(entry => entry.PartOf is null || !keys.Contains(entry.PartOf))];

    /// <summary>The measure the question names, or the one in the unit it counts.</summary>
    private static MeasureKind? MeasureAsked(Question question, IReadOnlyList<Ask> asks, List<Entry> entries)
    {
        var named = question.Asked.OfType<NamesMeasure>().Select(sense => sense.Measure).FirstOrDefault(measure => entries.Exists(entry => Has(entry, measure)));
        if (named is not null)
            return named;
        var unit = asks.OfType<AskQuantity>().FirstOrDefault()?.Unit;
        if (unit is null && !Operations(question))
            return null;
        var available = entries.SelectMany(entry => entry.Measures).Select(m => m.Kind).Distinct().ToList();
        if (unit is not null)
            return available.FirstOrDefault(measure => Units.Same(measure.Unit, unit)) ?? available.FirstOrDefault(measure => Units.Related(measure.Unit, unit));
        return available.Count == 1 ? available[0] : null;

        static bool Operations(Question q) => q.Asks(Operation.Max) || q.Asks(Operation.Min) || q.Asks(Operation.Sum) || q.Asks(Operation.Average) || q.Asks(Operation.Difference) || q.Asks(Operation.Ratio) || q.Asks(Operation.Compare);
    }

    private static bool Has(Entry entry, MeasureKind measure) => entry.Measures.Any(m => m.Kind.Equals(measure));

    /// <summary>「巡回展示の記載がないものは」: the entries that do not say it, where others do.</summary>
    private static Answer? Without(Question question, List<Entry> entries, AskAspect ask)
    {
        var lacking = entries.Where(entry => entry.When.Count > 0 && !entry.Facets.Any(facet => facet.Aspect == ask.Aspect)).ToList();
        return lacking.Count == 0 || lacking.Count == entries.Count ? null
            : List(question, lacking, []) with { Text = $"{ask.Surface}の記載がないのは、{Wording.List(lacking.As(entry => entry.ShortTitle), 400)}の{lacking.Count}件です。" };
    }

    private static Answer ByDuration(List<Entry> entries, bool longest)
    {
        var dated = entries.Where(entry => DatePieces.Days(entry.When) > 0).ToList();
        var chosen = longest ? dated.MaxBy(entry => DatePieces.Days(entry.When))! : dated.MinBy(entry => DatePieces.Days(entry.When))!;
        return new Answer(AnswerKind.Fact, $"期間が最も{(longest ? "長い" : "短い")}のは、{chosen.Title}の{DatePieces.Days(chosen.When)}日間（{Wording.When(chosen.When)}）です。")
        {
            Heading = chosen.Title,
            Rows = new AnswerRows(["名称", "日数", "期間"], dated.As(entry => (IReadOnlyList<string>)[entry.ShortTitle, $"{DatePieces.Days(entry.When)}日", Wording.When(entry.When)])),
            Sources = chosen.Sources,
            Entries = [chosen],
        };
    }

    private static Answer Single(Entry entry, List<Entry> entries, Question question, IReadOnlyList<Ask> asks, string lead)
    {
        // Several may share the day: 「最初の協定」 is three associations on one day.
        var same = entries.Where(other => other.FirstDay == entry.FirstDay).ToList();
        if (same.Count > 1)
        {
            return new Answer(AnswerKind.Fact, $"{lead}は、{Wording.When(entry.When)}の{Wording.List([.. same.Select(other => other.Title)])}です。")
            {
                Sources = entry.Sources,
                Entries = same,
                Rows = Table(same),
            };
        }

        var single = SingleAnswers.Answer(entry, question, asks);
        return single with { Text = $"{lead}は、{entry.Title}です。{(single.Text.Contains(entry.Title, StringComparison.Ordinal) || single.Text == entry.Overview ? single.Text : "")}" };
    }

    /// <summary>The unit, where the question counts records rather than asks for a number inside one.</summary>
    private static string? CountUnit(Question question, IReadOnlyList<Ask> asks, List<Entry> entries)
    {
        // What is counted stands nearest before the number: 「東北の展示で紹介された祭りはいくつ」 counts festivals, not exhibitions.
        var category = question.TermTokens.Select(token => token.Of(TermKind.Category)).LastOrDefault(term => term is not null);
        if (category is null ? entries.Count < 2 || !question.TermTokens.Any() : !entries.TrueForAll(entry => Within(entry, category)))
            return null;
        var quantity = asks.OfType<AskQuantity>().FirstOrDefault();
        // いくら never counts records; いくつ does.
        var counts = quantity is { Surface: "いくつ" or "幾つ" or "何個" } || quantity is null && question.Asks(Operation.Count);
        var unit = quantity?.Unit ?? (counts ? entries[0].Counter : null);
        if (unit is null || !entries.TrueForAll(entry => entry.Counter == unit || Units.Related(entry.Counter, unit)))
            return null;
        // 「分科会は何回」: a number that the records state comes before counting the records.
        if (entries.Count is > 1 and <= 3 && question.TermTokens.Any(token => !token.Is(TermKind.Category)) && entries.Exists(entry => entry.Facets.Any(facet => facet.Number is not null && facet.Unit == unit)))
            return null;
        if (entries.Count == 1 && FacetChooser.Choose(entries[0], question, asks).Any(choice => choice.Facet is not null && choice.Score >= 3))
            return null;
        return unit;
    }

    private static Answer Count(Question question, List<Entry> entries, string unit, IReadOnlyList<Ask> others)
    {
        var titles = entries.As(entry => others.Count > 0 && SingleAnswers.ShortValue(entry, question, others) is { } value ? $"{entry.ShortTitle}: {value}" : entry.ShortTitle);
        return new Answer(AnswerKind.Fact, $"記録にあるのは{entries.Count}{unit}です（{Wording.List(titles, 420, unit)}）。")
        {
            Rows = Table(entries),
            Sources = OneSourceEach(entries),
            Entries = entries,
        };
    }

    /// <summary>True where several entries are expected: すべて, それぞれ, どの…, or a condition rather than a name.</summary>
    private static bool WantsList(Question question, IReadOnlyList<Ask> asks, List<Entry> entries, Finding finding)
    {
        if (question.Asks(Operation.List) || finding.Alternatives)
            return true;
        if (question.YesNo)
            return question.Contents.All(content => content.Excluded || entries.Exists(entry => EntryFit.Meets(entry, content) > 0));
        if (asks.OfType<AskWhich>().Any(which => which.Category is { } category && entries.TrueForAll(entry => Within(entry, category))))
            return true;
        // 「何年度と何年度」 expects several.
        return question.Asked.OfType<AsksDatePart>().GroupBy(part => part.Part).Any(group => group.Count() > 1);
    }

    private static bool Within(Entry entry, Term category) => entry.Categories.Any(term => term.IsWithin(category));

    public static Answer List(Question question, List<Entry> entries, IReadOnlyList<Ask> asks)
    {
        var wanted = asks.Where(ask => ask is not AskWhich).ToList();
        var lines = entries.As(entry => SingleAnswers.ShortValue(entry, question, wanted) is { } value && value != entry.ShortTitle
            ? $"{entry.ShortTitle}（{value}）"
            : entry.When.Count > 0 ? $"{entry.ShortTitle}（{Wording.When(entry.When[0])}）" : entry.ShortTitle);
        return new Answer(AnswerKind.Fact, $"{Supposition.Lead(question, entries)}{entries.Count}件あります。{Wording.List(lines, 500)}です。")
        {
            Rows = Table(entries),
            Sources = OneSourceEach(entries),
            Entries = entries,
        };
    }

    private static Answer TooMany(List<Entry> entries) => new(AnswerKind.AskBack, $"当てはまる記録が{entries.Count}件あります。年度や名前、団体などを添えて、どれのことかお聞かせください。")
    {
        Rows = Table(entries),
        Sources = OneSourceEach(entries),
        Entries = entries,
    };

    /// <summary>The first source of each, one for a document.</summary>
    public static IReadOnlyList<SourceRef> OneSourceEach(IEnumerable<Entry> entries, int most = 3) =>
        [.. entries.SelectMany(entry => entry.Sources.Take(1)).DistinctBy(source => source.Document).Take(most)];

    public static AnswerRows Table(IReadOnlyList<Entry> entries) =>
        new(["名称", "時期"], entries.As(entry => (IReadOnlyList<string>)[entry.Title, entry.When.Count > 0 ? Wording.When(entry.When) : entry.FiscalYear is { } year ? JapaneseCalendar.FiscalYearName(year) : "—"]));
}
