using System.Globalization;

namespace RenkeiBot.Service.Answers.Language;

/// <summary>How numbers are written in answers.</summary>
internal static class Numbers
{
    /// <summary>
    /// An amount given in units of 10,000 yen: 「5,500万円」「12億8,900万円」「1億円」. From ten 億 on the plain figure of the documents follows, as they print
    /// such totals in 万円 or 千円 and a reader compares digits: 「37億4,025万円（374,025万円）」.
    /// </summary>
    public static string Money(long manYen)
    {
        if (manYen < 0)
            return "-" + Money(-manYen);
        var (oku, man) = Math.DivRem(manYen, 10_000);
        if (oku == 0)
            return Count(man) + "万円";
        if (man == 0)
            return Count(oku) + "億円";
        var text = $"{Count(oku)}億{Count(man)}万円";
        return oku >= 10 ? $"{text}（{Count(manYen)}万円）" : text;
    }

    /// <summary>The same of an amount that may have a fraction, which is written as it is: 「1,234.5万円」.</summary>
    public static string Money(decimal manYen) =>
        decimal.Truncate(manYen) == manYen ? Money((long)manYen) : manYen.ToString("#,0.####", CultureInfo.InvariantCulture) + "万円";

    /// <summary>「1,718」</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>「+436」「-12」「±0」: a difference.</summary>
    public static string Difference(long difference) => difference switch
    {
        > 0 => "+" + Count(difference),
        0 => "±0",
        _ => Count(difference),
    };

    /// <summary>「19.1%」: part of whole, one decimal, halves away from zero (as the documents round).</summary>
    public static string Percent(decimal part, decimal whole) => Percent(part / whole);

    /// <summary>「19.1%」 of a ratio such as 0.1909.</summary>
    public static string Percent(decimal ratio) =>
        Math.Round(ratio * 100, 1, MidpointRounding.AwayFromZero).ToString("#,0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>「1.5」「2」: a multiple, at most one decimal.</summary>
    public static string Times(decimal ratio) =>
        Math.Round(ratio, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture);
}
