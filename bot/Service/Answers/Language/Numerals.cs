namespace RenkeiBot.Service.Answers.Language;

/// <summary>Whole numbers in Arabic or kanji numerals at a place in a folded text.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Reads 1 to <paramref name="maxDigits"/> Arabic digits. False when there are none, or more.</summary>
    public static bool TryArabic(ReadOnlySpan<char> text, int at, int maxDigits, out int value, out int end)
    {
        value = 0;
        end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            if (end - at == maxDigits)
                return false;
            value = value * 10 + text[end++] - '0';
        }

        return end > at;
    }

    /// <summary>Reads kanji numerals: by place (二〇一八) or with 十百千 (三十一). Up to 9,999.</summary>
    public static bool TryKanji(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        var (total, digit, digits, units) = (0, 0, 0, false);
        for (; end < text.Length; end++)
        {
            if (Digits.IndexOf(text[end], StringComparison.Ordinal) is var d and >= 0)
            {
                digit = units ? d : digit * 10 + d;
                digits++;
                if (digits > 4)
                    return false;
                continue;
            }

            var unit = Unit(text[end]);
            if (unit == 0)
                break;
            total += (digits == 0 ? 1 : digit) * unit;
            (digit, digits, units) = (0, 0, true);
        }

        value = total + digit;
        return end > at && value < 10_000;
    }

    /// <summary>Reads a small number in either kind of numerals.</summary>
    public static bool TryEither(ReadOnlySpan<char> text, int at, int maxDigits, out int value, out int end) =>
        TryArabic(text, at, maxDigits, out value, out end)
        || (at < text.Length && !char.IsAsciiDigit(text[at]) && TryKanji(text, at, out value, out end));

    public static bool IsKanjiNumeral(char c) => Unit(c) > 0 || Digits.Contains(c);

    private static int Unit(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => 0,
    };
}
