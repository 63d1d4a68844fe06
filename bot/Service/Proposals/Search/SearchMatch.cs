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
    private readonly bool[] passes;
    private readonly List<int> touched = [];
    private readonly int passing;
    private readonly double averageLength = 1;
    private int wanted;

    public SearchMatch(IndexView view, ProposalFilter filter)
    {
        this.view = view;
        var documents = view.Documents;
        size = documents.Length;
        scores = Rent<float>(size);
        weights = Rent<float>(size);
        hits = Rent<byte>(size);
        passes = Rent<bool>(size);
        long length = 0;
        for (var i = 0; i < size; i++)
        {
            if (!view.Has(documents[i]) || !filter.Passes(documents[i]!))
                continue;
            passes[i] = true;
            passing++;
            length += documents[i]!.Text.Length;
        }

        if (length > 0)
            averageLength = (double)length / passing;
    }

    /// <summary>The key of a form of one or two characters.</summary>
    public static long GramOf(SearchForm form) =>
        Gram.Of(form.Text, form.AsWord && (form.Text.Length == 1 ? SearchText.IsKanji(form.Text[0]) : Gram.IsWordPair(form.Text[0], form.Text[1])));

    /// <summary>Finds what has the words.</summary>
    /// <returns>Whether something has all of them.</returns>
    public bool Find(SearchQuery query)
    {
        var whole = true;
        foreach (var word in query.Words)
        {
            if (Count(word, 1) > 0)
                continue;
            whole = false;
            CountPieces(word.Forms[0].Text);
        }

        wanted = query.Words.Count;
        if (!Any())
        {
            whole = false;
            wanted = (query.Words.Count + 1) / 2;
        }

        foreach (var phrase in query.Phrases)
            Count(new SearchWord([phrase]), PhraseBonus, isWanted: false);
        return whole || query.Words.Count == 0;
    }

    /// <summary>What was found, in order.</summary>
    public List<ProposalDocument> Sorted(ProposalOrder order, DateOnly today)
    {
        var documents = view.Documents;
        var found = new List<(double Key, DateTimeOffset Posted, ProposalDocument Document)>();
        for (var i = 0; i < size; i++)
        {
            if (!passes[i] || hits[i] < wanted)
                continue;
            var document = documents[i]!;
            double key = order switch
            {
                ProposalOrder.Relevance => -scores[i],
                ProposalOrder.Deadline => document.Deadline is not { } deadline ? int.MaxValue : deadline >= today ? deadline.DayNumber : (double)int.MaxValue + 1 + deadline.DayNumber,
                _ => 0,
            };
            found.Add((key, document.PostedAt, document));
        }

        found.Sort(static (left, right) =>
            left.Key != right.Key ? left.Key.CompareTo(right.Key)
            : left.Posted != right.Posted ? right.Posted.CompareTo(left.Posted)
            : left.Document.Id.CompareTo(right.Document.Id));
        return found.ConvertAll(one => one.Document);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(weights);
        ArrayPool<byte>.Shared.Return(hits);
        ArrayPool<bool>.Shared.Return(passes);
    }

    private static T[] Rent<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(size);
        array.AsSpan(0, size).Clear();
        return array;
    }

    private bool Any()
    {
        for (var i = 0; i < size; i++)
        {
            if (passes[i] && hits[i] >= wanted)
                return true;
        }

        return false;
    }

    /// <summary>Counts a word for every document that has it.</summary>
    /// <returns>How many have it.</returns>
    private int Count(SearchWord word, double factor, bool isWanted = true)
    {
        foreach (var form in word.Forms)
            Weigh(form);
        if (word.When is not null)
        {
            for (var i = 0; i < size; i++)
            {
                if (passes[i] && word.MeansPeriodOf(view.Documents[i]!))
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

        var documents = view.Documents;
        var at = 0;
        foreach (var item in rarest)
        {
            var number = Postings.Number(item);
            while (at < next.Length && Postings.Number(next[at]) < number)
                at++;
            if (at == next.Length)
                break;
            if (Postings.Number(next[at]) == number && number < size && passes[number] && form.StandsIn(documents[number]!.Text))
                Weigh(number, (float)(form.Factor * Math.Min(Postings.Weight(item), Postings.Weight(next[at]))));
        }
    }

    private void Weigh(int number, float weight)
    {
        if (number >= size || !passes[number])
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
        var documents = view.Documents;
        var rarity = Math.Log(1 + ((passing - touched.Count + 0.5) / (touched.Count + 0.5)));
        foreach (var number in touched)
        {
            var weight = weights[number];
            var length = 1 - LengthWeight + (LengthWeight * documents[number]!.Text.Length / averageLength);
            scores[number] += (float)(factor * rarity * weight * (Saturation + 1) / (weight + (Saturation * length)));
            if (isWanted)
                hits[number]++;
            weights[number] = 0;
        }

        var found = touched.Count;
        touched.Clear();
        return found;
    }
}
