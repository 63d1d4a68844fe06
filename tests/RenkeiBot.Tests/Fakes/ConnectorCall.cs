using System.Text.Json.Nodes;

namespace RenkeiBot.Tests.Fakes;

/// <summary>What a call of the Connector is.</summary>
public enum ConnectorOperation
{
    Send,
    Reply,
    Update,
    Delete,
    Create,
    Members,
    Member,
    Team,
    Channels,
    Unknown,
}

/// <summary>One call that the bot made.</summary>
/// <param name="Operation">What it is.</param>
/// <param name="Target">The path with its query as sent, still escaped, without the path of the service URL.</param>
/// <param name="ConversationId">The conversation or team of the path, unescaped.</param>
/// <param name="ActivityId">The activity or member of the path, unescaped.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Headers">The request's headers; names in any case.</param>
public sealed record ConnectorCall(
    ConnectorOperation Operation, string Target, string? ConversationId, string? ActivityId, JsonObject? Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The status that the fake answered.</summary>
    public int Status { get; internal set; }

    /// <summary>The id that the fake gave to what was sent.</summary>
    public string? SentId { get; internal set; }

    /// <summary>The activity of the call: the body, or the first message of a created conversation.</summary>
    public JsonObject? Activity => Operation == ConnectorOperation.Create ? Body?["activity"] as JsonObject : Body;

    /// <summary>The activity's type.</summary>
    public string? Type => (string?)Activity?["type"];

    /// <summary>What a toast or a screen reader says: the text, or else the summary.</summary>
    public string? Text => (string?)Activity?["text"] ?? (string?)Activity?["summary"];

    /// <summary>The first Adaptive Card of the activity.</summary>
    public JsonObject? Card => Activity?["attachments"] is JsonArray attachments
        ? attachments.OfType<JsonObject>().FirstOrDefault(a => (string?)a["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"] as JsonObject
        : null;
}

/// <summary>What the fake does wrong on purpose.</summary>
/// <param name="Operation">For which calls; null for all.</param>
/// <param name="Status">The status to answer; 0 to go on as usual.</param>
/// <param name="Code">The error code of the body.</param>
/// <param name="Body">The body as it is, in place of an error body.</param>
/// <param name="RetryAfter">The Retry-After header.</param>
/// <param name="Times">How many calls it hits.</param>
/// <param name="Drop">Cuts the connection in place of an answer.</param>
/// <param name="Until">Answers only after this task.</param>
/// <param name="DropAfter">Takes the call and cuts the connection in place of an answer.</param>
public sealed record ConnectorFault(
    ConnectorOperation? Operation = null, int Status = 0, string Code = "ServiceError", string? Body = null, string? RetryAfter = null, int Times = 1,
    bool Drop = false, Task? Until = null, bool DropAfter = false)
{
    internal int Left { get; set; } = Times;
}
