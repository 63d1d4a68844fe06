using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Several series at one time: side by side, their difference, their ratio, and one's share of another.</summary>
internal static class SeriesComparison
{
    private const string DoubleCount = "同じ自治体が複数の区分に入ることがあるため、区分の数を足しても合計にはなりません。";

    public static Answer? Answer(SeriesQuery query)
    {
        var question = query.Question;
        var date = query.Dates.Count > 0 ? query.Dates[^1] : null;
        if (query.Dates.Count > 1 || date is { Unit: DateUnit.Range })
            return Changes(query);
        var pairs = query.Books.Select(book => (Book: book, Reading: date is null ? book.Yearly[^1] : book.At(date, query.Forecast).FirstOrDefault())).ToList();
        if (pairs.Find(pair => pair.Reading is null) is { Book: { } missing })
            return SeriesSentences.Missing(missing, date!, query.Forecast);
        if (date is null && pairs.TrueForAll(pair => pair.Reading!.AsOf == pairs[0].Reading!.AsOf) is false)
            return null;
        var values = pairs.OrderByDescending(pair => pair.Reading!.Value).Select(pair => (pair.Book, Reading: pair.Reading!)).ToList();
        var (high, low) = (values[0], values[^1]);
        var time = SeriesBook.Time(high.Reading);
        var text = values.Count == 2 && question.Asks(Operation.Share) && high.Reading.Value > 0
            ? $"{time}の{low.Book.Subject}（{SeriesBook.Amount(low.Reading.Value)}）は、{high.Book.Subject}（{SeriesBook.Amount(high.Reading.Value)}）の{Numbers.Percent(low.Reading.Value, high.Reading.Value)}に当たります。{(high.Book.Series.Key == StatisticsTerms.Total ? DoubleCount : "区分の間には重複があります。")}"
            : values.Count == 2 && question.Asks(Operation.Ratio) && low.Reading.Value > 0
            ? $"{time}の{high.Book.Subject}（{SeriesBook.Amount(high.Reading.Value)}）は、{low.Book.Subject}（{SeriesBook.Amount(low.Reading.Value)}）の約{Numbers.Times((decimal)high.Reading.Value / low.Reading.Value)}倍です。"
            : values.Count == 2 && Compares(question)
            ? high.Reading.Value == low.Reading.Value
                ? $"{time}は、{high.Book.Subject}も{low.Book.Subject}も{SeriesBook.Amount(high.Reading.Value)}で同じです。"
                : $"{time}は、{high.Book.Subject}（{SeriesBook.Amount(high.Reading.Value)}）が{low.Book.Subject}（{SeriesBook.Amount(low.Reading.Value)}）より{SeriesBook.Amount(high.Reading.Value - low.Reading.Value)}多いです。"
            : $"{time}は、{string.Join('、', query.Books.Select(book => $"{book.Subject}が{SeriesBook.Shown(values.First(pair => pair.Book == book).Reading)}"))}です（{JapaneseCalendar.Long(high.Reading.AsOf)}現在）。{Added(question, values)}";
        return SeriesSentences.Fact(high.Book, text, [.. values.Select(pair => pair.Reading)]) with
        {
            Heading = time,
            Rows = new AnswerRows(["区分", "数"], [.. values.Select(pair => (IReadOnlyList<string>)[pair.Book.Subject, SeriesBook.Shown(pair.Reading)])]),
        };
    }

    private static bool Compares(Question question) => question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asks(Operation.Max) || question.Asks(Operation.Min) || question.Asked.Any(sense => sense is AsksWhich);

    private static string Added(Question question, List<(SeriesBook Book, Reading Reading)> values) =>
        question.Asks(Operation.Sum) && values.TrueForAll(pair => pair.Book.Series.Key != StatisticsTerms.Total)
            ? $"単純に足すと{SeriesBook.Amount(values.Sum(pair => pair.Reading.Value))}ですが、{DoubleCount}" : "";

    private static Answer Changes(SeriesQuery query)
    {
        var parts = query.Books.Select(book => SeriesArithmetic.Change(query with { Books = [book] })).ToList();
        return parts.Find(part => part.Kind != AnswerKind.Fact) ?? parts[0] with { Heading = null, Text = string.Concat(parts.Select(part => part.Text)), Rows = null };
    }
}
