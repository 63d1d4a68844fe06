using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Delivers what is in the outbox, at least once: a crash repeats at most what was in flight. Of each person one message flies at a time, in the order of writing; what may
/// pass is tried again, what cannot is given up with its reason. Several instances may run: each message is leased by one of them.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxTable table, OutboxSignal signal, ConnectorClient connector, IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int Flights = 4;

    private readonly OutboxOptions options = options.Value;

    // Sent, but the database did not take it: not to be sent again when the lease is over.
    private readonly ConcurrentDictionary<long, string?> unrecorded = [];
    private readonly DateTimeOffset started = time.GetUtcNow();
    private readonly long startedStamp = time.GetTimestamp();

    /// <summary>The present time, which goes on also where the clock was stopped for tests (Clock:Now): a wait must end.</summary>
    private DateTimeOffset Now
    {
        get
        {
            var (clock, measured) = (time.GetUtcNow(), started + time.GetElapsedTime(startedStamp));
            return clock > measured ? clock : measured;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signal.WaitAsync(options.PollInterval, stoppingToken);
            try
            {
                while (await DeliverDueAsync(stoppingToken))
                {
                    // The next message of each person is due now.
                }
            }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogRoundFailed(exception);
                await Task.Delay(options.PollInterval, time, stoppingToken);
            }
        }
    }

    /// <returns>Whether any message has ended: others may be due for that.</returns>
    private async Task<bool> DeliverDueAsync(CancellationToken stoppingToken)
    {
        if (!await table.HasAnyAsync(stoppingToken))
            return false;
        var ended = 0;
        var due = await table.ReadDueAsync(Now, stoppingToken);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Flights, CancellationToken = stoppingToken }, async (delivery, _) =>
        {
            // What has begun is finished also when the service stops: it takes no longer than one call of the Connector.
            if (await DeliverAsync(delivery.Message, delivery.Chat))
                Interlocked.Increment(ref ended);
        });
        return ended > 0;
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, PersonalChat? chat)
    {
        if (unrecorded.TryGetValue(message.Id, out var sentBefore))
            return await EndAsync(message, sentBefore, null);
        if (!await table.TryLeaseAsync(message, Now + options.Lease, CancellationToken.None))
            return false;
        try
        {
            var sent = await SendAsync(message, chat);
            unrecorded[message.Id] = sent.Id;
            LogDelivered(message.Id, message.Attempts);
            return await EndAsync(message, sent.Id, null);
        }
        catch (ConnectorException exception) when (OutboxRetry.MayPass(exception) && message.Attempts < options.MaxAttempts)
        {
            var wait = OutboxRetry.Wait(exception, message.Attempts, options);
            LogTriedAgain(message.Id, message.Attempts, OutboxRetry.Reason(exception), wait.TotalSeconds);
            var now = Now;
            await table.TryReleaseAsync(message, now, now + wait, CancellationToken.None);
            return false;
        }
        catch (ConnectorException exception)
        {
            LogGivenUp(exception, message.Id, message.Attempts, OutboxRetry.Reason(exception));
            return await EndAsync(message, null, OutboxRetry.Reason(exception));
        }
        catch (JsonException exception)
        {
            LogGivenUp(exception, message.Id, message.Attempts, "Unreadable");
            return await EndAsync(message, null, "Unreadable");
        }
    }

    private async Task<ResourceResponse> SendAsync(OutboxMessage message, PersonalChat? chat)
    {
        var activity = JsonSerializer.Deserialize(message.Activity, BotFrameworkJson.Activity) ?? throw new JsonException("The activity is null.");
        var reference = JsonSerializer.Deserialize(message.Reference ?? chat?.Reference ?? "null", BotFrameworkJson.ConversationReference) ?? throw new JsonException("The reference is null.");
        var serviceUrl = message.ServiceUrl ?? chat?.ServiceUrl ?? "";
        var conversation = message.ConversationId ?? reference.Conversation?.Id ?? "";
        var addressed = activity.AddressedTo(reference);
        // The Connector client checks the service URL again: what was allowed when it was stored need not be today.
        if (message.ReplacesActivityId is not { } replaced)
            return await connector.SendToConversationAsync(serviceUrl, conversation, addressed, CancellationToken.None);
        await connector.UpdateActivityAsync(serviceUrl, conversation, replaced, addressed with { Id = replaced }, CancellationToken.None);
        return new ResourceResponse { Id = replaced };
    }

    private async Task<bool> EndAsync(OutboxMessage message, string? activityId, string? failure)
    {
        var isRecorded = await table.TryEndAsync(message, Now, activityId, failure, CancellationToken.None);
        if (!isRecorded)
            LogTakenOver(message.Id);
        unrecorded.TryRemove(message.Id, out _);
        return isRecorded;
    }

    [LoggerMessage(60, LogLevel.Warning, "The outbox could not be worked on; it will be tried again")]
    private partial void LogRoundFailed(Exception exception);

    [LoggerMessage(61, LogLevel.Debug, "Message {MessageId} of the outbox was delivered at attempt {Attempt}")]
    private partial void LogDelivered(long messageId, int attempt);

    [LoggerMessage(62, LogLevel.Information, "Message {MessageId} of the outbox was not taken at attempt {Attempt} ({Reason}); the next one is in {Seconds:F1} s")]
    private partial void LogTriedAgain(long messageId, int attempt, string reason, double seconds);

    [LoggerMessage(63, LogLevel.Error, "Message {MessageId} of the outbox was given up at attempt {Attempt}: {Reason}")]
    private partial void LogGivenUp(Exception exception, long messageId, int attempt, string reason);

    [LoggerMessage(64, LogLevel.Warning, "Message {MessageId} of the outbox took longer than its lease, and another instance has it: it may be delivered twice")]
    private partial void LogTakenOver(long messageId);
}
