using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Where the tokens of a question stand in its text, also where the question before has lent it some.</summary>
internal static class QuestionPlaces
{
    /// <summary>True where <paramref name="next"/> follows at once, or after one particle or mark.</summary>
    public static bool Follows(this Token next, Token token, int gap = 0) =>
        next.Inherited == token.Inherited && next.Start >= token.End && next.Start - token.End <= gap;

    /// <summary>The folded text that follows a token of the question itself.</summary>
    public static ReadOnlySpan<char> TextAfter(this Question question, Token token)
    {
        var at = question.OwnStart() + token.End;
        return token.Inherited || at > question.Folded.Length ? [] : question.Folded.AsSpan(at);
    }

    /// <summary>The name that an unknown word is part of: the word with the kanji around it that no known name claims (東京 + 海上日動).</summary>
    public static string NameAround(this Question question, Token token)
    {
        if (token.Inherited)
            return token.Surface;
        var offset = question.OwnStart();
        var text = question.Folded;
        var (start, end) = (offset + token.Start, offset + token.End);
        var named = question.Tokens.Where(other => !other.Inherited && !ReferenceEquals(other, token) && other is TermToken or DateToken or NumberToken or OrdinalToken)
            .Select(other => (Start: other.Start + offset, End: other.End + offset)).ToList();
        while (start > offset && FoldingRules.IsKanji(text[start - 1]) && !named.Exists(other => start - 1 >= other.Start && start - 1 < other.End))
            start--;
        while (end < text.Length && FoldingRules.IsKanji(text[end]) && !named.Exists(other => end >= other.Start && end < other.End))
            end++;
        var (before, after) = (text[start..(offset + token.Start)], text[(offset + token.End)..end]);
        return before + token.Surface + after;
    }

    /// <summary>Where the question's own text begins in <see cref="Question.Folded"/>: a completed question carries the words it took over in front.</summary>
    public static int OwnStart(this Question question) => question.Tokens.Where(token => token.Inherited).Sum(token => token.Text.Length + 1);

    /// <summary>The question's own text, without what it took over.</summary>
    public static ReadOnlySpan<char> OwnText(this Question question) => question.Folded.AsSpan(Math.Min(question.OwnStart(), question.Folded.Length));

    /// <summary>The thing after which the next in rank is asked for: 「北海道町村会の次に多い」.</summary>
    public static Term? NextAfter(this Question question, TermKind kind) => question.TermTokens
        .Where(token => token.Is(kind) && (question.TextAfter(token).StartsWith("の次に", StringComparison.Ordinal) || question.TextAfter(token).StartsWith("に次", StringComparison.Ordinal)))
        .Select(token => token.Of(kind)).FirstOrDefault();
}
