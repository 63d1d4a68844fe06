namespace RenkeiBot.Data.Proposals;

/// <summary>A proposal's card in a channel or group chat: when the proposal changes, it is replaced there.</summary>
public sealed class PostedCard
{
    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The activity that is replaced; empty while the outbox alone knows it, or has not delivered it yet.</summary>
    public required string ActivityId { get; set; }

    /// <summary>The conversation reference as JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>The service URL of the reference; checked again at every send.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>When a token proved the service URL; null in the anonymous Development environment.</summary>
    public DateTimeOffset? ServiceUrlVerifiedAt { get; set; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset PostedAt { get; set; }
}
