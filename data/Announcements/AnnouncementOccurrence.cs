namespace RenkeiBot.Data.Announcements;

/// <summary>One sending of an announcement: those that it reaches are written down when it begins.</summary>
public sealed class AnnouncementOccurrence
{
    /// <summary>The announcement.</summary>
    public required Guid AnnouncementId { get; init; }

    /// <summary>Which sending, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many it reaches.</summary>
    public required int Targets { get; init; }

    /// <summary>Whether there are copies on their way: to be written, sent, changed or deleted.</summary>
    public bool IsRunning { get; set; } = true;

    /// <summary>Whether something has changed since its card was last made: set by whoever confirms, beside the service's own counting.</summary>
    public bool IsDirty { get; set; }

    /// <summary>How many had been sent when it was last counted; kept after the messages are gone.</summary>
    public int Sent { get; set; }

    /// <summary>How many waited then.</summary>
    public int Waiting { get; set; }

    /// <summary>How many had failed then.</summary>
    public int Failed { get; set; }

    /// <summary>How many copies had been deleted then, after it was withdrawn.</summary>
    public int Deleted { get; set; }

    /// <summary>When everything was first delivered or given up.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The day in Japan on which those who had not confirmed were last reminded.</summary>
    public DateOnly? RemindedOn { get; set; }
}
