using System.Threading.RateLimiting;

namespace RenkeiBot.BotFramework;

/// <summary>Which limit a turn was above.</summary>
public enum TurnLimit
{
    /// <summary>One user sent too much, over all conversations.</summary>
    User,

    /// <summary>One conversation sent too much, over all its users.</summary>
    Conversation,
}

/// <summary>
/// Says something to those who sent more than is answered. Registered in the service collection; without one nothing is said. It is called for the first turn
/// above the limit in a window; the others pass in silence, as every answer would be one more message in a flood.
/// </summary>
public interface ITurnLimitHandler
{
    /// <summary>Answers in place of the turn. What it throws is logged.</summary>
    Task OnLimitedAsync(TurnContext turn, TurnLimit limit, CancellationToken cancellationToken);
}

/// <summary>
/// How many turns of one user and of one conversation are run, after the sender was authenticated. Only what people do counts: messages and invokes. Users and
/// conversations that are quiet are forgotten (<see cref="PartitionedRateLimiter"/> drops what was idle for ten seconds).
/// </summary>
internal sealed class TurnLimits : IDisposable
{
    private const int Segments = 5;

    private readonly PartitionedRateLimiter<string>? users;
    private readonly PartitionedRateLimiter<string>? conversations;
    private readonly PartitionedRateLimiter<(TurnLimit, string)>? notices;

    public TurnLimits(RateLimitOptions options)
    {
        if (options.Enabled != true)
            return;
        users = Create(options.PerUser);
        conversations = Create(options.PerConversation);
        notices = PartitionedRateLimiter.Create<(TurnLimit Limit, string Key), (TurnLimit, string)>(notice => RateLimitPartition.GetFixedWindowLimiter(
            notice,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = (notice.Limit == TurnLimit.User ? options.PerUser : options.PerConversation).Window }));
    }

    /// <returns>Null where the turn may run; else the limit, and whether it is the first turn above it in this window.</returns>
    public (TurnLimit Limit, bool IsFirst)? Exceeded(Activity activity)
    {
        if (users is null || conversations is null || activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke))
            return null;
        if (User(activity) is { } user && !IsWithin(users, user))
            return (TurnLimit.User, IsFirst(TurnLimit.User, user));
        return activity.Conversation?.Id is { Length: > 0 } conversation && !IsWithin(conversations, conversation)
            ? (TurnLimit.Conversation, IsFirst(TurnLimit.Conversation, conversation))
            : null;
    }

    public void Dispose()
    {
        users?.Dispose();
        conversations?.Dispose();
        notices?.Dispose();
    }

    private static string? User(Activity activity) =>
        activity.From is { AadObjectId: { Length: > 0 } id } ? $"{activity.TenantId}/{id}" : activity.From?.Id is { Length: > 0 } channelId ? channelId : null;

    private bool IsFirst(TurnLimit limit, string key)
    {
        using var lease = notices!.AttemptAcquire((limit, key));
        return lease.IsAcquired;
    }

    private static bool IsWithin(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Create(TurnWindowOptions window) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetSlidingWindowLimiter(
            key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = window.Turns, Window = window.Window, SegmentsPerWindow = Segments }),
        StringComparer.Ordinal);
}
