using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>A real SQLite file and a copy of the real record files, which stores are started over.</summary>
internal sealed class RecordDatabase : IDisposable, IDbContextFactory<RenkeiBotDbContext>
{
    public static readonly DateTimeOffset FirstStart = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public RecordFolder Folder { get; } = RecordFolder.Copy();

    public DateTimeOffset Now { get; set; } = FirstStart;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Folder.PathOf("test.db") }.ConnectionString;

    public RenkeiBotDbContext CreateDbContext() => new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite(ConnectionString).Options);

    public RecordStore Store() => new(this, new RecordStoreOptions(Folder.Path), new FixedTime(() => Now), NullLogger<RecordStore>.Instance);

    public Task<RecordSet> StartAsync() => Store().StartAsync(CancellationToken.None);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        Folder.Dispose();
    }

    private sealed class FixedTime(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now().ToUniversalTime();
    }
}
