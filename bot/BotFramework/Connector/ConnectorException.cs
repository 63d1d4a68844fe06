using System.Net;

namespace RenkeiBot.BotFramework;

/// <summary>A call of the Bot Connector that did not succeed (Bot Connector REST API: error responses; Microsoft Teams: status codes).</summary>
/// <remarks>Of the answers, only 412, 429, 502, 503 and 504 are worth another try; nothing here retries.</remarks>
public sealed class ConnectorException : Exception
{
    /// <summary>The code of an error that has no HTTP answer because none came in time.</summary>
    public const string Timeout = "Timeout";

    /// <summary>The code of an error that has no HTTP answer because the connection failed.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>The code of a call that was not made: the service URL is not one that is answered, or an id cannot stand in a path.</summary>
    public const string Refused = "Refused";

    /// <summary>The code of a call that was not made, as the bot got no token for it.</summary>
    public const string NoToken = "NoToken";

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the Connector said, or why there was no answer.</param>
    /// <param name="statusCode">The HTTP status, or null when no answer came.</param>
    /// <param name="code">The error code of the body, such as ConversationNotFound, or one of the constants of this class.</param>
    /// <param name="retryAfter">How long to wait before another try, when the Connector says so.</param>
    /// <param name="correlationId">The id by which Microsoft's support finds the call.</param>
    /// <param name="inner">The cause.</param>
    public ConnectorException(
        string message, HttpStatusCode? statusCode, string? code = null, TimeSpan? retryAfter = null, string? correlationId = null, Exception? inner = null)
        : base(message, inner)
    {
        StatusCode = statusCode;
        Code = code;
        RetryAfter = retryAfter;
        CorrelationId = correlationId;
    }

    /// <summary>The HTTP status, or null when no answer came.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>The error code of the body, such as ConversationNotFound, or one of the constants of this class.</summary>
    public string? Code { get; }

    /// <summary>The Retry-After header; a date in the past gives zero.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The header MS-CV (Teams) or X-Correlating-OperationId (other channels).</summary>
    public string? CorrelationId { get; }
}
