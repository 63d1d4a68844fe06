namespace RenkeiBot.Data.Outbox;

/// <summary>An activity for another conversation: written with the change that causes it, delivered afterwards, at least once.</summary>
public sealed class OutboxMessage
{
    /// <summary>The number of the message: those of one conversation are delivered in this order.</summary>
    public long Id { get; init; }

    /// <summary>What makes the message one and the same, however often its cause is written.</summary>
    public required string Key { get; init; }

    /// <summary>The tenant of the person whose personal chat it goes to; empty where it goes to <see cref="ConversationId"/>.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person whose personal chat it goes to; empty where it goes to <see cref="ConversationId"/>. Until that chat is known, the message waits.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The channel or group chat that it goes to; null where it goes to a person.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The reference of that conversation as JSON; null where it goes to a person.</summary>
    public string? Reference { get; init; }

    /// <summary>The service URL of that conversation; checked again at the send; null where it goes to a person.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The message in that conversation that it replaces; null for a new one.</summary>
    public string? ReplacesActivityId { get; init; }

    /// <summary>The activity as JSON.</summary>
    public required string Activity { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when an instance of the service has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When it was delivered or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The id under which the channel has it; null where it was not delivered or the channel said none.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Why it was given up; null where it was delivered.</summary>
    public string? Failure { get; set; }
}
