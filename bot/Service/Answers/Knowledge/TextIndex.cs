using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>Which entries have a word, by the pairs of characters of their folded texts. Safe for any number of readers once all entries are added.</summary>
internal sealed class TextIndex
{
    /// <summary>So many ids and characters of looked-up words are kept (4 bytes each): the words of questions come again, their postings need not be read again.</summary>
    private const int MostKept = 1 << 20;

    private readonly Dictionary<int, List<int>> entriesByBigram = [];
    private readonly List<string> texts = [];
    private readonly ConcurrentDictionary<string, int[]> found = new(StringComparer.Ordinal);

    private int kept;

    /// <summary>Adds the folded text of the next entry: the first one has the id 0.</summary>
    public void Add(string text)
    {
        var id = texts.Count;
        texts.Add(text);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(entriesByBigram, Bigram(text, i), out _);
            list ??= [];
            if (list.Count == 0 || list[^1] != id)
                list.Add(id);
        }
    }

    /// <summary>The ids of the entries whose text has a folded word of two characters or more, in order; none for a shorter word.</summary>
    public int[] Containing(string folded)
    {
        if (folded.Length < 2)
            return [];
        if (found.TryGetValue(folded, out var ids))
            return ids;
        ids = Find(folded);
        if (Interlocked.Add(ref kept, ids.Length + folded.Length + 32) > MostKept)
        {
            Interlocked.Exchange(ref kept, 0);
            found.Clear();
        }

        found[folded] = ids;
        return ids;
    }

    /// <summary>The ids of the entries that have the pair of characters at an index of a folded word, in order.</summary>
    public ReadOnlySpan<int> WithBigram(string folded, int index) =>
        entriesByBigram.TryGetValue(Bigram(folded, index), out var list) ? CollectionsMarshal.AsSpan(list) : [];

    private int[] Find(string folded)
    {
        List<int>? rarest = null, next = null;
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (!entriesByBigram.TryGetValue(Bigram(folded, i), out var list))
                return [];
            if (rarest is null || list.Count < rarest.Count)
                (rarest, next) = (list, rarest);
            else if (next is null || list.Count < next.Count)
                next = list;
        }

        // A word of two characters is its own pair.
        if (next is null)
            return [.. rarest!];
        var ids = new List<int>();
        foreach (var id in rarest!)
        {
            if (next.BinarySearch(id) >= 0 && texts[id].Contains(folded, StringComparison.Ordinal))
                ids.Add(id);
        }

        return [.. ids];
    }

    private static int Bigram(string text, int index) => (text[index] << 16) | text[index + 1];
}
