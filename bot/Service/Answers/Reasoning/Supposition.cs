using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Tables;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>
/// Whether what a yes-or-no question supposes is what the records say. 「はい」 is said only where every name, number and date of the question stands in the answer, 「いいえ」
/// only where the answer has another value in its place; otherwise the fact speaks for itself.
/// </summary>
internal static class Supposition
{
    private enum Verdict
    {
        Open,
        Yes,
        No,
    }

    /// <summary>What to say before the fact: 「はい。」, 「いいえ。」 or nothing.</summary>
    public static string Lead(Question question, Entry entry, IReadOnlyList<FacetChoice> choices, string answer)
    {
        if (!question.YesNo || question.Negated || Starts(answer))
            return "";
        var facets = choices.Select(choice => choice.Facet).OfType<Facet>().ToList();
        if (facets.Exists(facet => facet.IsNotStated))
            return "";
        if (answer.Contains("延期", StringComparison.Ordinal) || answer.Contains("中止", StringComparison.Ordinal))
            return question.HasAny("延期", "中止") ? "はい。" : question.HasAny("開催", "実施", "行われ", "あった", "ありました") ? "いいえ。" : "";
        if (Held(question, facets.Count > 0 ? facets : entry.Facets) is { } held)
            return held;
        var said = QuestionText.Fold(answer);
        var verdicts = question.Tokens.Where(token => !token.Excluded && !token.Inherited).Select(token => Judge(question, entry, facets, said, token)).ToList();
        return verdicts.Contains(Verdict.No) ? "いいえ。" : verdicts.TrueForAll(verdict => verdict == Verdict.Yes) ? "はい。" : "";
    }

    /// <summary>「会場開催でしたか」 of what was held online, and the other way round: the words exclude each other, though none of them stands in the records.</summary>
    private static string? Held(Question question, IReadOnlyList<Facet> facets)
    {
        var (online, inPerson) = (question.HasAny(Online), question.HasAny(InPerson));
        if (online == inPerson || facets.FirstOrDefault(facet => facet.Aspect is Aspect.Place or Aspect.Method) is not { } where)
            return null;
        return Online.Any(word => where.Folded.Contains(word, StringComparison.Ordinal)) == online ? "はい。" : "いいえ。";
    }

    private static readonly string[] Online = [.. new[] { "オンライン", "配信", "リモート", "ウェブ開催", "Web開催" }.Select(QuestionText.Fold)];

    private static readonly string[] InPerson = [.. new[] { "会場開催", "会場で", "会場に集", "対面", "集合形式", "現地開催", "リアル開催" }.Select(QuestionText.Fold)];

    /// <summary>The same for a list: the number asked is the number of records.</summary>
    public static string Lead(Question question, List<Entry> entries)
    {
        if (!question.YesNo || question.Negated || question.Asks(Operation.List))
            return "";
        foreach (var number in question.Tokens.OfType<NumberToken>())
        {
            if (number.Number.Unit is not { } unit || !entries.TrueForAll(entry => entry.Counter == unit || Units.Related(entry.Counter, unit)))
                return "";
            return number.Number.Condition.Matches(entries.Count) ? "はい。" : "いいえ。";
        }

        return entries.TrueForAll(entry => question.Tokens.Where(token => !token.Excluded && token is TermToken or ContentToken { IsVerb: false } or DateToken or OrdinalToken).All(token => EntryFit.Meets(entry, token) > 0)) ? "はい。" : "";
    }

    private static bool Starts(string answer) => answer.StartsWith("はい", StringComparison.Ordinal) || answer.StartsWith("いいえ", StringComparison.Ordinal);

    private static Verdict Judge(Question question, Entry entry, List<Facet> facets, string said, Token token) => token switch
    {
        NumberToken number => OfNumber(entry, facets, said, number),
        DateToken date => EntryFit.Meets(entry, date) > 0 || DateNotations.Of(date).Any(notation => said.Contains(notation, StringComparison.Ordinal)) ? Verdict.Yes : entry.When.Count > 0 ? Verdict.No : Verdict.Open,
        TermToken { Soft: true } or ContentToken { IsVerb: true } or AskToken => Verdict.Yes,
        TermToken term => OfTerm(entry, facets, said, term),
        ContentToken content => OfContent(question, entry, facets, said, content),
        _ => Verdict.Yes,
    };

    private static Verdict OfNumber(Entry entry, List<Facet> facets, string said, NumberToken number)
    {
        var condition = number.Number.Condition;
        var values = facets.Where(facet => facet.Number is not null && IsOf(condition, facet.Unit)).Select(facet => facet.Number!.Value).ToList();
        if (values.Count == 0)
            values = [.. entry.Measures.Where(measure => condition.Unit is not null && IsOf(condition, measure.Kind.Unit)).Select(measure => measure.Value)];
        if (values.Count > 0)
            return values.Exists(condition.Matches) ? Verdict.Yes : Verdict.No;
        return said.Contains(number.Text, StringComparison.Ordinal) ? Verdict.Yes : facets.Exists(facet => IsCode(facet.Aspect)) ? Verdict.No : Verdict.Open;
    }

    /// <summary>A word of the question: there it is meant as the value (出口はA2ですか) and values of the kind are exact, another one is a no.</summary>
    private static Verdict OfContent(Question question, Entry entry, List<Facet> facets, string said, ContentToken content)
    {
        if (said.Contains(QuestionText.Fold(question.NameAround(content)), StringComparison.Ordinal) || facets.Count == 0 && EntryFit.Meets(entry, content) >= 0.8 || IsLabel(facets, content.Text))
            return Verdict.Yes;
        return content.Text.All(c => c < 0x80) && facets.Exists(facet => IsCode(facet.Aspect) || facet.CueAspects.Any(IsCode)) ? Verdict.No : Verdict.Open;
    }

    /// <summary>What is written in one way only.</summary>
    private static bool IsCode(Aspect aspect) => aspect is Aspect.Exit or Aspect.Url or Aspect.Phone;

    private static bool IsOf(NumberCondition condition, string? unit) =>
        condition.Unit is null || unit is not null && (Units.Same(unit, condition.Unit) || Units.Related(unit, condition.Unit));

    private static Verdict OfTerm(Entry entry, List<Facet> facets, string said, TermToken token)
    {
        if (said.Contains(token.Text, StringComparison.Ordinal) || entry.FoldedTitle.Contains(token.Text, StringComparison.Ordinal) || token.Terms.Any(term => IsItself(entry, term) || facets.Exists(facet => facet.Terms.Any(named => named.IsWithin(term)))))
            return Verdict.Yes;
        if (facets.Count == 0 && EntryFit.Meets(entry, token) > 0 || IsLabel(facets, token.Text))
            return Verdict.Yes;
        if (token.Is(TermKind.Ward) && facets.Exists(facet => (facet.Aspect == Aspect.Address || facet.CueAspects.Contains(Aspect.Address)) && facet.Value.Contains('区', StringComparison.Ordinal)))
            return Verdict.No;
        // Another ward, another town in the place of the one supposed.
        return token.Terms.Any(term => facets.Exists(facet => facet.Terms.Any(named => named.Kind == term.Kind))) ? Verdict.No : Verdict.Open;
    }

    private static bool IsLabel(List<Facet> facets, string text) => facets.Exists(facet => QuestionText.Fold(facet.Label).Contains(text, StringComparison.Ordinal) || facet.FoldedCues.Contains(text));

    private static bool IsItself(Entry entry, Term term) => entry.Subjects.Contains(term) || entry.Categories.Any(category => category.IsWithin(term));
}
