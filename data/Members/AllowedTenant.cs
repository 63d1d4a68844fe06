namespace RenkeiBot.Data.Members;

/// <summary>A tenant whose people may ask, beside those of the setting <c>Tenants:Allowed</c>: a ward's or a municipality's own.</summary>
public sealed class AllowedTenant
{
    /// <summary>The tenant's id, in lower case.</summary>
    public required string TenantId { get; init; }

    /// <summary>Whose tenant it is.</summary>
    public required string Name { get; set; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The member of the secretariat who added it.</summary>
    public required Guid AddedBy { get; init; }
}
