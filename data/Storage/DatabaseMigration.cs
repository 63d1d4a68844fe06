using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Storage;

/// <summary>Brings the schema up to date. Whoever calls it holds the <see cref="DatabaseLock"/>.</summary>
public static class DatabaseMigration
{
    /// <summary>The resource with the script of all migrations for SQLite.</summary>
    internal const string ScriptName = "all.sql";

    /// <summary>Applies the provider's migrations that the database does not have.</summary>
    /// <exception cref="InvalidOperationException">The database was migrated by a newer version of the service.</exception>
    public static async Task RunAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite() && DatabaseSettings.SqliteFileOf(context.Database.GetConnectionString()!) is { } file && !File.Exists(file))
            await File.Create(file).DisposeAsync();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (FirstUnknown(context, applied) is { } unknown)
            throw new InvalidOperationException($"The database is of a newer version of RenkeiBot: its migration {unknown} is not known here. Start that version, or restore a backup.");

        // EF Core switches write-ahead logging on in a file that it makes; one that came from elsewhere may be without.
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        if (context.Database.IsSqlite() && applied.Count == 0 && await IsEmptyAsync(context, cancellationToken))
            await MakeAsync(context, cancellationToken);
        else if (context.Database.GetMigrations().Except(applied).Any())
            await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>The first migration that the database has and this version has not; null for none.</summary>
    public static async Task<string?> FirstUnknownAsync(RenkeiBotDbContext context, CancellationToken cancellationToken) =>
        FirstUnknown(context, await context.Database.GetAppliedMigrationsAsync(cancellationToken));

    private static string? FirstUnknown(RenkeiBotDbContext context, IEnumerable<string> applied) => applied.Except(context.Database.GetMigrations()).FirstOrDefault();

    private static async Task<bool> IsEmptyAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Command(null, _ => "SELECT 1 WHERE EXISTS (SELECT 1 FROM sqlite_master)");
        return await command.ExecuteScalarAsync(cancellationToken) is null;
    }

    /// <summary>All migrations at once, as <c>dotnet ef migrations script</c> has written them: for each of them EF Core would put together the model as it was then, which takes longer than the rest of a start's work on the database.</summary>
    private static async Task MakeAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        using var script = new StreamReader(typeof(DatabaseMigration).Assembly.GetManifestResourceStream(ScriptName)!);
        var sql = await script.ReadToEndAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var command = context.Command(transaction, _ => sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
