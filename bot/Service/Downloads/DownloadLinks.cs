using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Downloads;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Downloads;

/// <summary>Gives out links to files. A link is a secret of its own: whoever was given it opens one file until it expires, and cannot guess another.</summary>
internal sealed class DownloadLinks(IOptions<DownloadOptions> options, IServer server, IHostEnvironment environment)
{
    /// <summary>The path before the secret.</summary>
    public const string Path = "/downloads/";

    private const int SecretBytes = 32;

    /// <summary>Adds a link to the context; it opens once the caller has saved.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="name">The kind of file (<see cref="IDownload.Name"/>).</param>
    /// <param name="id">What the file is about, at most 100 characters.</param>
    /// <param name="expiresAt">From when on it opens nothing.</param>
    /// <returns>The link; null where this service has no address that browsers reach (Downloads:PublicUrl).</returns>
    public Uri? Add(RenkeiBotDbContext context, string name, string id, DateTimeOffset expiresAt)
    {
        if (Root() is not { } root)
            return null;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        context.DownloadTickets.Add(new DownloadTicket { SecretHash = HashOf(secret), Name = name, SubjectId = id, ExpiresAt = expiresAt });
        return new Uri($"{root}{Path}{secret}");
    }

    /// <summary>What a secret is known by.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private string? Root()
    {
        if (options.Value.PublicUrl is { Length: > 0 } configured)
            return configured.TrimEnd('/');
        if (!environment.IsDevelopment())
            return null;
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback);
        return address?.TrimEnd('/');
    }
}
