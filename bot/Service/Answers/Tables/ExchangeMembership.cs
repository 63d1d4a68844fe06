using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers whether a municipality stands on the list of 2015, and where it lies.</summary>
internal sealed partial class ExchangeMembership(ExchangeList list, KnowledgeBase knowledge)
{
    public const string AsOf = "平成27年（2015年）8月1日現在";

    public Answer? Answer(ExchangeQuery query)
    {
        var named = query.Municipalities.Select(pair => (pair.Token, Candidates: Narrow(pair.Candidates, query))).ToList();
        if (named.Exists(pair => pair.Candidates.Count == 0))
            return NoSuchPlace(named.Find(pair => pair.Candidates.Count == 0).Token, query);
        // A name and its reading beside it (宍粟市（しそうし）) are one thing.
        named = [.. named.DistinctBy(pair => string.Join(',', pair.Candidates.Select(term => term.Id)))];
        if (query.AsksWard)
            return named.Count == 1 ? WhichWard(named[0].Token, named[0].Candidates) : null;
        if (named.Count > 1)
            return AsksMembership(query) ? Several(named, query) : null;
        var (token, candidates) = named[0];
        if (query.AsksPrefecture || query.Prefectures.Count > 1)
            return WhichPrefecture(token, candidates, query);
        return AsksMembership(query) ? One(token, candidates, query) : null;
    }

    private static bool AsksMembership(ExchangeQuery query) =>
        query.Listed || query.NamesList || query.Question.Asks(Operation.List) || query.YesNoOfTies || query.Question.YesNo && PlainYesNo().IsMatch(query.Question.Folded);

    /// <summary>Same names are told apart by the prefecture, where one is named.</summary>
    private static IReadOnlyList<Term> Narrow(IReadOnlyList<Term> candidates, ExchangeQuery query)
    {
        if (query.Prefectures.Count == 1)
            return [.. candidates.Where(term => term.Parent == query.Prefectures[0])];
        return query.Prefectures.Count > 1 && candidates.Where(term => term.Parent is { } prefecture && query.Prefectures.Contains(prefecture)).ToList() is { Count: > 0 } within ? within : candidates;
    }

    private static Answer NoSuchPlace(TermToken token, ExchangeQuery query) =>
        Reasoning.Answer.NotFound($"{query.Prefectures[0].Name}に「{token.Surface}」という市町村は見つかりません。{string.Join('、', token.Terms.Where(term => term.Kind == TermKind.Municipality).Select(FullName))}のことでしたら、都道府県名を付けてお尋ねください。");

    private Answer One(TermToken token, IReadOnlyList<Term> candidates, ExchangeQuery query)
    {
        var listed = candidates.Where(term => list.Find(term) is not null).ToList();
        if (listed.Count > 1)
            return AskBack(token, candidates);
        if (listed is [var term])
            return Yes(token, term, candidates, query);
        var name = candidates.Count == 1 ? FullName(candidates[0]) : $"{token.Surface}（{string.Join('、', candidates.Select(FullName))}）";
        return Fact($"{(Turned(query) ? "" : "いいえ。")}{Corrected(token, candidates)}{name}は、「{ExchangeListTerms.ListName}」（{AsOf}）に載っていません。", candidates[0]);
    }

    private Answer Yes(TermToken token, Term term, IReadOnlyList<Term> candidates, ExchangeQuery query)
    {
        var entry = list.Find(term)!;
        if (entry.Name is null)
            return Fact($"「{entry.Printed}」は「{ExchangeListTerms.ListName}」（{AsOf}）の{entry.Prefecture}の欄にそのように載っていますが、{entry.Note}", term);
        var others = candidates.Where(other => other != term).Select(FullName).ToList();
        var slip = list.Repeated(entry.Prefecture).FirstOrDefault(other => QuestionText.Fold(other.Printed) == token.Text);
        var printed = slip is not null ? $"一覧には「{slip.Printed}」とも記載されていますが、{slip.Note}" : entry.Printed == entry.Name ? "" : $"一覧には「{entry.Printed}」と記載されています。";
        var former = term.Name != entry.Name && !list.Shown(entry).Equals(entry.Name, StringComparison.Ordinal) ? $"当時の名称は{entry.Name}です。" : "";
        var lead = Turned(query) ? "" : "はい。";
        return Fact($"{lead}{Corrected(token, candidates)}{FullName(term)}は、「{ExchangeListTerms.ListName}」（{AsOf}）に載っています。{printed}{former}{(others.Count > 0 ? $"同じ名前の{string.Join('、', others)}は載っていません。" : "")}", term)
            with { Notes = entry.Note is { } note ? [note] : [] };
    }

