using System.Numerics;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>A set of entries by their ids, a bit each: conditions are put together word by word, whatever the number of entries.</summary>
/// <param name="count">The number of entries there are.</param>
internal sealed class IdSet(int count)
{
    private readonly ulong[] words = new ulong[(count + 63) / 64];

    public bool IsEmpty => words.AsSpan().IndexOfAnyExcept(0UL) < 0;

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
        for (var i = 0; i < words.Length; i++)
            words[i] |= other.words[i];
        return this;
    }

    public IdSet IntersectWith(IdSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= other.words[i];
        return this;
    }

    public void ExceptWith(IdSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= ~other.words[i];
    }

    /// <summary>A set of its own with the same ids.</summary>
    public IdSet Copy() => new IdSet(words.Length * 64).UnionWith(this);

    /// <summary>The ids in order, at most so many.</summary>
    public List<int> ToList(int most = int.MaxValue)
    {
        var ids = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0 && ids.Count < most; word &= word - 1)
                ids.Add((i << 6) + BitOperations.TrailingZeroCount(word));
        }

        return ids;
    }
}
