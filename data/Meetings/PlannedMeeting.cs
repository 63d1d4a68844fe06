namespace RenkeiBot.Data.Meetings;

/// <summary>A meeting that the secretariat calls: its notice, its changes, and what came of it. (What documents tell of meetings is a <see cref="Records.Meeting"/>.)</summary>
public sealed class PlannedMeeting
{
    /// <summary>The opaque id that cards, the audit and the outbox name; also the UID of the calendar entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it has come.</summary>
    public MeetingState State { get; set; }

    /// <summary>What its notice says; of a draft, what it will say.</summary>
    public required MeetingContent Content { get; set; }

    /// <summary>A change of an announced meeting that was looked at and not sent yet; null for none.</summary>
    public MeetingContent? Pending { get; set; }

    /// <summary>When it begins, by <see cref="Content"/>.</summary>
    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>How often what was announced has changed: the SEQUENCE of the calendar entry.</summary>
    public int Sequence { get; set; }

    /// <summary>How often date or time have changed: answers and reminders of before are of another date.</summary>
    public int DateRevision { get; set; }

    /// <summary>What the last change changed, in words, one a line.</summary>
    public IReadOnlyList<string> Changes { get; set; } = [];

    /// <summary>Why it was cancelled; empty where it was not.</summary>
    public string CancelReason { get; set; } = "";

    /// <summary>What came of it; null before.</summary>
    public MeetingMinutes? Minutes { get; set; }

    /// <summary>The link to the calendar entry; empty where the service gives out none.</summary>
    public string CalendarUrl { get; set; } = "";

    /// <summary>Where one takes part, where the service had the online meeting made; empty where it did not.</summary>
    public string JoinUrl { get; set; } = "";

    /// <summary>The event of that online meeting in the calendar; empty where there is none.</summary>
    public string OnlineEventId { get; set; } = "";

    /// <summary>When the online meeting is to be made, moved or cancelled next; null where nothing is to be done.</summary>
    public DateTimeOffset? OnlineDueAt { get; set; }

    /// <summary>When the next reminder is due; null where none is left.</summary>
    public DateTimeOffset? ReminderAt { get; set; }

    /// <summary>Whether answers have come since the cards in channels were last counted.</summary>
    public bool AreCountsOld { get; set; }

    /// <summary>What its notices are known by in the outbox.</summary>
    public required string Source { get; init; }

    /// <summary>When the row was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes: a card with an older number is stale.</summary>
    public int Version { get; set; }
}

/// <summary>How far a meeting has come.</summary>
public enum MeetingState
{
    /// <summary>下書き: only the secretariat sees it.</summary>
    Draft,

    /// <summary>Its notice was sent.</summary>
    Announced,

    /// <summary>中止.</summary>
    Cancelled,
}
