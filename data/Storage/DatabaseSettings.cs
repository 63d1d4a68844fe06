using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using RenkeiBot.Data.CompiledModels.Sqlite;
using RenkeiBot.Data.CompiledModels.SqlServer;

namespace RenkeiBot.Data.Storage;

/// <summary>Which database: the settings <c>Database:Provider</c> and <c>ConnectionStrings:RenkeiBot</c>, checked.</summary>
/// <param name="Provider">What keeps the database.</param>
/// <param name="ConnectionString">Where it is; of a SQLite file the full path.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    private const string ProviderSetting = "Database:Provider";
    private const string ConnectionSetting = "ConnectionStrings:RenkeiBot";
    private const string DefaultConnectionString = "Data Source=renkeibot.db";

    /// <summary>The full path of the SQLite file; null for SQL Server and for a database in memory.</summary>
    public string? SqliteFile => Provider == DatabaseProvider.Sqlite ? SqliteFileOf(ConnectionString) : null;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The settings of the service.</param>
    /// <param name="contentRoot">Where a relative SQLite file lies.</param>
    /// <exception cref="InvalidOperationException">A setting makes no sense; the message names it.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, string contentRoot)
    {
        var provider = ReadProvider(configuration[ProviderSetting]);
        var connectionString = configuration.GetConnectionString("RenkeiBot");
        try
        {
            return provider == DatabaseProvider.Sqlite
                ? new(provider, Sqlite(string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString, contentRoot))
                : new(provider, SqlServer(connectionString));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            // The message of the cause may repeat the string, and with it a password.
            throw new InvalidOperationException($"{ConnectionSetting} is not a connection string of {ProviderSetting} {provider} ({e.GetType().Name}).");
        }
    }

    /// <summary>A context of the provider's own type, which its migrations belong to.</summary>
    public static RenkeiBotDbContext CreateContext(DatabaseProvider provider, DbContextOptions<RenkeiBotDbContext> options) =>
        provider == DatabaseProvider.SqlServer ? new SqlServerDbContext(options) : new RenkeiBotDbContext(options);

    /// <summary>Has a context use this database.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        if (Provider == DatabaseProvider.SqlServer)
            UseSqlServer(options, ConnectionString);
        else
            options.UseSqlite(ConnectionString).UseModel(RenkeiBotDbContextModel.Instance).AddInterceptors(SqliteBusyHandler.Instance);
    }

    /// <summary>The full path of the file of a SQLite connection string; null for a database in memory.</summary>
    internal static string? SqliteFileOf(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        var isFile = builder.Mode != SqliteOpenMode.Memory
            && builder.DataSource is not ("" or ":memory:")
            && !builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        return isFile ? Path.GetFullPath(builder.DataSource) : null;
    }

    private static DatabaseProvider ReadProvider(string? setting) => setting switch
    {
        null or "" => DatabaseProvider.Sqlite,
        _ when Enum.GetNames<DatabaseProvider>().FirstOrDefault(name => name.Equals(setting, StringComparison.OrdinalIgnoreCase)) is { } name =>
            Enum.Parse<DatabaseProvider>(name),
        _ => throw new InvalidOperationException($"{ProviderSetting} is '{setting}'. It must be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}."),
    };

    private static string Sqlite(string configured, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(configured);
        if (SqliteFileOf(configured) is not null)
            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        // The file is made while the service starts, and never again: in place of one that is lost, SQLite would put an empty one, and nobody would notice.
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate && SqliteFileOf(configured) is not null)
            builder.Mode = SqliteOpenMode.ReadWrite;
        return builder.ConnectionString;
    }

    private static string SqlServer(string? configured)
    {
        if (string.IsNullOrWhiteSpace(configured))
            throw new InvalidOperationException($"{ProviderSetting} SqlServer needs {ConnectionSetting}: the server and the database.");
        DbConnectionStringBuilder builder = new SqlConnectionStringBuilder(configured);
        if (builder["Initial Catalog"] is not string { Length: > 0 })
            throw new InvalidOperationException($"{ConnectionSetting} names no database (Initial Catalog), which {ProviderSetting} SqlServer needs.");
        return builder.ConnectionString;
    }

    /// <summary>A method of its own, so that a start on SQLite does not load the libraries of the other provider.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseSqlServer(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString).UseModel(SqlServerDbContextModel.Instance);
}
