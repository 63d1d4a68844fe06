using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Proposals;

/// <summary>提案: an organisation offers or asks for something, and looks for others to do it with.</summary>
public sealed class Proposal
{
    /// <summary>The opaque id, drawn with the form: the same form sent twice is one proposal.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProposalState State { get; set; }

    /// <summary>Tenant of who wrote it.</summary>
    public required string TenantId { get; init; }

    /// <summary>Object id of who wrote it; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The kind of the organisation it belongs to.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The organisation it belongs to, as in <see cref="Member.OrganisationId"/>: its members act for it.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>The organisation's name as shown.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>What it says.</summary>
    public required ProposalContent Content { get; set; }

    /// <summary>The <see cref="ProposalContent.Deadline"/>, for the deadline's clock.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>The number of what it says now: 1 for the first that others saw, 0 before.</summary>
    public int Revision { get; set; }

    /// <summary>How many applications were approved and not ended since: never more than <see cref="ProposalContent.Places"/>.</summary>
    public int Taken { get; set; }

    /// <summary>Why the secretariat rejected it; empty for no reason.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When the row was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When others could see it first.</summary>
    public DateTimeOffset? PostedAt { get; set; }

    /// <summary>When anything about it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The deadline that its owner was reminded of. Written without counting the version: a reminder makes no card stale.</summary>
    public DateOnly? RemindedOf { get; set; }

    /// <summary>Counts changes: a card with an older number is stale.</summary>
    public int Version { get; set; }

    /// <summary>Whose it is.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>下書き: seen by who wrote it.</summary>
    Draft,

    /// <summary>確認中: waits for the secretariat, where that is switched on.</summary>
    InReview,

    /// <summary>募集中: seen by all members; no application is approved.</summary>
    Open,

    /// <summary>調整中: an approved applicant has not agreed yet.</summary>
    Negotiating,

    /// <summary>合意: both sides of at least one application have agreed, and none is being negotiated.</summary>
    Agreed,

    /// <summary>完了: closed by its owner; can be reopened.</summary>
    Done,

    /// <summary>取り下げ: by its owner.</summary>
    Withdrawn,

    /// <summary>期限切れ: the deadline passed while it was open; can be extended.</summary>
    Expired,

    /// <summary>却下: by the secretariat.</summary>
    Rejected,
}
