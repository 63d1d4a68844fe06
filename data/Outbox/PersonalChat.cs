namespace RenkeiBot.Data.Outbox;

/// <summary>How to reach someone: the personal chat in which they last wrote to the bot.</summary>
public sealed class PersonalChat
{
    /// <summary>The person's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id in Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The conversation reference as JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>The service URL of the reference; checked again at every send.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>When a token proved the service URL; null in the anonymous Development environment.</summary>
    public DateTimeOffset? ServiceUrlVerifiedAt { get; set; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
