using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.DisasterSupport;

/// <summary>支援の報告: what a ward, or the 23 wards together, gave after a disaster.</summary>
public sealed class SupportReport
{
    /// <summary>The <see cref="OrganisationId"/> of what the 23 wards gave together.</summary>
    public const string Joint = "joint";

    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The disaster.</summary>
    public required Guid DisasterId { get; init; }

    /// <summary>Tenant of who reported.</summary>
    public required string TenantId { get; init; }

    /// <summary>Object id of who reported; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>Who gave it: a ward, or the secretariat's kind for <see cref="Joint"/>.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The ward's code, or <see cref="Joint"/>.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>The ward's name, or 23区共同.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>What was given, as it was corrected last.</summary>
    public required SupportContent Content { get; set; }

    /// <summary>When it was taken back; null while it counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When it was last corrected or taken back.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The number of the newest <see cref="SupportRevision"/>.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Counts changes: a card with an older number is stale.</summary>
    public int Version { get; set; }

    /// <summary>Whether the 23 wards gave it together.</summary>
    public bool IsJoint => OrganisationId == Joint;

    /// <summary>Whether it counts.</summary>
    public bool Counts => WithdrawnAt is null;

    /// <summary>Who gave it.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>What a report said, from the first on.</summary>
public sealed class SupportRevision
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it said.</summary>
    public required SupportContent Content { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The member who wrote it.</summary>
    public required Guid By { get; init; }
}

/// <summary>What was given.</summary>
public sealed record SupportContent
{
    /// <summary>The longest 期間 and 支援先, in characters.</summary>
    public const int LineLength = 100;

    /// <summary>種別.</summary>
    public required SupportSort Sort { get; init; }

    /// <summary>金額・数量, exactly; money in 万円, with up to four decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>単位.</summary>
    public required SupportUnit Unit { get; init; }

    /// <summary>期間, as written.</summary>
    public string Period { get; init; } = "";

    /// <summary>支援先, as written.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>備考.</summary>
    public string Note { get; init; } = "";
}

/// <summary>種別 of a report.</summary>
public enum SupportSort
{
    /// <summary>支援金.</summary>
    Fund,

    /// <summary>義援金.</summary>
    Donation,

    /// <summary>見舞金.</summary>
    Condolence,

    /// <summary>救援物資.</summary>
    Supplies,

    /// <summary>職員派遣.</summary>
    Staff,

    /// <summary>車両.</summary>
    Vehicles,

    /// <summary>その他.</summary>
    Other,
}

/// <summary>単位.</summary>
public enum SupportUnit
{
    /// <summary>万円.</summary>
    ManYen,

    /// <summary>人.</summary>
    Persons,

    /// <summary>件.</summary>
    Cases,

    /// <summary>台.</summary>
    Machines,

    /// <summary>箱.</summary>
    Boxes,

    /// <summary>個.</summary>
    Pieces,

    /// <summary>式.</summary>
    Sets,

    /// <summary>日.</summary>
    Days,

    /// <summary>その他.</summary>
    Other,
}
