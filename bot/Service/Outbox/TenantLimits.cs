namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Keeps what one tenant allows: what is under way and what was answered within the last second is never more than this instance's share of the limit, so that the channel never counts more arrivals in a second.
/// It also remembers pauses that the channel asked for. For several threads.
/// </summary>
internal sealed class TenantLimits
{
    /// <summary>So many conversations refused within <see cref="Short"/> mean the tenant, not the conversation (Microsoft Teams allows an app so many calls in a tenant).</summary>
    private const int Refusals = 3;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sharing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Tenant> tenants = [];
    private readonly int limit;
    private int sharers = 1;
    private DateTimeOffset sharedUntil;
    private int share;

    /// <param name="limit">What all instances may do together; 0 for no limit.</param>
    public TenantLimits(int limit) => (this.limit, share) = (limit, limit);

    /// <summary>So many instances send now, this one among them: the limit is divided. An instance that has nothing in hand for a moment keeps its share.</summary>
    public void Share(int instances, DateTimeOffset now)
    {
        lock (gate)
        {
            if (instances < sharers && now < sharedUntil)
                return;
            (sharers, sharedUntil) = (instances, now + Sharing);
            share = Math.Max(1, limit / instances);
        }
    }

    /// <summary>Takes a place where there is one.</summary>
    /// <returns>Zero where it was taken; else how long to wait before asking again.</returns>
    public TimeSpan TryBegin(string tenantId, DateTimeOffset now)
    {
        lock (gate)
        {
            var tenant = Of(tenantId);
            if (tenant.ParkedUntil > now)
                return tenant.ParkedUntil - now;
            while (tenant.Ended.TryPeek(out var oldest) && oldest <= now - Second)
                tenant.Ended.Dequeue();
            if (limit > 0 && tenant.UnderWay + tenant.Ended.Count >= share)
                return tenant.Ended.TryPeek(out var first) ? first + Second - now : TimeSpan.FromMilliseconds(10);
            tenant.UnderWay++;
            return TimeSpan.Zero;
        }
    }

    /// <summary>A message was answered, or its call has ended without.</summary>
    public void End(string tenantId, DateTimeOffset now)
    {
        lock (gate)
        {
            var tenant = Of(tenantId);
            tenant.UnderWay--;
            if (limit > 0)
                tenant.Ended.Enqueue(now);
        }
    }

    /// <summary>A conversation of the tenant was refused for too many messages.</summary>
    /// <returns>True where that was the third one in five seconds: the tenant is to pause.</returns>
    public bool Refused(string tenantId, string conversation, DateTimeOffset now)
    {
        lock (gate)
        {
            var refused = Of(tenantId).Refused;
            refused.RemoveAll(one => one.At <= now - Short || one.Conversation == conversation);
            refused.Add((conversation, now));
            return refused.Count >= Refusals;
        }
    }

    /// <summary>Nothing goes to the tenant until a moment.</summary>
    public void Park(string tenantId, DateTimeOffset until)
    {
        lock (gate)
        {
            var tenant = Of(tenantId);
            if (until > tenant.ParkedUntil)
                tenant.ParkedUntil = until;
        }
    }

    private Tenant Of(string tenantId) => tenants.TryGetValue(tenantId, out var tenant) ? tenant : tenants[tenantId] = new();

    private sealed class Tenant
    {
        public int UnderWay { get; set; }

        public Queue<DateTimeOffset> Ended { get; } = new();

        public List<(string Conversation, DateTimeOffset At)> Refused { get; } = [];

        public DateTimeOffset ParkedUntil { get; set; }
    }
}
