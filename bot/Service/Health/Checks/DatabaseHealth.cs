using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether the database answers a small query and, where it is a SQLite file, can be written to.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<RenkeiBotDbContext> contexts) : IHealthCheck
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;

    // The SQLite provider does not know waiting without a thread: the token alone would not end a wait for a lock or a slow disk.
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => LookAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sqlite = context.Database.GetDbConnection() as SqliteConnection;
        // Opening would make an empty file in its place, and connections that are open already go on with the file that has no name any more.
        if (sqlite is not null && Path.IsPathRooted(sqlite.DataSource) && !File.Exists(sqlite.DataSource))
            return Finding.Bad("The database file is gone.", "データベースのファイルが見つかりません。");

        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.RecordFiles.AnyAsync(cancellationToken);
        return sqlite is null ? Answers : TryWriting(sqlite);
    }

    /// <summary>Takes the one write lock of the file and gives it back: readers do not notice a file that is locked or has become read-only.</summary>
    private static HealthCheckResult TryWriting(SqliteConnection connection)
    {
        // A second, of the seconds that a check has: its own answer says more than a check that ran out of time.
        connection.DefaultTimeout = 1;
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            transaction.Rollback();
            return Answers;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteBusy or SqliteLocked)
        {
            return Finding.Bad("The database is locked by somebody else.", "データベースがほかの処理に使われており、書き込めません。", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteReadOnly)
        {
            return Finding.Bad("The database cannot be written to.", "データベースに書き込めません。", e);
        }
    }

    private static HealthCheckResult Answers => Finding.Good("The database answers.", "応答しています。");
}
