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
/// A number in a question, its span including counter and comparison. <paramref name="Value"/> is in the plain unit (1億円 is 100,000,000 円); <paramref name="Unit"/> is the counter
/// without 億 and 万, folded, or null; an ordinal is a place in an order (第2回, 3番目, 2位), a top the length of a ranking (トップ3, 上位三つ, 下位5).
/// </summary>
internal readonly record struct NumberMention(int Start, int Length, decimal Value, string? Unit, bool IsOrdinal, bool IsTop, bool IsApproximate, NumberComparison Comparison)
{
    public int End => Start + Length;

    public NumberCondition Condition => new(Comparison, Value, Unit);
}
