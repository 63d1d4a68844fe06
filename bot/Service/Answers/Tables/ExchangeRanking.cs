using System.Text.RegularExpressions;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Which prefectures (or regions) have the most, the least, none, or a number within bounds on the list of 2015.</summary>
internal sealed partial class ExchangeRanking(ExchangeList list)
{
    private sealed record Place(string Name, int Count);

    public Answer? TryAnswer(ExchangeQuery query)
    {
        if (query.PrefectureLevel)
            return null;
        var question = query.Question;
        var places = Places(query);
        var unit = ExchangeCounts.Unit(query.Kinds);
        if (query.Prefectures.Count == 0 && None().IsMatch(question.Folded))
            return NoneOf(query, places);
        var ordered = InOrder().IsMatch(question.Folded);
        if (!ordered && query.Prefectures.Count == 0 && WhichPlaces().IsMatch(question.Folded) && question.Tokens.OfType<NumberToken>().Select(token => token.Number).FirstOrDefault(IsBound) is { Value: > 0 } bound)
            return Bounded(query, places, bound);
        if (query.Prefectures is [var ranked] && Rank().IsMatch(question.Folded))
            return RankOf(query, places, ranked.Name);
        var superlative = Superlative().IsMatch(question.Folded);
        var least = question.Asks(Operation.Min) || Fewest().IsMatch(question.Folded) || superlative && LeastWords().IsMatch(question.Folded);
        var top = question.Tokens.OfType<NumberToken>().Select(token => token.Number).FirstOrDefault(number => number.IsTop || ordered && number.Unit is "県" or "都道府県" or "位" or "つ" or "個" or null);
        var ordinal = question.Tokens.OfType<OrdinalToken>().FirstOrDefault()?.Ordinal;
        if (top.Value > 0 || ordered)
            return Top(query, places, least, top.Value > 0 ? (int)Math.Min(top.Value, 47) : 5);
        // 「東京都の次に多い」: the next one after the place named.
        var next = Next().IsMatch(question.Folded);
        var after = next && query.Prefectures is [var named] ? named.Name : null;
        if (!least && !question.Asks(Operation.Max) && !question.Asks(Operation.Second) && !next && !superlative && ordinal is null || query.Prefectures.Count > 0 && after is null)
            return null;
        var groups = Groups(places.Where(place => place.Count > 0), least);
        if (groups.Count == 0)
            return null;
        var index = after is not null ? groups.FindIndex(group => group.Exists(place => place.Name == after)) + 1 : ordinal is { } n ? n - 1 : question.Asks(Operation.Second) || next ? 1 : 0;
        if (index >= groups.Count || index < 0)
            return null;
        var group = groups[index];
        var lead = after is not null ? $"{after}の次に{(least ? "少ない" : "多い")}" : index > 0 ? $"{index + 1}番目に{(least ? "少ない" : "多い")}" : $"最も{(least ? "少ない" : "多い")}";
        var runnerUp = index == 0 && !least && groups.Count > 1 ? $"次は{string.Join('、', groups[1].Select(place => place.Name))}の{groups[1][0].Count}{unit}です。" : "";
        return Fact($"{Within(query)}23区と交流のある{unit}が{lead}のは、{string.Join('、', group.Select(place => place.Name))}の{group[0].Count}{unit}です（{ExchangeMembership.AsOf}）。{runnerUp}", places, unit);
    }

    /// <summary>A number that bounds a count; not 23区, 5県 or 1県あたり.</summary>
    private static bool IsBound(NumberMention number) => !number.IsTop && !number.IsOrdinal && number.Value is > 0 and < 565 && number.Unit is null or "市町村" or "自治体" or "団体" or "つ" or "個" or "市" or "町" or "村" or "町村" or "か所" or "件";

    private List<Place> Places(ExchangeQuery query)
    {
        var without = query.Without.Select(term => term.Name).ToHashSet();
        var regions = query.Regions.Select(term => term.Name).ToHashSet();
        if (ByRegion().IsMatch(query.Question.Folded))
            return [.. list.Regions.Where(row => !without.Contains(row.Area)).Select(row => new Place(row.Area, list.In(row.Area).Sum(prefecture => ExchangeList.Count(list.Row(prefecture), query.Kinds))))];
        return [.. list.Prefectures.Where(prefecture => !without.Contains(prefecture.Name) && !without.Contains(list.RegionOf(prefecture.Name)) && (regions.Count == 0 || regions.Contains(list.RegionOf(prefecture.Name))))
            .Select(prefecture => new Place(prefecture.Name, ExchangeList.Count(list.Row(prefecture.Name), query.Kinds)))];
    }

    private static List<List<Place>> Groups(IEnumerable<Place> places, bool least) =>
        [.. (least ? places.OrderBy(place => place.Count) : places.OrderByDescending(place => place.Count)).GroupBy(place => place.Count).Select(group => group.ToList())];

    private static string Within(ExchangeQuery query) => (query.Without.Count > 0 ? string.Join('、', query.Without.Select(term => term.Name)) + "を除くと、" : "") + (query.Regions.Count > 0 ? string.Join('・', query.Regions.Select(term => term.Name)) + "で、" : "");

