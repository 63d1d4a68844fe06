using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>What binds a token to its activity: service URL, channel, endorsement, tenant.</summary>
public sealed class BindingTests(SharedGuardedBot shared) : IClassFixture<SharedGuardedBot>
{
    private readonly GuardedBot bot = shared.Guarded;

    private async Task AssertForbiddenAsync(string token, JsonObject activity, string reason)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(token, activity));
        Assert.Equal($"Warning: Refused a request with 403: {reason}", bot.Refusals[^1]);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_activity_with_another_service_url_than_its_token_is_refused(string? serviceUrl)
    {
        var activity = bot.Message();
        activity["serviceUrl"] = serviceUrl;
        await AssertForbiddenAsync(bot.Token(), activity, "the activity's service URL is not the token's");
    }

    [Fact]
    public async Task Case_and_a_slash_at_the_end_make_no_other_service_url()
    {
        var activity = bot.Message();
        activity["serviceUrl"] = bot.ServiceUrl.TrimEnd('/');
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token(), activity));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Issuer.Token(bot.ServiceUrl.ToUpperInvariant())));
        activity["serviceUrl"] = bot.ServiceUrl + "/";
        await AssertForbiddenAsync(bot.Token(), activity, "the activity's service URL is not the token's");
    }

    [Theory]
    [InlineData("https://evil.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/jp/")]
    [InlineData("https://evil.smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net:8443/jp/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/jp/")]
    [InlineData("https://me@smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net/jp/?x=")]
    [InlineData("http://smba.trafficmanager.net/jp/")]
    [InlineData("https://10.0.0.1/jp/")]
    [InlineData("//smba.trafficmanager.net/jp/")]
    public async Task A_service_url_that_is_not_on_the_list_is_refused_even_when_the_token_names_it(string serviceUrl)
    {
        var activity = bot.Message();
        activity["serviceUrl"] = serviceUrl;
        await AssertForbiddenAsync(bot.Issuer.Token(serviceUrl), activity, "the service URL is not on the list of those that are answered");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/")]
    [InlineData("https://SMBA.trafficmanager.net/jp/3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public async Task The_public_clouds_service_urls_are_answered(string serviceUrl)
    {
        var activity = bot.Message();
        (activity["type"], activity["serviceUrl"]) = ("typing", serviceUrl);
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Issuer.Token(serviceUrl), activity));
    }

    [Theory]
    [InlineData("emulator")]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_channel_than_Teams_is_refused(string? channelId)
    {
        var activity = bot.Message();
        activity["channelId"] = channelId;
        await AssertForbiddenAsync(bot.Token(), activity, "the channel is not msteams");
    }

    [Theory]
    [InlineData("3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01", 200)]
    [InlineData("3B1F0C5E-7A56-4C11-9D5B-2F5D0A6F1E01", 200)]
    [InlineData("", 200)]
    [InlineData("00000000-0000-4000-8000-000000000001", 403)]
    [InlineData("3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01,00000000-0000-4000-8000-000000000001", 403)]
    public async Task A_header_that_names_another_tenant_is_refused(string header, int status)
    {
        Assert.Equal((HttpStatusCode)status, await bot.PostAsync(request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bot.Token());
            request.Headers.TryAddWithoutValidation("x-ms-tenant-id", header);
        }));
    }

    [Fact]
    public async Task A_header_must_agree_with_every_tenant_that_the_activity_names()
    {
        var activity = bot.Message();
        activity["channelData"]!["tenant"]!["id"] = "00000000-0000-4000-8000-000000000001";
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bot.Token());
            request.Headers.Add("x-ms-tenant-id", TeamsUser.TenantId);
        }, activity));
    }

    [Theory]
    [InlineData("\"ta\"", "\"tb\"", new[] { "ta", "tb" })]
    [InlineData("\"ta\"", "\"TA\"", new[] { "ta" })]
    [InlineData("\"ta\"", "null", new[] { "ta" })]
    [InlineData("null", "\"tb\"", new[] { "tb" })]
    [InlineData("\"\"", "\"tb\"", new[] { "tb" })]
    [InlineData("null", "null", new string[0])]
    public void An_activity_names_its_tenants(string conversation, string channel, string[] tenants)
    {
        var activity = System.Text.Json.JsonSerializer.Deserialize(
            """{"type":"message","conversation":{"tenantId":1},"channelData":{"tenant":{"id":2}}}""".Replace("1", conversation, StringComparison.Ordinal).Replace("2", channel, StringComparison.Ordinal), BotFrameworkJson.Activity)!;
        Assert.Equal(tenants, activity.TenantIds);
        Assert.Equal(tenants.FirstOrDefault(), activity.TenantId);
        Assert.DoesNotContain("tenantIds", System.Text.Json.JsonSerializer.Serialize(activity, BotFrameworkJson.Activity), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_response_come_there()
    {
        var user = bot.Bot.User(expectReplies: true);
        var activity = user.Activity("message");
        activity["text"] = "ヘルプ";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), null, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bot.Token());
        using var response = await bot.Bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray());
        Assert.DoesNotContain(bot.Bot.Connector.Calls, call => call.ConversationId == user.ConversationId);
    }

    [Fact]
    public async Task The_page_of_a_browser_needs_no_token()
    {
        using var response = await bot.Bot.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}

/// <summary>What only a bot with a listener can tell.</summary>
public sealed class VerifiedReferenceTests
{
    private sealed class Listener : ITurnFeature
    {
        public List<DateTimeOffset?> Seen { get; } = [];

        public void Register(TurnRouter router) => router.OnReaction((turn, _) =>
        {
            Seen.Add(turn.ServiceUrlVerifiedAt);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_turn_knows_when_its_service_url_was_proved()
    {
        var listener = new Listener();
        await using var bot = await GuardedBot.StartAsync(services => services.AddSingleton<ITurnFeature>(listener));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token(), bot.Bot.User().Activity("messageReaction")));
        Assert.Equal([DateTimeOffset.Parse(RenkeiBot.Tests.Service.RunningBot.Now, null)], listener.Seen);
    }

    [Fact]
    public async Task A_turn_of_an_anonymous_request_knows_that_nothing_was_proved()
    {
        DateTimeOffset? seen = DateTimeOffset.MinValue;
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((turn, _) =>
        {
            seen = turn.ServiceUrlVerifiedAt;
            return Task.CompletedTask;
        }));
        await bot.User().SendAsync("x");
        Assert.Null(seen);
    }
}
