using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Counts and names of the list of 2015, by prefecture, region and kind; rankings are in <see cref="ExchangeRanking"/>.</summary>
internal sealed partial class ExchangeCounts(ExchangeList list, IReadOnlyList<SeriesBook> series)
{
    private const int NamesLimit = 460;

    /// <summary>More than this is cut on the card.</summary>
    private const int LongestCell = 110;

    private readonly ExchangeRanking ranking = new(list);

    public Answer? Answer(ExchangeQuery query)
    {
        if (ranking.TryAnswer(query) is { } ranked)
            return ranked;
        if (query.PrefectureLevel)
            return PrefectureLevel(query);
        if (Unlisted().IsMatch(query.Question.Folded) && query.Prefectures.Count == 1)
            return Reasoning.Answer.NotFound($"一覧は交流のある市町村だけを載せたもので、{query.Prefectures[0].Name}の載っていない市町村の一覧は、記録にありません。");
        var places = query.Prefectures.Count + query.Regions.Count;
        if (places > 1)
            return SeveralPlaces(query);
        if (query.Prefectures is [var prefecture])
            return WantsNames(query) ? Names(query, prefecture.Name) : OfPrefecture(query, list.Row(prefecture.Name));
        if (query.Regions is [var region])
            return WantsNames(query) ? NamesOfRegion(query, region.Name) : OfRegion(query, region.Name);
        // A share of all municipalities of the country is a figure of its own.
        if (query.Question.Asks(Operation.Share))
            return null;
        return WantsNumber(query) ? OfCountry(query) : WantsNames(query) ? NamesOfCountry(query) : query.NamesList && !query.NamesSeries || query.NamesTotal ? OfCountry(query) : null;
    }

    private static bool WantsNumber(ExchangeQuery query) =>
        query.Question.Asked.Any(sense => sense is AsksQuantity or AsksOperation { Operation: Operation.Count or Operation.Sum or Operation.Share or Operation.Average or Operation.Difference or Operation.Ratio })
        || CountWords().IsMatch(query.Question.Folded);

    private static bool WantsNames(ExchangeQuery query) => !WantsNumber(query)
        && (query.Question.Asked.Any(sense => sense is AsksWhich or AsksAspect or AsksOperation { Operation: Operation.List }) || query.Tied || query.NamesList || query.Listed || query.NamesSeries);

    private Answer OfPrefecture(ExchangeQuery query, ExchangeTableRow row)
    {
        var itself = list.HasPrefectureLevel(row.Area);
        var share = query.Question.Asks(Operation.Share)
            ? $"全国の{Numbers.Count(ExchangeList.Count(list.Country, query.Kinds))}{Unit(query.Kinds)}に占める割合は、{Numbers.Percent(ExchangeList.Count(row, query.Kinds), ExchangeList.Count(list.Country, query.Kinds))}です。" : "";
        var text = query.AllKinds
            ? $"{row.Area}で23区と交流があるのは、{row.Municipalities}市町村（{Breakdown(row)}）です（{ExchangeMembership.AsOf}）。{(itself ? query.WithoutPrefecture ? "この数に、県としての交流は含みません。" : "このほかに、県としての交流が1つあります。" : "")}"
            : ExchangeList.Count(row, query.Kinds) == 0 ? $"{row.Area}で23区と交流のある{Unit(query.Kinds)}は、ありません（{ExchangeMembership.AsOf}の一覧。{Breakdown(row)}）。"
            : $"{row.Area}で23区と交流のある{Unit(query.Kinds)}は、{ExchangeList.Count(row, query.Kinds)}{Unit(query.Kinds)}です（{ExchangeMembership.AsOf}の一覧。{Wording.List(list.Of(row.Area, query.Kinds).As(list.Shown), 140, "市町村")}）。";
        var repeated = list.Repeated(row.Area).Count(entry => query.Kinds.Contains(entry.Printed[^1]));
        var twice = repeated > 0 ? "この数は、一覧が同じ町を2回数えたものを含みます。" : "";
        return Fact(text + Corrected(row) + twice + share, [row.Area], Table(row.Area, list.Of(row.Area, query.Kinds)), row.Sources);
    }

