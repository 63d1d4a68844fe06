namespace RenkeiBot.Service.Proposals.Search;

/// <summary>
/// The keys of the index: single characters and pairs of them. Pairs of kana, of letters and those that begin with a digit have a second key for where they stand as a word (かに is no word in 豊かに), and so has
/// a kanji before which there is none (森 is no word in 青森).
/// </summary>
internal static class Gram
{
    private const long AsWord = 1L << 32;

    /// <summary>The key of a word of one or two characters in the matching form.</summary>
    /// <param name="word">The word.</param>
    /// <param name="asWord">Whether it has to stand as a word, where that can be told.</param>
    public static long Of(ReadOnlySpan<char> word, bool asWord) => Key(word[0], word.Length > 1 ? word[1] : '\0', asWord);

    /// <summary>The key of two characters wherever they stand.</summary>
    public static long Pair(string text, int at) => Key(text[at], text[at + 1], false);

    /// <summary>Whether it can be told of two characters whether they stand as a word.</summary>
    public static bool IsWordPair(char first, char second) => (SearchText.IsKana(first) && SearchText.IsKana(second)) || char.IsAsciiDigit(first) || (char.IsAsciiLetter(first) && char.IsAsciiLetter(second));

    /// <summary>Every key of a text, as often as it is there.</summary>
    public static IEnumerable<long> Of(SearchText read)
    {
        var text = read.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (read.Scripts[i] == Script.None)
                continue;
            yield return Key(text[i], '\0', false);
            if (SearchText.IsKanji(text[i]) && (i == 0 || !SearchText.IsKanji(text[i - 1])))
                yield return Key(text[i], '\0', true);
            if (i + 1 == text.Length || read.Scripts[i + 1] == Script.None)
                continue;
            yield return Pair(text, i);
            if (IsWordPair(text[i], text[i + 1]) && read.BeginsWord(i) && (!char.IsAsciiLetter(text[i]) || !IsLetterAt(i + 2)))
                yield return Key(text[i], text[i + 1], true);
        }

        bool IsLetterAt(int at) => at < text.Length && char.IsAsciiLetter(text[at]);
    }

    private static long Key(char first, char second, bool asWord) => ((long)first << 16) | second | (asWord ? AsWord : 0);
}
