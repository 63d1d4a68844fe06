using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Storage;

/// <summary>Tells whether a change was not saved because someone else was first, from a database that cannot save.</summary>
public static class DatabaseRaces
{
    private const int SqliteConstraint = 19;

    /// <summary>A unique index, a primary key, a deadlock (SQL Server: errors 2601, 2627 and 1205).</summary>
    private static readonly int[] SqlServerRaces = [2601, 2627, 1205];

    /// <summary>Saves the changes.</summary>
    /// <returns>False where someone else was first: nothing is saved, and the context is of no more use.</returns>
    public static async Task<bool> TrySaveChangesAsync(this RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (IsRace(exception))
        {
            return false;
        }
    }

    /// <summary>Whether a newer version of a row, a row with the same key or a deadlock was in the way: looking again can help.</summary>
    public static bool IsRace(DbUpdateException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is DbUpdateConcurrencyException || exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
            SqlException server => SqlServerRaces.Contains(server.Number),
            _ => false,
        };
    }
}
