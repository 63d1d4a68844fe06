using System.Numerics;
using System.Runtime.InteropServices;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>A set of entries by their ids, a bit each: conditions are put together many words at a time, whatever the number of entries.</summary>
internal sealed class IdSet
{
    private readonly ulong[] words;

    /// <param name="count">The number of entries there are.</param>
    public IdSet(int count) => words = new ulong[(count + 63) / 64];

    private IdSet(ulong[] words) => this.words = words;

    public bool IsEmpty => words.AsSpan().IndexOfAnyExcept(0UL) < 0;

    /// <summary>The words by vectors; what does not fill one is <see cref="Rest"/>.</summary>
    private Span<Vector<ulong>> Vectors => MemoryMarshal.Cast<ulong, Vector<ulong>>(words.AsSpan());

    /// <summary>Where the words begin that do not fill a vector.</summary>
    private int Rest => words.Length - (words.Length % Vector<ulong>.Count);

    public bool Contains(int id) => (words[id >> 6] & (1UL << id)) != 0;

    public void Add(int id) => words[id >> 6] |= 1UL << id;

    public IdSet Add(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
            words[id >> 6] |= 1UL << id;
        return this;
    }

    public void Remove(int id) => words[id >> 6] &= ~(1UL << id);

    public IdSet UnionWith(IdSet other)
    {
        var own = Vectors;
        var others = other.Vectors;
        for (var i = 0; i < own.Length; i++)
            own[i] |= others[i];
        for (var i = Rest; i < words.Length; i++)
            words[i] |= other.words[i];
        return this;
    }

    public IdSet IntersectWith(IdSet other)
    {
        var own = Vectors;
        var others = other.Vectors;
        for (var i = 0; i < own.Length; i++)
            own[i] &= others[i];
        for (var i = Rest; i < words.Length; i++)
            words[i] &= other.words[i];
        return this;
    }

    public void ExceptWith(IdSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= ~other.words[i];
    }

    /// <summary>A set of its own with the same ids.</summary>
    public IdSet Copy() => new([.. words]);

    /// <summary>The ids in order, at most so many.</summary>
    public List<int> ToList(int most = int.MaxValue)
    {
        var ids = new List<int>();
        for (var i = words.AsSpan().IndexOfAnyExcept(0UL); i >= 0 && i < words.Length; i++)
        {
            for (var word = words[i]; word != 0 && ids.Count < most; word &= word - 1)
                ids.Add((i << 6) + BitOperations.TrailingZeroCount(word));
        }

        return ids;
    }
}
