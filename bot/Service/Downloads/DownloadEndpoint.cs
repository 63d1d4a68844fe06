using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using RenkeiBot.Data.Downloads;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Downloads;

/// <summary><c>GET /downloads/{secret}</c>: the file of a link that was given out.</summary>
internal static partial class DownloadEndpoint
{
    private const int MaxSecretLength = 100;
    private const string Gone = "このリンクは使えません。期限が切れている場合は、ボットからもう一度お取りください。";

    public static void MapDownloads(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(DownloadLinks.Path + "{secret}", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        var services = http.RequestServices;
        // Neither caches nor the pages that follow are to know the secret.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var file = http.Request.RouteValues["secret"] is string { Length: <= MaxSecretLength } secret ? await FileAsync(services, secret, http.RequestAborted) : null;
        if (file is null)
        {
            LogRefused(services.GetRequiredService<ILogger<DownloadLinks>>());
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Gone, http.RequestAborted);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    private static async Task<DownloadFile?> FileAsync(IServiceProvider services, string secret, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync(cancellationToken);
        var ticket = await DownloadQueries.ByHash(context, DownloadLinks.HashOf(secret)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (ticket is null || ticket.ExpiresAt <= services.GetRequiredService<TimeProvider>().GetUtcNow())
            return null;
        return services.GetServices<IDownload>().FirstOrDefault(download => download.Name == ticket.Name) is { } maker ? await maker.CreateAsync(ticket.SubjectId, cancellationToken) : null;
    }

    [LoggerMessage(220, LogLevel.Information, "A link to a file was opened that is not known or has expired")]
    private static partial void LogRefused(ILogger logger);
}
