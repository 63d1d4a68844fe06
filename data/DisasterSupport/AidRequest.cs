using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.DisasterSupport;

/// <summary>応援要請: what a municipality needs after a disaster. Its <see cref="Version"/> decides between offers at the same moment.</summary>
public sealed class AidRequest
{
    /// <summary>The greatest quantity.</summary>
    public const int MaxQuantity = 1_000_000;

    /// <summary>The longest 品目・職種, in characters.</summary>
    public const int ItemLength = 60;

    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The disaster.</summary>
    public required Guid DisasterId { get; init; }

    /// <summary>Tenant of who asks.</summary>
    public required string TenantId { get; init; }

    /// <summary>Object id of who asks; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; set; }

    /// <summary>What kind of organisation needs it.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>Which one.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>品目・職種.</summary>
    public required string Item { get; init; }

    /// <summary>数量.</summary>
    public required int Quantity { get; init; }

    /// <summary>単位.</summary>
    public required SupportUnit Unit { get; init; }

    /// <summary>いつまで; null where it is not said.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>場所.</summary>
    public required string Place { get; init; }

    /// <summary>備考.</summary>
    public required string Note { get; set; }

    /// <summary>How much is offered or confirmed, never more than <see cref="Quantity"/>.</summary>
    public int Taken { get; set; }

    /// <summary>When it was closed by hand; null while it takes offers or is filled.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it or an offer changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>How much is still needed.</summary>
    public int Remaining => Quantity - Taken;

    /// <summary>Whether it takes offers, as far as the request itself goes.</summary>
    public bool IsOpen => ClosedAt is null && Remaining > 0;

    /// <summary>Who needs it.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>応援の申し出: what a ward offers to a request.</summary>
public sealed class AidOffer
{
    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Tenant of who offers.</summary>
    public required string TenantId { get; init; }

    /// <summary>Object id of who offers; after an erasure a pseudonym.</summary>
    public required string AadObjectId { get; set; }

    /// <summary>What kind of organisation offers.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>Which one.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>数量.</summary>
    public required int Quantity { get; init; }

    /// <summary>What it wrote to the municipality.</summary>
    public required string Message { get; set; }

    /// <summary>Where it stands.</summary>
    public AidOfferState State { get; set; } = AidOfferState.Offered;

    /// <summary>When it was offered.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When it was confirmed, declined or taken back.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>Whether it takes up a part of the request.</summary>
    public bool Counts => State is AidOfferState.Offered or AidOfferState.Confirmed;

    /// <summary>Who offers.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>Where an offer stands.</summary>
public enum AidOfferState
{
    /// <summary>申し出済み: waits for the municipality.</summary>
    Offered,

    /// <summary>受け入れ.</summary>
    Confirmed,

    /// <summary>見送り.</summary>
    Declined,

    /// <summary>取り下げ.</summary>
    Withdrawn,
}
