namespace RenkeiBot.Service.Outbox;

/// <summary>Says that there may be something to deliver.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly Lock gate = new();

    public void Set()
    {
        lock (gate)
        {
            if (signal.CurrentCount == 0)
                signal.Release();
        }
    }

    /// <summary>Waits for the signal, or until the time is over.</summary>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => signal.WaitAsync(timeout, cancellationToken);

    public void Dispose() => signal.Dispose();
}
