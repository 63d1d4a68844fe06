using System.Text.RegularExpressions;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// Answers questions about the yearly counts of partner municipalities: values at a date, increases, ratios, shares, extremes, the year a number was passed, and forecasts.
/// </summary>
internal sealed class StatisticsAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    private static readonly Regex Explained = Remainder.Words("見込", "見通し", "予測", "予定", "実績", "実際", "推移", "変化", "動き", "比較", "重複", "除", "増加", "減少", "横ばい", "区分", "項目", "数値", "会員", "登録", "ぐらふ", "増加分", "増減", "純増", "前年", "比", "同",
        "ほーむぺーじ", "hp", "registered", "website", "members", "only", "以上", "未満", "区", "町村", "対前年");

    private readonly IReadOnlyDictionary<string, SeriesBook> books = knowledge.Tables.Series.ToDictionary(series => series.Name, series => new SeriesBook(series, knowledge.Tables.Figures));

    public Answer? TryAnswer(Question question)
    {
        var named = Named(question);
        if (named.Count == 0)
            return null;
        if (Remainder.Of(question, Explained, term => term.Is(TermKind.Series) || IsListName(term) || IsPlace(term)).Any(token => token.Inherited || !token.Text.EndsWith("協定", StringComparison.Ordinal) || !FollowsOn(question)) || AsksSomethingElse(question))
            return null;
        // Which association is the largest is a matter of the agreements.
        if ((question.Asks(Operation.Max) || question.Asks(Operation.Min)) && question.HasAny("団体は", "団体が", "団体を", "団体名", "どの団体") && named[0].Series.Key == StatisticsTerms.Agreements)
            return null;
        if (question.TermTokens.Any(IsPlace))
            return OfPlace(question, named);
        if (question.HasAny("都道府県別", "県別", "地域別", "区別", "市町村別"))
            return Answer.NotFound($"{named[0].Subject}の地域ごとの内訳は、記録に見つかりません。記録にあるのは、全国の数だけです。") with { Suggestions = [$"{named[0].Subject}は？"] };
        if (named is [{ Series.Key: StatisticsTerms.Agreements }] && !WantsNumber(question))
            return null;
        var query = SeriesQuery.Of(question, named);
        return query.Dates.FirstOrDefault(date => date.Kind == DateKind.Invalid) is { } invalid
            ? Answer.NotFound($"「{invalid.Describe()}」という日付はありません。日付をご確認ください。")
            : SeriesSentences.Answer(query);
    }

    /// <summary>The series that a question names; the total also by 「合計」 beside 見込み, 実績 or a year with nothing else to add up.</summary>
    private List<SeriesBook> Named(Question question)
    {
        var own = question.Tokens.OfType<TermToken>().Where(token => !token.Excluded).Select(token => token.Of(TermKind.Series)).OfType<Term>().Select(term => books[term.Name]).Distinct().ToList();
        if (own.Count > 0 && question.TermTokens.Where(token => token.Is(TermKind.Series)).All(token => token.Inherited) && Switched(question) is { } other)
            return [other];
        var total = books.Values.FirstOrDefault(book => book.Series.Key == StatisticsTerms.Total);
        if (total is null || own.Contains(total))
            return own;
        // 「会員登録自治体の割合」 is the share in the total; 「全国の何％」 is another whole.
        if (own.Count == 1 && question.Asks(Operation.Share) && !question.Asks(Operation.Growth) && !question.Has("増") && !question.Has("伸び") && !question.Has("全国の") && !question.Tokens.OfType<DateToken>().Skip(1).Any())
            return [.. own, total];
        var says = question.Tokens.OfType<AskToken>().Any(token => token.Text == "合計" && (!token.Inherited || own.Count == 0));
        if (!says)
            return own;
        if (own.Count == 0)
            return question.Has("見込") || question.Has("重複") || question.Date is not null && question.Has("自治体") && !question.TermTokens.Any(token => !token.Soft) ? [total] : own;
        // 「各区の交流自治体は合計の何%」 and, going on, 「合計は？」; but 「交流自治体の合計」 over several years is no total.
        var goesOn = question.TermTokens.All(token => token.Inherited);
        if (goesOn)
            return [total];
        return question.Asks(Operation.Share) || question.Asks(Operation.Compare) || question.Has("合計と") || question.Has("と合計") ? [.. own, total] : own;
    }

    /// <summary>「協定は？」 after a question about another series.</summary>
    private SeriesBook? Switched(Question question)
    {
        var said = string.Concat(question.Tokens.Where(token => !token.Inherited && token is TermToken or ContentToken or AskToken).Select(token => token.Text));
        var key = said.Contains("協定", StringComparison.Ordinal) ? StatisticsTerms.Agreements
            : said.Contains("会員", StringComparison.Ordinal) || said.Contains("登録", StringComparison.Ordinal) ? StatisticsTerms.Members
            : said.Contains("交流", StringComparison.Ordinal) ? StatisticsTerms.Exchange
            : null;
        return books.Values.FirstOrDefault(book => book.Series.Key == key);
    }

    private static bool IsListName(TermToken token) => token.Terms.Any(term => term.Kind == TermKind.Name && term.Name == ExchangeListTerms.ListName);

    private static bool IsPlace(TermToken token) => token.Is(TermKind.Prefecture) || token.Is(TermKind.Region) || token.Is(TermKind.Municipality) || token.Is(TermKind.Ward);

    /// <summary>The series are counted for the whole country only.</summary>
    private static Answer? OfPlace(Question question, List<SeriesBook> named)
    {
        if (named is not [{ Series.Key: StatisticsTerms.Members } book])
            return null;
        var place = question.TermTokens.First(IsPlace);
        return place.Is(TermKind.Municipality) && !place.Is(TermKind.Prefecture)
            ? Answer.NotFound($"どの自治体が会員登録しているかは、記録に見つかりません。記録にあるのは、{book.Subject}（全国）だけです。") with { Suggestions = [$"{book.Subject}は？"] }
            : Answer.NotFound($"「{place.Surface}」の{book.Subject}は、記録に見つかりません。記録にあるのは、全国の数だけです。") with { Suggestions = [$"{book.Subject}は？"] };
    }

    private static bool FollowsOn(Question question) => question.TermTokens.Where(token => token.Is(TermKind.Series)).All(token => token.Inherited);

    private static bool AsksSomethingElse(Question question) => question.Asked.Any(sense => sense switch
    {
        AsksAspect aspect => aspect.Aspect is not (Aspect.Date or Aspect.Title or Aspect.Count) && !(aspect.Aspect == Aspect.Method && (question.Has("どのように") || question.English)) && !(aspect.Aspect is Aspect.Audience),
        AsksQuantity { Unit: { } unit } => unit is not ("自治体" or "団体" or "市町村" or "件" or "つ" or "個" or "割" or "回" or "ぱーせんと"),
        AsksDatePart part => part.Part is not (DatePiece.Year or DatePiece.FiscalYear or DatePiece.Month or DatePiece.Day or DatePiece.Whole or DatePiece.Start or DatePiece.End),
        AsksOperation operation => operation.Operation is Operation.Longest or Operation.Shortest,
        NamesMeasure => false,
        _ => false,
    });

    private static bool WantsNumber(Question question) =>
        question.Tokens.Any(token => token is NumberToken || token is TermToken term && term.Is(TermKind.Series) && term.Text.EndsWith('数'))
        || question.Date is not null
        || question.Asked.Any(sense => sense is AsksQuantity or AsksOperation { Operation: not Operation.List })
        || question.Has("推移") || question.Has("見込");
}
