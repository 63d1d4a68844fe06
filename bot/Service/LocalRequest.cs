using System.Net;

namespace RenkeiBot.Service;

/// <summary>Whether a request comes from this machine: what is shown to it alone is neither for its network, nor for a proxy or tunnel, nor for a foreign name.</summary>
internal static class LocalRequest
{
    public static bool IsLocal(this HttpContext context)
    {
        var headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded")
            && IsLocalName(context.Request.Host.Host);
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
