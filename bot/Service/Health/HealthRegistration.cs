using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
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
            .AddCheck<CredentialHealth>(HealthNames.Credential)
            .AddCheck<OutboxHealth>(HealthNames.Outbox);
        services.AddSingleton<HealthReports>();
        services.AddSingleton(new TypedCommand(DiagnosticsFeature.Command, "ボットが正常に動いているかを表示します") { IsForSecretariat = true });

        services.TryAddSingleton<CredentialLookup>(provider =>
        {
            var status = provider.GetRequiredService<CredentialStatus>();
            return () => status.Kind switch
            {
                CredentialKind.None => null,
                CredentialKind.Secret => new Credential("client secret", status.ExpiresAt),
                CredentialKind.Certificate => new Credential("certificate", status.ExpiresAt),
                _ => new Credential("managed identity", status.ExpiresAt),
            };
        });
        services.AddSingleton<CredentialNotices>();
        services.AddHostedService<CredentialReminder>();

        services.AddSingleton<ServiceRun>();
        services.AddSingleton<ITurnFeature, DiagnosticsFeature>();
        return services;
    }
}
