namespace RenkeiBot.Data.Members;

/// <summary>利用登録: someone's request to become a member, or to be one for another organisation or in another role; decided by the secretariat.</summary>
public sealed class Registration
{
    /// <summary>The opaque id that cards name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The applicant's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The applicant's object id in Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The applicant's name as given.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of organisation the applicant acts for.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>Which one, as in <see cref="Member.OrganisationId"/>.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>The role applied for.</summary>
    public required MemberRole Role { get; init; }

    /// <summary>How to reach the applicant.</summary>
    public required string Contact { get; init; }

    /// <summary>Where the request stands.</summary>
    public required RegistrationState State { get; set; }

    /// <summary>What the secretariat wrote to its decision; empty for none.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was applied for.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>When it was decided or withdrawn.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The member who decided.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Counts changes: a card with an older number is stale, and of two who press at once one is told so.</summary>
    public int Version { get; set; }
}

/// <summary>Where a registration stands.</summary>
public enum RegistrationState
{
    /// <summary>Waits for the secretariat. At most one of a person does.</summary>
    Pending,

    /// <summary>Approved: the member row has it.</summary>
    Approved,

    /// <summary>Rejected, with a reason.</summary>
    Rejected,

    /// <summary>Replaced by a newer one of the same person before it was decided, or taken back.</summary>
    Withdrawn,
}
