using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RenkeiBot.Data.Storage;

/// <summary>Adds the records and the database to a host.</summary>
public static class RecordsRegistration
{
    /// <summary>
    /// Adds the database (<see cref="DatabaseRegistration.AddDatabase"/>) and <see cref="RecordStore"/>, filled before the host takes its first request. Setting:
    /// <c>Records:Path</c> (the folder of the record files).
    /// </summary>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase(configuration);
        services.AddSingleton(new RecordStoreOptions(configuration["Records:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Records")));
        services.AddSingleton<RecordStore>();
        services.AddHostedService<DatabaseUse>();
        services.AddHostedService<RecordStartup>();
        return services;
    }
}

/// <summary>Reads the records while the host starts: its server listens only after this.</summary>
internal sealed class RecordStartup(RecordStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
