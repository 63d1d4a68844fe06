using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>Reads 次の and 今後の as a date: from today on. It says so of the class of things beside it, and of nothing else (「次の質問です」).</summary>
internal static class ComingDates
{
    /// <summary>Between the word and the class that it belongs to stands at most so much.</summary>
    private const int Near = 8;

    /// <summary>Between the class and what is said of it after it stands a particle: 「連絡会の次回」.</summary>
    private const int Particle = 2;

    /// <summary>What makes 「連絡会の今後の…」 a question about the meetings rather than about what they dealt with.</summary>
    private static readonly string[] Plans = ["開催", "予定", "日程", "日取り", "日時", "開かれ", "スケジュール"];

    /// <summary>The words of the token: it stands for no text of the question.</summary>
    private const string Surface = "今後";

    /// <summary>The date that the words stand for; null where they stand for none.</summary>
    public static DateToken? Read((int Start, string Word, Coming Coming)? upcoming, IReadOnlyList<Token> tokens, string folded, DateOnly today)
    {
        if (tokens.Any(token => token is DateToken))
            return null;
        var classes = tokens.OfType<TermToken>().Where(token => token.Is(TermKind.Category)).ToList();
        if (upcoming is var (start, word, coming))
            return classes.Exists(token => token.Start >= start && token.Start - start <= Near) || IsSaidAfter(classes, tokens, folded, start, word) ? Of(start, coming, today) : null;
        return classes.Find(token => Categories.IsMeeting(token.Of(TermKind.Category)!) && IsPlanned(token, folded)) is { } planned && !tokens.Any(token => token is OrdinalToken) ? Of(planned.End, Coming.Next, today) : null;
    }

    /// <summary>The date of what is still to come.</summary>
    public static DateToken Of(int start, Coming coming, DateOnly today) => new(start, 0, "", Surface, DateCondition.Since(DateCondition.OfDay(today))) { Coming = coming };

    /// <summary>「連絡会の次回はいつ」, 「連絡会の今後の予定」; 「総会の次の日」 is another thing, and what comes after an edition (「第1回の次」) is counted from it.</summary>
    private static bool IsSaidAfter(List<TermToken> classes, IReadOnlyList<Token> tokens, string folded, int start, string word) =>
        classes.Exists(token => token.End <= start && start - token.End <= Particle && Categories.IsMeeting(token.Of(TermKind.Category)!))
        && !tokens.Any(token => token is OrdinalToken)
        && (!word.EndsWith('の') || Array.Exists(Plans, plan => folded.AsSpan(start + word.Length).StartsWith(QuestionText.Fold(plan), StringComparison.Ordinal)));

    /// <summary>「連絡会の予定は」, 「予定されている連絡会」: what is planned is still to come.</summary>
    private static bool IsPlanned(TermToken token, string folded) =>
        folded.AsSpan(0, token.Start).EndsWith("予定されている", StringComparison.Ordinal) || folded.AsSpan(0, token.Start).EndsWith("予定の", StringComparison.Ordinal)
        || folded.AsSpan(token.End).StartsWith("の予定", StringComparison.Ordinal) || folded.AsSpan(token.End).StartsWith("の開催予定", StringComparison.Ordinal) || folded.AsSpan(token.End).StartsWith("は予定されてい", StringComparison.Ordinal);
}
