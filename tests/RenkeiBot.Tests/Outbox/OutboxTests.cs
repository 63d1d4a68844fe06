using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Messages for people's personal chats, from the commit to the Connector.</summary>
public sealed class OutboxTests
{
    private const string Known = "ヘルプ";

    private static readonly (string, string)[] Quick = [("Outbox:PollInterval", "00:00:00.050"), ("Outbox:FirstWait", "00:00:00.020"), ("Outbox:MaxAttempts", "4")];

    private static Task<RunningBot> StartAsync() => RunningBot.StartAsync(Quick);

    private static async Task AddAsync(RunningBot bot, TeamsUser user, params string[] texts)
    {
        await using var context = await ContextAsync(bot);
        foreach (var text in texts)
            bot.Services.GetRequiredService<OutboxWriter>().Add(context, text, TeamsUser.TenantId, user.AadObjectId, Activity.CreateMessage(text), DateTimeOffset.Parse(RunningBot.Now, null));
        await context.SaveChangesAsync();
    }

    private static Task<RenkeiBotDbContext> ContextAsync(RunningBot bot) =>
        bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    private static async Task<OutboxMessage> RowAsync(RunningBot bot, string key)
    {
        await using var context = await ContextAsync(bot);
        return await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.Key == key);
    }

    private static async Task<OutboxMessage> EndOfAsync(RunningBot bot, string key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await RowAsync(bot, key) is { EndedAt: not null } ended)
                return ended;
            await Task.Delay(20, patience.Token);
        }
    }

    private static IEnumerable<string?> Told(RunningBot bot, TeamsUser user) =>
        bot.Connector.Sent.Where(call => call.Operation == ConnectorOperation.Send && call.ConversationId == user.ConversationId).Select(call => call.Text);

    private static int Tries(RunningBot bot) => bot.Connector.Calls.Count(call => call.Operation == ConnectorOperation.Send);

    [Fact]
    public async Task A_message_is_delivered_to_the_personal_chat_after_the_commit()
    {
        await using var bot = await RunningBot.StartAsync(("Outbox:PollInterval", "01:00:00"));
        var user = bot.User();
        await user.SendAsync(Known);
        await AddAsync(bot, user, "承認されました");

        var row = await EndOfAsync(bot, "承認されました");

        var call = Assert.Single(bot.Connector.Calls, call => call.Operation == ConnectorOperation.Send);
        Assert.Equal((user.ConversationId, "承認されました", user.UserId), (call.ConversationId, call.Text, (string?)call.Body!["recipient"]!["id"]));
        Assert.Null(call.Body["replyToId"]);
        Assert.Equal((call.SentId, null, 1), (row.ActivityId, row.Failure, row.Attempts));
    }

    [Fact]
    public async Task Nothing_is_delivered_of_a_change_that_was_rolled_back()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        await using (var context = await ContextAsync(bot))
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            bot.Services.GetRequiredService<OutboxWriter>().Add(context, "x", TeamsUser.TenantId, user.AadObjectId, Activity.CreateMessage("x"), default);
            await context.SaveChangesAsync();
            await transaction.RollbackAsync();
        }
        await AddAsync(bot, user, "y");
        await EndOfAsync(bot, "y");
        Assert.Equal(["y"], Told(bot, user));
    }

    [Fact]
    public async Task A_message_for_someone_unknown_waits_until_they_write_and_keeps_nobody_else_waiting()
    {
        await using var bot = await StartAsync();
        var (unknown, user) = (bot.User(), bot.User());
        await AddAsync(bot, unknown, "1", "2");
        await user.SendAsync(Known);
        await AddAsync(bot, user, "3");
        await EndOfAsync(bot, "3");
        Assert.Null((await RowAsync(bot, "1")).EndedAt);

        await unknown.SendAsync(Known);

        await EndOfAsync(bot, "2");
        Assert.Equal(["1", "2"], Told(bot, unknown));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, status, Times: 2));
        await AddAsync(bot, user, "1", "2");

        Assert.Equal((3, null), (await EndOfAsync(bot, "1") is var row ? row.Attempts : 0, row.Failure));
        await EndOfAsync(bot, "2");
        Assert.Equal(["1", "2"], Told(bot, user));
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, Drop: true));
        await AddAsync(bot, user, "1");
        Assert.Null((await EndOfAsync(bot, "1")).Failure);
        Assert.Equal(["1"], Told(bot, user));
    }

    [Fact]
    public async Task After_429_the_channel_s_wait_is_kept()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 429, RetryAfter: "1.5"));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await AddAsync(bot, user, "1");

        Assert.Equal(2, (await EndOfAsync(bot, "1")).Attempts);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 1.5, 20);
        Assert.Equal(2, Tries(bot));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(500, "ServiceError")]
    public async Task What_cannot_pass_is_given_up_with_its_reason_and_the_next_message_goes_on(int status, string code)
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, status, code));
        await AddAsync(bot, user, "1", "2");

        var row = await EndOfAsync(bot, "1");
        Assert.Equal(($"{status} {code}", 1, null), (row.Failure, row.Attempts, row.ActivityId));
        await EndOfAsync(bot, "2");
        Assert.Equal(["2"], Told(bot, user));
    }

    [Fact]
    public async Task A_message_that_never_passes_is_given_up_after_so_many_tries()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 503, "ServiceUnavailable", Times: 100));
        await AddAsync(bot, user, "1");
        var row = await EndOfAsync(bot, "1");
        Assert.Equal((4, "503 ServiceUnavailable"), (row.Attempts, row.Failure));
        Assert.Equal(4, Tries(bot));
    }

    [Fact]
    public async Task What_was_written_before_a_stop_is_delivered_after_the_restart_once_and_in_order()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        await AddAsync(bot, user, "0");
        await EndOfAsync(bot, "0");
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 429, RetryAfter: "2"));
        await AddAsync(bot, user, "1", "2", "3");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Tries(bot) < 2)
            await Task.Delay(10, patience.Token);

        await using var restarted = await bot.RestartAsync(Quick);

        await EndOfAsync(restarted, "3");
        Assert.Equal(["0", "1", "2", "3"], Told(restarted, user));
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_again_when_the_database_did_not_take_its_end()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await user.SendAsync(Known);
        await using (var context = await ContextAsync(bot))
        {
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER Stuck BEFORE UPDATE OF EndedAt ON OutboxMessages WHEN NEW.EndedAt IS NOT NULL BEGIN SELECT RAISE(ABORT, 'stuck'); END");
            await AddAsync(bot, user, "1");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!bot.Log.Any(line => line.Contains("could not be written", StringComparison.Ordinal)))
                await Task.Delay(10, patience.Token);
            // Its lease is over: it is taken in hand once more.
            await context.Database.ExecuteSqlRawAsync("UPDATE OutboxMessages SET LeasedUntil = CreatedAt");
            while (await context.OutboxMessages.AllAsync(message => message.Attempts < 2, patience.Token))
                await Task.Delay(10, patience.Token);
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER Stuck");
        }

        var row = await EndOfAsync(bot, "1");

        Assert.Equal((Assert.Single(bot.Connector.Calls, call => call.Operation == ConnectorOperation.Send).SentId, null), (row.ActivityId, row.Failure));
    }

    [Fact]
    public async Task The_order_is_kept_for_each_person()
    {
        await using var bot = await StartAsync();
        var users = new[] { bot.User(), bot.User(), bot.User() };
        foreach (var user in users)
            await user.SendAsync(Known);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 502, Times: 3));
        foreach (var number in Enumerable.Range(0, 8))
        {
            foreach (var user in users)
                await AddAsync(bot, user, $"{user.UserId} {number}");
        }
        foreach (var user in users)
        {
            await EndOfAsync(bot, $"{user.UserId} 7");
            Assert.Equal(Enumerable.Range(0, 8).Select(number => $"{user.UserId} {number}"), Told(bot, user));
        }
    }

    [Fact]
    public async Task The_same_key_is_not_written_twice()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        await AddAsync(bot, user, "1");
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(bot, user, "1"));
    }
}
