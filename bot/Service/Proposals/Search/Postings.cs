namespace RenkeiBot.Service.Proposals.Search;

/// <summary>
/// The documents that have a gram, by number, each with its weight: 24 bits of number, 8 of weight. It only grows, so that any number of readers can read while one writer adds.
/// </summary>
internal sealed class Postings
{
    public const int MaxWeight = 255;

    private int[] items = [];
    private int count;

    /// <summary>What there is now, in the order of the numbers.</summary>
    public ReadOnlySpan<int> Items
    {
        get
        {
            // The count before the array: whatever array is there then has as many.
            var known = Volatile.Read(ref count);
            return Volatile.Read(ref items).AsSpan(0, known);
        }
    }

    public static int Number(int item) => item >>> 8;

    public static int Weight(int item) => item & 0xFF;

    /// <summary>Adds a document with a higher number than all before.</summary>
    public void Add(int number, int weight)
    {
        var known = count;
        if (known == items.Length)
        {
            var larger = new int[Math.Max(1, known * 2)];
            items.CopyTo(larger, 0);
            Volatile.Write(ref items, larger);
        }

        items[known] = (number << 8) | Math.Min(weight, MaxWeight);
        Volatile.Write(ref count, known + 1);
    }
}
