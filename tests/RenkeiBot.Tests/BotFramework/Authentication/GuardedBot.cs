using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>The service with an app id, and the issuer whose keys it believes. Its application clock stands still; tokens are held against <see cref="Clock"/>.</summary>
public sealed class GuardedBot : IAsyncDisposable
{
    private GuardedBot(RunningBot bot, ChannelIssuer issuer, MovableClock clock) => (Bot, Issuer, Clock) = (bot, issuer, clock);

    public RunningBot Bot { get; }

    public ChannelIssuer Issuer { get; }

    public MovableClock Clock { get; }

    public string ServiceUrl => Bot.Connector.ServiceUrl;

    /// <summary>Every refusal that was logged so far.</summary>
    public IReadOnlyList<string> Refusals => [.. Bot.Log.Where(line => line.Contains("Refused a request", StringComparison.Ordinal))];

    public static Task<GuardedBot> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    public static async Task<GuardedBot> StartAsync(Action<IServiceCollection>? change, params (string Key, string Value)[] settings)
    {
        var issuer = await ChannelIssuer.StartAsync();
        var clock = new MovableClock();
        var bot = await RunningBot.StartAsync(null, services =>
        {
            services.AddKeyedSingleton<TimeProvider>(BotFrameworkExtensions.TokenClock, clock);
            change?.Invoke(services);
        }, [.. issuer.Settings, .. settings]);
        return new GuardedBot(bot, issuer, clock);
    }

    /// <summary>A message as Teams sends it, answering to the fake Connector.</summary>
    public JsonObject Message(string text = "ヘルプ")
    {
        var activity = Bot.User().Activity("message");
        activity["text"] = text;
        return activity;
    }

    public string Token(Action<JsonObject, JsonObject>? change = null, IssuerKey? key = null) => Issuer.Token(ServiceUrl, change, key);

    /// <summary>Posts a message with a token.</summary>
    public Task<HttpStatusCode> PostAsync(string? token, JsonObject? activity = null) =>
        PostAsync(request => request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token), activity);

    /// <summary>Posts a message, and looks at its refusal: an empty body and one line in the log.</summary>
    public async Task<HttpStatusCode> PostAsync(Action<HttpRequestMessage> change, JsonObject? activity = null)
    {
        var before = Refusals.Count;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent((activity ?? Message()).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        change(request);
        using var response = await Bot.Http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.OK)
            Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal(response.StatusCode == HttpStatusCode.OK ? 0 : 1, Refusals.Count - before);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

/// <summary>The real time, moved by as much as a test wants.</summary>
public sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

/// <summary>One guarded bot for the tests of a class that leave its keys alone.</summary>
public sealed class SharedGuardedBot : IAsyncLifetime
{
    public GuardedBot Guarded { get; private set; } = null!;

    public async Task InitializeAsync() => Guarded = await GuardedBot.StartAsync();

    public async Task DisposeAsync() => await Guarded.DisposeAsync();
}
