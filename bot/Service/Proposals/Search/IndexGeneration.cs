using System.Collections.Concurrent;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>
/// The documents and their grams from one compaction to the next. Documents are added and marked as removed, never changed; what a reader sees is what a version of it has
/// (<see cref="Published"/>), so that a proposal that is replaced is found once, in its old form or its new one.
/// </summary>
internal sealed class IndexGeneration
{
    private readonly ConcurrentDictionary<long, Postings> grams = new(concurrencyLevel: 1, capacity: 31);
    private ProposalDocument?[] documents = [];
    private int count;
    private int published;

    /// <summary>The last version that is complete.</summary>
    public int Published => Volatile.Read(ref published);

    /// <summary>How many numbers are given, those of removed documents included.</summary>
    public int Count => count;

    /// <summary>The documents by number; more may follow, and places at the end are empty.</summary>
    public ReadOnlySpan<ProposalDocument?> Documents => Volatile.Read(ref documents);

    /// <summary>The documents with a gram.</summary>
    public ReadOnlySpan<int> With(long gram) => grams.TryGetValue(gram, out var postings) ? postings.Items : [];

    /// <summary>Puts a document in the place of another, or adds or removes one. By one writer at a time.</summary>
    public void Replace(ProposalDocument? old, ReadProposal? read)
    {
        var version = published + 1;
        if (read is not null)
            Add(read, version);
        if (old is not null)
            old.RemovedAt = version;
        Volatile.Write(ref published, version);
    }

    /// <summary>The same documents without those that were removed, under new numbers.</summary>
    public IndexGeneration Compact()
    {
        var compact = new IndexGeneration();
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            var document = documents[i]!;
            numbers[i] = document.RemovedAt == int.MaxValue ? compact.Place(document) : -1;
        }

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

        // The documents keep the version at which they came.
        compact.published = published;
        return compact;
    }

    private void Add(ReadProposal read, int version)
    {
        read.Document.AddedAt = version;
        var number = Place(read.Document);
        foreach (var (gram, weight) in read.Grams)
            grams.GetOrAdd(gram, static _ => new Postings()).Add(number, weight);
    }

    private int Place(ProposalDocument document)
    {
        if (count == documents.Length)
        {
            var larger = new ProposalDocument?[Math.Max(16, count * 2)];
            documents.CopyTo(larger, 0);
            Volatile.Write(ref documents, larger);
        }

        Volatile.Write(ref documents[count], document);
        return count++;
    }
}

/// <summary>What a reader sees of the documents: one version, whatever is written meanwhile.</summary>
internal readonly struct IndexView
{
    private readonly IndexGeneration generation;
    private readonly int version;

    public IndexView(IndexGeneration generation)
    {
        this.generation = generation;
        // Before the documents: all that the version has are then in the array.
        version = generation.Published;
    }

    public ReadOnlySpan<ProposalDocument?> Documents => generation.Documents;

    public ReadOnlySpan<int> With(long gram) => generation.With(gram);

    public bool Has(ProposalDocument? document) => document is not null && document.AddedAt <= version && version < document.RemovedAt;
}
