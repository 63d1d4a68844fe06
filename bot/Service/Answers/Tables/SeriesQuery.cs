using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>A question about series, read: which of them, at which dates, and what is to be done.</summary>
internal sealed record SeriesQuery(Question Question, IReadOnlyList<SeriesBook> Books, IReadOnlyList<DateCondition> Dates)
{
    private const int FirstYear = 2014;

    public SeriesBook Book => Books[0];

    /// <summary>An expected value is wanted.</summary>
    public bool Forecast => Question.Has("見込") || Question.Has("見通し") || Question.Has("予測") || Question.Has("予定");

    /// <summary>An expected value is to be set against a counted one.</summary>
    public bool Actual => Question.Has("実績") || Question.Has("実際");

    /// <summary>A change is meant rather than a value.</summary>
    public bool Change => Question.Asks(Operation.Difference) || Question.Asks(Operation.Growth) || Question.Has("増") || Question.Has("伸び") || Question.Has("減") || Question.Has("前年度から") || Question.Has("前年比") || Question.Has("前年度比");

    /// <summary>The condition on the value (300を超える), if one is given.</summary>
    public NumberCondition? Condition => Question.Tokens.OfType<NumberToken>().Select(token => token.Number).Where(number => !number.IsTop && number.Comparison != NumberComparison.Equal).Select(number => (NumberCondition?)number.Condition).FirstOrDefault();

    /// <summary>A number that is mentioned as such.</summary>
    public decimal? Mentioned => Question.Tokens.OfType<NumberToken>().Select(token => token.Number).Where(number => number is { IsTop: false, Comparison: NumberComparison.Equal, Value: >= 100, Unit: null or "自治体" or "団体" or "市町村" or "件" }).Select(number => (decimal?)number.Value).FirstOrDefault();

    /// <summary>A place in an order (2番目), counted from 1.</summary>
    public int? Rank => Question.Tokens.OfType<OrdinalToken>().FirstOrDefault()?.Ordinal ?? (Question.Asks(Operation.Second) ? 2 : null);

    public static SeriesQuery Of(Question question, IReadOnlyList<SeriesBook> books) =>
        new(question, books, [.. DatesOf([.. question.Tokens.OfType<DateToken>().Where(token => !token.Excluded)]).Select(Plausible)]);

    /// <summary>「前年度から」 says from where a year's change is counted; the year itself is the one named, or the one after.</summary>
    private static IEnumerable<DateCondition> DatesOf(IReadOnlyList<DateToken> tokens)
    {
        foreach (var token in tokens)
        {
            // 「（8月1日現在）」 beside years is the day that every count is of.
            if (token.Condition.Kind == DateKind.Yearless && tokens.Count > 1)
                continue;
            var sinceYearBefore = token.Text.StartsWith("前年", StringComparison.Ordinal) && token.Condition is { Unit: DateUnit.Range, First: not null, Last: null };
            if (!sinceYearBefore)
                yield return token.Condition;
            else if (tokens.Count == 1)
                yield return token.Condition.First switch
                {
                    { FiscalYear: { } fiscalYear } => DateCondition.OfFiscalYear(fiscalYear + 1),
                    { Year: { } year } => DateCondition.OfYear(year + 1),
                    _ => token.Condition,
                };
        }
    }

    /// <summary>The two ends of a change: a range, two dates, or nothing where one date or none is given.</summary>
    public (DateCondition From, DateCondition Until)? Ends
    {
        get
        {
            if (Dates is [{ Unit: DateUnit.Range, First: { } first, Last: { } last }])
                return (first, last);
            if (Dates is [{ Unit: DateUnit.Range }])
                return null;
            var ordered = Dates.Where(date => date.From is not null).OrderBy(date => date.From).ToList();
            return ordered.Count >= 2 ? (ordered[0], ordered[^1]) : null;
        }
    }

    /// <summary>「27→3年度」: a two-digit year without era that lies before the records in one era and within them in the next is of the next.</summary>
    private static DateCondition Plausible(DateCondition date)
    {
        if (date.Unit == DateUnit.Range && date.YearAssumed)
        {
            var (first, last) = (date.First is { } f ? Plausible(f) : null, date.Last is { } l ? Plausible(l) : null);
            return (first, last) switch
            {
                ({ } a, { } b) => DateCondition.Between(a, b),
                ({ } a, null) => DateCondition.Since(a),
                (null, { } b) => DateCondition.UpTo(b),
                _ => date,
            };
        }

        if (!date.YearAssumed || date.From is not { } from || from.Year >= FirstYear)
            return date;
        // 平成n is 1988 + n and 令和n is 2018 + n.
        return date switch
        {
            { Unit: DateUnit.FiscalYear, FiscalYear: { } year } => DateCondition.OfFiscalYear(year + 30, date.Part),
            { Unit: DateUnit.Year, Year: { } year } => DateCondition.OfYear(year + 30, date.Part),
            _ => date,
        };
    }
}
