namespace RenkeiBot.Data.Announcements;

/// <summary>お知らせ: what the secretariat tells, once or again and again. Each sending is an <see cref="AnnouncementOccurrence"/>.</summary>
public sealed class Announcement
{
    /// <summary>The opaque id that cards and the audit name.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands.</summary>
    public AnnouncementState State { get; set; } = AnnouncementState.Draft;

    /// <summary>What it says, to whom and when.</summary>
    public required AnnouncementContent Content { get; set; }

    /// <summary>A correction that waits for a second person; null for none.</summary>
    public AnnouncementContent? Correction { get; set; }

    /// <summary>The member who wrote it last, or asked for it to be sent; the number alone.</summary>
    public required Guid AuthorId { get; set; }

    /// <summary>The member who asked for the correction that waits.</summary>
    public Guid? CorrectorId { get; set; }

    /// <summary>The member who agreed to the sending, where a second person had to.</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>Counts changes of what it says and requests for a second person: a card with an older number is stale.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>When the first sending was or will be: those that are repeated are counted from it.</summary>
    public DateTimeOffset? FirstAt { get; set; }

    /// <summary>When the next sending begins; null for none.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>How many sendings have begun.</summary>
    public int Occurrences { get; set; }

    /// <summary>When it was last corrected; what was sent before says so.</summary>
    public DateTimeOffset? CorrectedAt { get; set; }

    /// <summary>When it was first kept.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the secretariat or its sending last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Where an announcement stands.</summary>
public enum AnnouncementState
{
    /// <summary>下書き.</summary>
    Draft,

    /// <summary>承認待ち: a second person of the secretariat has to agree.</summary>
    AwaitingApproval,

    /// <summary>配信予約: <see cref="Announcement.NextAt"/> says when.</summary>
    Scheduled,

    /// <summary>配信中: the last sending has begun.</summary>
    Sending,

    /// <summary>配信済み.</summary>
    Sent,

    /// <summary>取り消し.</summary>
    Withdrawn,
}
