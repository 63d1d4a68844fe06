using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>How found proposals are sorted.</summary>
public enum ProposalOrder
{
    /// <summary>関連度: what has the words where they weigh most comes first; without words as <see cref="Newest"/>.</summary>
    Relevance,

    /// <summary>締切: the next deadline first, then those without one, then those whose deadline has passed.</summary>
    Deadline,

    /// <summary>新着: what others could see last comes first.</summary>
    Newest,
}

/// <summary>A page of what was found.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Ids">The proposals of the page, in order.</param>
public sealed record SearchResult(int Total, IReadOnlyList<Guid> Ids)
{
    /// <summary>False where no proposal has all words: these have most of them, or pieces of them.</summary>
    public bool HasAllWords { get; init; } = true;
}

/// <summary>
/// The proposals that can be found, in memory. One writer at a time sets and removes proposals, any number of readers search meanwhile: each search sees the proposals as they were at one moment.
/// </summary>
/// <param name="records">The records, for places and synonyms; synonyms are read once, as their file is.</param>
internal sealed class ProposalIndex(Func<RecordSet> records)
{
    /// <summary>Fewer removed documents than this are not worth a compaction.</summary>
    private const int FewRemoved = 64;

    private readonly Dictionary<Guid, int> current = [];
    private readonly Lock writing = new();
    private readonly Lazy<SearchQueryReader> reader = new(() => new SearchQueryReader(new SearchVocabulary(records())));
    private volatile IndexGeneration generation = new();

    /// <summary>Takes a proposal as it is now; one in a state in which it cannot be found is removed.</summary>
    public void Set(Proposal proposal)
    {
        if (ProposalFilter.IsSearched(proposal.State))
            Replace(proposal.Id, Read(proposal));
        else
            Remove(proposal.Id);
    }

    /// <summary>Takes a proposal out; one that is not there is none.</summary>
    public void Remove(Guid id) => Replace(id, null);

    /// <summary>The proposals that have all words and pass the filters; where none has all words, those with most of them.</summary>
    /// <param name="terms">What is looked for.</param>
    /// <param name="order">How the result is sorted.</param>
    /// <param name="skip">How many of the result are left out at its beginning.</param>
    /// <param name="take">How many are given at most.</param>
    /// <param name="today">The day in Japan.</param>
    public SearchResult Search(SearchTerms terms, ProposalOrder order, int skip, int take, DateOnly today)
    {
        var query = terms.Words.Length == 0 ? SearchQuery.Empty : reader.Value.Read(terms.Words, today);
        using var match = new SearchMatch(new IndexView(generation), new ProposalFilter(terms, today));
        var hasAll = match.Find(query);
        return match.Page(order, skip, take, today) with { HasAllWords = hasAll };
    }

    /// <summary>Whether a saved search finds a proposal: all of its words, by the same rules, and its filters.</summary>
    public bool Fits(SearchTerms terms, Proposal proposal, DateOnly today) => Fitting(proposal, today)(terms);

    /// <summary>The same for many searches: the proposal is read once.</summary>
    public Predicate<SearchTerms> Fitting(Proposal proposal, DateOnly today)
    {
        if (!ProposalFilter.IsSearched(proposal.State))
            return _ => false;
        var read = Read(proposal);
        return terms => new ProposalFilter(terms, today).Passes(read.Document)
            && (terms.Words.Length == 0 || reader.Value.Read(terms.Words, today).Words.All(word => word.Means(read.Document.From, read.Document.Until) || word.Forms.Any(form => Has(read, form))));
    }

    private static bool Has(ReadProposal read, SearchForm form) =>
        form.Text.Length <= 2 ? read.Grams.ContainsKey(SearchMatch.GramOf(form)) : form.StandsIn(read.Document.Text);

    private ReadProposal Read(Proposal proposal) => ReadProposal.Of(proposal, ProposalPlace.Of(proposal.Organisation, records()));

    private void Replace(Guid id, ReadProposal? read)
    {
        lock (writing)
        {
            int? old = current.TryGetValue(id, out var known) ? known : null;
            if (old is null && read is null)
                return;
            if (generation.Replace(old, read) is { } number)
                current[id] = number;
            else
                current.Remove(id);
            // Each removal pays for its share of a compaction: it comes when half of what is there is no longer wanted.
            if (generation.Count - current.Count > Math.Max(FewRemoved, current.Count))
                generation = generation.Compact((document, place) => current[document.Id] = place);
        }
    }
}