    private Answer Several(List<(TermToken Token, IReadOnlyList<Term> Candidates)> named, ExchangeQuery query)
    {
        if (named.Find(pair => pair.Candidates.Count(term => list.Find(term) is not null) > 1) is { Token: { } token, Candidates: { } candidates })
            return AskBack(token, candidates);
        var yes = named.Where(pair => pair.Candidates.Any(term => list.Find(term) is not null)).Select(pair => FullName(pair.Candidates.First(term => list.Find(term) is not null))).ToList();
        var no = named.Where(pair => !pair.Candidates.Any(term => list.Find(term) is not null)).Select(pair => FullName(pair.Candidates[0])).ToList();
        var text = no.Count == 0 ? $"はい。{string.Join('、', yes)}は、いずれも「{ExchangeListTerms.ListName}」（{AsOf}）に載っています。"
            : yes.Count == 0 ? $"いいえ。{string.Join('、', no)}は、いずれも「{ExchangeListTerms.ListName}」（{AsOf}）に載っていません。"
            : $"「{ExchangeListTerms.ListName}」（{AsOf}）に、{string.Join('、', yes)}は載っていますが、{string.Join('、', no)}は載っていません。";
        return Fact(Turned(query) ? text.Replace("はい。", "", StringComparison.Ordinal).Replace("いいえ。", "", StringComparison.Ordinal) : text, named[0].Candidates[0]);
    }

    /// <summary>「交流がないの？」: yes and no would be taken either way.</summary>
    private static bool Turned(ExchangeQuery query) => query.Question.Negated || query.Question.Has("がない") || query.Question.Has("はない");

    private Answer WhichPrefecture(TermToken token, IReadOnlyList<Term> candidates, ExchangeQuery query)
    {
        var listed = candidates.Where(term => list.Find(term) is not null).ToList();
        if (listed.Count > 1 || listed.Count == 0 && candidates.Count > 1 || query.Prefectures.Count > 1 && candidates.Count > 1)
            return AskBack(token, candidates);
        if (listed is not [var term])
            return Fact($"{candidates[0].Name}は{candidates[0].Parent?.Name}の市町村ですが、「{ExchangeListTerms.ListName}」（{AsOf}）には載っていません。", candidates[0]);
        return Fact($"「{ExchangeListTerms.ListName}」（{AsOf}）に載っている{term.Name}は、{term.Parent?.Name}の{KindOf(term)}です。", term);
    }

    /// <summary>The list tells who is on it, not with which ward the ties are; other records may.</summary>
    private Answer? WhichWard(TermToken token, IReadOnlyList<Term> candidates)
    {
        foreach (var term in candidates)
        {
            foreach (var id in knowledge.With(term))
            {
                var entry = knowledge.Entries[id];
                if (entry.Subjects.Concat(entry.Terms).Concat(entry.Facets.SelectMany(facet => facet.Terms)).Any(other => other.Kind == TermKind.Ward))
                    return null;
            }
        }

        var listed = candidates.Where(term => list.Find(term) is not null).ToList();
        if (listed.Count > 1)
            return AskBack(token, candidates);
        return Reasoning.Answer.NotFound(listed is [var only]
            ? $"{FullName(only)}は、「{ExchangeListTerms.ListName}」（{AsOf}）に載っていますが、どの区と交流があるかは、記録に見つかりません。"
            : $"{FullName(candidates[0])}とどの区に交流があるかは、記録に見つかりません。「{ExchangeListTerms.ListName}」（{AsOf}）にも載っていません。") with { Sources = Source(listed.Count > 0 ? listed[0] : candidates[0]) };
    }

    private Answer AskBack(TermToken token, IReadOnlyList<Term> candidates) =>
        new(AnswerKind.AskBack, $"「{token.Surface}」に当てはまる市町村は{candidates.Count}つあります。どれのことですか。（{string.Join('、', candidates.Select(term => $"{FullName(term)}: 一覧に{(list.Find(term) is null ? "なし" : "あり")}"))}）")
        {
            Heading = ExchangeListTerms.ListName,
            Choices = [.. candidates.Select(term => new Choice(FullName(term), list.Find(term) is null ? "一覧にありません" : "一覧に載っています", $"{FullName(term)}は{ExchangeListTerms.ListName}に載っていますか"))],
            Sources = Source(candidates[0]),
        };

    private Answer Fact(string text, Term term) => new(AnswerKind.Fact, text)
    {
        Heading = ExchangeListTerms.ListName,
        Sources = Source(term),
        Suggestions = term.Parent is { } prefecture ? [$"{prefecture.Name}で交流のある市町村は？", $"{prefecture.Name}の交流市町村数の内訳は？"] : [],
    };

    private IReadOnlyList<SourceRef> Source(Term term) =>
        list.Find(term)?.Sources ?? [new SourceRef("activities-2015", $"{ExchangeListTerms.ListName} {term.Parent?.Name}".TrimEnd(), new DateOnly(2015, 8, 1))];

    private static string Corrected(TermToken token, IReadOnlyList<Term> candidates) => token.Corrected ? $"「{token.Surface}」は{candidates[0].Name}のこととしてお答えします。" : "";

    private static string FullName(Term term) => term.Parent is { } prefecture && prefecture.Name != term.Name ? $"{prefecture.Name}{term.Name}" : term.Name;

    private static string KindOf(Term term) => term.Name[^1] is '市' or '町' or '村' ? term.Name[^1].ToString() : "市町村";

    /// <summary>「…はありますか」 with nothing else said.</summary>
    [GeneratedRegex("(は|も|って|が|と|なら|だと|の)?(ちゃんと|もう|既に)?(あり(ます|ました)|ある|ない(です)?|あった|いる|います|どう(です)?)(の|ん)?(ですか|でしょうか|か|かな)?[?。]*$")]
    private static partial Regex PlainYesNo();
}
