namespace RenkeiBot.Data.Outbox;

/// <summary>
/// What messages say. It is written once, however many messages say it, and never changed: a message that is to say something else gets another content. What no message says any more is removed.
/// </summary>
public sealed class OutboxContent
{
    /// <summary>The content's own id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The activity as JSON, without whom it goes to.</summary>
    public required string Activity { get; init; }
}
