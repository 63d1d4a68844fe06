using System.Collections.Frozen;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Which service URLs are answered: https on a host of the list, exactly, and in Development also this machine. Never a rule for what a host ends with:
/// trafficmanager.net is shared by everyone. Asked when an activity comes in, and again at every send, as references are stored for long.
/// </summary>
/// <param name="hosts">The host names.</param>
/// <param name="allowsLoopback">Whether http and https on this machine are answered too.</param>
internal sealed class ServiceUrlPolicy(IEnumerable<string> hosts, bool allowsLoopback)
{
    /// <summary>The hosts of the public cloud that Teams answers from (Microsoft Teams SDK for .NET, pull request 418).</summary>
    public static readonly IReadOnlyList<string> PublicHosts =
        ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    private readonly FrozenSet<string> hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the Connector may be called there.</summary>
    public bool Allows(string? serviceUrl) =>
        Parse(serviceUrl) is { } url
        && (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && hosts.Contains(url.IdnHost) || allowsLoopback && IsThisMachine(url));

    /// <summary>http or https on this machine.</summary>
    public static bool IsLoopback(string? serviceUrl) => Parse(serviceUrl) is { } url && IsThisMachine(url);

    /// <summary>Whether two service URLs are the same but for case and one slash at the end.</summary>
    public static bool AreEqual(string? one, string? other) =>
        !string.IsNullOrEmpty(one) && !string.IsNullOrEmpty(other) && Trimmed(one).Equals(Trimmed(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Trimmed(string url) => url.EndsWith('/') ? url.AsSpan(0, url.Length - 1) : url;

    // User info, query or fragment would change the meaning of the path that follows.
    private static Uri? Parse(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
            && !serviceUrl.AsSpan().ContainsAny('?', '#') ? url : null;

    private static bool IsThisMachine(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
