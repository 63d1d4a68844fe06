using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Arithmetic over one series: changes, ratios, extremes, the year a number was passed, and what had been expected.</summary>
internal static partial class SeriesArithmetic
{
    /// <summary>The change between two times: in numbers, in per cent and as a multiple, whichever was asked for first.</summary>
    public static Answer Change(SeriesQuery query)
    {
        var book = query.Book;
        var (from, until, missing) = Ends(query);
        if (missing is not null)
            return SeriesSentences.Missing(book, missing, query.Forecast);
        if (from is null || until is null)
            return Answer.NotFound($"{book.Subject}の記録は{SeriesBook.Time(book.Yearly[0])}からで、その前年度と比べることはできません。");
        var change = until.Value - from.Value;
        var span = $"{SeriesBook.Time(from)}の{SeriesBook.Amount(from.Value)}から{SeriesBook.Time(until)}の{SeriesBook.Amount(until.Value)}まで";
        var amount = change == 0 ? "増減はありません" : $"{SeriesBook.Amount(Math.Abs(change))}{(change > 0 ? "増えました" : "減りました")}";
        var text = query.Question switch
        {
            var q when from.Value == 0 && (q.Asks(Operation.Ratio) || WantsPercent(q)) => $"{SeriesBook.Time(from)}は0自治体のため、倍率や伸び率は計算できません。{book.Subject}は、{span}で{amount}。",
            var q when q.Asks(Operation.Ratio) => $"{book.Subject}は、{span}で約{Numbers.Times((decimal)until.Value / from.Value)}倍（{(decimal)until.Value / from.Value:0.00}倍）になりました。",
            var q when WantsPercent(q) => $"{book.Subject}の伸び率は、{span}で{Numbers.Percent(change, from.Value)}です（{Numbers.Difference(change)}自治体）。",
            var q when q.YesNo => $"{((q.Has("減") ? change < 0 : change > 0) ? "はい。" : "いいえ。")}{book.Subject}は、{span}で{amount}。",
            var q when q.Asked.Any(sense => sense is AsksWhich) => change == 0
                ? $"{book.Subject}は、{SeriesBook.Time(from)}も{SeriesBook.Time(until)}も{SeriesBook.Amount(from.Value)}で同じです。"
                : $"{book.Subject}は、{SeriesBook.Time(change > 0 ? until : from)}のほうが{SeriesBook.Amount(Math.Abs(change))}多いです（{SeriesBook.Time(from)} {SeriesBook.Amount(from.Value)}、{SeriesBook.Time(until)} {SeriesBook.Amount(until.Value)}）。",
            _ => $"{book.Subject}は、{span}で{amount}{(from.Value > 0 && change != 0 ? $"（{Numbers.Difference(change)}、伸び率{Numbers.Percent(change, from.Value)}）" : "")}。",
        };
        return SeriesSentences.Fact(book, text, from, until);
    }

    private static bool WantsPercent(Question question) => question.Asks(Operation.Growth) || question.Asks(Operation.Share) || question.Has("%") || question.Has("ぱーせんと");

    private static (Reading? From, Reading? Until, DateCondition? Missing) Ends(SeriesQuery query)
    {
        var book = query.Book;
        if (query.Ends is var (first, last))
        {
            var (a, b) = (book.At(first, false), book.At(last, query.Forecast));
            return (a.Count > 0 ? a[0] : null, b.Count > 0 ? b[^1] : null, a.Count == 0 ? first : b.Count == 0 ? last : null);
        }

        if (query.Dates.Count == 0)
            return (book.Yearly[0], query.Forecast && book.Forecast is { } expected ? expected : book.Yearly[^1], null);
        var date = query.Dates[0];
        if (date.Unit == DateUnit.Range)
            return date.First is { } since ? Pair(book.At(since, false), [book.Yearly[^1]], since) : Pair([book.Yearly[0]], book.At(date.Last!, false), date.Last!);
        if (book.At(date, query.Forecast) is not [.., { } until])
            return (null, null, date);
        // 「平成27年度から」 and 「平成27年度に比べて」 start there; else a year's change is the one from the year before.
        if (query.Question.Has(date.FiscalYear is null ? "年から" : "年度から") && !query.Question.Has("前年度から") || query.Question.Has("年度比で") || query.Question.Has("に比べ") || query.Question.Has("と比べ"))
            return (until, book.Yearly[^1], null);
        return (until.Yearly ? book.OfYear(until.FiscalYear - 1) : book.Readings.LastOrDefault(reading => reading.AsOf < until.AsOf && !reading.Forecast), until, null);

        static (Reading?, Reading?, DateCondition?) Pair(IReadOnlyList<Reading> a, IReadOnlyList<Reading> b, DateCondition named) =>
            a.Count == 0 || b.Count == 0 ? (null, null, named) : (a[0], b[^1], null);
    }

