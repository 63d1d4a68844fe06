using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Health.Checks;

namespace RenkeiBot.Service.Health;

/// <summary>Adds the health checks and what shows them.</summary>
internal static class HealthRegistration
{
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HealthOptions>().Bind(configuration.GetSection("Health")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HealthOptions>, HealthOptionsValidator>();
        services.AddOptions<HealthCheckServiceOptions>().PostConfigure<IOptions<HealthOptions>>((checks, health) =>
        {
            foreach (var registration in checks.Registrations)
                registration.Timeout = health.Value.CheckTimeout;
        });

        services.AddSingleton<MigrationsHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>(HealthNames.Database)
            .AddCheck<MigrationsHealth>(HealthNames.Migrations)
            .AddCheck<DiskHealth>(HealthNames.Disk)
            .AddCheck<RecordsHealth>(HealthNames.Records)
            .AddCheck<AnswersHealth>(HealthNames.Answers)
            .AddCheck<CredentialHealth>(HealthNames.Credential);
        services.AddSingleton<HealthReports>();

        // The one place where health learns of the credential. Nothing authenticates the bot yet; whatever does puts its own lookup here.
        services.TryAddSingleton<CredentialLookup>(() => null);
        services.AddHostedService<CredentialReminder>();

        services.AddSingleton<ServiceRun>();
        services.TryAddSingleton<IMayDiagnose, DevelopmentMayDiagnose>();
        services.AddSingleton<ITurnFeature, DiagnosticsFeature>();
        return services;
    }
}
