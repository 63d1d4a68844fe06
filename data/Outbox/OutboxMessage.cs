namespace RenkeiBot.Data.Outbox;

/// <summary>
/// A message in another conversation as it should stand there: written with the change that causes it, delivered afterwards, at least once. A later change of the same message is a new
/// <see cref="Revision"/> of the same row: what was not sent yet is replaced, what was sent is updated or deleted where it stands.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>The number of the message: those of one conversation and lane are delivered in this order.</summary>
    public long Id { get; init; }

    /// <summary>What makes the message one and the same, however often its cause is written.</summary>
    public required string Key { get; init; }

    /// <summary>What the message belongs to, as <c>announcement:5f0c…</c>: messages that are counted, corrected or withdrawn together; empty where it stands alone.</summary>
    public string Source { get; init; } = "";

    /// <summary>How urgent it is: a lower lane goes first.</summary>
    public OutboxLane Lane { get; init; } = OutboxLane.Notice;

    /// <summary>The conversation whose order and limits hold: its id without a thread, or tenant and person where it goes to a personal chat.</summary>
    public required string Target { get; init; }

    /// <summary>The tenant that the message goes to: its budget is used.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person whose personal chat it goes to; empty where it goes to <see cref="ConversationId"/>. Until that chat is known, the message waits.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The channel or group chat that it goes to; null where it goes to a person.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The reference of that conversation as JSON; null where it goes to a person.</summary>
    public string? Reference { get; init; }

    /// <summary>The service URL of that conversation; checked again at the send; null where it goes to a person.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The key of the message in whose thread it stands; null for a message of its own. It waits for that one.</summary>
    public string? ParentKey { get; init; }

    /// <summary>The id of <see cref="Content"/>.</summary>
    public Guid ContentId { get; set; }

    /// <summary>What should be shown now; null where it was not read with the message.</summary>
    public OutboxContent? Content { get; set; }

    /// <summary>Counts the changes of what should be shown, from 1.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Whether the message should not stand there (any more).</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>When it was first written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>How often the revision was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the channel refused it for too many messages (429): until <see cref="NotBefore"/> nothing else goes to its conversation.</summary>
    public bool IsThrottled { get; set; }

    /// <summary>Which instance of the service has it in hand, or had it last.</summary>
    public string? Leaseholder { get; set; }

    /// <summary>Until when that instance has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The revision that was delivered last; 0 for none.</summary>
    public int SentRevision { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the newest revision was delivered or given up; null while there is something to do.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The id under which the channel has it; null where it was not delivered or the channel said none.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Why the newest revision was given up, as status and code; null where it was not.</summary>
    public string? Failure { get; set; }
}

/// <summary>How urgent a message is. The number is stored.</summary>
public enum OutboxLane
{
    /// <summary>災害支援: goes first, and is the only one that quiet hours do not hold.</summary>
    Disaster = 0,

    /// <summary>What one person is told for what another did: decisions, applications, introductions.</summary>
    Notice = 1,

    /// <summary>会議.</summary>
    Meeting = 2,

    /// <summary>お知らせ.</summary>
    Announcement = 3,

    /// <summary>Reminders of events and the weekly digest.</summary>
    Digest = 4,
}
