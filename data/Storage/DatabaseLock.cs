using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// Lets one instance at a time bring the database up to date, so that several may start at once: a file beside a SQLite database, <c>sp_getapplock</c> in SQL Server.
/// </summary>
public sealed class DatabaseLock : IAsyncDisposable
{
    private const string Resource = "RenkeiBot.Start";

    private readonly DbConnection? _connection;
    private readonly FileLock? _file;

    private DatabaseLock(DbConnection? connection, FileLock? file) => (_connection, _file) = (connection, file);

    /// <summary>How long an instance waits for the one before it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The file that a start holds alone while it brings a SQLite database up to date.</summary>
    public static string StartFile(string database) => database + "-start.lock";

    /// <summary>The file that every running service shares, so that a restore sees that one runs.</summary>
    public static string UseFile(string database) => database + "-use.lock";

    /// <summary>Takes the lock. In SQL Server it belongs to the session: the context's connection is opened, and has to stay open.</summary>
    /// <exception cref="TimeoutException">Another instance has had it for longer than <see cref="Patience"/>.</exception>
    public static async Task<DatabaseLock> TakeAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        if (context is SqlServerDbContext)
            return await TakeSessionAsync(context, cancellationToken);
        if (DatabaseSettings.SqliteFileOf(context.Database.GetConnectionString()!) is not { } database)
            return new(null, null);
        return new(null, await FileLock.TakeAsync(StartFile(database), shared: false, Patience, cancellationToken) ?? throw TooLong(StartFile(database)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _file?.Dispose();

        // A closed connection has lost its locks; so has a broken one.
        if (_connection is { State: ConnectionState.Open })
        {
            await using var command = Procedure(_connection, "sp_releaseapplock");
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static async Task<DatabaseLock> TakeSessionAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        await using var command = Procedure(connection, "sp_getapplock");
        command.CommandTimeout = (int)Patience.TotalSeconds + 30;
        command.Parameters.Add(new SqlParameter("@LockMode", SqlDbType.VarChar, 32) { Value = "Exclusive" });
        command.Parameters.Add(new SqlParameter("@LockTimeout", SqlDbType.Int) { Value = (int)Patience.TotalMilliseconds });
        var result = new SqlParameter("@Result", SqlDbType.Int) { Direction = ParameterDirection.ReturnValue };
        command.Parameters.Add(result);
        await command.ExecuteNonQueryAsync(cancellationToken);

        // 0 and 1 are a lock at once and after waiting; below 0 there is none.
        return (int)result.Value >= 0 ? new(connection, null) : throw TooLong(Resource);
    }

    private static DbCommand Procedure(DbConnection connection, string name)
    {
        var command = connection.CreateCommand();
        command.CommandType = CommandType.StoredProcedure;
        command.CommandText = name;
        command.Parameters.Add(new SqlParameter("@Resource", SqlDbType.NVarChar, 255) { Value = Resource });
        command.Parameters.Add(new SqlParameter("@LockOwner", SqlDbType.VarChar, 32) { Value = "Session" });
        return command;
    }

    private static TimeoutException TooLong(string name) =>
        new($"Another instance has been bringing the database up to date for more than {Patience.TotalSeconds:F0} seconds (lock {name}). Look at its log before starting again.");
}
