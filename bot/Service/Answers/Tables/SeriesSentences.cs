using System.Text.RegularExpressions;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Chooses what a question about series wants done, and says values and dates; arithmetic is in <see cref="SeriesArithmetic"/>.</summary>
internal static partial class SeriesSentences
{
    public static Answer? Answer(SeriesQuery query)
    {
        var question = query.Question;
        if (query.Forecast && (query.Actual || query.Dates.Count > 1 || question.Asks(Operation.Difference) || question.Asks(Operation.Compare)) && query.Book.Forecast is not null)
            return SeriesArithmetic.AgainstForecast(query);
        if (query.Condition is { } condition)
            return SeriesArithmetic.Passing(query, condition);
        if (query.Mentioned is { } number && !query.Forecast)
            return Mentioned(query, number);
        if (query.Books.Count > 1)
            return SeriesComparison.Answer(query);
        if (question.Asks(Operation.Share))
            return query.Change || query.Ends is not null ? SeriesArithmetic.Change(query) : null;
        if (question.Asks(Operation.Max) || question.Asks(Operation.Min) || query.Rank is not null || Superlative().IsMatch(question.Folded))
            return SeriesArithmetic.Extreme(query);
        if (question.Has("変わらな") || question.Has("横ばい") || question.Has("増えなか") || question.Has("増えていな") || question.Has("減った年") || question.Has("減少した年"))
            return SeriesArithmetic.Still(query);
        if (question.Asks(Operation.Average))
            return SeriesArithmetic.Average(query);
        if (WantsSteps(question))
            return SeriesArithmetic.Steps(query);
        if (query.Change || question.Asks(Operation.Ratio) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true }))
            return SeriesArithmetic.Change(query);
        if (question.Asks(Operation.Sum) && (query.Ends is not null || query.Dates.Count == 0) && query.Book.Series.Key != StatisticsTerms.Total)
            return NotAddable(query);
        if (WantsNames(query))
            return Reasoning.Answer.NotFound($"どの自治体が数えられているか（自治体名の一覧）は、{query.Book.Subject}については記録に見つかりません。記録にあるのは数だけです。") with { Suggestions = [$"{query.Book.Subject}の推移は？", $"最新の{query.Book.Subject}は？"] };
        if (WantsHistory(query))
            return History(query);
        return Values(query);
    }

    private static bool WantsSteps(Question question) => question.Has("年ごとの増") || question.Has("年度ごとの増") || question.Has("年度別の増") || question.Has("毎年の増") || question.Has("毎年度の増") || question.Has("各年度の増") || question.Has("対前年");

    /// <summary>「会員登録自治体の一覧」 asks for names; with 数 or years it is the numbers.</summary>
    private static bool WantsNames(SeriesQuery query) => query.Dates.Count == 0 && query.Question.Asks(Operation.List) && !query.Question.Has("年") && !query.Question.Has("推移")
        && !query.Question.TermTokens.Any(token => token.Text.EndsWith('数'));

    [GeneratedRegex("(一番|いちばん|最も|もっとも).*(多|少|大き|小さ|増え|伸び)")]
    private static partial Regex Superlative();

    private static bool WantsHistory(SeriesQuery query) => query.Question.Has("推移") || query.Question.Has("変化") || query.Question.Has("動き") || query.Question.Has("年度ごと") || query.Question.Has("年度別") || query.Question.Has("各年度") || query.Question.Has("毎年")
        || query.Question.Asks(Operation.List) && query.Dates.All(date => date.Unit == DateUnit.Range) || query.Dates is [{ Unit: DateUnit.Range }] || query.Question.Has("並べ");

    private static Answer Values(SeriesQuery query)
    {
        var book = query.Book;
        if (query.Dates.Count == 0)
            return query.Forecast ? Forecast(book) : query.Question.Asks(Operation.First) ? Fact(book, Sentence(book, book.Readings[0]), book.Readings[0]) : Latest(book);
        if (query.Dates.Count > 1)
            return OfSeveralDates(query);
        var date = query.Dates[0];
        var readings = book.At(date, query.Forecast);
        if (readings.Count == 0)
            return Missing(book, date, query.Forecast);
        if (readings.Count == 1)
            return Fact(book, Sentence(book, readings[0]), readings[0]);
        return date.Kind == DateKind.Yearless ? WhichYear(book, date, readings)
            : Fact(book, $"{date.Describe()}の{book.Subject}は、{Wording.List([.. readings.Select(SeriesBook.Dated)], 220)}です。", [.. readings]);
    }

    private static Answer OfSeveralDates(SeriesQuery query)
    {
        var book = query.Book;
        var found = query.Dates.Select(date => (Date: date, Readings: book.At(date, query.Forecast))).ToList();
        if (found.Find(pair => pair.Readings.Count == 0) is { Date: { } missing })
            return Missing(book, missing, query.Forecast);
        var readings = found.SelectMany(pair => pair.Readings).Distinct().ToList();
        return Fact(book, $"{book.Subject}は、{Wording.List([.. readings.Select(reading => $"{SeriesBook.Time(reading)}が{SeriesBook.Shown(reading)}")], 220)}です。", [.. readings]);
    }

    /// <summary>「平成30年度（2018年度）の会員登録自治体数は、261自治体です（8月1日現在）。」</summary>
    public static string Sentence(SeriesBook book, Reading reading) => reading switch
    {
        { Printed: { } printed } => $"{SeriesBook.Time(reading)}の{book.Subject}は、0です（{JapaneseCalendar.Long(reading.AsOf)}現在、協定はまだなく、資料の表示は「{printed}」です）。",
        { Forecast: true } => $"{SeriesBook.Time(reading)}は、{book.Subject}が{SeriesBook.Amount(reading.Value)}です（「中間のまとめ」による見込みで、実績ではありません）。",
        { Yearly: true } => $"{SeriesBook.Time(reading)}の{book.Subject}は、{SeriesBook.Amount(reading.Value)}です（{JapaneseCalendar.Long(reading.AsOf)}現在）。{Disputed(book, reading)}",
        _ => $"{JapaneseCalendar.Long(reading.AsOf)}現在の{book.Subject}は、{SeriesBook.Amount(reading.Value)}です。",
    };

    private static string Disputed(SeriesBook book, Reading reading) => book.Series.Key == StatisticsTerms.Exchange && reading.FiscalYear == 2015
        ? "同じ日の市町村名の一覧（「取組み」）では564市町村（県を加えて580）で、どちらが正しいかは資料だけでは決められません。" : "";

    private static Answer Latest(SeriesBook book)
    {
        var latest = book.Latest;
        var yearly = latest.Yearly || latest.Value == book.Yearly[^1].Value ? "" : $"各年8月1日現在の表で最も新しいのは、{JapaneseCalendar.FiscalYearName(book.Yearly[^1].FiscalYear)}の{SeriesBook.Amount(book.Yearly[^1].Value)}です。";
        return Fact(book, $"記録で最も新しい{book.Subject}は、{SeriesBook.Amount(latest.Value)}です（{JapaneseCalendar.Long(latest.AsOf)}現在）。{yearly}", latest);
    }

    private static Answer Forecast(SeriesBook book) => book.Forecast is { } forecast
        ? Fact(book, Sentence(book, forecast), forecast)
        : Reasoning.Answer.NotFound($"{book.Subject}の見込みは、記録にありません。");

    private static Answer History(SeriesQuery query)
    {
        var book = query.Book;
        var range = query.Dates is [{ } only] ? only : null;
        var readings = range is null ? book.Yearly : [.. book.Yearly.Where(reading => range.Unit == DateUnit.FiscalYear || range.Matches(reading.AsOf, reading.AsOf))];
        if (readings.Count == 0)
            return Missing(book, range!, false);
        var beyond = range is { Unit: DateUnit.Range } && (range.From is { } from && from < JapaneseCalendar.FiscalYearStart(book.Yearly[0].FiscalYear) || range.Until is { } until && until > JapaneseCalendar.FiscalYearEnd(book.Latest.FiscalYear));
        var text = $"{book.Subject}は、{string.Join('、', readings.Select(reading => $"{JapaneseCalendar.FiscalYearName(reading.FiscalYear)} {reading.Printed ?? Numbers.Count(reading.Value)}"))}です（自治体数、各年8月1日現在）。"
            + (beyond ? $"記録があるのは、{book.Covered}です。" : "");
        return Fact(book, text, [.. readings]);
    }

    private static Answer Mentioned(SeriesQuery query, decimal number)
    {
        var book = query.Books.FirstOrDefault(candidate => candidate.Readings.Any(reading => reading.Value == number)) ?? query.Book;
        var known = query.Dates.Where(date => date.Kind == DateKind.Known).ToList();
        var same = book.Readings.Where(reading => reading.Value == number && (known.Count == 0 || known.Any(date => book.At(date, reading.Forecast).Contains(reading)))).ToList();
        if (same.Count > 0)
        {
            var times = Wording.List([.. same.Select(reading => SeriesBook.Time(reading) + (reading.Yearly ? $"（{JapaneseCalendar.Long(reading.AsOf)}現在）" : reading.Forecast ? "" : "現在"))], 200);
            return Fact(book, $"{(query.Question.YesNo ? "はい。" : "")}{book.Subject}の{SeriesBook.Amount((int)number)}は、{times}の数です。", [.. same]);
        }

        if (book.Series.Key == StatisticsTerms.Exchange && number is 564 or 580)
            return Fact(book, Sentence(book, book.Yearly[0]), book.Yearly[0]);
        if (query.Dates is [{ } date] && book.At(date, false) is [{ } actual])
            return Fact(book, (query.Question.YesNo ? "いいえ。" : $"{number:#,0}という数は記録と合いません。") + Sentence(book, actual), actual);
        return Reasoning.Answer.NotFound($"{book.Subject}が{number:#,0}という時点は、記録に見つかりません。記録は{book.Covered}です。") with { Rows = Rows(book), Suggestions = [$"{book.Subject}の推移は？"] };
    }

    private static Answer NotAddable(SeriesQuery query)
    {
        var book = query.Book;
        return Fact(book, $"{book.Subject}は、それぞれの時点の数なので、年度をまたいで足し合わせることはできません。記録で最も新しい数は、{SeriesBook.Amount(book.Latest.Value)}です（{JapaneseCalendar.Long(book.Latest.AsOf)}現在）。", book.Latest);
    }

    private static Answer WhichYear(SeriesBook book, DateCondition date, IReadOnlyList<Reading> readings) =>
        new(AnswerKind.AskBack, $"{date.Describe()}現在の{book.Subject}は、{readings.Count}年分あります。どれのことですか。（{string.Join('、', readings.Select(reading => $"{JapaneseCalendar.FiscalYearName(reading.FiscalYear)}: {Numbers.Count(reading.Value)}"))}）")
        {
            Heading = book.Subject,
            Choices = [.. readings.Select(reading => new Choice(JapaneseCalendar.FiscalYearName(reading.FiscalYear), SeriesBook.Amount(reading.Value), $"{JapaneseCalendar.FiscalYearName(reading.FiscalYear)}の{book.Subject}は？"))],
            Sources = book.Series.Sources,
        };

    public static Answer Missing(SeriesBook book, DateCondition date, bool forecast) =>
        Reasoning.Answer.NotFound(forecast && book.Forecast is not null
            ? $"{date.Describe()}の{book.Subject}の見込みは、記録に見つかりません。見込みがあるのは、{JapaneseCalendar.FiscalYearName(2017)}末だけです。"
            : $"{date.Describe()}の{book.Subject}は、記録に見つかりません。記録があるのは、{book.Covered}です。") with
        {
            Heading = book.Subject,
            Sources = book.Series.Sources,
            Suggestions = [$"{book.Subject}の推移は？", $"最新の{book.Subject}は？"],
        };

    /// <summary>An answer about one series, with the whole series on the card.</summary>
    public static Answer Fact(SeriesBook book, string text, params IReadOnlyList<Reading> readings) => new(AnswerKind.Fact, Wording.Cut(text, Wording.ListLimit))
    {
        Heading = book.Subject,
        Rows = Rows(book),
        Notes = Notes(book, readings),
        Sources = [.. readings.Select(reading => reading.Source).Concat(book.Series.Sources).DistinctBy(source => (source.Document, source.Place)).Take(3)],
        Suggestions = [.. new[] { $"{book.Subject}の推移は？", $"{book.Subject}の増加が最も大きかった年度は？", "連携自治体数の合計は？" }.Where(suggestion => book.Series.Key != StatisticsTerms.Total || suggestion != "連携自治体数の合計は？")],
    };

    private static IReadOnlyList<string> Notes(SeriesBook book, IReadOnlyList<Reading> readings)
    {
        var notes = new List<string>();
        if (readings is [{ } only])
            notes.AddRange(book.Beside(only).Select(other => $"同じ年度の数: {SeriesBook.Dated(other)}"));
        if (book.Series.Note is { } note)
            notes.Add(note);
        if (readings.Any(reading => reading.FiscalYear == 2015 && reading.Yearly))
            notes.AddRange((book.Series.OtherReadings ?? []).Select(other => $"{other.Reading} — {other.Reason}"));
        return notes;
    }

    private static AnswerRows Rows(SeriesBook book) =>
        new(["時点", "数", "前年度から"], [.. book.Readings.Select(reading => (IReadOnlyList<string>)[
            reading.Yearly ? JapaneseCalendar.FiscalYearName(reading.FiscalYear) : SeriesBook.Time(reading),
            reading.Printed ?? Numbers.Count(reading.Value),
            reading.Yearly && book.OfYear(reading.FiscalYear - 1) is { } before ? Numbers.Difference(reading.Value - before.Value) : "—"])]);
}
