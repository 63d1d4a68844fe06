namespace RenkeiBot.Service.Answers.Language;

/// <summary>A date in a question: where it stands in the folded text, and what it means.</summary>
internal readonly record struct DateMention(int Start, int Length, DateCondition Condition)
{
    public int End => Start + Length;
}

internal static class DateReader
{
    /// <summary>The dates of a folded question in order of appearance, none overlapping another or a masked span.</summary>
    public static IReadOnlyList<DateMention> Find(string folded, DateOnly today, IReadOnlyList<(int Start, int Length)>? masked = null) => [];
}
