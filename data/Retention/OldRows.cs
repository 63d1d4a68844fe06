using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Retention;

/// <summary>Removes rows whose time is over, few at a time, so that turns need not wait for it.</summary>
public sealed class OldRows(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    /// <summary>How many rows one transaction removes.</summary>
    public const int BatchSize = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Removes all rows of a query.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveAsync<TRow>(Func<RenkeiBotDbContext, IQueryable<TRow>> old, CancellationToken cancellationToken)
        where TRow : class
    {
        var removed = 0;
        while (true)
        {
            var batch = await RemoveBatchAsync(old, cancellationToken);
            removed += batch;
            if (batch < BatchSize)
                return removed;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<int> RemoveBatchAsync<TRow>(Func<RenkeiBotDbContext, IQueryable<TRow>> old, CancellationToken cancellationToken)
        where TRow : class
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await old(context).Take(BatchSize).ToListAsync(cancellationToken);
        context.RemoveRange(rows);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return rows.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance removes the same rows now: one is enough.
            return 0;
        }
    }
}
