using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Storage;

/// <summary>Brings the schema up to date. Whoever calls it holds the <see cref="DatabaseLock"/>.</summary>
public static class DatabaseMigration
{
    /// <summary>Applies the provider's migrations that the database does not have.</summary>
    /// <exception cref="InvalidOperationException">The database was migrated by a newer version of the service.</exception>
    public static async Task RunAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite() && DatabaseSettings.SqliteFileOf(context.Database.GetConnectionString()!) is { } file && !File.Exists(file))
            await File.Create(file).DisposeAsync();
        await context.Database.MigrateAsync(cancellationToken);
        if (await FirstUnknownAsync(context, cancellationToken) is { } unknown)
            throw new InvalidOperationException($"The database is of a newer version of RenkeiBot: its migration {unknown} is not known here. Start that version, or restore a backup.");

        // EF Core switches write-ahead logging on in a file that it makes; one that came from elsewhere may be without.
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    /// <summary>The first migration that the database has and this version has not; null for none.</summary>
    public static async Task<string?> FirstUnknownAsync(RenkeiBotDbContext context, CancellationToken cancellationToken) =>
        (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(context.Database.GetMigrations()).FirstOrDefault();
}
