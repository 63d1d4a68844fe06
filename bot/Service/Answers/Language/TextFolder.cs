using System.Globalization;
using System.Text;

namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// Produces the display form and the matching form of a text in one pass. Compatibility forms that occur in Japanese typing (full-width Latin, half-width kana, combining voice marks) are
/// composed here, as the matching form needs to know where each character came from; the rest goes through NFKC piece by piece.
/// </summary>
internal sealed class TextFolder(int capacity)
{
    private readonly StringBuilder display = new(capacity);
    private readonly StringBuilder folded = new(capacity);
    private readonly List<int> map = new(capacity);
    private int spaceAt = -1;

    public string Display => display.ToString();

    public string Folded => folded.ToString();

    public int[] Map => [.. map];

    /// <summary>Trimmed, bounded, without control, bidirectional and zero-width characters and without halves of surrogate pairs; line breaks and tabs become spaces.</summary>
    public static string Clean(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        for (var i = 0; i < text.Length && clean.Length < maxLength; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    if (clean.Length + 2 > maxLength)
                        break;
                    // Variation selectors beyond the basic plane choose a glyph, and tags are invisible.
                    if (c != '\uDB40')
                        clean.Append(c).Append(text[i + 1]);
                    i++;
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                clean.Append(c == '\u3000' ? c : ' ');
            }
            else if (!IsInvisible(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }

    public void Run(string clean)
    {
        for (var i = 0; i < clean.Length;)
        {
            var c = clean[i];
            if (char.IsSurrogate(c))
            {
                SupplementaryCharacter(clean.AsSpan(i, 2));
                i += 2;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (display.Length > 0 && display[^1] != ' ')
                {
                    spaceAt = display.Length;
                    display.Append(' ');
                }

                i++;
            }
            else if (WidthForms.Compose(clean, i, out var composed) is var used and > 0)
            {
                Put(composed);
                i += used;
            }
            else
            {
                var end = i + 1;
                while (end < clean.Length && CharUnicodeInfo.GetUnicodeCategory(clean[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                    end++;
                foreach (var part in Normalize(clean[i..end]))
                    Put(part);
                i = end;
            }
        }

        DropStrayMarks();
    }

    private void SupplementaryCharacter(ReadOnlySpan<char> pair)
    {
        var normal = Normalize(pair.ToString());
        if (normal.Length == 2 && char.IsHighSurrogate(normal[0]))
        {
            var at = display.Length;
            display.Append(normal);
            // Planes 2 and 3 hold ideographs; anything else up there (emoji above all) carries nothing to match.
            if (char.ConvertToUtf32(normal[0], normal[1]) is var code and >= 0x20000 and < 0x40000)
            {
                if (code == 0x20BB7)
                    Emit('吉', at);
                else
                    EmitPair(normal, at);
            }

            return;
        }

        foreach (var part in normal)
            Put(part);
    }

    private static string Normalize(string piece)
    {
        try
        {
            return piece.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Noncharacters such as U+FFFE are refused by the normaliser; they carry nothing.
            return "";
        }
    }

    private void Put(char c)
    {
        var at = display.Length;
        if (char.IsWhiteSpace(c))
        {
            if (at > 0 && display[^1] != ' ')
            {
                spaceAt = at;
                display.Append(' ');
            }

            return;
        }

        display.Append(c);
        var previous = folded.Length > 0 ? folded[^1] : '\0';
        if (FoldingRules.Fold(c, previous) is var form and not '\0')
            Emit(form, at);
    }

    private void Emit(char form, int at)
    {
        if (spaceAt >= 0 && folded.Length > 0 && char.IsAsciiLetterOrDigit(folded[^1]) && (char.IsAsciiLetterOrDigit(form) || form == '\''))
        {
            folded.Append(' ');
            map.Add(spaceAt);
        }

        spaceAt = -1;
        folded.Append(form);
        map.Add(at);
    }

    private void EmitPair(string pair, int at)
    {
        spaceAt = -1;
        folded.Append(pair);
        map.Add(at);
        map.Add(at);
    }

    // What depends on the character after it is settled on the finished text, from its end, so that folding it again changes nothing.
    private void DropStrayMarks()
    {
        for (var i = folded.Length - 1; i >= 0; i--)
        {
            var keep = folded[i] switch
            {
                '\'' => Digit(i + 1) && Digit(i + 2) && !Digit(i + 3),
                '・' => Digit(i - 1) && Digit(i + 1),
                ' ' => i + 1 < folded.Length && (char.IsAsciiLetterOrDigit(folded[i + 1]) || folded[i + 1] == '\''),
                _ => true,
            };
            if (!keep)
            {
                folded.Remove(i, 1);
                map.RemoveAt(i);
            }
            else if (folded[i] == FoldingRules.PendingKe)
            {
                folded[i] = i > 0 && FoldingRules.JoinsKe(folded[i - 1]) && i + 1 < folded.Length && FoldingRules.IsKanji(folded[i + 1]) ? 'が' : 'け';
            }
        }
    }

    private bool Digit(int i) => i >= 0 && i < folded.Length && char.IsAsciiDigit(folded[i]);

    private static bool IsInvisible(char c) => c is < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
        or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFA0' or (>= '\uFFF0' and <= '\uFFFF') or (>= '\uFDD0' and <= '\uFDEF');
}