    private Answer Names(ExchangeQuery query, string prefecture)
    {
        var entries = list.Of(prefecture, query.Kinds);
        var row = list.Row(prefecture);
        if (entries.Count == 0)
            return OfPrefecture(query, row);
        var double_ = list.Repeated(prefecture).Count();
        var itself = query.AllKinds && list.HasPrefectureLevel(prefecture) && !query.WithoutPrefecture ? "県としての交流もあります。" : "";
        var repeated = query.AllKinds && double_ > 0 ? $"資料の表では{row.Municipalities}ですが、同じ町を2回数えています。" : "";
        return Fact($"{prefecture}で23区と交流のある{Unit(query.Kinds)}は、{Wording.List(entries.As(list.Shown), NamesLimit, "市町村")}の{entries.Count}{Unit(query.Kinds)}です（{ExchangeMembership.AsOf}の一覧）。{itself}{repeated}", [prefecture], Table(prefecture, entries), entries[0].Sources);
    }

    private Answer OfRegion(ExchangeQuery query, string region)
    {
        var rows = list.In(region).Select(list.Row).ToList();
        var itself = rows.Count(row => list.HasPrefectureLevel(row.Area));
        var count = rows.Sum(row => ExchangeList.Count(row, query.Kinds));
        var each = string.Join('、', rows.Select(row => $"{row.Area} {ExchangeList.Count(row, query.Kinds)}"));
        var sum = list.Region(region).Sum;
        var text = !query.AllKinds ? $"{region}で23区と交流のある{Unit(query.Kinds)}は、{count}{Unit(query.Kinds)}です（{each}。{ExchangeMembership.AsOf}）。"
            : itself == 0 ? $"{region}で23区と交流があるのは、{count}市町村です（{each}。{ExchangeMembership.AsOf}）。"
            : query.WithoutPrefecture || query.Question.Asked.Any(sense => sense is AsksQuantity { Unit: "市町村" })
                ? $"{region}で23区と交流があるのは、{count}市町村です（{each}。{ExchangeMembership.AsOf}）。県としての交流{itself}を加えた合計は{sum}です。"
                : $"{region}は、道府県と市町村を合わせて{sum}です（市町村{count}、県としての交流{itself}。市町村は{each}。{ExchangeMembership.AsOf}）。";
        return Fact(text, [.. rows.Select(row => row.Area)], RowsOf(rows), list.Region(region).Sources);
    }

    private Answer NamesOfRegion(ExchangeQuery query, string region)
    {
        var entries = list.In(region).SelectMany(prefecture => list.Of(prefecture, query.Kinds)).ToList();
        return Fact(entries.Count == 0
            ? $"{region}で23区と交流のある{Unit(query.Kinds)}は、ありません（{ExchangeMembership.AsOf}の一覧）。"
            : $"{region}で23区と交流のある{Unit(query.Kinds)}は、{Wording.List(entries.As(list.Shown), NamesLimit, "市町村")}です（{ExchangeMembership.AsOf}の一覧）。", [.. list.In(region)], Table(entries), list.Region(region).Sources);
    }

    private Answer NamesOfCountry(ExchangeQuery query)
    {
        if (query.AllKinds)
            return OfCountry(query) with { Suggestions = ["長野県で交流のある市町村は？", "県としての交流があるのは何県？", "交流先の村は？"] };
        var entries = list.Entries.Where(entry => entry.DuplicateOf is null && query.Kinds.Contains(ExchangeList.Name(entry)[^1])).ToList();
        return Fact($"23区と交流のある{Unit(query.Kinds)}は{ExchangeList.Count(list.Country, query.Kinds)}あります（{ExchangeMembership.AsOf}の一覧）。{Wording.List(entries.As(list.Shown), 380, Unit(query.Kinds))}です。", [], Table(entries), list.Country.Sources);
    }

    private Answer OfCountry(ExchangeQuery query)
    {
        var country = list.Country;
        if (query.AllKinds && AsksPrefectures().IsMatch(query.Question.Folded))
            return Fact($"47都道府県のすべてに、23区と交流のある市町村があります（{ExchangeMembership.AsOf}）。県として交流があるのは、そのうち{country.PrefectureLevel}県です。", [], RowsOf([.. list.Prefectures.Select(prefecture => list.Row(prefecture.Name))]), country.Sources);
        var text = query.AllKinds
            ? query.Question.Asks(Operation.Average)
                ? $"1都道府県当たりの平均は、約{country.Municipalities!.Value / 47m:0.#}市町村です（{country.Municipalities}市町村を47都道府県で割った数。{ExchangeMembership.AsOf}）。"
                : $"{ExchangeMembership.AsOf}の一覧では、23区と交流があるのは{country.Municipalities}市町村（{Breakdown(country)}）で、県としての交流16を加えた合計は{country.Sum}です。{Later()}"
            : $"23区と交流のある{Unit(query.Kinds)}は、全国で{ExchangeList.Count(country, query.Kinds)}{Unit(query.Kinds)}です（{ExchangeMembership.AsOf}の一覧。全体は{country.Municipalities}市町村）。";
        return Fact(text, [], RowsOf([.. list.Prefectures.Select(prefecture => list.Row(prefecture.Name))]), country.Sources) with { Notes = [.. (country.OtherReadings ?? []).Select(reading => $"{reading.Reading} — {reading.Reason}")] };
    }

