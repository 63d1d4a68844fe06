using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Proposals;

/// <summary>応募: an organisation wants to take part in another one's proposal. One of an organisation for each proposal.</summary>
public sealed class Application
{
    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>Tenant of who applied.</summary>
    public required string TenantId { get; set; }

    /// <summary>Object id of who applied; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; set; }

    /// <summary>The kind of the organisation that applies.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The organisation that applies.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; set; }

    /// <summary>What it wrote to the owner.</summary>
    public required string Message { get; set; }

    /// <summary>Where it stands.</summary>
    public required ApplicationState State { get; set; }

    /// <summary>What the owner wrote to the decision; empty for none.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was applied.</summary>
    public required DateTimeOffset AppliedAt { get; set; }

    /// <summary>When the owner approved or declined.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The member who approved or declined: the owner's consent.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When the applicant consented too: both are introduced to each other from then on.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>Who applies.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Waits for the owner.</summary>
    Applied,

    /// <summary>Approved by the owner, who thereby consents; waits for the applicant's consent.</summary>
    Approved,

    /// <summary>Both have consented.</summary>
    Agreed,

    /// <summary>見送り, by the owner.</summary>
    Declined,

    /// <summary>Taken back by the applicant; the organisation may apply again.</summary>
    Withdrawn,

    /// <summary>The proposal ended before it was decided.</summary>
    Ended,
}
