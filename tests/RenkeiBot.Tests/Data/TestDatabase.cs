using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>A database of a test's own: a SQLite file in a folder of its own, or a database on the server of RENKEI_SQLSERVER.</summary>
internal sealed class TestDatabase : IDbContextFactory<RenkeiBotDbContext>, IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    private TestDatabase(DatabaseSettings settings, DirectoryInfo? folder) => (Settings, _folder) = (settings, folder);

    public DatabaseSettings Settings { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, bool migrated = true)
    {
        var database = provider == DatabaseProvider.Sqlite ? NewFile() : await NewOnServerAsync();
        if (migrated)
        {
            await using var context = database.CreateDbContext();
            await DatabaseMigration.RunAsync(context, CancellationToken.None);
        }

        return database;
    }

    /// <summary>A context for a database that is not there: for what does not open it.</summary>
    public static RenkeiBotDbContext Unopened(DatabaseProvider provider) => Context(new(provider,
        provider == DatabaseProvider.Sqlite ? "Data Source=never-opened.db;Mode=ReadOnly" : "Server=never-opened.invalid;Initial Catalog=renkeibot;Connect Timeout=1"));

    public RenkeiBotDbContext CreateDbContext() => Context(Settings);

    public async ValueTask DisposeAsync()
    {
        _folder?.Delete(recursive: true);
        if (Settings.Provider == DatabaseProvider.SqlServer)
            await OnServerAsync(name => $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]", Settings.ConnectionString);
    }

    private static RenkeiBotDbContext Context(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<RenkeiBotDbContext>();
        settings.Configure(options);
        return DatabaseSettings.CreateContext(settings.Provider, options.Options);
    }

    private static TestDatabase NewFile()
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-data-");
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "test.db"), Pooling = false };
        return new(new(DatabaseProvider.Sqlite, file.ConnectionString), folder);
    }

    private static async Task<TestDatabase> NewOnServerAsync()
    {
        var database = new SqlConnectionStringBuilder(OnSqlServerAttribute.Server) { InitialCatalog = $"renkeibot_test_{Guid.NewGuid():N}" };
        await OnServerAsync(name => $"CREATE DATABASE [{name}]", database.ConnectionString);
        return new(new(DatabaseProvider.SqlServer, database.ConnectionString), null);
    }

    private static async Task OnServerAsync(Func<string, string> statement, string connectionString)
    {
        var database = new SqlConnectionStringBuilder(connectionString);
        var name = database.InitialCatalog;
        database.InitialCatalog = "master";
        await using var connection = new SqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement(name);
        await command.ExecuteNonQueryAsync();
    }
}
