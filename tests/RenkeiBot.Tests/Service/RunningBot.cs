using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.Service;

/// <summary>The service as Program.cs composes it, on a port of its own, with a database file of its own and a fake Connector beside it. Its clock stands still.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    /// <summary>A Saturday.</summary>
    public const string Now = "2026-11-21T09:00:00+09:00";

    /// <summary>Tests run side by side: a machine that is busy with them is no reason for a check of the health to fail.</summary>
    private static readonly (string, string) Patience = ("Health:CheckTimeout", "00:00:30");

    private readonly DirectoryInfo folder;
    private readonly Factory factory;
    private bool stopped;
    private bool left;

    private RunningBot(DirectoryInfo folder, Factory factory, HttpClient http, FakeConnector connector) =>
        (this.folder, this.factory, Http, Connector) = (folder, factory, http, connector);

    public HttpClient Http { get; }

    public FakeConnector Connector { get; }

    public IServiceProvider Services => factory.Services;

    public IReadOnlyList<string> Log => [.. factory.Lines];

    public string Database => Path.Combine(folder.FullName, "renkeibot.db");

    public TeamsUser User(string conversationType = "personal", bool expectReplies = false) => new(Http, Connector, conversationType) { ExpectsReplies = expectReplies };

    public TeamsUser UserIn(string conversationId, string conversationType = "personal") => new(Http, Connector, conversationType) { ConversationId = conversationId };

    public static Task<RunningBot> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, null, settings);

    /// <summary>Stops the service and starts it again on the same database, beside the same Connector and with the same services changed.</summary>
    public async Task<RunningBot> RestartAsync(params (string Key, string Value)[] settings)
    {
        left = true;
        await StopServiceAsync();
        return Start(folder, factory.Change, Connector, settings);
    }

    /// <summary>Stops the service and leaves its database to be looked at.</summary>
    public Task StopAsync() => StopServiceAsync();

    /// <summary>What stops the start with these settings.</summary>
    /// <typeparam name="T">What it is expected to be.</typeparam>
    public static T Refusal<T>(string environment, params (string Key, string Value)[] settings)
        where T : Exception
    {
        for (var attempt = 1; ; attempt++)
        {
            using var factory = new Factory(Path.Combine(Path.GetTempPath(), "never-created.db"), environment, settings);
            try
            {
                _ = factory.Services;
            }
            catch (ObjectDisposedException) when (attempt < 20)
            {
                // The start was over before the factory began to wait for it, and the reason is lost.
                continue;
            }
            catch (T refusal)
            {
                return refusal;
            }

            throw new InvalidOperationException("The service started.");
        }
    }

    public static async Task<RunningBot> StartAsync(DirectoryInfo? folder, Action<IServiceCollection>? change, params (string Key, string Value)[] settings) =>
        Start(folder, change, await FakeConnector.StartAsync(), settings);

    private static RunningBot Start(DirectoryInfo? folder, Action<IServiceCollection>? change, FakeConnector connector, (string Key, string Value)[] settings)
    {
        var own = folder ?? Directory.CreateTempSubdirectory("renkeibot-");
        var factory = new Factory(Path.Combine(own.FullName, "renkeibot.db"), "Development", [("Clock:Now", Now), Patience, .. settings]) { Change = change };
        factory.UseKestrel(0);
        factory.StartServer();
        return new RunningBot(own, factory, factory.CreateClient(), connector);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever was restarted has left the folder to the one that runs now.
        if (left)
            return;
        await StopServiceAsync();
        await Connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StopServiceAsync()
    {
        if (stopped)
            return;
        stopped = true;
        Http.Dispose();
        await factory.DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={Database}");
        SqliteConnection.ClearPool(connection);
    }

    private sealed class Factory(string database, string environment, (string Key, string Value)[] settings) : WebApplicationFactory<Program>, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public Action<IServiceCollection>? Change { get; init; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("ConnectionStrings:RenkeiBot", $"Data Source={database}");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
            if (Change is { } change)
                builder.ConfigureServices(change);
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.GetType().Name}".TrimEnd());

        void IDisposable.Dispose()
        {
        }
    }
}

/// <summary>One running bot for the tests of a class: they use conversations of their own.</summary>
public sealed class SharedBot : IAsyncLifetime
{
    public RunningBot Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
