using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Retention;

namespace RenkeiBot.Service.Inbox;

/// <summary>
/// An activity delivered again (Teams repeats after a time-out) is answered as before and acts once, over restarts too. What this process has answered it knows itself;
/// the database is asked only where an earlier process or another instance may have been the one.
/// </summary>
internal sealed partial class TurnInbox(InboxTable table, InboxWriter writer, IOptions<RetentionOptions> retention, TimeProvider time, ILogger<TurnInbox> logger) : ITurnInbox
{
    private const int MaxActivities = 50_000;
    private const long MaxBodyBytes = 32 * 1024 * 1024;

    /// <summary>How far the channel's clock may be from ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private readonly InboxMemory memory = new(MaxActivities, MaxBodyBytes, retention.Value.Inbox, time.GetUtcNow());

    public ValueTask<TurnResult?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (InboxKey.Of(activity) is not { } key)
            return default;
        var now = time.GetUtcNow();
        if (memory.Find(key, now) is { } known)
            return ValueTask.FromResult<TurnResult?>(known);
        return MayBeStored(activity.Timestamp, now) ? ReadAsync(activity, key, now, cancellationToken) : default;
    }

    public void Remember(Activity activity, TurnResult result)
    {
        if (InboxKey.Of(activity) is not { } key)
            return;
        var now = time.GetUtcNow();
        memory.Add(key, result, now);
        writer.Write(new AnsweredActivity(key, result, now));
    }

    /// <summary>
    /// Says, within the transaction of a change, that this turn's activity has made it: of two deliveries only one can commit. Once a turn; call it before SaveChanges, and when
    /// that throws, ask <see cref="IsDuplicate"/>: then the change is made already, and the answer is how things stand now. (The context is of no more use.)
    /// </summary>
    public void Claim(RenkeiBotDbContext context, TurnContext turn)
    {
        if (InboxKey.Of(turn.Activity) is { } key)
            context.InboxActivities.Add(new InboxActivity { Key = key, StatusCode = 0, ReceivedAt = time.GetUtcNow() });
    }

    /// <summary>Whether a change was not saved because another delivery of the same activity has made it.</summary>
    /// <remarks>Both providers name the table of a violated key in their message; EF Core names the rows of the whole batch.</remarks>
    public static bool IsDuplicate(DbUpdateException exception) =>
        exception is not DbUpdateConcurrencyException && exception.InnerException is DbException { Message: var message }
            && message.Contains("InboxActivities", StringComparison.Ordinal);

    private bool MayBeStored(DateTimeOffset? sent, DateTimeOffset now) =>
        sent is not { } moment || moment <= memory.CompleteSince + ClockTolerance || moment > now + ClockTolerance || table.IsShared;

    private async ValueTask<TurnResult?> ReadAsync(Activity activity, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await table.ReadAsync(key, now - retention.Value.Inbox, cancellationToken);
        }
#pragma warning disable CA1031 // Questions are answered without the database; a change fails by itself, or by its claim.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRead(exception, activity.Type, activity.Id, activity.Conversation?.Id);
            return null;
        }
    }

    [LoggerMessage(43, LogLevel.Warning, "Whether it was delivered before could not be read: {Type}, activity {ActivityId} in {ConversationId}")]
    private partial void LogNotRead(Exception exception, string? type, string? activityId, string? conversationId);
}
