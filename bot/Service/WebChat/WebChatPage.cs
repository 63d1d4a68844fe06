using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace RenkeiBot.Service.WebChat;

/// <summary>
/// The chat page of the Development environment: a conversation with the bot through <c>POST /api/messages</c> with expected replies, so that
/// what is seen here has taken the same way as a message from Teams. What the bot says outside of turns comes by <see cref="WebChatConnector"/>. Its files are part of the assembly (WebChat.targets).
/// </summary>
public static class WebChatPage
{
    private const string ResourcePrefix = "webchat/";
    private const string IndexResource = ResourcePrefix + "index.html";

    /// <summary>
    /// Scripts, styles and connections of this origin only; markup reaches the page only through the card renderer's own policies, which it hands
    /// what the markdown processor wrote (its HTML is off).
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types adaptivecards#markdownPassthroughPolicy "
        + "adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy";

    private static readonly Assembly Assembly = typeof(WebChatPage).Assembly;

    /// <summary>The build is deterministic: the module's id changes with every file in it, and only then.</summary>
    private static readonly EntityTagHeaderValue EntityTag = new($"\"{Assembly.ManifestModule.ModuleVersionId:N}\"");

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    /// <summary>Maps the page to <c>/</c> and its files to <c>/webchat/…</c>. Outside of the Development environment nothing is mapped.</summary>
    /// <param name="app">The service.</param>
    public static void MapWebChat(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment()) return;
        foreach (var resource in Assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
            app.MapGet(resource == IndexResource ? "/" : "/" + resource, context => SendAsync(context, resource)).ExcludeFromDescription();
        WebChatConnector.Map(app, new WebChatMail());
    }

    private static Task SendAsync(HttpContext context, string resource)
    {
        // The page speaks for whoever opens it, so it is for this machine alone.
        if (!context.IsLocal())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        var content = Assembly.GetManifestResourceStream(resource)!;
        return Results.Stream(content, ContentTypes[Path.GetExtension(resource)], entityTag: EntityTag).ExecuteAsync(context);
    }
}