    /// <summary>The year with the most or least: of the values, or of the increases where those are asked about.</summary>
    public static Answer Extreme(SeriesQuery query)
    {
        var book = query.Book;
        var least = query.Question.Asks(Operation.Min) || query.Question.Has("少な") || query.Question.Has("小さ");
        var within = query.Dates is [{ Unit: DateUnit.Range } range] ? range : null;
        var yearly = book.Yearly.Where(reading => within is null || within.Matches(reading.AsOf, reading.AsOf)).ToList();
        if (yearly.Count == 0)
            return SeriesSentences.Missing(book, within!, false);
        var rank = Math.Max(query.Rank ?? 1, 1);
        if (!query.Change)
        {
            var levels = (least ? yearly.OrderBy(reading => reading.Value) : yearly.OrderByDescending(reading => reading.Value)).GroupBy(reading => reading.Value).ToList();
            var level = levels[Math.Min(rank, levels.Count) - 1];
            return SeriesSentences.Fact(book, $"{book.Subject}が{(rank > 1 ? $"{Math.Min(rank, levels.Count)}番目に" : "最も")}{(least ? "少ない" : "多い")}のは、{string.Join('、', level.Select(SeriesBook.Time))}の{SeriesBook.Amount(level.Key)}です（各年8月1日現在）。", [.. level]);
        }

        var steps = yearly.Where(reading => book.OfYear(reading.FiscalYear - 1) is not null).Select(reading => (Reading: reading, Before: book.OfYear(reading.FiscalYear - 1)!, Change: reading.Value - book.OfYear(reading.FiscalYear - 1)!.Value)).ToList();
        var groups = (least ? steps.OrderBy(step => step.Change) : steps.OrderByDescending(step => step.Change)).GroupBy(step => step.Change).ToList();
        var chosen = groups[Math.Min(rank, groups.Count) - 1].ToList();
        var detail = chosen.Count == 1 ? $"（{Numbers.Count(chosen[0].Before.Value)}から{Numbers.Count(chosen[0].Reading.Value)}に）" : "";
        return SeriesSentences.Fact(book, $"{book.Subject}の増加が{(rank > 1 ? $"{Math.Min(rank, groups.Count)}番目に" : "最も")}{(least ? "小さ" : "大き")}かったのは{string.Join('、', chosen.Select(step => SeriesBook.Time(step.Reading)))}で、前年度から{SeriesBook.Amount(chosen[0].Change)}の増加です{detail}。", [.. chosen.Select(step => step.Reading)]);
    }

    /// <summary>The years in which nothing was added, or fewer were counted.</summary>
    public static Answer Still(SeriesQuery query)
    {
        var book = query.Book;
        var fewer = query.Question.Has("減");
        var years = book.Yearly.Where(reading => book.OfYear(reading.FiscalYear - 1) is { } before && (fewer ? reading.Value < before.Value : reading.Value == before.Value)).ToList();
        var what = fewer ? "減った" : "前年度から増減がなかった";
        return SeriesSentences.Fact(book, years.Count == 0
            ? $"{book.Subject}が{what}年度は、記録のある{JapaneseCalendar.FiscalYearName(book.Yearly[0].FiscalYear)}から{JapaneseCalendar.FiscalYearName(book.Yearly[^1].FiscalYear)}まではありません。"
            : $"{book.Subject}が{what}のは、{string.Join('、', years.Select(reading => $"{SeriesBook.Time(reading)}（{SeriesBook.Amount(reading.Value)}）"))}です。", [.. years]);
    }

    public static Answer Average(SeriesQuery query)
    {
        var book = query.Book;
        var within = query.Dates is [{ Unit: DateUnit.Range } range] ? range : null;
        var yearly = book.Yearly.Where(reading => within is null || within.Matches(reading.AsOf, reading.AsOf)).ToList();
        if (yearly.Count < 2)
            return SeriesSentences.Missing(book, within!, false);
        var (from, until) = (yearly[0], yearly[^1]);
        var span = $"{SeriesBook.Time(from)}から{SeriesBook.Time(until)}まで";
        return SeriesSentences.Fact(book, query.Change
            ? $"{book.Subject}の1年当たりの増加は、{span}の平均で約{(until.Value - from.Value) / (decimal)(yearly.Count - 1):#,0.#}自治体です（{Numbers.Count(from.Value)}から{Numbers.Count(until.Value)}まで{Numbers.Count(until.Value - from.Value)}増）。"
            : $"{book.Subject}の{span}の{yearly.Count}年度の平均は、約{yearly.Average(reading => (decimal)reading.Value):#,0.#}自治体です（各年8月1日現在）。", from, until);
    }

