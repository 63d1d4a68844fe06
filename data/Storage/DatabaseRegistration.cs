using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace RenkeiBot.Data.Storage;

/// <summary>Adds the database to a host.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Adds a factory of <see cref="RenkeiBotDbContext"/> and the <see cref="DatabaseSettings"/>. Settings: <c>Database:Provider</c> (Sqlite or SqlServer) and
    /// <c>ConnectionStrings:RenkeiBot</c> (a relative SQLite file lies in the content root).
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => DatabaseSettings.Read(configuration, provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddDbContextFactory<RenkeiBotDbContext, RenkeiBotDbContextFactory>((provider, options) => provider.GetRequiredService<DatabaseSettings>().Configure(options));
        return services;
    }

    private sealed class RenkeiBotDbContextFactory(DbContextOptions<RenkeiBotDbContext> options, DatabaseSettings settings) : IDbContextFactory<RenkeiBotDbContext>
    {
        public RenkeiBotDbContext CreateDbContext() => DatabaseSettings.CreateContext(settings.Provider, options);
    }
}
