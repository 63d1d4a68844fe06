using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>How many of a question's words a facet accounts for.</summary>
internal static class FacetWords
{
    /// <summary>What a date of the question counts, where a facet's text has it.</summary>
    private const double DateWeight = 0.7;

    /// <summary>The words of the question that tell an entry's facets apart: not those that name the entry itself.</summary>
    public static IReadOnlyList<Token> Telling(Entry entry, Question question) =>
        [.. question.Tokens.Where(token => !token.Excluded && (token is AskToken || !entry.FoldedTitle.Contains(token.Text, StringComparison.Ordinal)))];

    /// <summary>How much of the question a facet's words account for.</summary>
    /// <param name="words">What <see cref="Telling"/> says of the entry.</param>
    public static double Share(Entry entry, Facet facet, Question question, IReadOnlyList<Token> words)
    {
        var score = 0.0;
        var dated = false;
        foreach (var token in words)
        {
            var weight = Weight(token, facet);
            if (weight == 0)
                continue;
            if (IsInCue(facet, token.Text))
                score += weight * 1.5;
            else if (HasCue(facet, token.Text))
                score += weight;
            else if (token is DateToken)
                dated = true;
            else if (facet.Folded.Contains(token.Text, StringComparison.Ordinal) || token is TermToken term && Names(facet, term))
                score += weight;
            else if (token is ContentToken && token.Length >= 4)
                score += weight * PairShare(facet.Folded, token.Text);
        }

        if (score == 0)
            return 0;
        // A date tells values apart; alone it does not make a statement the answer.
        if (dated)
            score += question.Tokens.OfType<DateToken>().Where(date => !date.Excluded && IsBeyond(entry, facet, date)).Sum(date => DateShare(question, date, facet.Folded) * DateWeight);
        // A list that holds the thing named says less about it than what is said of it alone.
        return facet.Items is { Count: > 1 } && !question.Asks(Operation.List) && HoldsNamed(entry, facet, question) ? score * 0.8 : score;
    }

    private static bool HoldsNamed(Entry entry, Facet facet, Question question) => question.TermTokens.Any(token => Names(facet, token))
        || facet.Aspect == Aspect.Person && question.Contents.Any(content => content is { Known: true, IsVerb: false, Weight: >= 0.6 } && IsOfOne(entry, content.Text));

    /// <summary>True for a word that is said of one of an entry's people alone.</summary>
    private static bool IsOfOne(Entry entry, string word) =>
        entry.Facets.Count(facet => facet is { Aspect: Aspect.Person, Items: null } && facet.Folded.Contains(word, StringComparison.Ordinal)) == 1;

    private static double Weight(Token token, Facet facet) => token switch
    {
        ContentToken content => content.Weight,
        DateToken => DateWeight,
        TermToken term => term.Is(TermKind.Category) ? 0.3 : term.Is(TermKind.Person) || term.Is(TermKind.Qualifier) || Names(facet, term) ? 1 : 0.5,
        AskToken or OrdinalToken or NumberToken => 0.5,
        _ => 0,
    };

    /// <summary>True for a date that neither the title nor a cue has.</summary>
    private static bool IsBeyond(Entry entry, Facet facet, DateToken date) =>
        !entry.FoldedTitle.Contains(date.Text, StringComparison.Ordinal) && !IsInCue(facet, date.Text) && !HasCue(facet, date.Text);

    /// <summary>True where the facet names a thing that the token stands for.</summary>
    public static bool Names(Facet facet, TermToken token)
    {
        foreach (var term in facet.Terms)
        {
            foreach (var named in token.Terms)
            {
                if (named.Id == term.Id)
                    return true;
            }
        }

        return false;
    }

    private static bool IsInCue(Facet facet, string text)
    {
        foreach (var cue in facet.FoldedCues)
        {
            if (cue.Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>True where a word holds one of the facet's cues.</summary>
    public static bool HasCue(Facet facet, string text)
    {
        foreach (var cue in facet.FoldedCues)
        {
            if (text.Contains(cue, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A text with the date counts; of a range, the later end more than the earlier one.</summary>
    private static double DateShare(Question question, DateToken date, string text)
    {
        if (date.Condition is { Unit: DateUnit.Range, Last: { } last } && Has(DateNotations.Of(date with { Condition = last }).Skip(1)))
            return 1;
        if (date.Condition.IsOpen || !Has(question.NotationsOf(date)))
            return 0;
        return date.Condition.Unit == DateUnit.Range ? 0.6 : 1;

        bool Has(IEnumerable<string> notations) => notations.Any(notation => text.Contains(notation, StringComparison.Ordinal));
    }

    private static double PairShare(string text, string word)
    {
        var hits = 0;
        for (var i = 0; i + 2 <= word.Length; i++)
        {
            if (text.AsSpan().IndexOf(word.AsSpan(i, 2), StringComparison.Ordinal) >= 0)
                hits++;
        }

        var share = (double)hits / (word.Length - 1);
        return share >= 0.6 ? share * 0.6 : 0;
    }
}
