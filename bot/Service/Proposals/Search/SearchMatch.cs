using System.Buffers;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>One search over one view of the index: which documents have how many of the words, and how good they are, by BM25 (k1 = 1.2, b = 0.75) over the words.</summary>
internal sealed class SearchMatch : IDisposable
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;

    /// <summary>What a phrase adds to its words.</summary>
    private const double PhraseBonus = 0.5;

    /// <summary>A word that no document has is found in pieces where a document has so many of its pairs.</summary>
    private const double EnoughPairs = 0.6;

    private readonly IndexView view;
    private readonly int size;
    private readonly float[] scores;
    private readonly float[] weights;
    private readonly byte[] hits;
    private readonly Passing[] passes;
    private readonly ProposalFilter filter;
    private readonly List<int> touched = [];
    private readonly List<int> candidates = [];
    private int wanted;

    public SearchMatch(IndexView view, ProposalFilter filter)
    {
        this.view = view;
        this.filter = filter;
        size = view.Slots.Length;
        scores = Rent<float>(size);
        weights = Rent<float>(size);
        hits = Rent<byte>(size);
        passes = Rent<Passing>(size);
    }

    private enum Passing : byte
    {
        Unknown,
        Yes,
        No,
    }

    /// <summary>The key of a form of one or two characters.</summary>
    public static long GramOf(SearchForm form) =>
        Gram.Of(form.Text, form.AsWord && (form.Text.Length == 1 ? SearchText.IsKanji(form.Text[0]) : Gram.IsWordPair(form.Text[0], form.Text[1])));

    /// <summary>Finds what has the words; everything that passes the filter, where there are none.</summary>
    /// <returns>Whether what is found has all of them.</returns>
    public bool Find(SearchQuery query)
    {
        if (query.Words.Count == 0)
        {
            for (var i = 0; i < size; i++)
            {
                if (Passes(i))
                    candidates.Add(i);
            }

            return true;
        }

        var hasAll = true;
        foreach (var word in query.Words)
        {
            if (Count(word, 1) > 0)
                continue;
            hasAll = false;
            CountPieces(word.Forms[0].Text);
        }

        wanted = query.Words.Count;
        if (!candidates.Exists(number => hits[number] >= wanted))
        {
            hasAll = false;
            wanted = (query.Words.Count + 1) / 2;
        }

        foreach (var phrase in query.Phrases)
            Count(new SearchWord([phrase]), PhraseBonus, isWanted: false);
        candidates.RemoveAll(number => hits[number] < wanted);
        return hasAll;
    }

    /// <summary>A page of what was found, and how many there are.</summary>
    public SearchResult Page(ProposalOrder order, int skip, int take, DateOnly today)
    {
        var slots = view.Slots;
        var most = (int)Math.Min((long)skip + take, candidates.Count);
        var page = new List<Found>();
        foreach (var number in candidates)
        {
            page.Add(Found.Of(slots[number].Document, order, scores[number], today));
            // Few are wanted of many: what cannot be among them is dropped now and then, so that not all are sorted.
            if (page.Count >= 1_000 && page.Count >= 2 * (long)most)
                Cut(page, most);
        }

        Cut(page, most);
        return new SearchResult(candidates.Count, [.. page.Skip(skip).Select(found => found.Document.Id)]);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(weights);
        ArrayPool<byte>.Shared.Return(hits);
        ArrayPool<Passing>.Shared.Return(passes);
    }

    private static T[] Rent<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(size);
        array.AsSpan(0, size).Clear();
        return array;
    }

    private static void Cut(List<Found> page, int most)
    {
        page.Sort();
        if (page.Count > most)
            page.RemoveRange(most, page.Count - most);
    }

    private bool Passes(int number)
    {
        ref var known = ref passes[number];
        if (known == Passing.Unknown)
        {
            ref readonly var slot = ref view.Slots[number];
            known = view.Has(in slot) && (filter.IsOpen || filter.Passes(slot.Document)) ? Passing.Yes : Passing.No;
        }

        return known == Passing.Yes;
    }

    /// <summary>Counts a word for every document that has it.</summary>
    /// <returns>How many have it.</returns>
    private int Count(SearchWord word, double factor, bool isWanted = true)
    {
        foreach (var form in word.Forms)
            Weigh(form);
        if (word.When is not null)
        {
            var slots = view.Slots;
            for (var i = 0; i < size; i++)
            {
                if (Passes(i) && word.Means(slots[i].From, slots[i].Until))
                    Weigh(i, 1);
            }
        }

        return Settle(factor, isWanted);
    }

    private void Weigh(SearchForm form)
    {
        if (form.Text.Length <= 2)
        {
            foreach (var item in view.With(GramOf(form)))
                Weigh(Postings.Number(item), (float)(form.Factor * Postings.Weight(item)));
            return;
        }

        // Of the two rarest pairs, what both have; then the text itself is looked at.
        ReadOnlySpan<int> rarest = [], next = [];
        for (var i = 0; i + 1 < form.Text.Length; i++)
        {
            var items = view.With(Gram.Pair(form.Text, i));
            if (items.IsEmpty)
                return;
            if (i == 0 || items.Length < rarest.Length)
            {
                next = i == 0 ? items : rarest;
                rarest = items;
            }
            else if (i == 1 || items.Length < next.Length)
            {
                next = items;
            }
        }

        var slots = view.Slots;
        var at = 0;
        foreach (var item in rarest)
        {
            var number = Postings.Number(item);
            while (at < next.Length && Postings.Number(next[at]) < number)
                at++;
            if (at == next.Length)
                break;
            if (Postings.Number(next[at]) == number && number < size && Passes(number) && form.StandsIn(slots[number].Text))
                Weigh(number, (float)(form.Factor * Math.Min(Postings.Weight(item), Postings.Weight(next[at]))));
        }
    }

    private void Weigh(int number, float weight)
    {
        if (number >= size || !Passes(number))
            return;
        if (weights[number] == 0)
            touched.Add(number);
        weights[number] = Math.Max(weights[number], weight);
    }

    /// <summary>A word that nothing has, by its pairs of characters: a slip or another ending leaves most of them.</summary>
    private void CountPieces(string word)
    {
        if (word.Length < 3)
            return;
        var pairs = new Dictionary<int, int>();
        for (var i = 0; i + 1 < word.Length; i++)
        {
            foreach (var item in view.With(Gram.Pair(word, i)))
                pairs[Postings.Number(item)] = pairs.GetValueOrDefault(Postings.Number(item)) + 1;
        }

        foreach (var (number, count) in pairs)
        {
            if (count >= (word.Length - 1) * EnoughPairs)
                Weigh(number, (float)count / word.Length);
        }

        Settle(1, isWanted: true);
    }

    /// <summary>Adds what was weighed to the scores, and clears it.</summary>
    private int Settle(double factor, bool isWanted)
    {
        var slots = view.Slots;
        var averageLength = view.AverageLength;
        var rarity = Math.Log(1 + ((view.Count - touched.Count + 0.5) / (touched.Count + 0.5)));
        foreach (var number in touched)
        {
            var weight = weights[number];
            var length = 1 - LengthWeight + (LengthWeight * slots[number].Length / averageLength);
            scores[number] += (float)(factor * rarity * weight * (Saturation + 1) / (weight + (Saturation * length)));
            if (isWanted && hits[number]++ == 0)
                candidates.Add(number);
            weights[number] = 0;
        }

        var found = touched.Count;
        touched.Clear();
        return found;
    }
}

/// <summary>A document by its place in the result.</summary>
/// <param name="Key">What it is sorted by, the smallest first.</param>
/// <param name="Document">The document.</param>
internal readonly record struct Found(double Key, ProposalDocument Document) : IComparable<Found>
{
    public static Found Of(ProposalDocument document, ProposalOrder order, float score, DateOnly today) => new(
        order switch
        {
            ProposalOrder.Relevance => -score,
            // The future, then none, then the past.
            ProposalOrder.Deadline => document.Deadline is not { } deadline ? int.MaxValue : deadline >= today ? deadline.DayNumber : (double)int.MaxValue + 1 + deadline.DayNumber,
            _ => 0,
        },
        document);

    /// <summary>Of two with the same key the newer comes first.</summary>
    public int CompareTo(Found other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : Document.PostedAt != other.Document.PostedAt ? other.Document.PostedAt.CompareTo(Document.PostedAt)
        : Document.Id.CompareTo(other.Document.Id);
}
