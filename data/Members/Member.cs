namespace RenkeiBot.Data.Members;

/// <summary>Someone who may act: one row for each person (tenant and Entra object id) whose registration was approved or preapproved.</summary>
public sealed class Member
{
    /// <summary>The opaque id that cards and the audit name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant that the person belongs to; a guest keeps their own.</summary>
    public required string TenantId { get; init; }

    /// <summary>The object id of the person in Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The name as the person gave it.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of organisation the person acts for.</summary>
    public required OrganisationKind OrganisationKind { get; set; }

    /// <summary>Which one: the code of a ward or municipality (全国地方公共団体コード), the name of an association or company, 事務局 for the secretariat.</summary>
    public required string OrganisationId { get; set; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; set; }

    /// <summary>What the person may do.</summary>
    public required MemberRole Role { get; set; }

    /// <summary>How others reach the person: mail address or telephone number; empty where not given.</summary>
    public required string Contact { get; set; }

    /// <summary>When the secretariat took the registration back; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When the row was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes: a card with an older number is stale.</summary>
    public int Version { get; set; }

    /// <summary>Whether the person may act now.</summary>
    public bool IsActive => RevokedAt is null;

    /// <summary>Whom the person acts for.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>What a member may do; who may do what is decided in one place of the service.</summary>
public enum MemberRole
{
    /// <summary>事務局: approves members, maintains records, pushes announcements.</summary>
    Secretariat,

    /// <summary>特別区の連携担当.</summary>
    LiaisonOfficer,

    /// <summary>自治体・市長会・町村会・企業の担当.</summary>
    MunicipalityMember,

    /// <summary>閲覧のみ.</summary>
    Observer,
}

/// <summary>What kind of organisation a member acts for.</summary>
public enum OrganisationKind
{
    /// <summary>One of the 23 special wards.</summary>
    Ward,

    /// <summary>A city, town or village, or a prefecture.</summary>
    Municipality,

    /// <summary>市長会 or 町村会.</summary>
    Association,

    /// <summary>特別区長会事務局.</summary>
    Secretariat,

    /// <summary>A company with an agreement or an interest.</summary>
    Company,
}
