using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;

namespace RenkeiBot.Service.Outbox;

/// <summary>A message as it should stand in another conversation.</summary>
/// <param name="Key">What makes it one and the same message, at most 200 characters or it is hashed; name ids in it, never names.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Activity">What it says; whom it goes to is filled in at the send.</param>
/// <param name="Lane">How urgent it is.</param>
internal sealed record OutboxPost(string Key, OutboxTarget Target, Activity Activity, OutboxLane Lane)
{
    /// <summary>What it belongs to, as <c>announcement:5f0c…</c>: messages that are counted, corrected or withdrawn together.</summary>
    public string Source { get; init; } = "";

    /// <summary>Not to be sent before; null for now.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The key of the message of the same conversation in whose thread it stands; it waits for that one.</summary>
    public string? ParentKey { get; init; }

    /// <summary>The message that stands there already, sent in a turn; null for a new one.</summary>
    public string? ActivityId { get; init; }
}
