using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>Puts the Bot Framework protocol into an ASP.NET Core application.</summary>
public static class BotFrameworkExtensions
{
    /// <summary>Adds turns, router, Connector and authentication. Features are whatever <see cref="ITurnFeature"/> the service collection has.</summary>
    /// <remarks>
    /// <see cref="ConnectorClient"/>, <see cref="TurnProcessor"/>, <see cref="IAppTokenSource"/> and <see cref="CredentialStatus"/> can be injected. An
    /// <see cref="IChannelAuthentication"/> or <see cref="IAppTokenSource"/> that is registered already is kept. Every <see cref="ITurnGate"/> of the service
    /// collection is asked, and an <see cref="ITurnInbox"/> if there is one.
    /// </remarks>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BotFrameworkOptions>()
            .Configure(options => configuration.GetSection("BotFramework").Bind(options))
            .PostConfigure<IHostEnvironment>((options, environment) => options.RateLimits.Enabled ??= !environment.IsDevelopment())
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        services.AddOptions<MicrosoftAppOptions>().Configure(options => configuration.Bind(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MicrosoftAppOptions>, MicrosoftAppOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddChannelAuthentication();
        services.AddCredential();
        services.AddSingleton(provider => new ServiceUrlPolicy(
            Options(provider).AllowedServiceHosts is { Count: > 0 } hosts ? hosts : ServiceUrlPolicy.PublicHosts,
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.TryAddSingleton(provider => new ConnectorClient(
            CreateHttpClient(Options(provider).ConnectorTimeout), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ServiceUrlPolicy>(),
            App(provider).HasAppId ? provider.GetRequiredService<IAppTokenSource>() : null));
        services.AddSingleton(provider => new TurnRouter(provider.GetServices<ITurnFeature>()));
        services.AddSingleton(provider => new TurnProcessor(
            provider.GetRequiredService<TurnRouter>(), provider.GetServices<ITurnGate>(), provider.GetService<ITurnInbox>(),
            provider.GetRequiredService<ConnectorClient>(), Options(provider), provider.GetService<ITurnLimitHandler>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TurnTelemetry>(), provider.GetRequiredService<ILogger<TurnProcessor>>()));
        services.AddSingleton(provider => new RequestLimit(Options(provider).RateLimits));
        services.AddSingleton(provider => new TurnLimits(Options(provider).RateLimits));
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
        var endpoint = new BotFrameworkEndpoint(
            services.GetRequiredService<RequestLimit>(), services.GetRequiredService<IChannelAuthentication>(), services.GetRequiredService<TurnLimits>(),
            services.GetRequiredService<TurnProcessor>(), Options(services), services.GetRequiredService<TurnTelemetry>(),
            services.GetRequiredService<ILogger<BotFrameworkEndpoint>>());
        // Nobody need inject it for its metric to be there.
        services.GetRequiredService<CredentialStatus>();
        return endpoints.Map(pattern, (RequestDelegate)endpoint.HandleAsync).WithDisplayName("Bot Framework");
    }

    private static void AddChannelAuthentication(this IServiceCollection services)
    {
        // AddAuthentication would bring data protection along, which writes keys into the home folder at every first start.
        services.AddAuthenticationCore(options => options.AddScheme<ConnectorTokenHandler>(ConnectorTokenHandler.SchemeName, null));
        services.TryAddTransient<ConnectorTokenHandler>();
        // A scheme that is alone becomes the default, and would be tried for every request of the application, before the limit of requests too.
        services.PostConfigure<AuthenticationOptions>(options => options.DefaultAuthenticateScheme ??= options.DefaultScheme ?? "");
        services.TryAddKeyedSingleton(TokenClock, TimeProvider.System);
        services.AddSingleton(provider => new ConnectorKeySource(
            new ConnectorKeyReader(CreateMetadataClient(), new Uri(App(provider).OpenIdMetadata)), Clock(provider), provider.GetRequiredService<ILogger<ConnectorKeySource>>()));
        services.AddSingleton(provider => new ConnectorTokenValidator(
            provider.GetRequiredService<ConnectorKeySource>(), App(provider).MicrosoftAppId ?? "", Clock(provider)));
        services.TryAddSingleton<IChannelAuthentication>(provider => App(provider).HasAppId
            ? new ConnectorAuthentication(provider.GetRequiredService<ServiceUrlPolicy>(), provider.GetRequiredService<TimeProvider>())
            : new AnonymousDevelopmentAuthentication());
    }

    private static void AddCredential(this IServiceCollection services)
    {
        services.TryAddSingleton<IAppTokenSource>(provider => new MsalTokenSource(App(provider), new MsalHttp(CreateHttpClient(Options(provider).ConnectorTimeout))));
        services.AddSingleton(provider => CredentialStatus.Of(
            App(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()));
    }

    /// <summary>
    /// The key of the clock that tokens are held against. It is not the application's: that one may be stopped in Development, and the channel issues its
    /// tokens by the real time.
    /// </summary>
    internal const string TokenClock = "RenkeiBot.BotFramework.Tokens";

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredKeyedService<TimeProvider>(TokenClock);

    private static BotFrameworkOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value;

    private static MicrosoftAppOptions App(IServiceProvider services) => services.GetRequiredService<IOptions<MicrosoftAppOptions>>().Value;

    private static HttpClient CreateMetadataClient() => new(new SocketsHttpHandler { UseCookies = false, MaxAutomaticRedirections = 3 })
    {
        // A channel gives up waiting after 10 to 15 seconds; two documents are read.
        Timeout = TimeSpan.FromSeconds(4),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private static HttpClient CreateHttpClient(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        // A redirect could lead to a host that no service URL was checked for.
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
