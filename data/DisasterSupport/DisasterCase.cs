namespace RenkeiBot.Data.DisasterSupport;

/// <summary>A disaster whose municipalities the wards support now, or an exercise of that (訓練): what its card in the channels says.</summary>
public sealed class DisasterCase
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>The longest 状況, in characters.</summary>
    public const int SituationLength = 1000;

    /// <summary>The most 被災地域.</summary>
    public const int MaxAreas = 60;

    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>災害名.</summary>
    public required string Name { get; set; }

    /// <summary>発生日.</summary>
    public required DateOnly OccurredOn { get; set; }

    /// <summary>被災地域: codes of municipalities and keys of prefectures.</summary>
    public required IReadOnlyList<string> Areas { get; set; }

    /// <summary>状況, as the secretariat wrote it last.</summary>
    public required string Situation { get; set; }

    /// <summary>重大度.</summary>
    public required DisasterSeverity Severity { get; set; }

    /// <summary>訓練: nothing of it is counted with what really happened. It never changes.</summary>
    public required bool IsDrill { get; init; }

    /// <summary>Where it stands.</summary>
    public DisasterState State { get; set; } = DisasterState.Active;

    /// <summary>The member who registered it.</summary>
    public required Guid RegisteredBy { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When it, a report, a request or an offer changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts the changes of what the secretariat wrote: its form is stale with an older number.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>Counts all changes, those of reports, requests and offers too: the totals of two changes at once are never those of one.</summary>
    public int Version { get; set; }
}

/// <summary>重大度.</summary>
public enum DisasterSeverity
{
    /// <summary>特に重大.</summary>
    Extreme,

    /// <summary>重大.</summary>
    Severe,

    /// <summary>中程度.</summary>
    Moderate,

    /// <summary>軽微.</summary>
    Minor,
}

/// <summary>Where the support of a disaster stands.</summary>
public enum DisasterState
{
    /// <summary>対応中: reports, requests and offers are taken.</summary>
    Active,

    /// <summary>対応終了: only corrections.</summary>
    Closed,

    /// <summary>登録取消: registered by mistake; nobody sees it any more.</summary>
    Withdrawn,
}
