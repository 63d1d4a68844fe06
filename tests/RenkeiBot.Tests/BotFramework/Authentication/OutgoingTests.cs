using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>What the bot proves itself with, and to whom.</summary>
public sealed class OutgoingTests
{
    private const string Trusted = "https://smba.trafficmanager.net/jp/";
    private const string Tenant = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";

    private static readonly MicrosoftAppOptions WithSecret = new()
    {
        MicrosoftAppId = ChannelIssuer.AppId, MicrosoftAppTenantId = Tenant, MicrosoftAppPassword = "not-a-real-one",
    };

    private static Task<ResourceResponse> SendAsync(Wire wire, IAppTokenSource? tokens, string serviceUrl = Trusted, bool development = false) =>
        new ConnectorClient(wire.Client, TimeProvider.System, new ServiceUrlPolicy(ServiceUrlPolicy.PublicHosts, development), tokens)
            .SendToConversationAsync(serviceUrl, "a:1", Activity.CreateMessage("x"), CancellationToken.None);

    private static MsalTokenSource Tokens(MicrosoftAppOptions options, Wire wire) => new(options, new MsalHttp(wire.Client));

    [Fact]
    public async Task The_token_is_asked_for_once_from_the_own_tenant_and_sent_with_every_call()
    {
        var wire = new Wire();
        var tokens = Tokens(WithSecret, wire);
        await SendAsync(wire, tokens);
        await SendAsync(wire, tokens);
        var asked = Assert.Single(wire.Requests, request => request.Address.StartsWith("https://login.microsoftonline.com/", StringComparison.Ordinal));
        Assert.Equal($"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", asked.Address.Split('?')[0]);
        Assert.Contains("grant_type=client_credentials", asked.Body, StringComparison.Ordinal);
        Assert.Contains("scope=" + Uri.EscapeDataString("https://api.botframework.com/.default"), asked.Body, StringComparison.Ordinal);
        var calls = wire.Requests.Where(request => request.Address.StartsWith(Trusted, StringComparison.Ordinal)).ToList();
        Assert.Equal(["Bearer given", "Bearer given"], calls.Select(call => call.Authorization));
    }

    [Theory]
    [InlineData("https://evil.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net:444/jp/")]
    [InlineData("http://smba.trafficmanager.net/jp/")]
    [InlineData("http://127.0.0.1:9/")]
    public async Task A_host_that_is_not_on_the_list_is_neither_called_nor_shown_a_token(string serviceUrl)
    {
        var wire = new Wire();
        var error = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Tokens(WithSecret, wire), serviceUrl));
        Assert.Equal(ConnectorException.Refused, error.Code);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_connector_on_this_machine_gets_no_token_and_none_is_asked_for()
    {
        var wire = new Wire();
        await SendAsync(wire, Tokens(WithSecret, wire), "http://127.0.0.1:9/", development: true);
        Assert.Null(Assert.Single(wire.Requests).Authorization);
    }

    [Fact]
    public async Task An_expired_secret_is_an_error_of_the_Connector_that_says_so()
    {
        var wire = new Wire
        {
            TokenAnswer = (HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired.\r\nTrace ID: 1"}"""),
        };
        var error = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Tokens(WithSecret, wire)));
        Assert.Equal(ConnectorException.NoToken, error.Code);
        Assert.Contains("invalid_client", error.Message, StringComparison.Ordinal);
        Assert.Contains("AADSTS7000222", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-real-one", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Address.StartsWith(Trusted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unreachable_or_silent_Entra_is_an_error_of_the_Connector()
    {
        var wire = new Wire { TokenFailure = new HttpRequestException("no route") };
        Assert.Equal(ConnectorException.NoToken, (await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Tokens(WithSecret, wire)))).Code);
        wire.TokenFailure = new TaskCanceledException("timeout");
        Assert.Equal(ConnectorException.NoToken, (await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Tokens(WithSecret, wire)))).Code);
    }

    [Fact]
    public async Task A_bot_without_credential_or_tenant_says_what_is_missing()
    {
        var wire = new Wire();
        var error = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(wire, Tokens(new() { MicrosoftAppId = ChannelIssuer.AppId }, wire)));
        Assert.Contains("MicrosoftAppPassword", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<ConnectorException>(() =>
            SendAsync(wire, Tokens(new() { MicrosoftAppId = ChannelIssuer.AppId, MicrosoftAppPassword = "x" }, wire)));
        Assert.Contains("MicrosoftAppTenantId", error.Message, StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_turn_on_this_machine_is_answered_without_Entra()
    {
        await using var bot = await GuardedBot.StartAsync(
            ("MicrosoftAppTenantId", Tenant), ("MicrosoftAppPassword", "not-a-real-one"), ("BotFramework:ConnectorTimeout", "00:00:02"));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        Assert.False(Assert.Single(bot.Bot.Connector.Calls).Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("2026-12-05", 13, "Secret")]
    [InlineData("2026-11-21", -1, "Secret")]
    [InlineData("2026-11-22T00:00:01Z", 1, "Secret")]
    [InlineData(null, null, "Secret")]
    public void The_end_of_a_secret_is_known_where_the_operator_says_it(string? expires, int? days, string kind)
    {
        // The bot's clock stands at midnight UTC of 21 November; a day without a time begins then.
        var now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9)).AddSeconds(1);
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var options = new MicrosoftAppOptions { MicrosoftAppId = "a", MicrosoftAppPassword = "x", MicrosoftAppPasswordExpires = expires };
        var measured = new List<int>();
        var factory = meters.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == factory)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) =>
        {
            Assert.Equal("renkeibot.credential.days_left", instrument.Name);
            measured.Add(value);
        });
        listener.Start();
        var status = CredentialStatus.Of(options, new FixedTime(now), factory);
        listener.RecordObservableInstruments();
        Assert.Equal((kind, days), (status.Kind.ToString(), status.DaysLeft));
        Assert.Equal(days is { } left ? [left] : [], measured);
    }

    [Fact]
    public async Task The_services_credential_can_be_injected()
    {
        await using var bot = await GuardedBot.StartAsync(("MicrosoftAppPassword", "x"), ("MicrosoftAppPasswordExpires", "2026-12-21"));
        var status = bot.Bot.Services.GetRequiredService<CredentialStatus>();
        Assert.Equal((CredentialKind.Secret, 30), (status.Kind, status.DaysLeft));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed record Sent(string Address, string Body, string? Authorization);

    /// <summary>Entra and the Connector in one handler: it notes every request, and answers with a token or an id.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        public Wire() => Client = new HttpClient(this);

        public HttpClient Client { get; }

        public ConcurrentQueue<Sent> Requests { get; } = [];

        public (HttpStatusCode Status, string Body) TokenAnswer { get; set; } = (HttpStatusCode.OK, """{"token_type":"Bearer","expires_in":3599,"access_token":"given"}""");

        public Exception? TokenFailure { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Enqueue(new Sent(request.RequestUri!.AbsoluteUri, body, request.Headers.Authorization?.ToString()));
            var forToken = request.RequestUri.Host == "login.microsoftonline.com";
            if (forToken && TokenFailure is { } failure)
                throw failure;
            var (status, answer) = forToken ? TokenAnswer : (HttpStatusCode.Created, """{"id":"1"}""");
            return new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }
    }
}
