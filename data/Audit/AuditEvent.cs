namespace RenkeiBot.Data.Audit;

/// <summary>Who did what to which object, and how it ended: written in the transaction of the change, never changed afterwards. No names, no free text.</summary>
public sealed class AuditEvent
{
    /// <summary>The number of the event, in the order in which events were written.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What, as object and verb: <c>registration.approve</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Tenant of who did it; empty for the service itself.</summary>
    public required string ActorTenantId { get; init; }

    /// <summary>Object id of who did it; empty for the service itself, after an erasure a pseudonym.</summary>
    public required string ActorAadObjectId { get; set; }

    /// <summary>The kind of object: <c>Member</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The id of the object.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Done, refused (not allowed) or stale (someone else was first).</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>What more is to be known, as <c>key=value</c> pairs of codes and ids: <c>role=LiaisonOfficer;organisation=131181</c>.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The conversation of the turn.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The activity of the turn.</summary>
    public string? ActivityId { get; init; }
}

/// <summary>How an attempted change ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The actor may not do it.</summary>
    Refused,

    /// <summary>The object had changed since the card was drawn.</summary>
    Stale,
}
