using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Inbox;

/// <summary>Activities that are delivered again, through the front door.</summary>
public sealed class InboxTests
{
    private const string Question = "平成29年度第1回の講演会はいつ？";

    private static JsonObject Message(TeamsUser user, string text)
    {
        var activity = user.Activity("message");
        activity["text"] = text;
        return activity;
    }

    private static JsonObject Press(TeamsUser user)
    {
        var activity = user.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = ChangingFeature.Command } };
        return activity;
    }

    private static Task<RunningBot> StartAsync() => RunningBot.StartAsync(null, ChangingFeature.Add);

    private static async Task<T> ReadAsync<T>(RunningBot bot, Func<RenkeiBotDbContext, Task<T>> read)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        return await read(context);
    }

    private static Task<int> ChangesAsync(RunningBot bot) => ReadAsync(bot, context => context.AllowedTenants.CountAsync());

    [Fact]
    public async Task A_message_delivered_again_is_not_answered_again()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        var activity = Message(user, Question);
        Assert.Single((await user.PostAsync(activity)).Replies);

        var again = await user.PostAsync(activity);

        Assert.Equal((HttpStatusCode.OK, 0), (again.Status, again.Replies.Count));
        Assert.Single((await user.SendAsync(Question)).Replies);
    }

    [Fact]
    public async Task A_message_delivered_again_after_a_restart_is_neither_answered_nor_acted_on_again()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        var question = Message(user, Question);
        var change = Message(user, ChangingFeature.Command);
        Assert.Single((await user.PostAsync(question)).Replies);
        Assert.Equal(ChangingFeature.Changed, (await user.PostAsync(change)).Answer);

        await using var restarted = await bot.RestartAsync();

        foreach (var activity in new[] { question, change })
        {
            var again = await TeamsUser.PostAsync(restarted.Http, restarted.Connector, activity);
            Assert.Equal((HttpStatusCode.OK, 0), (again.Status, again.Replies.Count));
        }
        Assert.Equal(1, await ChangesAsync(restarted));
    }

    [Fact]
    public async Task An_invoke_delivered_again_gets_the_same_body_over_a_restart_too()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        var activity = Press(user);
        var first = await user.PostAsync(activity);
        Assert.Equal(ChangingFeature.Changed, (string?)first.Body!["value"]);

        var second = await user.PostAsync(activity);
        await using var restarted = await bot.RestartAsync();
        var third = await TeamsUser.PostAsync(restarted.Http, restarted.Connector, activity);

        Assert.Equal(first.Body.ToJsonString(), second.Body!.ToJsonString());
        Assert.Equal(first.Body.ToJsonString(), third.Body!.ToJsonString());
        Assert.Equal(1, await ChangesAsync(restarted));
    }

    [Fact]
    public async Task Expected_replies_are_the_same_when_delivered_again_over_a_restart_too()
    {
        await using var bot = await StartAsync();
        var user = bot.User(expectReplies: true);
        var activity = Message(user, Question);
        var first = await user.PostAsync(activity);
        Assert.Single(first.Replies);

        var second = await user.PostAsync(activity);
        await using var restarted = await bot.RestartAsync();
        var third = await TeamsUser.PostAsync(restarted.Http, restarted.Connector, activity);

        Assert.Equal(first.Body!.ToJsonString(), second.Body!.ToJsonString());
        Assert.Equal(first.Body.ToJsonString(), third.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_second_delivery_waits_for_the_first_one_and_gets_its_result()
    {
        await using var bot = await StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Reply, Until: gate.Task));
        var user = bot.User();
        var activity = Message(user, ChangingFeature.Command);
        var first = user.PostAsync(activity);
        while (bot.Connector.Calls.Count == 0)
            await Task.Delay(5);
        var second = user.PostAsync(activity);
        await Task.Delay(50);
        Assert.False(second.IsCompleted);

        gate.SetResult();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await first).Status, (await second).Status));
        Assert.Single(bot.Connector.Sent);
        Assert.Equal(1, await ChangesAsync(bot));
    }

    [Fact]
    public async Task What_was_changed_before_a_crash_is_not_changed_again_but_answered()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        var activity = Message(user, ChangingFeature.Command);
        var key = $"msteams|{user.ConversationId}|message|{activity["id"]}";
        await ReadAsync(bot, context =>
        {
            context.InboxActivities.Add(new InboxActivity { Key = key, StatusCode = 0, ReceivedAt = DateTimeOffset.Parse(RunningBot.Now, null) });
            return context.SaveChangesAsync();
        });

        var outcome = await user.PostAsync(activity);

        Assert.Equal(ChangingFeature.ChangedBefore, outcome.Answer);
        Assert.Equal(0, await ChangesAsync(bot));
        await using var restarted = await bot.RestartAsync();
        Assert.Equal(200, (await ReadAsync(restarted, context => context.InboxActivities.SingleAsync(row => row.Key == key))).StatusCode);
        Assert.Empty((await TeamsUser.PostAsync(restarted.Http, restarted.Connector, activity)).Replies);
    }

    [Fact]
    public async Task Being_added_is_welcomed_once()
    {
        await using var bot = await StartAsync();
        var user = bot.User();
        var activity = user.Activity("conversationUpdate");
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsUser.BotId });

        Assert.Single((await user.PostAsync(activity)).Replies);
        Assert.Empty((await user.PostAsync(activity)).Replies);
    }

    [Fact]
    public async Task Activities_without_an_id_are_each_a_turn()
    {
        await using var bot = await StartAsync();
        var user = bot.User(expectReplies: true);
        var activity = Message(user, Question);
        activity.Remove("id");

        Assert.Single((await user.PostAsync(activity)).Replies);
        Assert.Single((await user.PostAsync(activity)).Replies);
        await bot.StopAsync();
    }

    [Fact]
    public async Task Questions_are_answered_also_while_the_inbox_cannot_be_read_or_written()
    {
        await using var bot = await StartAsync();
        await ReadAsync(bot, context => context.Database.ExecuteSqlRawAsync("ALTER TABLE InboxActivities RENAME TO Gone"));
        var user = bot.User();

        Assert.Single((await user.SendAsync(Question)).Replies);
        Assert.Contains(bot.Log, line => line.StartsWith("Warning: Whether it was delivered before could not be read", StringComparison.Ordinal));
    }
}
