using System.Net;

namespace RenkeiBot.Service.Directories;

/// <summary>A call of Microsoft Graph that did not succeed (Microsoft Graph: error responses). What Graph wrote is left out: it can name people.</summary>
/// <param name="statusCode">The HTTP status; null where no answer came.</param>
/// <param name="code">The code of the body, such as Authorization_RequestDenied, or one of the constants of this class.</param>
/// <param name="retryAfter">How long to wait before another try, where Graph says so.</param>
/// <param name="requestId">The id by which Microsoft's support finds the call.</param>
/// <param name="inner">The cause.</param>
internal sealed class GraphException(HttpStatusCode? statusCode, string code, TimeSpan? retryAfter = null, string? requestId = null, Exception? inner = null)
    : Exception($"Microsoft Graph: {(statusCode is { } status ? (int)status : "no answer")} {code}, request {requestId ?? "unknown"}", inner)
{
    /// <summary>The code of a call that was not answered in time.</summary>
    public const string Timeout = "Timeout";

    /// <summary>The code of a call whose connection failed.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>The code of a call that was not made for want of a token.</summary>
    public const string NoToken = "NoToken";

    /// <summary>The code of a call that was not made: an id that cannot stand in a path, or a next page elsewhere.</summary>
    public const string Refused = "Refused";

    /// <summary>The code of an answer that cannot be read.</summary>
    public const string Unreadable = "Unreadable";

    public HttpStatusCode? StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public string? RequestId { get; } = requestId;

    /// <summary>Whether the same call may succeed later (Microsoft Graph: throttling; best practices).</summary>
    public bool IsTransient => StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        || Code is Timeout or ConnectionFailed;

    /// <summary>Whether the app was not given the permission that the call needs, or an access policy leaves the mailbox out.</summary>
    public bool IsForbidden => StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
}
