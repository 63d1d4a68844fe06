using System.Collections.Concurrent;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>
/// The documents and their grams from one compaction to the next. Documents are added and marked as removed, never changed; what a reader sees is what a version of it has
/// (<see cref="Published"/>), so that a proposal that is replaced is found once, in its old form or its new one.
/// </summary>
internal sealed class IndexGeneration
{
    private readonly ConcurrentDictionary<long, Postings> grams = new(concurrencyLevel: 1, capacity: 31);
    private IndexSlot[] slots = [];
    private int count;
    private volatile IndexVersion published = new(0, 0, 0, 0);

    /// <summary>The last version that is complete.</summary>
    public IndexVersion Published => published;

    /// <summary>How many numbers are given, those of removed documents included.</summary>
    public int Count => count;

    /// <summary>The documents by number; behind those of a version there may be more.</summary>
    public ReadOnlySpan<IndexSlot> Slots => Volatile.Read(ref slots);

    /// <summary>The documents with a gram.</summary>
    public ReadOnlySpan<int> With(long gram) => grams.TryGetValue(gram, out var postings) ? postings.Items : [];

    /// <summary>Puts a document in the place of another, or adds or removes one. By one writer at a time.</summary>
    /// <param name="old">The number of the document that goes; null for none.</param>
    /// <param name="read">What comes; null for nothing.</param>
    /// <returns>The number of what came; null for nothing.</returns>
    public int? Replace(int? old, ReadProposal? read)
    {
        var version = published.Number + 1;
        var (documents, length) = (published.Documents, published.Length);
        int? number = null;
        if (read is not null)
        {
            number = Place(new IndexSlot(read.Document, version));
            foreach (var (gram, weight) in read.Grams)
                grams.GetOrAdd(gram, static _ => new Postings()).Add(number.Value, weight);
            documents++;
            length += read.Document.Text.Length;
        }

        if (old is { } gone)
        {
            Volatile.Write(ref slots[gone].RemovedAt, version);
            documents--;
            length -= slots[gone].Length;
        }

        published = new IndexVersion(version, count, documents, length);
        return number;
    }

    /// <summary>The same documents without those that were removed, under new numbers.</summary>
    /// <param name="moved">Told of each document and its new number.</param>
    public IndexGeneration Compact(Action<ProposalDocument, int> moved)
    {
        var compact = new IndexGeneration();
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = slots[i].RemovedAt == int.MaxValue ? compact.Place(slots[i]) : -1;
            if (numbers[i] >= 0)
                moved(slots[i].Document, numbers[i]);
        }

        // The documents keep the version at which they came.
        compact.published = published with { Numbers = compact.count };

        foreach (var (gram, postings) in grams)
        {
            Postings? kept = null;
            foreach (var item in postings.Items)
            {
                if (numbers[Postings.Number(item)] is var number and >= 0)
                    (kept ??= new Postings()).Add(number, Postings.Weight(item));
            }

            if (kept is not null)
                compact.grams[gram] = kept;
        }

        return compact;
    }

    private int Place(IndexSlot slot)
    {
        if (count == slots.Length)
        {
            var larger = new IndexSlot[Math.Max(16, count * 2)];
            slots.CopyTo(larger, 0);
            Volatile.Write(ref slots, larger);
        }

        // No reader looks at it before a version with its number is published.
        slots[count] = slot;
        return count++;
    }
}

/// <summary>A document in its place. What every search looks at lies here, side by side, and not in the document.</summary>
internal struct IndexSlot(ProposalDocument document, int addedAt)
{
    public readonly ProposalDocument Document = document;

    public readonly string Text = document.Text;

    public readonly DateOnly? From = document.From;

    public readonly DateOnly? Until = document.Until;

    /// <summary>The characters of its text.</summary>
    public readonly int Length = document.Text.Length;

    /// <summary>The version from which on it is there.</summary>
    public readonly int AddedAt = addedAt;

    /// <summary>The version from which on it is no longer there.</summary>
    public int RemovedAt = int.MaxValue;
}

/// <summary>A state of the documents.</summary>
/// <param name="Number">Counts the changes.</param>
/// <param name="Numbers">How many numbers are given, those of removed documents included.</param>
/// <param name="Documents">How many documents there are.</param>
/// <param name="Length">The characters of all of them together.</param>
internal sealed record IndexVersion(int Number, int Numbers, int Documents, long Length);

/// <summary>What a reader sees of the documents: one version, whatever is written meanwhile.</summary>
internal readonly struct IndexView
{
    private readonly IndexGeneration generation;
    private readonly IndexVersion version;

    public IndexView(IndexGeneration generation)
    {
        this.generation = generation;
        // Before the documents: all that the version has are then in the array.
        version = generation.Published;
    }

    public ReadOnlySpan<IndexSlot> Slots => generation.Slots[..version.Numbers];

    /// <summary>How many documents there are.</summary>
    public int Count => version.Documents;

    /// <summary>How long they are on average, in characters.</summary>
    public double AverageLength => Math.Max(1, (double)version.Length / Math.Max(1, version.Documents));

    public ReadOnlySpan<int> With(long gram) => generation.With(gram);

    /// <summary>Whether the view has the document of a slot.</summary>
    public bool Has(ref readonly IndexSlot slot) => slot.AddedAt <= version.Number && version.Number < Volatile.Read(in slot.RemovedAt);
}
