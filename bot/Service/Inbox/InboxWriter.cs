namespace RenkeiBot.Service.Inbox;

/// <summary>
/// Writes how activities were answered behind their turns: a few times a second, one transaction for all of them. What the last moment before a crash answered is lost;
/// whoever changes something claims the activity with the change (<see cref="TurnInbox.Claim"/>). An orderly shutdown writes everything.
/// </summary>
internal sealed partial class InboxWriter(InboxTable table, TimeProvider time, ILogger<InboxWriter> logger) : BackgroundService
{
    /// <summary>More than this do not wait: the database is gone or too slow, and memory is not the place to wait for it.</summary>
    private const int MaxPending = 20_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0, 1);
    private List<AnsweredActivity> pending = [];
    private List<AnsweredActivity> writing = [];

    /// <summary>Has an activity's answer written soon.</summary>
    public void Write(AnsweredActivity activity)
    {
        lock (gate)
        {
            if (pending.Count < MaxPending)
                pending.Add(activity);
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
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
                await waiting.WaitAsync(stoppingToken);
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
            (writing, pending) = (pending, writing);
        try
        {
            if (writing.Count > 0)
                await table.WriteAsync(writing, cancellationToken);
            writing.Clear();
            return true;
        }
#pragma warning disable CA1031 // Whatever the database has against it, turns must go on, and the next round tries again.
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

    private void PutBack()
    {
        lock (gate)
        {
            writing.AddRange(pending);
            (writing, pending) = (pending, writing);
            writing.Clear();
            if (pending.Count > 0 && waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    [LoggerMessage(42, LogLevel.Warning, "How activities were answered could not be written; it will be tried again")]
    private partial void LogNotWritten(Exception exception);
}
