namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>
/// Writes what conversations asked behind their turns: a few times a second, one transaction for all of them, of each conversation the newest state alone. What the
/// last moment before a crash asked is lost, which costs a follow-up its context and nothing else; an orderly shutdown writes everything.
/// </summary>
internal sealed partial class ConversationStateWriter(ConversationStates states, TimeProvider time, ILogger<ConversationStateWriter> logger) : BackgroundService
{
    /// <summary>More conversations than this do not wait: the database is gone or too slow, and memory is not the place to wait for it.</summary>
    private const int MaxPending = 10_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0, 1);
    private Dictionary<string, PendingQuestions> pending = new(StringComparer.Ordinal);
    private Dictionary<string, PendingQuestions> writing = [];
    private long? cleaned;

    /// <summary>Has a conversation's questions written soon.</summary>
    public void Write(string key, IReadOnlyList<string> questions, DateTimeOffset askedAt)
    {
        lock (gate)
        {
            if (pending.Count < MaxPending || pending.ContainsKey(key))
                pending[key] = new PendingQuestions(questions, askedAt);
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    /// <summary>The questions of a conversation that the database does not have yet, or null.</summary>
    public IReadOnlyList<string>? Find(string key)
    {
        lock (gate)
            return (pending.GetValueOrDefault(key) ?? writing.GetValueOrDefault(key))?.Questions;
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await waiting.WaitAsync(CleaningInterval, stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
                if (!await TryWriteAsync(stoppingToken))
                    await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            (writing, pending) = (pending, new(StringComparer.Ordinal));
        try
        {
            if (writing.Count > 0)
                await states.WriteAsync(writing, cancellationToken);
            await CleanAsync(cancellationToken);
            lock (gate)
                writing = [];
            return true;
        }
#pragma warning disable CA1031 // Whatever the database has against it, questions must go on being answered, and the next round tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            PutBack();
            if (cancellationToken.IsCancellationRequested)
                throw;
            LogNotWritten(exception);
            return false;
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        if (cleaned is { } last && time.GetElapsedTime(last) < CleaningInterval)
            return;
        await states.RemoveAsync(time.GetUtcNow() - ConversationMemory.Lifetime, cancellationToken);
        cleaned = time.GetTimestamp();
    }

    private void PutBack()
    {
        lock (gate)
        {
            foreach (var (key, questions) in writing)
                pending.TryAdd(key, questions);
            writing = [];
            if (pending.Count > 0 && waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "The context of conversations could not be written; it will be tried again")]
    private partial void LogNotWritten(Exception exception);
}