    private Answer NoneOf(ExchangeQuery query, List<Place> places)
    {
        var unit = ExchangeCounts.Unit(query.Kinds);
        var none = places.Where(place => place.Count == 0).Select(place => place.Name).ToList();
        return Fact(none.Count == 0
            ? $"{Within(query)}23区と交流のある{unit}がない都道府県は、ありません（{ExchangeMembership.AsOf}{(query.AllKinds ? "。47都道府県すべてに交流のある市町村があります" : "")}）。"
            : $"{Within(query)}23区と交流のある{unit}がないのは、{Wording.List(none, 420, "都道府県")}の{none.Count}都道府県です（{ExchangeMembership.AsOf}の一覧）。", places, unit);
    }

    private Answer Bounded(ExchangeQuery query, List<Place> places, NumberMention bound)
    {
        var unit = ExchangeCounts.Unit(query.Kinds);
        var met = places.Where(place => bound.Condition.Matches(place.Count)).OrderByDescending(place => place.Count).ToList();
        var words = $"{bound.Value:0}{unit}" + bound.Comparison switch
        {
            NumberComparison.AtLeast => "以上",
            NumberComparison.AtMost => "以下",
            NumberComparison.MoreThan => "を超える",
            NumberComparison.LessThan => "未満",
            _ => "",
        };
        return Fact(met.Count == 0 ? $"{Within(query)}23区と交流のある{unit}が{words}{(words.EndsWith('る') ? "" : "の")}都道府県は、ありません（{ExchangeMembership.AsOf}）。"
            : $"{Within(query)}23区と交流のある{unit}が{words}{(words.EndsWith('る') ? "" : "の")}都道府県は、{Wording.List([.. met.Select(place => $"{place.Name}（{place.Count}）")], 420, "都道府県")}の{met.Count}です（{ExchangeMembership.AsOf}）。", places, unit);
    }

    private Answer RankOf(ExchangeQuery query, List<Place> places, string name)
    {
        var unit = ExchangeCounts.Unit(query.Kinds);
        var own = places.First(place => place.Name == name);
        var ties = places.Count(place => place.Count == own.Count) - 1;
        return Fact($"23区と交流のある{unit}の数では、{name}は{places.Count(place => place.Count > own.Count) + 1}位です（{own.Count}{unit}{(ties > 0 ? $"、同数がほかに{ties}" : "")}。{ExchangeMembership.AsOf}）。", places, unit);
    }

    private Answer Top(ExchangeQuery query, List<Place> places, bool least, int count)
    {
        var unit = ExchangeCounts.Unit(query.Kinds);
        var shown = new List<Place>();
        foreach (var group in Groups(places.Where(place => place.Count > 0), least).TakeWhile(_ => shown.Count < count))
            shown.AddRange(group);
        return Fact($"{Within(query)}23区と交流のある{unit}が{(least ? "少ない" : "多い")}順に、{Wording.List([.. shown.Select(place => $"{place.Name}（{place.Count}）")], 420, "都道府県")}です（{ExchangeMembership.AsOf}）。", places, unit);
    }

    private Answer Fact(string text, List<Place> places, string unit) => new(AnswerKind.Fact, text)
    {
        Heading = ExchangeListTerms.ListName,
        Rows = new AnswerRows(["都道府県・地域", unit], [.. places.OrderByDescending(place => place.Count).Select(place => (IReadOnlyList<string>)[place.Name, $"{place.Count}"])]),
        Sources = [.. list.Country.Sources.Take(1)],
        Notes = places.Exists(place => place.Name == "関東") ? ["資料の地域別の合計は、県としての交流を含む数です（" + string.Join('、', list.Regions.Select(row => $"{row.Area}{row.Sum}")) + "）。"] : [],
        Suggestions = ["交流市町村が最も少ない都道府県は？", "長野県の交流市町村数の内訳は？"],
    };

    [GeneratedRegex("(市町村|自治体|市|町|村|交流先|交流)(が|の|は|も)?(1つも|全く|まったく|ひとつも)?(ない|無い|なし|0の|ありません|ゼロ)|(市町村|自治体|市|町|村)(が|の数が|は)?(0|ぜろ)|空白|(入って|載って|含まれて|掲載されて)(い)?(ない|ません)")]
    private static partial Regex None();

    [GeneratedRegex("何位|何番目|順位")]
    private static partial Regex Rank();

    [GeneratedRegex("少ない順|少ない方から|すくない順")]
    private static partial Regex Fewest();

    [GeneratedRegex("多い順|少ない順|らんきんぐ|上位|べすと|多い方から|少ない方から|順に")]
    private static partial Regex InOrder();

    [GeneratedRegex("(次|つぎ)(に|いで|点)|次いで|に次ぐ|につぐ|の次は|のつぎは")]
    private static partial Regex Next();

    [GeneratedRegex("(一番|いちばん|最も|もっとも|最).*(多|少|大き|小さ)")]
    private static partial Regex Superlative();

    [GeneratedRegex("少|小さ")]
    private static partial Regex LeastWords();

    [GeneratedRegex("(?<![一-龥])(都道府県|道府県|府県|県)|地方|地域")]
    private static partial Regex WhichPlaces();

    [GeneratedRegex("地方|地域|えりあ|ぶろっく")]
    private static partial Regex ByRegion();
}
