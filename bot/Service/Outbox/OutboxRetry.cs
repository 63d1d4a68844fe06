using System.Net;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Outbox;

/// <summary>What may pass, and when to try again (Microsoft Teams: status codes of the Connector, rate limits).</summary>
internal static class OutboxRetry
{
    /// <summary>A channel that asks for more than this is asked again all the same: a wrong header must not silence a conversation for a day.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Whether another try may succeed. Teams asks not to repeat what is not on its list, also not 500.</summary>
    public static bool MayPass(ConnectorException exception) => exception is
    {
        StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout,
    } or { StatusCode: null, Code: ConnectorException.Timeout or ConnectorException.ConnectionFailed or ConnectorException.NoToken };

    /// <summary>How long to wait: what the channel says, or else twice as long each time, up to a third less so that many do not come back at once.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="attempts">How often it was tried, at least once.</param>
    /// <param name="options">The first and the longest wait.</param>
    public static TimeSpan Wait(ConnectorException exception, int attempts, OutboxOptions options)
    {
        if (exception.RetryAfter is { } said && said > TimeSpan.Zero)
            return said < LongestPause ? said : LongestPause;
        var doubled = options.FirstWait * Math.Pow(2, Math.Min(attempts - 1, 30));
        var wait = doubled < options.LongestWait ? doubled : options.LongestWait;
        return wait * (1 - Random.Shared.NextDouble() / 3);
    }

    /// <summary>The reason of a failure in few words: status and code, nothing that was written.</summary>
    public static string Reason(ConnectorException exception) =>
        exception.StatusCode is { } status ? $"{(int)status} {exception.Code}".TrimEnd() : exception.Code ?? "Unknown";
}
