using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Downloads;

/// <summary>The questions about links that were given out.</summary>
public static class DownloadQueries
{
    /// <summary>The ticket of a link.</summary>
    public static IQueryable<DownloadTicket> ByHash(RenkeiBotDbContext context, string secretHash) => context.DownloadTickets.Where(t => t.SecretHash == secretHash);

    /// <summary>The tickets that expired before a moment.</summary>
    public static IQueryable<DownloadTicket> ExpiredBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.DownloadTickets.Where(t => t.ExpiresAt < moment).OrderBy(t => t.ExpiresAt);
}
