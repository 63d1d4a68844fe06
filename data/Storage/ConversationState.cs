namespace RenkeiBot.Data.Storage;

/// <summary>What the bot remembers of a conversation: the context of the last question, as JSON of the feature that keeps it.</summary>
public sealed class ConversationState
{
    /// <summary>The channel's id of the conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The state as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
