using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Delivers what is in the outbox, at least once: a crash repeats at most what was in flight. Messages are taken in hand in batches, the most urgent first; to each conversation one flies at a time, in order, and only
/// when its limits and those of the tenant have room. What may pass is tried again, what cannot is given up with its reason. Several instances may run.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxTable table, OutboxRecorder recorder, OutboxDelivery delivery, OutboxSignal signal, IOptions<OutboxOptions> options, IOptions<BotFrameworkOptions> connector,
    ChannelFollower channels, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    /// <summary>A longer wait for room is not spent with a message in hand.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5);

    private readonly OutboxOptions options = options.Value;
    private readonly QuietHours? quiet = options.Value.Quiet;
    private readonly ConversationLimits conversations = new(options.Value.ConversationWindows);
    private readonly TenantLimits tenants = new(options.Value.TenantLimit);
    private readonly SemaphoreSlim flights = new(options.Value.Flights);
    private readonly ConcurrentDictionary<long, Task> inHand = [];
    private readonly DateTimeOffset started = time.GetUtcNow();
    private readonly long startedStamp = time.GetTimestamp();
    private volatile IReadOnlyDictionary<string, DateTimeOffset> supplied = new Dictionary<string, DateTimeOffset>();

    private int MostInHand => 4 * options.Flights;

    /// <summary>Whether a batch is worth its transaction.</summary>
    private bool HasRoom => inHand.Count <= MostInHand / 2;

    /// <summary>The present time, which goes on also where the clock was stopped for tests (Clock:Now): a wait must end.</summary>
    private DateTimeOffset Now
    {
        get
        {
            var (clock, measured) = (time.GetUtcNow(), started + time.GetElapsedTime(startedStamp));
            return clock > measured ? clock : measured;
        }
    }

    public override void Dispose()
    {
        flights.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var recording = recorder.RunAsync(stoppingToken);
        try
        {
            while (true)
            {
                await signal.WaitAsync(UntilNextLook(), stoppingToken);
                try
                {
                    // The first question is cheap: a service at rest asks it every few seconds.
                    if (HasRoom && await table.HasDueAsync(Now, stoppingToken))
                    {
                        while (HasRoom && await TakeUpAsync(stoppingToken))
                        {
                            // There may be more.
                        }
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
        finally
        {
            // What has begun is finished also when the service stops: it takes no longer than one call of the Connector.
            await Task.WhenAll(inHand.Values);
            recorder.Complete();
            await recording;
        }
    }

    /// <summary>Until some tenant needs more, or until it is time to look for what nobody announced. A wait is cut to whole milliseconds: one more, and it is not over too early.</summary>
    private TimeSpan UntilNextLook()
    {
        var now = Now;
        return supplied.Values.Where(until => until > now).Select(until => until - now + TimeSpan.FromMilliseconds(1)).Append(options.PollInterval).Min();
    }

    /// <returns>Whether there was something.</returns>
    private async Task<bool> TakeUpAsync(CancellationToken stoppingToken)
    {
        var now = Now;
        var (leased, enough) = await table.LeaseAsync(recorder.Leaseholder, now, quiet?.Contains(now) == true, MostInHand - inHand.Count, stoppingToken);
        supplied = enough;
        if (leased.Count > 0 && options.TenantLimit > 0)
            tenants.Share(await table.CountLeaseholdersAsync(recorder.Leaseholder, now, stoppingToken), now);
        if (leased.Count > 0 && conversations.AreAny)
        {
            var targets = leased.Select(one => one.Delivery.Message.Target).ToList();
            var others = await table.ReadSentByOthersAsync(targets, recorder.Leaseholder, now - conversations.Longest, stoppingToken);
            foreach (var sends in others)
                conversations.SentByOthers(sends.Key, now, [.. sends]);
        }

        foreach (var one in leased)
        {
            // Whose end could not be written yet is not sent again, though its lease is over; nor is one that was changed while it flew and was taken up again before its flight was put away. It is left for the next round.
            var id = one.Delivery.Message.Id;
            if (inHand.TryAdd(id, Task.CompletedTask))
                inHand.TryUpdate(id, Task.Run(() => HandleAsync(one, stoppingToken), CancellationToken.None), Task.CompletedTask);
            else
                _ = recorder.RecordAsync(NotTried(one.Delivery.Message, TimeSpan.Zero));
        }

        return leased.Count > 0;
    }

    private async Task HandleAsync(LeasedMessage leased, CancellationToken stoppingToken)
    {
        var message = leased.Delivery.Message;
        try
        {
            if (await TryWaitAsync(message, leased.Slot, stoppingToken) is { } notTried)
            {
                await recorder.RecordAsync(notTried);
                return;
            }

            await flights.WaitAsync(CancellationToken.None);
            try
            {
                // The flight ends when its end is written: so no more than these are repeated after a crash.
                await recorder.RecordAsync(await FlyAsync(leased, stoppingToken));
            }
            finally
            {
                flights.Release();
            }
        }
#pragma warning disable CA1031 // Nobody waits for this task: what went wrong is logged, and the message is tried again when its lease is over.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogRoundFailed(exception);
        }
        finally
        {
            inHand.TryRemove(message.Id, out _);
            // The next one of its conversation may be due now.
            if (HasRoom && !(supplied.TryGetValue(message.TenantId, out var until) && until > Now))
                signal.Set();
        }
    }

    /// <summary>Waits for the message's turn in its tenant and for room in its conversation.</summary>
    /// <returns>Null where it may go; else how it is put back.</returns>
    private async Task<OutboxOutcome?> TryWaitAsync(OutboxMessage message, DateTimeOffset slot, CancellationToken stoppingToken)
    {
        for (var wait = Longer(slot - Now, conversations.WaitFor(message.Target, Now)); wait > TimeSpan.Zero; wait = conversations.WaitFor(message.Target, Now))
        {
            if (wait > LongestHold || !await TryDelayAsync(wait, stoppingToken))
                return NotTried(message, stoppingToken.IsCancellationRequested ? TimeSpan.Zero : wait);
        }

        return null;
    }

    private async Task<OutboxOutcome> FlyAsync(LeasedMessage leased, CancellationToken stoppingToken)
    {
        var message = leased.Delivery.Message;
        for (TimeSpan wait; (wait = tenants.TryBegin(message.TenantId, Now)) > TimeSpan.Zero;)
        {
            if (wait > LongestHold || !await TryDelayAsync(wait, stoppingToken))
                return NotTried(message, stoppingToken.IsCancellationRequested ? TimeSpan.Zero : wait);
        }

        try
        {
            // Another instance could take it up while the call runs.
            return Now + connector.Value.ConnectorTimeout >= message.LeasedUntil ? NotTried(message, TimeSpan.Zero) : await SendAsync(leased);
        }
        finally
        {
            tenants.End(message.TenantId, Now);
        }
    }

    private async Task<OutboxOutcome> SendAsync(LeasedMessage leased)
    {
        var message = leased.Delivery.Message;
        try
        {
            var activityId = await delivery.TryAsync(leased, CancellationToken.None);
            var now = Now;
            conversations.Sent(message.Target, now);
            LogDelivered(message.Id, message.Attempts);
            if (leased.Delivery.IsToLostChannel && activityId is not null)
                await SetChannelAsync(message, ChannelState.Active);
            // What was withdrawn before it was ever sent has arrived nowhere.
            return new(message.Id, message.Revision, now) { IsDelivered = message.ActivityId is not null || !message.IsWithdrawn, IsDeleted = message.IsWithdrawn, ActivityId = activityId };
        }
        catch (ConnectorException exception) when (OutboxRetry.MayPass(exception) && message.Attempts < options.MaxAttempts)
        {
            var now = Now;
            conversations.Sent(message.Target, now);
            var wait = OutboxRetry.Wait(exception, message.Attempts, options);
            var isThrottled = exception.StatusCode == HttpStatusCode.TooManyRequests;
            if (isThrottled)
                await ParkAsync(message, now, now + wait);
            LogTriedAgain(message.Id, message.Attempts, OutboxRetry.Reason(exception), wait.TotalSeconds);
            return new(message.Id, message.Revision, now) { NotBefore = now + wait, IsThrottled = isThrottled };
        }
        catch (ConnectorException exception)
        {
            if (message.ConversationId is not null && ChannelLoss.Of(exception) is { } state)
                await SetChannelAsync(message, state);
            return GivenUp(message, exception, OutboxRetry.Reason(exception));
        }
        catch (JsonException exception)
        {
            return GivenUp(message, exception, OutboxFailures.Unreadable);
        }
#pragma warning disable CA1031 // Nobody has thought of it: it must neither be tried for ever nor hold its conversation up.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return GivenUp(message, exception, OutboxFailures.Unexpected);
        }
    }

    private async Task ParkAsync(OutboxMessage message, DateTimeOffset now, DateTimeOffset until)
    {
        conversations.Park(message.Target, now, until);
        if (!tenants.Refused(message.TenantId, message.Target, now))
            return;
        LogTenantParked(message.TenantId, (until - now).TotalSeconds);
        tenants.Park(message.TenantId, until);
        await TryWriteAsync(() => table.ParkTenantAsync(message.TenantId, until, CancellationToken.None));
    }

    /// <summary>A channel that the bot was removed from without a word is left out from now on; one that takes a message after all is told everything again.</summary>
    private Task SetChannelAsync(OutboxMessage message, ChannelState state) => TryWriteAsync(() => channels.SetStateAsync(message.Target, state, CancellationToken.None));

    /// <summary>Writes down what the database may refuse without harm: this instance keeps to a pause all the same, and the next message to a channel says again how it stands there.</summary>
    private async Task TryWriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
#pragma warning disable CA1031 // As the summary says.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogRoundFailed(exception);
        }
    }

    private OutboxOutcome NotTried(OutboxMessage message, TimeSpan wait) => new(message.Id, message.Revision, Now) { NotBefore = Now + wait, WasNotTried = true };

    private OutboxOutcome GivenUp(OutboxMessage message, Exception exception, string failure)
    {
        LogGivenUp(exception, message.Id, message.Attempts, failure);
        return new(message.Id, message.Revision, Now) { Failure = failure };
    }

    private async Task<bool> TryDelayAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    [LoggerMessage(60, LogLevel.Warning, "The outbox could not be worked on; it will be tried again")]
    private partial void LogRoundFailed(Exception exception);

    [LoggerMessage(61, LogLevel.Debug, "Message {MessageId} of the outbox was delivered at attempt {Attempt}")]
    private partial void LogDelivered(long messageId, int attempt);

    [LoggerMessage(62, LogLevel.Information, "Message {MessageId} of the outbox was not taken at attempt {Attempt} ({Reason}); the next one is in {Seconds:F1} s")]
    private partial void LogTriedAgain(long messageId, int attempt, string reason, double seconds);

    [LoggerMessage(63, LogLevel.Error, "Message {MessageId} of the outbox was given up at attempt {Attempt}: {Reason}")]
    private partial void LogGivenUp(Exception exception, long messageId, int attempt, string reason);

    [LoggerMessage(67, LogLevel.Warning, "Several conversations of tenant {TenantId} were refused for too many messages: nothing goes there for {Seconds:F1} s")]
    private partial void LogTenantParked(string tenantId, double seconds);
}
