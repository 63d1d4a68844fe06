namespace RenkeiBot.Data.Outbox;

/// <summary>
/// What all instances of the service may send together in one tenant. The row of the empty tenant is the lock under which instances take messages in hand, one after another.
/// </summary>
public sealed class OutboxBudget
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The moment of the next send that nobody has taken yet.</summary>
    public required DateTimeOffset NextSlot { get; set; }

    /// <summary>Until when nothing is sent, because the channel refused too much in several conversations; null where it did not.</summary>
    public DateTimeOffset? ParkedUntil { get; set; }
}
