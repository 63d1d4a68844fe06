using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace RenkeiBot.Data.Storage;

/// <summary>Adds the records and the database to a host.</summary>
public static class RecordsRegistration
{
    private const string DefaultConnectionString = "Data Source=renkeibot.db";

    /// <summary>
    /// Adds <see cref="RecordStore"/>, filled before the host takes its first request, and a factory of <see cref="RenkeiBotDbContext"/>. Settings:
    /// <c>ConnectionStrings:RenkeiBot</c> (a relative SQLite file lies in the content root) and <c>Records:Path</c> (the folder of the record files).
    /// </summary>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new RecordStoreOptions(configuration["Records:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Records")));
        services.AddDbContextFactory<RenkeiBotDbContext>((provider, options) => options.UseSqlite(SqliteConnectionString(
            configuration.GetConnectionString("RenkeiBot") ?? DefaultConnectionString,
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath)));
        services.AddSingleton<RecordStore>();
        services.AddHostedService<RecordStartup>();
        return services;
    }

    /// <summary>The connection string with the file's full path.</summary>
    /// <remarks>
    /// Write-ahead logging is switched on by EF Core when it creates the file and stays with the file. A command that finds the database busy tries again until the
    /// command's time is up (<c>Default Timeout</c>, 30 seconds unless the string says otherwise).
    /// </remarks>
    internal static string SqliteConnectionString(string configured, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(configured);
        var isFile = builder.Mode != SqliteOpenMode.Memory
            && builder.DataSource != ":memory:"
            && !builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        if (isFile)
            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }
}

/// <summary>Reads the records while the host starts: its server listens only after this.</summary>
internal sealed class RecordStartup(RecordStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
