namespace RenkeiBot.Service.Answers.Language;

/// <summary>Words that make a date the open end of a range (「令和2年以降」「より前」「since 2018」), and the words around a closed one.</summary>
internal static class HalfOpenDates
{
    private enum Side
    {
        Since,
        After,
        UpTo,
        Before,
    }

    // Longer words before those that they begin with.
    private static readonly (string Word, Side Side, string NotBefore)[] Following =
    [
        ("以降", Side.Since, ""), ("以後", Side.Since, ""), ("以来", Side.Since, ""), ("いこう", Side.Since, ""), ("から後", Side.Since, ""), ("からあと", Side.Since, ""),
        ("から先", Side.Since, ""), ("から", Side.Since, ""), (" onwards", Side.Since, ""), (" or later", Side.Since, ""),
        ("よりも後", Side.After, "半期"), ("より後", Side.After, "半期"), ("よりあと", Side.After, ""), ("よりも遅", Side.After, ""), ("より遅", Side.After, ""),
        ("の後", Side.After, "半期援継年方"), ("のあと", Side.After, ""), ("後の", Side.After, ""), ("後に", Side.After, ""),
        ("より以前", Side.UpTo, ""), ("の以前", Side.UpTo, ""), ("以前", Side.UpTo, ""), ("いぜん", Side.UpTo, ""), ("まで", Side.UpTo, ""), ("迄", Side.UpTo, ""), (" or earlier", Side.UpTo, ""),
        ("よりも前", Side.Before, "半期"), ("より前", Side.Before, "半期"), ("よりまえ", Side.Before, ""), ("よりも早", Side.Before, ""), ("より早", Side.Before, ""),
        ("の前", Side.Before, "半期年月日回後身述任会線"), ("前の", Side.Before, ""), ("前に", Side.Before, ""),
    ];

    private static readonly string[] Closing = ["にかけて", "までの間", "まで", "迄", "の間"];

    private static readonly (string Word, Side Side)[] Preceding =
    [
        ("since ", Side.Since), ("from ", Side.Since), ("after ", Side.After), ("until ", Side.UpTo), ("till ", Side.UpTo), ("up to ", Side.UpTo), ("by ", Side.UpTo), ("before ", Side.Before),
        ("prior to ", Side.Before),
    ];

    public static (DateCondition Condition, int Start, int End) Read(ReadOnlySpan<char> text, DateAtom atom)
    {
        var condition = atom.ToCondition(text);
        if (condition.Kind == DateKind.Invalid)
            return (condition, atom.Start, atom.End);
        foreach (var (word, side, notBefore) in Following)
        {
            var end = atom.End + word.Length;
            if (text[atom.End..].StartsWith(word, StringComparison.Ordinal) && (end >= text.Length || !notBefore.Contains(text[end])))
                return (Open(condition, side), atom.Start, end);
        }

        // 「令和2年~」 at the end of what is said.
        if (atom.End < text.Length && text[atom.End] == '~' && (atom.End + 1 == text.Length || text[atom.End + 1] is 'の' or 'に' or 'で' or ')' or '、' or '?'))
            return (DateCondition.Since(condition), atom.Start, atom.End + 1);
        if (atom.Start == 1 && text[0] == '~')
            return (DateCondition.UpTo(condition), 0, atom.End);
        foreach (var (word, side) in Preceding)
        {
            if (Precedes(text, atom.Start, word))
                return (Open(condition, side), atom.Start - word.Length, atom.End);
        }

        return (condition, atom.Start, atom.End);
    }

    /// <summary>「from」 and 「between」 belong to the range they open.</summary>
    public static int RangeStart(ReadOnlySpan<char> text, int start) =>
        Precedes(text, start, "from ") ? start - 5 : Precedes(text, start, "between ") ? start - 8 : start;

    /// <summary>「between A and B」, 「AとBの間」: 「と」 is a range here.</summary>
    public static bool IsBetween(ReadOnlySpan<char> text, int start, int end) => Precedes(text, start, "between ") || text[end..].StartsWith("の間", StringComparison.Ordinal);

    /// <summary>「まで」 and 「の間」 belong to the range they close.</summary>
    public static int RangeEnd(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in Closing)
        {
            if (text[end..].StartsWith(word, StringComparison.Ordinal))
                return end + word.Length;
        }

        return end;
    }

    private static bool Precedes(ReadOnlySpan<char> text, int start, string word) =>
        start >= word.Length && text[..start].EndsWith(word, StringComparison.Ordinal) && (start == word.Length || !char.IsAsciiLetterOrDigit(text[start - word.Length - 1]));

    private static DateCondition Open(DateCondition end, Side side) => side switch
    {
        Side.Since => DateCondition.Since(end),
        Side.After => DateCondition.After(end),
        Side.UpTo => DateCondition.UpTo(end),
        _ => DateCondition.Before(end),
    };
}
