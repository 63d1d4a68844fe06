namespace RenkeiBot.Service.Sightings;

/// <summary>
/// Writes behind the turns what they have shown: what is new, changed, or was written more than a day ago. What the last moment before a crash saw is lost, and seen again with the next
/// message; an orderly shutdown writes everything.
/// </summary>
/// <typeparam name="TKey">What was seen.</typeparam>
/// <typeparam name="TSeen">How it was seen.</typeparam>
internal abstract class SightingWriter<TKey, TSeen>(TimeProvider time) : BackgroundService
    where TKey : notnull
    where TSeen : ISighting<TSeen>
{
    /// <summary>After this time the same is written again.</summary>
    protected static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    private const int MaxPending = 10_000;
    private const int MaxKnown = 20_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0, 1);

    // What is stored or about to be: most messages come from where they came from before.
    private readonly Dictionary<TKey, TSeen> known = [];
    private Dictionary<TKey, TSeen> pending = [];

    protected TimeProvider Time { get; } = time;

    /// <summary>Has it written soon, unless it is known.</summary>
    public void Note(TKey key, TSeen seen)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out var before) && before.IsSame(seen) && seen.SeenAt - before.SeenAt < Freshness)
                return;
            if (pending.Count >= MaxPending)
                return;
            if (known.Count >= MaxKnown)
                known.Clear();
            known[key] = seen;
            pending[key] = seen;
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    /// <summary>What was seen of these does not count any more: what has not been written is not, and what is seen next is.</summary>
    protected void Forget(Func<TKey, TSeen, bool> which)
    {
        lock (gate)
        {
            foreach (var seen in new[] { known, pending })
            {
                foreach (var (key, _) in seen.Where(one => which(one.Key, one.Value)).ToList())
                    seen.Remove(key);
            }
        }
    }

    protected abstract Task WriteAsync(IReadOnlyDictionary<TKey, TSeen> seen, CancellationToken cancellationToken);

    protected abstract void LogNotWritten(Exception exception);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await waiting.WaitAsync(stoppingToken);
                await Task.Delay(Interval, Time, stoppingToken);
                if (!await TryWriteAsync(stoppingToken))
                    await Task.Delay(AfterFailure, Time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<TKey, TSeen> writing;
        lock (gate)
            (writing, pending) = (pending, []);
        try
        {
            if (writing.Count > 0)
                await WriteAsync(writing, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever the database has against it, turns must go on, and the next round tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            PutBack(writing);
            if (cancellationToken.IsCancellationRequested)
                throw;
            LogNotWritten(exception);
            return false;
        }
    }

    private void PutBack(Dictionary<TKey, TSeen> seen)
    {
        lock (gate)
        {
            foreach (var (key, value) in seen)
                pending.TryAdd(key, value);
            if (pending.Count > 0 && waiting.CurrentCount == 0)
                waiting.Release();
        }
    }
}
