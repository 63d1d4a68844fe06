using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Channels;

/// <summary>Where the bot is, as Teams tells it and as messages show it, through the front door.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.050"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Added_to_a_team_it_knows_the_open_channels_by_the_names_of_the_Connector()
    {
        bot.KnowsTeam("全国連携チーム");
        var user = bot.Shinagawa("channel");

        await user.InstallAsync();
        await user.AddBotAsync();

        var (general, planning) = ((await bot.ChannelAsync(Places.General))!, (await bot.ChannelAsync(Places.Planning))!);
        Assert.Equal(("全国連携チーム（一般）", "全国連携チーム（企画）"), (AudienceTargets.NameOf(general), AudienceTargets.NameOf(planning)));
        Assert.Equal((ChannelState.Active, ChannelTopics.None, Places.General, bot.Connector.ServiceUrl), (general.State, general.Topics, general.TeamId, general.ServiceUrl));
        Assert.Null(await bot.ChannelAsync("19:secret@thread.tacv2"));
        Assert.All([general, planning], channel =>
        {
            Assert.Equal(channel.ConversationId, (string?)JsonNode.Parse(channel.Reference)!["conversation"]!["id"]);
            Assert.DoesNotContain("activityId", channel.Reference, StringComparison.Ordinal);
            Assert.DoesNotContain(user.AadObjectId, channel.Reference, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_the_Connector_it_keeps_what_the_activity_says_and_asks_again_with_the_next_message()
    {
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Team, 502, Times: 2));
        var elsewhere = bot.In(bot.Shinagawa(), $"{Places.Planning};messageid=1795210021393");
        var message = elsewhere.Activity("message");
        message["text"] = "ヘルプ";
        message["channelData"]!["channel"]!["id"] = Places.Planning;
        message["channelData"]!["team"]!.AsObject().Remove("name");

        await bot.Shinagawa("channel").AddBotAsync();
        await elsewhere.PostAsync(message.DeepClone().AsObject());
        var unnamed = await bot.ChannelAsync(Places.Planning, _ => true);
        bot.KnowsTeam();
        Channel? named = null;
        for (var i = 0; named is null && i < 40; i++)
        {
            var again = message.DeepClone().AsObject();
            again["id"] = Guid.NewGuid().ToString();
            await elsewhere.PostAsync(again);
            await Task.Delay(100);
            named = await bot.ChannelAsync(Places.Planning) is { Name: "企画" } found ? found : null;
        }

        Assert.Equal("全国連携（一般）", AudienceTargets.NameOf((await bot.ChannelAsync(Places.General))!));
        Assert.Equal(("", Places.General), (unnamed.Name, unnamed.TeamId));
        Assert.Equal("全国連携", named!.TeamName);
    }

    [Fact]
    public async Task A_message_in_a_thread_makes_its_channel_known_without_the_thread()
    {
        bot.KnowsTeam();

        await bot.Shinagawa("channel").SendAsync("ヘルプ");

        var channel = await bot.ChannelAsync(Places.General, _ => true);
        Assert.Equal((Personas.TenantId, "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001"), (channel.TenantId, channel.AadGroupId));
        Assert.DoesNotContain("messageid", channel.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_chat_is_known_and_left_and_a_personal_chat_is_none_of_it()
    {
        var (chat, personal) = (bot.Shinagawa("groupChat"), bot.Arakawa());

        await personal.SendAsync("ヘルプ");
        await chat.AddBotAsync();
        var added = (await bot.ChannelAsync(chat.ConversationId))!;
        await chat.RemoveBotAsync();

        Assert.Equal(("", "グループチャット"), (added.TeamId, AudienceTargets.NameOf(added)));
        Assert.Equal(ChannelState.Removed, (await bot.ChannelAsync(chat.ConversationId))!.State);
        await using var context = await bot.ContextAsync();
        Assert.Equal(1, await context.Channels.CountAsync());
    }

    [Fact]
    public async Task Removed_from_a_team_all_its_channels_are_left_and_their_settings_come_back_with_it()
    {
        bot.KnowsTeam();
        var user = bot.Shinagawa("channel");
        await user.AddBotAsync();
        await SetAsync(Places.Planning, ChannelTopics.Meetings);

        await user.InstallAsync("remove");
        await user.RemoveBotAsync();
        var removed = (await bot.ChannelAsync(Places.Planning))!;
        bot.Connector.Teams.Clear();
        await user.InstallAsync();
        await user.AddBotAsync();

        var back = (await bot.ChannelAsync(Places.Planning))!;
        Assert.Equal((ChannelState.Removed, ChannelState.Active, ChannelTopics.Meetings), (removed.State, back.State, back.Topics));
    }

    [Fact]
    public async Task A_message_after_the_removal_shows_that_the_bot_is_back()
    {
        var user = bot.Shinagawa("channel");
        await user.SendAsync("ヘルプ");
        await bot.ChannelAsync(Places.General, _ => true);
        await user.RemoveBotAsync();
        Assert.Equal(ChannelState.Removed, (await bot.ChannelAsync(Places.General))!.State);

        await user.SendAsync("ヘルプ");

        await bot.ChannelAsync(Places.General, channel => channel.State == ChannelState.Active);
    }

    [Fact]
    public async Task Channels_are_created_renamed_deleted_and_restored()
    {
        bot.KnowsTeam();
        var user = bot.Shinagawa("channel");
        await user.AddBotAsync();
        var channel = new JsonObject { ["id"] = "19:new@thread.tacv2", ["name"] = "新企画" };

        await user.HappensAsync("channelCreated", channel.DeepClone().AsObject());
        var created = (await bot.ChannelAsync("19:new@thread.tacv2"))!;
        channel["name"] = "本企画";
        await user.HappensAsync("ChannelRenamed", channel.DeepClone().AsObject());
        var renamed = (await bot.ChannelAsync("19:new@thread.tacv2"))!;
        await user.HappensAsync("channelDeleted", channel.DeepClone().AsObject());
        var deleted = (await bot.ChannelAsync("19:new@thread.tacv2"))!;
        await user.HappensAsync("channelRestored", channel.DeepClone().AsObject());
        var restored = (await bot.ChannelAsync("19:new@thread.tacv2"))!;

        Assert.Equal(("新企画", "本企画", "全国連携"), (created.Name, renamed.Name, renamed.TeamName));
        Assert.Equal((ChannelState.Deleted, ChannelState.Active), (deleted.State, restored.State));
        Assert.Equal(ChannelState.Active, (await bot.ChannelAsync(Places.Planning))!.State);
    }

    [Fact]
    public async Task Teams_are_renamed_archived_deleted_and_restored()
    {
        bot.KnowsTeam();
        var user = bot.Shinagawa("channel");
        await user.AddBotAsync();

        await user.HappensAsync("teamRenamed", teamName: "連携推進");
        Assert.Equal("連携推進", (await bot.ChannelAsync(Places.Planning))!.TeamName);
        await user.HappensAsync("teamArchived");
        Assert.Equal(ChannelState.Archived, (await bot.ChannelAsync(Places.Planning))!.State);
        await user.HappensAsync("TeamUnarchived");
        Assert.Equal(ChannelState.Active, (await bot.ChannelAsync(Places.Planning))!.State);
        await user.HappensAsync("teamDeleted");
        Assert.Equal(ChannelState.Deleted, (await bot.ChannelAsync(Places.Planning))!.State);
        await user.HappensAsync("teamRestored");
        Assert.Equal(ChannelState.Active, (await bot.ChannelAsync(Places.Planning))!.State);
        await user.HappensAsync("teamHardDeleted");
        Assert.Equal(ChannelState.Deleted, (await bot.ChannelAsync(Places.General))!.State);
    }

    [Theory]
    [InlineData("installationUpdate-add-channel", "conversationUpdate-bot-added-team", ChannelState.Active)]
    [InlineData("conversationUpdate-bot-added-team", "installationUpdate-remove", ChannelState.Removed)]
    [InlineData("conversationUpdate-bot-added-team", "conversationUpdate-channelRenamed", ChannelState.Active)]
    public async Task What_was_captured_from_Teams_is_followed(string first, string second, ChannelState state)
    {
        foreach (var name in new[] { first, second })
        {
            var activity = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "BotFramework", "Examples", $"{name}.json")))!.AsObject();
            activity["serviceUrl"] = bot.Connector.ServiceUrl;
            await TeamsUser.PostAsync(bot.Http, bot.Connector, activity);
        }

        var channel = (await bot.ChannelAsync("19:team-1@thread.tacv2"))!;
        Assert.Equal((state, "全国連携", second.Contains("Renamed", StringComparison.Ordinal) ? "General" : ""), (channel.State, channel.TeamName, channel.Name));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", ChannelState.Removed)]
    [InlineData(404, "ConversationNotFound", ChannelState.Deleted)]
    [InlineData(403, "MessageWritesBlocked", ChannelState.Active)]
    public async Task A_channel_that_refuses_a_message_is_left_out_from_then_on(int status, string code, ChannelState state)
    {
        await bot.Shinagawa("channel").AddBotAsync();
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, status, code));
        var target = OutboxTarget.Of((await bot.ChannelAsync(Places.General))!);
        await using (var context = await bot.ContextAsync())
        {
            bot.Services.GetRequiredService<OutboxWriter>().Add(context, new OutboxPost("x", target, Activity.CreateMessage("x"), OutboxLane.Notice), DateTimeOffset.Parse(RunningBot.Now, null));
            await context.SaveChangesAsync();
        }

        await bot.EndedAsync("x");

        Assert.Equal(state, (await bot.ChannelAsync(Places.General))!.State);
        await using var looked = await bot.ContextAsync();
        var reached = await bot.Services.GetRequiredService<AudienceTargets>().ResolveAsync(looked, new Audience { Channels = [Places.General] }, CancellationToken.None);
        Assert.Equal(state == ChannelState.Active, reached.Count == 1);
    }

    [Fact]
    public async Task A_channel_that_takes_a_message_after_all_is_told_everything_again()
    {
        await bot.Shinagawa("channel").AddBotAsync();
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 404, "ConversationNotFound"));
        var (target, now) = (OutboxTarget.Of((await bot.ChannelAsync(Places.General))!), DateTimeOffset.Parse(RunningBot.Now, null));
        var outbox = bot.Services.GetRequiredService<OutboxWriter>();
        await using var context = await bot.ContextAsync();
        outbox.Add(context, new OutboxPost("x", target, Activity.CreateMessage("x"), OutboxLane.Notice), now);
        await context.SaveChangesAsync();
        await bot.EndedAsync("x");
        Assert.Equal(ChannelState.Deleted, (await bot.ChannelAsync(Places.General))!.State);

        context.ChangeTracker.Clear();
        outbox.SendAgain(context, await OutboxQueries.ByKey(context, "x").SingleAsync(), now);
        await context.SaveChangesAsync();

        Assert.Null((await bot.EndedAsync("x")).Failure);
        Assert.Equal(ChannelState.Active, (await bot.ChannelAsync(Places.General))!.State);
    }

    private async Task SetAsync(string conversationId, ChannelTopics topics)
    {
        await using var context = await bot.ContextAsync();
        (await ChannelQueries.ById(context, conversationId).SingleAsync()).Topics = topics;
        await context.SaveChangesAsync();
    }
}
