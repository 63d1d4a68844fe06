namespace RenkeiBot.BotFramework;

/// <summary>Which service URLs may be called at all.</summary>
internal static class ServiceUrls
{
    /// <summary>https, or http on this machine; without user info, query or fragment, which would change the meaning of the path that follows.</summary>
    public static bool IsAllowed(string? serviceUrl) =>
        Parse(serviceUrl) is { } url && (url.Scheme == Uri.UriSchemeHttps || IsThisMachine(url));

    /// <summary>http or https on this machine.</summary>
    public static bool IsLoopback(string? serviceUrl) => Parse(serviceUrl) is { } url && IsThisMachine(url);

    private static Uri? Parse(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
            && !serviceUrl.AsSpan().ContainsAny('?', '#') ? url : null;

    private static bool IsThisMachine(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