    /// <summary>The increase of every year.</summary>
    public static Answer Steps(SeriesQuery query)
    {
        var book = query.Book;
        var steps = book.Yearly.Where(reading => book.OfYear(reading.FiscalYear - 1) is not null).Select(reading => $"{SeriesBook.Time(reading)} {Numbers.Difference(reading.Value - book.OfYear(reading.FiscalYear - 1)!.Value)}");
        return SeriesSentences.Fact(book, $"{book.Subject}の前年度からの増減は、{string.Join('、', steps)}です。", [.. book.Yearly.Skip(1)]);
    }

    /// <summary>When a number was passed, or whether it was at a given time.</summary>
    public static Answer Passing(SeriesQuery query, NumberCondition condition)
    {
        var book = query.Book;
        var words = Numbers.Count((long)condition.Value) + condition.Comparison switch
        {
            NumberComparison.AtLeast => "以上になった",
            NumberComparison.MoreThan => "を超えた",
            NumberComparison.AtMost => "以下だった",
            _ => "を下回った",
        };
        if (query.Dates is [{ Unit: not DateUnit.Range } date])
        {
            return book.At(date, query.Forecast) is [{ } reading, ..]
                ? SeriesSentences.Fact(book, $"{(condition.Matches(reading.Value) ? "はい。" : "いいえ。")}{SeriesSentences.Sentence(book, reading)}", reading)
                : SeriesSentences.Missing(book, date, query.Forecast);
        }

        var within = query.Dates is [{ } range] ? range : null;
        var met = book.Yearly.Where(reading => condition.Matches(reading.Value) && (within is null || within.Matches(reading.AsOf, reading.AsOf))).ToList();
        if (met.Count == 0)
            return SeriesSentences.Fact(book, $"{book.Subject}が{words}年度は、記録にはありません。記録があるのは、{book.Covered}です。", book.Latest) with { Kind = AnswerKind.NotFound };
        var rises = condition.Comparison is NumberComparison.AtLeast or NumberComparison.MoreThan;
        if (rises && !query.Question.Asks(Operation.List) && !query.Question.Asked.Any(sense => sense is AsksQuantity) && !AllYears().IsMatch(query.Question.Folded))
        {
            var before = book.OfYear(met[0].FiscalYear - 1);
            return SeriesSentences.Fact(book, $"{(query.Question.YesNo ? "はい。" : "")}{book.Subject}が初めて{words}のは{SeriesBook.Time(met[0])}で、{SeriesBook.Amount(met[0].Value)}です（{JapaneseCalendar.Long(met[0].AsOf)}現在{(before is null ? "" : $"。前年度は{SeriesBook.Amount(before.Value)}")}）。", met[0]);
        }

        return SeriesSentences.Fact(book, $"{book.Subject}が{words}のは、{Wording.List([.. met.Select(reading => $"{SeriesBook.Time(reading)}（{SeriesBook.Shown(reading)}）")], 240)}です（{met.Count}年度、各年8月1日現在）。", [.. met]);
    }

    [System.Text.RegularExpressions.GeneratedRegex("(の|る|た)年度?(は|を|が|って)|年度?と何年")]
    private static partial System.Text.RegularExpressions.Regex AllYears();

    /// <summary>What was expected for the end of 平成29年度 against what was counted.</summary>
    public static Answer AgainstForecast(SeriesQuery query)
    {
        var book = query.Book;
        var forecast = book.Forecast!;
        var actual = query.Dates.SelectMany(date => book.At(date, false)).FirstOrDefault(reading => !reading.Forecast) ?? book.OfYear(forecast.FiscalYear + 1)!;
        var unfit = query.Dates.FirstOrDefault(date => book.At(date, false).Count == 0 && book.At(date, true).Count == 0);
        if (unfit is not null)
            return SeriesSentences.Missing(book, unfit, false);
        if (query.Dates.Count == 1 && query.Dates[0].FiscalYear == forecast.FiscalYear && query.Question.Has("実績"))
            actual = query.Question.Has("末") ? book.OfYear(forecast.FiscalYear + 1)! : book.OfYear(forecast.FiscalYear)!;
        var difference = actual.Value - forecast.Value;
        var verdict = difference == 0 ? "同じ数です" : $"{(difference > 0 ? SeriesBook.Time(actual) + "の実績" : "見込み")}のほうが{SeriesBook.Amount(Math.Abs(difference))}多いです";
        return SeriesSentences.Fact(book, $"{book.Subject}は、{SeriesBook.Time(forecast)}が{SeriesBook.Amount(forecast.Value)}、{SeriesBook.Time(actual)}の実績（{JapaneseCalendar.Long(actual.AsOf)}現在）が{SeriesBook.Amount(actual.Value)}で、{verdict}。", forecast, actual);
    }
}
