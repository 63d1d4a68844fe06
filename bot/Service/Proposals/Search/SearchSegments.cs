namespace RenkeiBot.Service.Proposals.Search;

/// <summary>A piece of what was typed.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Compounds">What it may be called by the synonyms of the word in it (夏まつり for 夏祭り).</param>
internal readonly record struct SearchSegment(int Start, int Length, IReadOnlyList<string> Compounds)
{
    public int End => Start + Length;
}

/// <summary>Takes a text in the matching form apart where it has known words, and at particles.</summary>
internal static class SearchSegments
{
    /// <summary>The words of a text in order; none where it is particles only.</summary>
    public static IReadOnlyList<SearchSegment> Of(string text, SearchVocabulary vocabulary)
    {
        var found = Known(text, vocabulary);
        var segments = new List<SearchSegment>();
        var at = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var (start, length, word) = found[i];
            AddUnknown(text, at, start, segments);
            // A single kanji beside a known word is a part of it: 防災士 is not 防災 and 士.
            var left = !word.IsPlace && start > 0 && start - at == 1 && SearchText.IsKanji(text[at]) && SearchText.IsKanji(text[start]) ? 1 : 0;
            var next = i + 1 < found.Count ? found[i + 1].Start : text.Length;
            var end = start + length;
            var right = !word.IsPlace && end < text.Length && SearchText.IsKanji(text[end]) && SearchText.IsKanji(text[end - 1]) && end + 1 <= next && (end + 1 == next || SearchText.IsParticle(text[end + 1])) ? 1 : 0;
            if (left > 0)
                segments.RemoveAt(segments.Count - 1);
            var (from, until) = (start - left, end + right);
            IReadOnlyList<string> compounds = left + right == 0 ? [] : [.. word.Words.Select(other => text[from..start] + other + text[end..until])];
            segments.Add(new SearchSegment(from, until - from, compounds));
            at = until;
        }

        AddUnknown(text, at, text.Length, segments);
        return segments;
    }

    /// <summary>The known words from left to right, each the longest that stands there as a word.</summary>
    private static List<(int Start, int Length, KnownWord Word)> Known(string text, SearchVocabulary vocabulary)
    {
        var found = new List<(int Start, int Length, KnownWord Word)>();
        var matches = new List<(int Length, IReadOnlyList<KnownWord> Meanings)>();
        var end = 0;
        for (var i = 0; i < text.Length;)
        {
            vocabulary.MatchesAt(text, i, matches);
            var at = i;
            var match = matches.Find(one => Begins(text, at, one.Length, end) && Ends(text, at, one.Length, vocabulary));
            if (match.Length == 0)
            {
                i++;
                continue;
            }

            found.Add((i, match.Length, match.Meanings[0]));
            end = i += match.Length;
        }

        return found;
    }

    private static bool Begins(string text, int at, int length, int end)
    {
        if (at == end || SameScript(text[at - 1], text[at]) is false)
            return true;
        // In a row of kana a word begins after a particle; a single kanji is no word inside of others.
        return SearchText.IsKana(text[at]) ? SearchText.IsParticle(text[at - 1]) && at - 1 == end : SearchText.IsKanji(text[at]) && length > 1;
    }

    private static bool Ends(string text, int at, int length, SearchVocabulary vocabulary)
    {
        var end = at + length;
        if (end == text.Length || !SameScript(text[end - 1], text[end]))
            return true;
        if (SearchText.IsKana(text[end]))
            return SearchText.IsParticle(text[end]) && (end + 1 == text.Length || !SearchText.IsKana(text[end + 1]) || StartsKnown(text, end + 1, vocabulary)) || StartsKnown(text, end, vocabulary);
        return SearchText.IsKanji(text[end]) && (length > 1 || StartsKnown(text, end, vocabulary));
    }

    private static bool StartsKnown(string text, int at, SearchVocabulary vocabulary)
    {
        var matches = new List<(int Length, IReadOnlyList<KnownWord> Meanings)>();
        vocabulary.MatchesAt(text, at, matches);
        return matches.Exists(match => match.Length > 1);
    }

    private static bool SameScript(char left, char right) =>
        SearchText.IsKanji(left) ? SearchText.IsKanji(right)
        : SearchText.IsKana(left) ? SearchText.IsKana(right)
        : char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right);

    /// <summary>Adds what no known word covers, without the particles in it that join words.</summary>
    private static void AddUnknown(string text, int start, int end, List<SearchSegment> segments)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (!Joins(text, i, start, end))
                continue;
            Add(from, i);
            from = i + 1;
        }

        Add(from, end);

        void Add(int first, int until)
        {
            if (until > first)
                segments.Add(new SearchSegment(first, until - first, []));
        }
    }

    /// <summary>Whether a particle between words stands at an index: を always, の beside anything but kana, others where no kana stands beside them, and any between a known word and the end.</summary>
    private static bool Joins(string text, int at, int start, int end)
    {
        if (!SearchText.IsParticle(text[at]))
            return false;
        var afterWord = at == start ? start > 0 : !SearchText.IsKana(text[at - 1]);
        var beforeWord = at + 1 == end || !SearchText.IsKana(text[at + 1]);
        return text[at] switch
        {
            'を' => true,
            'の' => afterWord || (at > 0 && beforeWord && at + 1 < text.Length),
            _ => afterWord && beforeWord,
        };
    }
}
