using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Proposals;

/// <summary>A comment on a proposal, or a reply to one.</summary>
public sealed class ProposalComment
{
    /// <summary>The opaque id, drawn with the card: the same card sent twice is one comment.</summary>
    public required Guid Id { get; init; }

    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The comment it replies to, which replies to none; null for a comment of its own.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Tenant of who wrote it.</summary>
    public required string TenantId { get; init; }

    /// <summary>Object id of who wrote it; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The kind of the writer's organisation.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The writer's organisation.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>The text; empty once it was taken back.</summary>
    public required string Text { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