    /// <summary>What the yearly counts say, which came after the list and disagree with it.</summary>
    private string Later()
    {
        if (series.FirstOrDefault(book => book.Series.Key == StatisticsTerms.Exchange) is not { } exchange || series.FirstOrDefault(book => book.Series.Key == StatisticsTerms.Total) is not { } total)
            return "";
        var (first, last) = (exchange.Yearly[0], exchange.Yearly[^1]);
        return $"なお、後の資料は同じ日の{exchange.Subject}を{first.Value}とし、最新は{JapaneseCalendar.Long(last.AsOf)}現在の{SeriesBook.Amount(last.Value)}（会員登録や協定も含む連携自治体の合計は{SeriesBook.Amount(total.Yearly[^1].Value)}）です。";
    }

    private Answer SeveralPlaces(ExchangeQuery query)
    {
        var rows = query.Prefectures.Select(term => (Name: term.Name, Count: ExchangeList.Count(list.Row(term.Name), query.Kinds)))
            .Concat(query.Regions.Select(term => (Name: term.Name, Count: list.In(term.Name).Sum(prefecture => ExchangeList.Count(list.Row(prefecture), query.Kinds))))).ToList();
        var names = query.Prefectures.Select(term => term.Name).Concat(query.Regions.SelectMany(term => list.In(term.Name))).ToList();
        var (high, low) = (rows.MaxBy(row => row.Count), rows.MinBy(row => row.Count));
        var each = string.Join('、', rows.Select(row => $"{row.Name}が{row.Count}{Unit(query.Kinds)}"));
        var text = query.Question.Asks(Operation.Sum) ? $"合わせて{rows.Sum(row => row.Count)}{Unit(query.Kinds)}です（{each}。{ExchangeMembership.AsOf}）。"
            : query.Question.Asks(Operation.Ratio) && low.Count > 0 ? $"{high.Name}（{high.Count}{Unit(query.Kinds)}）は、{low.Name}（{low.Count}{Unit(query.Kinds)}）の約{Numbers.Times((decimal)high.Count / low.Count)}倍です（{ExchangeMembership.AsOf}）。"
            : rows.Count == 2 && high.Count == low.Count ? $"{rows[0].Name}も{rows[1].Name}も{high.Count}{Unit(query.Kinds)}で同じです（{ExchangeMembership.AsOf}）。"
            : rows.Count == 2 ? $"{high.Name}（{high.Count}{Unit(query.Kinds)}）が、{low.Name}（{low.Count}{Unit(query.Kinds)}）より{high.Count - low.Count}{Unit(query.Kinds)}多いです（{ExchangeMembership.AsOf}）。"
            : $"23区と交流のある{Unit(query.Kinds)}は、{each}です（{ExchangeMembership.AsOf}）。";
        return Fact(text, names, RowsOf([.. names.Distinct().Select(list.Row)]), list.Row(names[0]).Sources);
    }

