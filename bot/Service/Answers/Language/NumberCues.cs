namespace RenkeiBot.Service.Answers.Language;

/// <summary>Words around a number that make it a bound or an approximation.</summary>
internal static class NumberCues
{
    private static readonly (string Word, NumberComparison Comparison)[] Following =
    [
        ("以上", NumberComparison.AtLeast), ("いじょう", NumberComparison.AtLeast), ("に達", NumberComparison.AtLeast), ("以下", NumberComparison.AtMost), ("以内", NumberComparison.AtMost),
        ("未満", NumberComparison.LessThan), ("を下回", NumberComparison.LessThan), ("を割", NumberComparison.LessThan), ("に満たな", NumberComparison.LessThan),
        ("より少", NumberComparison.LessThan), ("よりも少", NumberComparison.LessThan), ("より小", NumberComparison.LessThan), ("より下", NumberComparison.LessThan),
        ("より多", NumberComparison.MoreThan), ("よりも多", NumberComparison.MoreThan), ("より大", NumberComparison.MoreThan), ("より上", NumberComparison.MoreThan),
        ("超", NumberComparison.MoreThan), (" or more", NumberComparison.AtLeast), (" or less", NumberComparison.AtMost), (" or fewer", NumberComparison.AtMost),
    ];

    private static readonly (string Word, NumberComparison Comparison)[] Preceding =
    [
        ("少なくとも", NumberComparison.AtLeast), ("最低でも", NumberComparison.AtLeast), ("最低", NumberComparison.AtLeast), ("at least ", NumberComparison.AtLeast),
        ("多くても", NumberComparison.AtMost), ("at most ", NumberComparison.AtMost), ("up to ", NumberComparison.AtMost),
        ("more than ", NumberComparison.MoreThan), ("over ", NumberComparison.MoreThan), ("less than ", NumberComparison.LessThan), ("fewer than ", NumberComparison.LessThan),
        ("under ", NumberComparison.LessThan),
    ];

    private static readonly string[] Passing = ["超", "こえ", "上回", "うわまわ", "突破"];
    private static readonly string[] Adverbs = ["初めて", "はじめて", "大きく", "すでに", "既に", "大幅に", "ついに", "最初に"];

    public static NumberComparison Comparison(ReadOnlySpan<char> text, int start, int after, out int end)
    {
        end = after;
        foreach (var (word, comparison) in Following)
        {
            if (Is(text, after, word))
            {
                end = after + word.Length;
                return comparison;
            }
        }

        // 300を(初めて)超えた
        if (Is(text, after, "を"))
        {
            var at = after + 1;
            foreach (var adverb in Adverbs)
            {
                if (Is(text, at, adverb))
                    at += adverb.Length;
            }

            foreach (var word in Passing)
            {
                if (Is(text, at, word))
                {
                    end = at + word.Length;
                    return NumberComparison.MoreThan;
                }
            }
        }

        foreach (var (word, comparison) in Preceding)
        {
            if (text[..start].EndsWith(word, StringComparison.Ordinal))
                return comparison;
        }

        return NumberComparison.Equal;
    }

    public static bool IsApproximate(ReadOnlySpan<char> text, int start, int after)
    {
        var before = text[..start];
        return before.EndsWith("約") || before.EndsWith("およそ") || before.EndsWith("ほぼ") || before.EndsWith("おおむね") || before.EndsWith("概ね") || before.EndsWith("about ")
            || Is(text, after, "程度") || Is(text, after, "くらい") || Is(text, after, "ぐらい") || Is(text, after, "前後") || Is(text, after, "ほど") || Is(text, after, "余り") || Is(text, after, "弱") || Is(text, after, "強");
    }

    private static bool Is(ReadOnlySpan<char> text, int at, string word) => at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);
}
