namespace RenkeiBot.Service.Answers.Language;

/// <summary>Spans of a text that belong to names already recognised, in any order.</summary>
internal static class Masks
{
    /// <summary>
    /// From <paramref name="at"/>, the end of what may be read before the next masked span, and where to go on after it. When <paramref name="at"/> is inside a span the limit is
    /// <paramref name="at"/> itself: nothing to read here.
    /// </summary>
    public static int NextLimit(IReadOnlyList<(int Start, int Length)>? masked, int at, int length, out int resume)
    {
        var limit = length;
        resume = length;
        for (var i = 0; i < (masked?.Count ?? 0); i++)
        {
            var (start, count) = masked![i];
            var end = Math.Min(start + count, length);
            if (count <= 0 || end <= at || start >= limit)
                continue;
            limit = Math.Max(start, at);
            resume = end;
        }

        return limit;
    }
}
