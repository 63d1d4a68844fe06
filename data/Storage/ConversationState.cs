namespace RenkeiBot.Data.Storage;

/// <summary>What the bot remembers of a conversation: what its last questions were, as JSON of the feature that keeps it.</summary>
public sealed class ConversationState
{
    /// <summary>The feature's key of the conversation: the channel's id of it, with whatever the feature adds.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The state as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
