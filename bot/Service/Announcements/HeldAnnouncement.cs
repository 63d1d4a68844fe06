using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Announcements;

/// <summary>An announcement held by one transaction: whoever else wants to change it, or what belongs to it, waits until that has ended, in whichever instance.</summary>
internal sealed class HeldAnnouncement : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private HeldAnnouncement(RenkeiBotDbContext context, IDbContextTransaction transaction, Announcement? row) => (Context, this.transaction, Row) = (context, transaction, row);

    /// <summary>The context of the transaction.</summary>
    public RenkeiBotDbContext Context { get; }

    /// <summary>The announcement; null where there is none.</summary>
    public Announcement? Row { get; }

    /// <summary>Takes hold of an announcement.</summary>
    public static async Task<HeldAnnouncement> TakeAsync(IDbContextFactory<RenkeiBotDbContext> contexts, Guid id, CancellationToken cancellationToken)
    {
        var context = await contexts.OpenAsync(cancellationToken);
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            // A write is what the others wait for: what is read after it is what they have left.
            await using var hold = context.Command(
                transaction, sql => $"UPDATE {sql("Announcements")} SET {sql("Revision")} = {sql("Revision")} WHERE {sql("Id")} = @id", ("@id", DbType.Guid));
            hold.Parameters["@id"].Value = id;
            await hold.ExecuteNonQueryAsync(cancellationToken);
            return new HeldAnnouncement(context, transaction, await AnnouncementQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken));
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Saves and commits.</summary>
    /// <returns>False where a row with the same key was first: another delivery of the same press, the same form sent twice.</returns>
    public async Task<bool> TryCommitAsync(CancellationToken cancellationToken)
    {
        if (!await Context.TrySaveChangesAsync(cancellationToken))
            return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Context.DisposeAsync();
    }
}
