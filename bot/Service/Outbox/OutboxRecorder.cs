using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Writes down how tries have ended: what comes while one transaction runs goes into the next one. Who records waits until it is written; while the database refuses, it is tried again, and nothing that was sent
/// is sent again meanwhile.
/// </summary>
internal sealed partial class OutboxRecorder(OutboxTable table, IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxRecorder> logger)
{
    private const int Batch = 500;

    private readonly Channel<(OutboxOutcome Outcome, TaskCompletionSource Written)> outcomes =
        Channel.CreateUnbounded<(OutboxOutcome, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Who sends here.</summary>
    public string Leaseholder { get; } = Guid.NewGuid().ToString();

    /// <summary>Writes an outcome down.</summary>
    public Task RecordAsync(OutboxOutcome outcome)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return outcomes.Writer.TryWrite((outcome, written)) ? written.Task : Task.CompletedTask;
    }

    /// <summary>Nothing more comes: <see cref="RunAsync"/> ends when all is written.</summary>
    public void Complete() => outcomes.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/>.</summary>
    /// <param name="stopping">From then on a database that refuses is not tried again.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        var batch = new List<(OutboxOutcome Outcome, TaskCompletionSource Written)>();
        while (await outcomes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < Batch && outcomes.Reader.TryRead(out var next))
                batch.Add(next);
            while (!await TryWriteAsync([.. batch.Select(one => one.Outcome)], stopping))
            {
                if (stopping.IsCancellationRequested)
                {
                    // Nobody is to wait for what is not written any more: after the restart it is repeated.
                    outcomes.Writer.TryComplete();
                    foreach (var (_, written) in batch)
                        written.TrySetCanceled(CancellationToken.None);
                    while (outcomes.Reader.TryRead(out var left))
                        left.Written.TrySetCanceled(CancellationToken.None);
                    return;
                }

                await Task.Delay(options.Value.PollInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            foreach (var (_, written) in batch)
                written.SetResult();
            batch.Clear();
        }
    }

    private async Task<bool> TryWriteAsync(IReadOnlyList<OutboxOutcome> batch, CancellationToken stopping)
    {
        try
        {
            foreach (var lost in await table.RecordAsync(batch, Leaseholder, CancellationToken.None))
                LogTakenOver(lost);
            return true;
        }
#pragma warning disable CA1031 // Whatever the database has against it, it is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotWritten(exception, batch.Count, stopping.IsCancellationRequested ? "the service stops" : "it will be tried again");
            return false;
        }
    }

    [LoggerMessage(64, LogLevel.Warning, "Message {MessageId} of the outbox took longer than its lease, and another instance has it: it may be delivered twice")]
    private partial void LogTakenOver(long messageId);

    [LoggerMessage(66, LogLevel.Error, "The ends of {Number} messages of the outbox could not be written: {What}")]
    private partial void LogNotWritten(Exception exception, int number, string what);
}
