using System.Runtime.InteropServices;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// The words that the bot knows, in folded form, with what each can mean; found in a text by longest match.
/// A look-up costs a few hash probes a character, however many words there are.
/// </summary>
/// <typeparam name="T">What a word means.</typeparam>
public sealed class Lexicon<T>
{
    private readonly Dictionary<string, List<T>> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<int, ulong> lengths = [];

    public Lexicon() => bySpan = meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of different words.</summary>
    public int Count => meanings.Count;

    /// <summary>Adds a meaning to a folded word of 1 to 63 characters; longer words are cut out, as nobody types them whole.</summary>
    public void Add(string folded, T meaning)
    {
        if (folded.Length is 0 or > 63)
            return;
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(meanings, folded, out _);
        list ??= [];
        if (list.Contains(meaning))
            return;
        list.Add(meaning);
        ref var bits = ref CollectionsMarshal.GetValueRefOrAddDefault(lengths, Prefix(folded, 0), out _);
        bits |= 1UL << folded.Length;
    }

    /// <summary>What a folded word can mean, or nothing.</summary>
    public IReadOnlyList<T> this[ReadOnlySpan<char> folded] => bySpan.TryGetValue(folded, out var list) ? list : [];

    /// <summary>The words that start at <paramref name="start"/>, longest first.</summary>
    public void MatchesAt(string text, int start, List<(int Length, IReadOnlyList<T> Meanings)> into)
    {
        into.Clear();
        // Words of one character are listed under their own key; all others under their first two characters.
        Probe(text, start, Prefix(text, start), into);
        if (start + 1 < text.Length)
            Probe(text, start, text[start] << 16, into);
    }

    private void Probe(string text, int start, int prefix, List<(int Length, IReadOnlyList<T> Meanings)> into)
    {
        if (!lengths.TryGetValue(prefix, out var bits))
            return;
        var room = Math.Min(63, text.Length - start);
        for (var length = room; length > 0; length--)
        {
            if ((bits & (1UL << length)) != 0 && bySpan.TryGetValue(text.AsSpan(start, length), out var list))
                into.Add((length, list));
        }
    }

    private static int Prefix(string text, int start) => (text[start] << 16) | (start + 1 < text.Length ? text[start + 1] : 0);

    /// <summary>All words, for building indexes over them.</summary>
    public IEnumerable<KeyValuePair<string, List<T>>> Words => meanings;
}
