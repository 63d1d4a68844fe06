namespace RenkeiBot.Service.Answers.Language;

/// <summary>Reads one number: 1,718, 19.1, 1億1,300万, 2万4千, 三百, 十三.</summary>
internal static class NumberWords
{
    // decimal holds 28 digits; nothing counted here comes near.
    private const int MaxDigits = 15;

    public static bool TryRead(ReadOnlySpan<char> text, int at, out decimal value, out int end, out bool kanji)
    {
        value = 0;
        end = at;
        kanji = !char.IsAsciiDigit(text[at]);
        if (kanji && (!(Numerals.IsKanjiNumeral(text[at])) || !Numerals.TryKanji(text, at, out _, out _)))
            return false;
        decimal section = 0;
        while (end < text.Length)
        {
            decimal part;
            if (char.IsAsciiDigit(text[end]))
            {
                if (!TryArabic(text, ref end, out part))
                    return false;
            }
            else if (Numerals.TryKanji(text, end, out var whole, out var next))
            {
                (part, end) = (whole, next);
            }
            else
            {
                break;
            }

            // 4千, 3百: Arabic digits with a small unit; in 「12千葉県」 the unit begins a name.
            if (end < text.Length && text[end] is '千' or '百' && char.IsAsciiDigit(text[end - 1])
                && (end + 1 == text.Length || !FoldingRules.IsKanji(text[end + 1]) || text[end + 1] is '万' or '億' || Numerals.IsKanjiNumeral(text[end + 1]) || Counters.StartsAt(text, end + 1)))
                part *= text[end++] == '千' ? 1_000 : 100;
            section += part;
            var unit = end < text.Length ? text[end] : '\0';
            decimal multiplier = unit switch
            {
                '万' => 10_000m,
                '億' => 100_000_000m,
                '兆' => 1_000_000_000_000m,
                _ => 0,
            };
            if (multiplier == 0)
            {
                if (end < text.Length && char.IsAsciiDigit(text[end - 1]) == char.IsAsciiDigit(text[end]))
                    break;
                if (end >= text.Length || text[end - 1] is not ('千' or '百'))
                    break;
                continue;
            }

            end++;
            value += section * multiplier;
            section = 0;
            // 万 goes on as a number only with digits behind it.
            if (end >= text.Length || !(char.IsAsciiDigit(text[end]) || (Numerals.IsKanjiNumeral(text[end]) && kanji)))
                break;
        }

        value += section;
        return end > at;
    }

    private static bool TryArabic(ReadOnlySpan<char> text, ref int end, out decimal value)
    {
        value = 0;
        var digits = 0;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                if (++digits > MaxDigits)
                    return false;
                value = value * 10 + (text[end++] - '0');
            }
            else if (text[end] == ',' && ThreeDigits(text, end + 1))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            for (var place = 0.1m; end < text.Length && char.IsAsciiDigit(text[end]); place /= 10)
            {
                if (++digits > MaxDigits)
                    return false;
                value += (text[end++] - '0') * place;
            }
        }

        return true;
    }

    private static bool ThreeDigits(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
