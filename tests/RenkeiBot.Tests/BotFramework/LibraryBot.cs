using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

/// <summary>A bot of nothing but the library, on a port of its own, with a fake Connector beside it.</summary>
public sealed class LibraryBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RecordedLog log;

    private LibraryBot(WebApplication app, RecordedLog log, FakeConnector connector)
    {
        this.app = app;
        this.log = log;
        Connector = connector;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeConnector Connector { get; }

    public HttpClient Http { get; }

    public TurnProcessor Processor => app.Services.GetRequiredService<TurnProcessor>();

    /// <summary>The log lines so far of the library, each with its level and exception.</summary>
    public IReadOnlyList<string> Log => [.. log.Lines];

    public TeamsUser User(string conversationType = "personal", bool expectReplies = false) =>
        new(Http, Connector, conversationType) { ExpectsReplies = expectReplies };

    public static Task<LibraryBot> StartAsync(Action<TurnRouter> register, params string[] settings) => StartAsync(register, settings, [], null);

    public static async Task<LibraryBot> StartAsync(Action<TurnRouter> register, string[] settings, ITurnGate[] gates, ITurnInbox? inbox)
    {
        var log = new RecordedLog();
        var app = Build(settings, log, services =>
        {
            foreach (var gate in gates)
                services.AddSingleton(gate);
            if (inbox is not null)
                services.AddSingleton(inbox);
        }, new Feature(register));
        app.MapBotFramework("/api/messages");
        await app.StartAsync();
        return new LibraryBot(app, log, await FakeConnector.StartAsync());
    }

    /// <summary>The application before it is mapped and started.</summary>
    public static WebApplication Build(string[] settings, ILoggerProvider? log, params ITurnFeature[] features) => Build(settings, log, null, features);

    private static WebApplication Build(string[] settings, ILoggerProvider? log, Action<IServiceCollection>? add, params ITurnFeature[] features)
    {
        var environment = settings.FirstOrDefault(s => s.StartsWith("environment=", StringComparison.Ordinal))?["environment=".Length..] ?? "Development";
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, Args = [.. settings.Select(s => "--" + s)] });
        builder.Logging.ClearProviders();
        if (log is not null)
            builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddBotFramework(builder.Configuration);
        foreach (var feature in features)
            builder.Services.AddSingleton(feature);
        add?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>One of the captured examples, answering to the fake Connector.</summary>
    public JsonObject Example(string name)
    {
        var activity = JsonNode.Parse(File.ReadAllText(ExamplePath(name)))!.AsObject();
        activity["serviceUrl"] = Connector.ServiceUrl;
        return activity;
    }

    public static string ExamplePath(string name) => Path.Combine(AppContext.BaseDirectory, "BotFramework", "Examples", name + ".json");

    public Task<TurnOutcome> PostAsync(JsonObject activity) => TeamsUser.PostAsync(Http, Connector, activity);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        await Connector.DisposeAsync();
    }

    internal sealed class Feature(Action<TurnRouter> register) : ITurnFeature
    {
        public void Register(TurnRouter router) => register(router);
    }

    internal sealed class RecordedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("RenkeiBot.", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.GetType().Name}".TrimEnd());

        public void Dispose()
        {
        }
    }
}
