namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>Keeps the best few of many: highest score first, among equals the lowest order.</summary>
internal sealed class Best<T>(int most)
{
    private readonly List<(int Score, ulong Order, T Item)> kept = new(Math.Min(most, 64) + 1);

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<(int Score, ulong Order, T Item)> Items => kept;

    /// <summary>Whether something of this score could be among the best, so that its order need not be found out in vain.</summary>
    public bool Wants(int score) => most > 0 && (kept.Count < most || score >= kept[^1].Score);

    public void Offer(int score, ulong order, T item)
    {
        if (most <= 0)
            return;
        var at = kept.Count;
        while (at > 0 && (kept[at - 1].Score < score || (kept[at - 1].Score == score && kept[at - 1].Order > order)))
            at--;
        if (at == most)
            return;
        kept.Insert(at, (score, order, item));
        if (kept.Count > most)
            kept.RemoveAt(most);
    }
}
