using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Health;

namespace RenkeiBot.Service.Directories;

/// <summary>Adds Microsoft Graph, as far as the settings want it.</summary>
internal static class DirectoryRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Graph");
        services.AddOptions<GraphOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        services.AddSingleton<GraphTenant>();
        services.AddSingleton(provider => new GraphConnection(
            CreateHttpClient(provider.GetRequiredService<IOptions<GraphOptions>>().Value.Timeout),
            // Where Graph is not used, the library that gets tokens is not loaded.
            new Lazy<IAppTokenSource>(provider.GetRequiredService<IAppTokenSource>),
            provider.GetRequiredService<IOptions<GraphOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GraphClient>();
        services.AddSingleton<GraphProbe>();
        services.AddSingleton<RegistrationPrefill>();
        services.AddSingleton<MeetingCalendar>();
        services.AddSingleton<OfficerSchedules>();
        services.AddSingleton<InstallationSignal>();
        services.AddSingleton<AppInstallations>();
        services.AddHostedService<AppInstaller>();
        services.AddSingleton(new TypedCommand(DirectoryFeature.Command, "Microsoft 365との連携を確かめ、アプリを追加します") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, DirectoryFeature>();
        services.AddSingleton<ITurnFeature, TeamInstallFeature>();
        services.AddSingleton<ITurnFeature, OfficerInstallFeature>();
        services.AddSingleton<ITurnFeature, DepartedMembersFeature>();
        if (section.GetValue<bool>(nameof(GraphOptions.Enabled)))
        {
            services.AddSingleton<GraphHealth>();
            services.AddHealthChecks().AddCheck<GraphHealth>(HealthNames.Graph, HealthStatus.Degraded);
        }

        return services;
    }

    private static HttpClient CreateHttpClient(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        // A redirect could lead to a host that the token is not for.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = timeout,
    })
    {
        Timeout = timeout,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };
}
