namespace RenkeiBot.Service.Answers.Language;

internal enum NumberComparison
{
    Equal,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// <summary>What a number has to be: 「300自治体以上」 is (AtLeast, 300, 自治体).</summary>
internal readonly record struct NumberCondition(NumberComparison Comparison, decimal Value, string? Unit)
{
    public bool Matches(decimal value) => Comparison switch
    {
        NumberComparison.AtLeast => value >= Value,
        NumberComparison.AtMost => value <= Value,
        NumberComparison.MoreThan => value > Value,
        NumberComparison.LessThan => value < Value,
        _ => value == Value,
    };
}

/// <summary>
/// A number in a question. <paramref name="Value"/> is in the plain unit (1億円 is 100,000,000 円); <paramref name="Unit"/> the counter without 億 and 万, folded, or null;
/// an ordinal is a place in an order (第2回, 3番目), a top a length of a ranking (トップ3, 上位三つ).
/// </summary>
internal readonly record struct NumberMention(int Start, int Length, decimal Value, string? Unit, bool IsOrdinal, bool IsTop, bool IsApproximate, NumberComparison Comparison)
{
    public int End => Start + Length;

    public NumberCondition Condition => new(Comparison, Value, Unit);
}

internal static class NumberReader
{
    /// <summary>The numbers of a folded question in order of appearance; masked spans (names, dates already read) are left out.</summary>
    public static IReadOnlyList<NumberMention> Find(string folded, IReadOnlyList<(int Start, int Length)>? masked = null) => [];
}