    private Answer PrefectureLevel(ExchangeQuery query)
    {
        var all = list.PrefectureLevel.Select(entry => entry.Prefecture).ToList();
        if (query.Prefectures.Count > 0)
        {
            var (yes, no) = (query.Prefectures.Where(term => all.Contains(term.Name)).Select(term => term.Name).ToList(), query.Prefectures.Where(term => !all.Contains(term.Name)).Select(term => term.Name).ToList());
            var row = query.Prefectures.Count == 1 ? $"県内の市町村との交流は{list.Row(query.Prefectures[0].Name).Municipalities}市町村です。" : "";
            return Fact((no.Count == 0 ? $"はい。{string.Join('、', yes)}は、県として区と交流があります（{ExchangeMembership.AsOf}）。" : yes.Count == 0 ? $"いいえ。{string.Join('、', no)}は、県（道府県）としての区との交流の記録がありません（{ExchangeMembership.AsOf}）。"
                : $"県として区と交流があるのは{string.Join('、', yes)}で、{string.Join('、', no)}にはその記録がありません（{ExchangeMembership.AsOf}）。") + row, [], null, list.Row(query.Prefectures[0].Name).Sources);
        }

        var regions = query.Regions.Select(term => term.Name).ToList();
        var meant = all.Where(name => (regions.Count == 0 || regions.Contains(list.RegionOf(name))) && !query.Without.Exists(term => term.Name == name || term.Name == list.RegionOf(name))).ToList();
        var where = regions.Count > 0 ? string.Join('・', regions) + "で" : "";
        return Fact(meant.Count == 0 ? $"{where}県として区と交流がある県は、ありません（{ExchangeMembership.AsOf}）。" : $"{where}県として区と交流があるのは、{string.Join('、', meant)}の{meant.Count}県です（{ExchangeMembership.AsOf}）。", [], null, list.Country.Sources);
    }

    private Answer Fact(string text, IReadOnlyCollection<string> prefectures, AnswerRows? rows, IReadOnlyList<SourceRef> sources) => new(AnswerKind.Fact, Wording.Cut(text, Wording.ListLimit))
    {
        Heading = ExchangeListTerms.ListName,
        Rows = rows,
        Notes = list.Notes(prefectures),
        Sources = [.. sources.Take(2)],
        Suggestions = prefectures.Count == 1 ? [$"{prefectures.First()}で交流のある市町村は？", "交流市町村が最も多い都道府県は？"] : ["交流市町村が最も多い都道府県は？", "県としての交流があるのは何県？"],
    };

    public static string Unit(string kinds) => kinds switch
    {
        "市町村" => "市町村",
        "町村" => "町村",
        "市町" => "市町",
        _ => kinds,
    };

    /// <summary>「15市11町4村」, by the names where the printed table miscounts.</summary>
    private string Breakdown(ExchangeTableRow row) => row is { Scope: ExchangeScope.Prefecture, OtherReadings: { Count: > 0 } }
        ? $"{list.Of(row.Area, "市").Count}市{list.Of(row.Area, "町").Count}町{list.Of(row.Area, "村").Count}村"
        : $"{row.Cities}市{row.Towns}町{row.Villages}村";

    private static string Corrected(ExchangeTableRow row) => row is { Scope: ExchangeScope.Prefecture, OtherReadings: { Count: > 0 } }
        ? $"資料の表では{row.Cities}市{row.Towns}町{row.Villages}村ですが、名前の一覧から数え直した内訳です。" : "";

    /// <summary>The municipalities of one prefecture, one by one.</summary>
    private AnswerRows Table(string prefecture, IReadOnlyList<ExchangeEntry> entries) =>
        new([$"{prefecture}の市町村"], entries.As(entry => (IReadOnlyList<string>)[list.Shown(entry)]));

    /// <summary>The municipalities of several prefectures, by prefecture.</summary>
    private AnswerRows Table(IReadOnlyList<ExchangeEntry> entries) => new(["都道府県", "市町村"], [.. entries.GroupBy(entry => entry.Prefecture)
        .Select(group => (IReadOnlyList<string>)[group.Key, Wording.List(group.ToList().As(list.Shown), LongestCell, "市町村")])]);

    private static AnswerRows RowsOf(IReadOnlyList<ExchangeTableRow> rows) =>
        new(["都道府県", "市町村", "市", "町", "村", "県として"], [.. rows.Select(row => (IReadOnlyList<string>)[row.Area, $"{row.Municipalities}", $"{row.Cities}", $"{row.Towns}", $"{row.Villages}", row.PrefectureLevel > 0 ? $"{row.PrefectureLevel}" : "—"])]);

    [GeneratedRegex("(市町村|自治体|市|町|村|先|連携|交流|市区町村)数|の数|内訳|合計|総数")]
    private static partial Regex CountWords();

    [GeneratedRegex("(都道府県|道府県|府県)(は|の数|数|が|を)|(いくつの|何)(都道府県|道府県|府県|県)")]
    private static partial Regex AsksPrefectures();

    [GeneratedRegex("(載って|入って|含まれて|交流(の|が|は)|掲載されて)(い)?(ない|な[くき]|いない|ません)")]
    private static partial Regex Unlisted();
}
