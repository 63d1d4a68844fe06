using System.Net;
using Microsoft.AspNetCore.Http;

namespace RenkeiBot.BotFramework;

/// <summary>Whether a request may go on.</summary>
/// <param name="StatusCode">0 to go on, else the HTTP status of the refusal, whose body is empty.</param>
/// <param name="Reason">Why it was refused, for the log; no secrets, nothing that a user wrote.</param>
public readonly record struct Admission(int StatusCode, string? Reason)
{
    /// <summary>When the activity's service URL and channel were proved to be the sender's; null where nothing proves them.</summary>
    public DateTimeOffset? ServiceUrlVerifiedAt { get; init; }

    /// <summary>The request may go on.</summary>
    public static Admission Granted => default;

    /// <summary>The activity may go on, and what it says of its service URL and its channel is proved.</summary>
    public static Admission Verified(DateTimeOffset at) => new() { ServiceUrlVerifiedAt = at };

    /// <summary>Whether the request was refused.</summary>
    public bool IsRefused => StatusCode != 0;

    /// <summary>The request ends here.</summary>
    public static Admission Refused(int statusCode, string reason) => new(statusCode, reason);
}

/// <summary>
/// The step before the turn: proves that the channel is who sends. It is asked twice, as some proofs are in the headers alone, and some
/// bind the token to what the activity says (service URL, channel, tenant).
/// </summary>
public interface IChannelAuthentication
{
    /// <summary>Asked before the body is read.</summary>
    ValueTask<Admission> AdmitRequestAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>Asked when the activity is known, before anything is done with it.</summary>
    Admission AdmitActivity(HttpContext context, Activity activity);
}

/// <summary>
/// Anonymous requests, for Development: only from this machine, addressed to it by a loopback name, not through a proxy or tunnel (which
/// would make the whole internet local), and naming a service URL on it, as emulator and playground do.
/// </summary>
internal sealed class AnonymousDevelopmentAuthentication : IChannelAuthentication
{
    public ValueTask<Admission> AdmitRequestAsync(HttpContext context, CancellationToken cancellationToken) => ValueTask.FromResult(Admit(context));

    public Admission AdmitActivity(HttpContext context, Activity activity) =>
        string.IsNullOrEmpty(activity.ServiceUrl) || ServiceUrlPolicy.IsLoopback(activity.ServiceUrl)
            ? Admission.Granted
            : Admission.Refused(StatusCodes.Status403Forbidden, "without authentication the service URL must be on this machine");

    private static Admission Admit(HttpContext context)
    {
        // No address means no network: an in-process test server or a local socket.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote))
            return Admission.Refused(StatusCodes.Status403Forbidden, "without authentication requests are accepted from this machine only");
        if (context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded"))
            return Admission.Refused(StatusCodes.Status403Forbidden, "without authentication requests are not accepted through a proxy or tunnel");
        // A page in the developer's browser reaches this machine under its own name, once that name resolves to 127.0.0.1.
        return IsLoopbackHost(context.Request.Host.Host)
            ? Admission.Granted
            : Admission.Refused(StatusCodes.Status403Forbidden, "without authentication the Host header must name this machine");
    }

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
