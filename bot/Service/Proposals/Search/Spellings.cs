using System.Text;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>
/// Other spellings of what is written: okurigana between two kanji is left out (取り組み is 取組み too, 受け入れ先 is 受入先), and a long vowel inside a long word (インターフェース is インタフェース).
/// A text is held in both forms, so that it does not matter in which of them either side wrote.
/// </summary>
internal static class Spellings
{
    /// <summary>So much stands around a spelling that differs: a phrase around it is still found as one.</summary>
    private const int Around = 6;

    // Endings of verbs before another noun (連用形). て and い stand there in other words as well (見て学ぶ, 青い森), so only after these kanji.
    private const string Endings = "りしみきちびぎえけげせめれべじ";
    private const string BeforeTe = "立建仕当育";
    private const string BeforeI = "買問使願思合伝払洗救追拾結縫祝習扱囲憩誘手担";

    private static readonly string[] LongEndings = ["わせ", "もり", "ろし", "こし", "とし", "がり", "まり", "わり", "らし", "やし", "らせ"];

    /// <summary>Spellings of a whole text: each piece of it that can be written otherwise, with what stands around it.</summary>
    public static IEnumerable<string> Of(SearchText text) => WithoutOkurigana(text.Text, Around).Concat(Shortened(text));

    /// <summary>Spellings of a word that is looked for; the word itself may be among them.</summary>
    public static IEnumerable<string> OfWord(SearchText word)
    {
        var plain = WithoutOkurigana(word.Text, int.MaxValue).FirstOrDefault() ?? word.Text;
        yield return plain;
        if (Stem(plain) is { } stem)
            yield return stem;
        if (word.Text.Length > 3 && word.Long[^1])
            yield return word.Text[..^1];
        if (word.Text.All(SearchText.IsKana))
        {
            foreach (var run in Shortened(word))
                yield return run;
        }
    }

    /// <summary>取組み and 取組 are one word: what stands before the okurigana at the end, where that is two kanji or more.</summary>
    private static string? Stem(string word)
    {
        var end = LongEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? word.Length - 2
            : word.Length > 0 && Endings.Contains(word[^1], StringComparison.Ordinal) ? word.Length - 1 : 0;
        return end >= 2 && SearchText.IsKanji(word[end - 1]) && SearchText.IsKanji(word[end - 2]) ? word[..end] : null;
    }

    /// <summary>The runs of kana with a long vowel, without it, where a word is left.</summary>
    private static IEnumerable<string> Shortened(SearchText text)
    {
        for (var i = 0; i < text.Text.Length;)
        {
            var run = new StringBuilder();
            var end = i;
            for (; end < text.Text.Length && SearchText.IsKana(text.Text[end]) && text.Scripts[end] == text.Scripts[i]; end++)
            {
                if (!text.Long[end])
                    run.Append(text.Text[end]);
            }

            if (run.Length >= 3 && run.Length < end - i)
                yield return run.ToString();
            i = Math.Max(end, i + 1);
        }
    }

    private static IEnumerable<string> WithoutOkurigana(string text, int around)
    {
        StringBuilder? plain = null;
        var (copied, last) = (0, 0);
        for (var i = 1; i + 1 < text.Length; i++)
        {
            var length = OkuriganaAt(text, i);
            if (length == 0)
                continue;
            if (plain is not null && i - last > around)
            {
                yield return plain.Append(text, copied, Math.Min(around, i - copied)).ToString();
                plain = null;
            }

            plain ??= Begin(i);
            plain.Append(text, copied, i - copied);
            copied = last = i + length;
            i = copied;
        }

        if (plain is not null)
            yield return plain.Append(text, copied, Math.Min(around, text.Length - copied)).ToString();

        StringBuilder Begin(int at)
        {
            copied = Math.Max(copied, around > at ? 0 : at - around);
            return new StringBuilder();
        }
    }

    /// <summary>How many characters of okurigana stand between two kanji at an index; 0 for none.</summary>
    private static int OkuriganaAt(string text, int at)
    {
        if (!SearchText.IsKanji(text[at - 1]) || SearchText.IsKanji(text[at]))
            return 0;
        if (SearchText.IsKanji(text[at + 1]))
        {
            return text[at] switch
            {
                'て' => BeforeTe.Contains(text[at - 1], StringComparison.Ordinal),
                'い' => BeforeI.Contains(text[at - 1], StringComparison.Ordinal),
                var c => Endings.Contains(c, StringComparison.Ordinal),
            } ? 1 : 0;
        }

        return at + 2 < text.Length && SearchText.IsKanji(text[at + 2]) && LongEndings.Any(ending => text.AsSpan(at).StartsWith(ending, StringComparison.Ordinal)) ? 2 : 0;
    }
}
