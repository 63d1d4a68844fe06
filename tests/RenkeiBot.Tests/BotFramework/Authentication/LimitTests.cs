using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RenkeiBot.Service.Limits;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>What is not taken on, and what is said of it.</summary>
public sealed class LimitTests
{
    private const string Limits = "BotFramework:RateLimits:";

    private static readonly (string, string)[] ThreeTurns =
    [
        (Limits + "Enabled", "true"), (Limits + "PerUser:Turns", "3"), (Limits + "PerUser:Window", "00:01:00"),
        (Limits + "PerConversation:Turns", "5"), (Limits + "PerConversation:Window", "00:01:00"),
    ];

    private static bool IsNotice(TurnOutcome outcome) => outcome.Replies is [var reply] && (string?)reply["text"] == TurnLimitNotice.Text;

    [Fact]
    public async Task A_user_who_asks_too_fast_is_told_once_and_then_nothing_and_others_are_answered()
    {
        await using var bot = await RunningBot.StartAsync(ThreeTurns);
        var eager = bot.User();
        for (var i = 0; i < 3; i++)
            Assert.False(IsNotice(await eager.SendAsync("ヘルプ")));
        Assert.True(IsNotice(await eager.SendAsync("ヘルプ")));
        for (var i = 0; i < 3; i++)
        {
            var quiet = await eager.SendAsync("ヘルプ");
            Assert.Equal((HttpStatusCode.OK, 0), (quiet.Status, quiet.Calls.Count));
        }
        Assert.Single(bot.Log, line => line.Contains("Too many turns of one User", StringComparison.Ordinal));
        Assert.False(IsNotice(await bot.User().SendAsync("ヘルプ")));
    }

    [Fact]
    public async Task A_conversation_in_which_many_ask_at_once_is_told_once()
    {
        await using var bot = await RunningBot.StartAsync(ThreeTurns);
        var outcomes = new List<TurnOutcome>();
        for (var i = 0; i < 8; i++)
            outcomes.Add(await bot.UserIn("19:busy@thread.v2", "groupChat").SendAsync("ヘルプ"));
        Assert.All(outcomes.Take(5), outcome => Assert.False(IsNotice(outcome)));
        Assert.True(IsNotice(outcomes[5]));
        Assert.All(outcomes.Skip(6), outcome => Assert.Empty(outcome.Calls));
        Assert.All(outcomes, outcome => Assert.Equal(HttpStatusCode.OK, outcome.Status));
    }

    [Fact]
    public async Task A_button_and_expected_replies_get_the_sentence_where_they_look_for_it()
    {
        await using var bot = await RunningBot.StartAsync(ThreeTurns);
        var user = bot.User();
        for (var i = 0; i < 3; i++)
            await user.SendAsync("ヘルプ");
        var pressed = await user.ExecuteAsync("ask");
        Assert.Equal((HttpStatusCode.OK, TurnLimitNotice.Text), (pressed.Status, (string?)pressed.Body!["value"]));
        pressed = await user.ExecuteAsync("ask");
        Assert.Equal((HttpStatusCode.OK, ""), (pressed.Status, (string?)pressed.Body!["value"]));

        var expecting = bot.User(expectReplies: true);
        for (var i = 0; i < 3; i++)
            await expecting.SendAsync("ヘルプ");
        Assert.True(IsNotice(await expecting.SendAsync("ヘルプ")));
        Assert.Empty((await expecting.SendAsync("ヘルプ")).Body!["activities"]!.AsArray());
    }

    [Fact]
    public async Task When_the_window_is_over_the_user_is_answered_again()
    {
        await using var bot = await RunningBot.StartAsync((Limits + "Enabled", "true"), (Limits + "PerUser:Turns", "3"), (Limits + "PerUser:Window", "00:00:01"));
        var user = bot.User();
        TurnOutcome outcome;
        var sent = 0;
        do
            outcome = await user.SendAsync("ヘルプ");
        while (++sent < 20 && !IsNotice(outcome));
        Assert.True(IsNotice(outcome));
        for (var i = 0; i < 40 && (outcome.Replies.Count == 0 || IsNotice(outcome)); i++)
        {
            await Task.Delay(250);
            outcome = await user.SendAsync("ヘルプ");
        }
        Assert.False(IsNotice(outcome));
        Assert.NotEmpty(outcome.Replies);
    }

    [Fact]
    public async Task Events_of_the_channel_are_not_counted()
    {
        await using var bot = await RunningBot.StartAsync(ThreeTurns);
        var user = bot.User();
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await user.InstallAsync()).Status);
        Assert.False(IsNotice(await user.SendAsync("ヘルプ")));
    }

    [Fact]
    public async Task A_flood_is_answered_with_429_before_anyone_is_authenticated()
    {
        await using var bot = await GuardedBot.StartAsync((Limits + "Enabled", "true"), (Limits + "RequestBurst", "2"), (Limits + "RequestsPerSecond", "1"));
        async Task<HttpResponseMessage> Post() => await bot.Bot.Http.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"));
        using (var first = await Post())
            Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 20 && refused is null; i++)
        {
            var response = await Post();
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                refused = response;
            else
                response.Dispose();
        }
        Assert.NotNull(refused);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Empty(await refused.Content.ReadAsStringAsync());
        Assert.Equal("Warning: Refused a request with 429: too many requests come in a short time", bot.Refusals[^1]);
        Assert.Equal(0, bot.Issuer.Readings);
        refused.Dispose();
    }

    [Fact]
    public async Task More_requests_at_once_than_allowed_are_answered_with_429_and_the_place_is_free_again_afterwards()
    {
        await using var bot = await RunningBot.StartAsync((Limits + "Enabled", "true"), (Limits + "ConcurrentRequests", "1"));
        var release = new TaskCompletionSource();
        bot.Connector.Fail(new ConnectorFault(Until: release.Task));
        var first = bot.User().SendAsync("ヘルプ");
        while (bot.Connector.Calls.Count == 0)
            await Task.Delay(10);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await bot.User().SendAsync("ヘルプ")).Status);
        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(HttpStatusCode.OK, (await bot.User().SendAsync("ヘルプ")).Status);
    }

    [Fact]
    public async Task In_Development_there_is_no_limit_unless_it_is_asked_for()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        for (var i = 0; i < 30; i++)
            Assert.NotEmpty((await user.SendAsync("ヘルプ")).Replies);
    }

    [Theory]
    [InlineData("RequestBurst", "0", "BotFramework:RateLimits:ConcurrentRequests")]
    [InlineData("PerUser:Turns", "0", "BotFramework:RateLimits:PerUser")]
    [InlineData("PerConversation:Window", "00:00:00", "BotFramework:RateLimits:PerConversation")]
    public async Task A_limit_that_makes_no_sense_stops_the_start(string setting, string value, string sentence)
    {
        await using var app = LibraryBot.Build([$"{Limits}{setting}={value}"], null);
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => app.StartAsync());
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_of_Development_switch_the_limits_off()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json")))!;
        Assert.False((bool)file["BotFramework"]!["RateLimits"]!["Enabled"]!);
    }
}
