using RenkeiBot.Data.Outbox;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Delivery beside a Connector that refuses with 429 the moment a limit is exceeded: it never has to.</summary>
public sealed class OutboxLimitTests
{
    private static readonly (string, string) Quick = ("Outbox:PollInterval", "00:00:00.05");

    [Fact]
    public async Task Ninety_two_channels_at_once_are_told_without_a_refusal()
    {
        await using var bot = await RunningBot.StartAsync(Quick);
        bot.Connector.Limits = ChannelLimits.OfTeams();

        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 92).Select(number => OutboxRows.Post(number, bot.Connector.ServiceUrl, $"{number}", $"お知らせ {number}")));
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(0, bot.Connector.Limits.Refused);
        Assert.Equal(Enumerable.Range(0, 92).Select(number => $"お知らせ {number}").Order(StringComparer.Ordinal), bot.Connector.Sent.Select(call => call.Text!).Order(StringComparer.Ordinal));
    }

    /// <summary>At ten times the rate of Teams, so that the test takes seconds; the real rate is in the benchmarks.</summary>
    [Fact]
    public async Task Five_thousand_conversations_are_told_without_a_refusal()
    {
        await using var bot = await RunningBot.StartAsync(Quick, ("Outbox:TenantRate", "450"), ("Outbox:TenantLimit", "500"));
        bot.Connector.Limits = new ChannelLimits(500, (7, 1), (8, 2), (60, 30), (1800, 3600));

        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 5000).Select(number => OutboxRows.Post(number, bot.Connector.ServiceUrl, $"{number}", $"{number}")));
        await OutboxRows.DoneAsync(bot, 180);

        Assert.Equal(0, bot.Connector.Limits.Refused);
        Assert.Equal(5000, bot.Connector.Sent.Select(call => call.Text).Distinct().Count());
        Assert.Equal(5000, bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_conversation_gets_many_messages_in_order_as_its_limits_allow()
    {
        await using var bot = await RunningBot.StartAsync(Quick, ("Outbox:ConversationLimits", "7/0.5 8/1"));
        bot.Connector.Limits = new ChannelLimits(50, (7, 0.5), (8, 1));

        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 30).Select(number => OutboxRows.Post(0, bot.Connector.ServiceUrl, $"{number}", $"{number}")));
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(0, bot.Connector.Limits.Refused);
        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"{number}"), bot.Connector.Sent.Select(call => call.Text));
    }

    [Fact]
    public async Task The_limits_hold_over_a_restart()
    {
        await using var bot = await RunningBot.StartAsync(Quick, ("Outbox:ConversationLimits", "5/20"));
        bot.Connector.Limits = new ChannelLimits(0, (5, 20));
        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 5).Select(number => OutboxRows.Post(0, bot.Connector.ServiceUrl, $"{number}", $"{number}")));
        await OutboxRows.DoneAsync(bot);

        await using var restarted = await bot.RestartAsync(Quick, ("Outbox:ConversationLimits", "5/20"));
        await OutboxRows.AddAsync(restarted, [OutboxRows.Post(0, restarted.Connector.ServiceUrl, "5", "5")]);
        await Task.Delay(1000);

        Assert.Equal(5, restarted.Connector.Calls.Count);
        Assert.Null((await OutboxRows.RowAsync(restarted, "5")).EndedAt);
    }

    [Fact]
    public async Task Two_hundred_updates_of_a_card_are_few_and_the_last_one_stands()
    {
        await using var bot = await RunningBot.StartAsync(Quick);
        bot.Connector.Limits = ChannelLimits.OfTeams();
        for (var revision = 1; revision <= 200; revision++)
            await OutboxRows.PutAsync(bot, OutboxRows.Post(0, bot.Connector.ServiceUrl, "disaster", $"第{revision}報", OutboxLane.Disaster));

        await OutboxRows.DoneAsync(bot);

        var first = Assert.Single(bot.Connector.Sent);
        Assert.Equal(0, bot.Connector.Limits.Refused);
        Assert.Equal("第200報", (string?)bot.Connector.Message(first.SentId!)!["text"]);
        Assert.InRange(bot.Connector.Calls.Count, 1, 40);
    }

    [Fact]
    public async Task Of_mixed_faults_nothing_is_lost_and_the_order_of_each_conversation_is_kept()
    {
        const int Channels = 60;
        const int Each = 5;
        await using var bot = await RunningBot.StartAsync(
            Quick, ("Outbox:FirstWait", "00:00:00.05"), ("Outbox:LongestWait", "00:00:00.5"), ("Outbox:TenantRate", "0"), ("Outbox:TenantLimit", "0"), ("BotFramework:ConnectorTimeout", "00:00:02"));
        var random = new Random(20261121);
        bot.Connector.Trouble = _ =>
        {
            int number;
            lock (random)
                number = random.Next(60);
            return number switch
            {
                0 => new ConnectorFault(Status: 429, Code: "TooManyRequests", RetryAfter: "0.1"),
                1 => new ConnectorFault(Status: 412, Code: "PreconditionFailed"),
                2 => new ConnectorFault(Status: 502),
                3 => new ConnectorFault(Until: Task.Delay(TimeSpan.FromSeconds(6)), Drop: true),
                4 => new ConnectorFault(Drop: true),
                5 => new ConnectorFault(DropAfter: true),
                _ => null,
            };
        };

        await OutboxRows.AddAsync(bot, Enumerable.Range(0, Each).SelectMany(number => Enumerable.Range(0, Channels).Select(channel =>
            OutboxRows.Post(channel, bot.Connector.ServiceUrl, $"{channel}/{number}", $"{number}"))));
        await OutboxRows.DoneAsync(bot, 120);

        await using var context = await OutboxRows.ContextAsync(bot);
        Assert.All(context.OutboxMessages, message => Assert.Null(message.Failure));
        foreach (var channel in bot.Connector.Sent.GroupBy(call => call.ConversationId))
            Assert.Equal(Enumerable.Range(0, Each).Select(number => $"{number}"), channel.Select(call => call.Text!).Distinct());
        Assert.Equal(Channels, bot.Connector.Sent.Select(call => call.ConversationId).Distinct().Count());
    }

    [Fact]
    public async Task Three_conversations_that_are_refused_within_five_seconds_stop_the_tenant_for_as_long_as_the_channel_says()
    {
        await using var bot = await RunningBot.StartAsync(Quick);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 429, "TooManyRequests", RetryAfter: "2", Times: 3));
        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 3).Select(number => OutboxRows.Post(number, bot.Connector.ServiceUrl, $"{number}", "x")));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!bot.Log.Any(line => line.Contains("nothing goes there for", StringComparison.Ordinal)))
            await Task.Delay(10, patience.Token);
        var calls = bot.Connector.Calls.Count;

        await OutboxRows.AddAsync(bot, [OutboxRows.Post(7, bot.Connector.ServiceUrl, "7", "x", OutboxLane.Disaster)]);
        await Task.Delay(500);
        Assert.Equal(calls, bot.Connector.Calls.Count);

        await OutboxRows.DoneAsync(bot);
        Assert.Equal(4, bot.Connector.Sent.Count);
    }

    [Fact]
    public async Task A_conversation_that_is_refused_keeps_no_other_waiting()
    {
        await using var bot = await RunningBot.StartAsync(Quick);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 429, "TooManyRequests", RetryAfter: "3"));
        await OutboxRows.AddAsync(bot, [OutboxRows.Post(0, bot.Connector.ServiceUrl, "0", "0")]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (bot.Connector.Calls.Count == 0)
            await Task.Delay(10, patience.Token);

        await OutboxRows.AddAsync(bot, [OutboxRows.Post(0, bot.Connector.ServiceUrl, "1", "1", OutboxLane.Disaster), OutboxRows.Post(1, bot.Connector.ServiceUrl, "2", "2")]);
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(["2", "1", "0"], bot.Connector.Sent.Select(call => call.Text));
    }
}
