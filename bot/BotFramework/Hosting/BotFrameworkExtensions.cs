using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>Puts the Bot Framework protocol into an ASP.NET Core application.</summary>
public static class BotFrameworkExtensions
{
    /// <summary>Adds turns, router and Connector. Features are whatever <see cref="ITurnFeature"/> the service collection has.</summary>
    /// <remarks>
    /// <see cref="ConnectorClient"/> and <see cref="TurnProcessor"/> can be injected. An <see cref="IChannelAuthentication"/> that is
    /// registered already is kept.
    /// </remarks>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BotFrameworkOptions>()
            .Configure(options =>
            {
                configuration.GetSection("BotFramework").Bind(options);
                options.MicrosoftAppId = configuration["MicrosoftAppId"];
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChannelAuthentication, AnonymousDevelopmentAuthentication>();
        services.TryAddSingleton(provider => new ConnectorClient(
            CreateHttpClient(Options(provider)), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TurnRouter(provider.GetServices<ITurnFeature>()));
        services.AddSingleton(provider => new TurnProcessor(
            provider.GetRequiredService<TurnRouter>(), provider.GetRequiredService<ConnectorClient>(), Options(provider),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TurnTelemetry>(), provider.GetRequiredService<ILogger<TurnProcessor>>()));
        services.AddMetrics();
        services.AddSingleton<TurnTelemetry>();
        return services;
    }

    /// <summary>Maps the endpoint that the channel calls, for every method: other methods than POST are answered with 405.</summary>
    /// <exception cref="OptionsValidationException">The settings do not allow a start; the message says what is missing.</exception>
    /// <exception cref="InvalidOperationException">Two features claim the same command, verb or fallback.</exception>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var options = Options(services);
        var endpoint = new BotFrameworkEndpoint(
            services.GetRequiredService<IChannelAuthentication>(), services.GetRequiredService<TurnProcessor>(), options, services.GetRequiredService<TurnTelemetry>(),
            services.GetRequiredService<ILogger<BotFrameworkEndpoint>>());
        return endpoints.Map(pattern, (RequestDelegate)endpoint.HandleAsync).WithDisplayName("Bot Framework");
    }

    private static BotFrameworkOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value;

    private static HttpClient CreateHttpClient(BotFrameworkOptions options) => new(new SocketsHttpHandler
    {
        // A redirect could lead to a host that no service URL was checked for.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = options.ConnectorTimeout,
    })
    {
        Timeout = options.ConnectorTimeout,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };
}
