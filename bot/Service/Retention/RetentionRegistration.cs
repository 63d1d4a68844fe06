using Microsoft.Extensions.Options;
using RenkeiBot.Data.Retention;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Retention;

/// <summary>Adds the hourly removal of what was kept for long enough.</summary>
internal static class RetentionRegistration
{
    /// <summary>Needs the database (<c>AddDatabase</c>, which is part of <c>AddRecords</c>) before it: hosted services start in the order of registration.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<OldRows>();
        services.AddSingleton<UnreachedMessages>();
        services.AddSingleton<RetentionService>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionService>());
        return services;
    }
}
