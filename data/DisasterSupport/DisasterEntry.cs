namespace RenkeiBot.Data.DisasterSupport;

/// <summary>An entry of a disaster's timeline: a reply in the thread of its card.</summary>
public sealed class DisasterEntry
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 1200;

    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The disaster.</summary>
    public required Guid DisasterId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required DisasterEntryKind Kind { get; init; }

    /// <summary>The sentence that was posted. No person is in it.</summary>
    public required string Text { get; init; }
}

/// <summary>What a timeline tells.</summary>
public enum DisasterEntryKind
{
    /// <summary>It was registered.</summary>
    Registered,

    /// <summary>The secretariat wrote a new 状況, or corrected the registration.</summary>
    Situation,

    /// <summary>The first report of support.</summary>
    FirstReport,

    /// <summary>A municipality asks for help, or its request is filled or closed.</summary>
    Request,

    /// <summary>対応を終了.</summary>
    Closed,

    /// <summary>対応を再開.</summary>
    Reopened,
}
