using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Privacy;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Channels.SettingsSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Channels;

/// <summary>配信設定, through the front door: what is saved, undone and shown.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_member_of_the_team_saves_and_everyone_sees_who_chose_what_and_when()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var sent = (await user.SendAsync("配信設定")).Calls.Single(call => call.Card is not null);

        var saved = await ExecuteAsync(user, sent, "保存する", ("topics", "Meetings,Proposals"), ("fields", "Tourism"));

        var channel = (await bot.ChannelAsync(Places.General))!;
        Assert.Contains("このチャネルに配信する内容を選んで", Text(sent.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("元に戻す", Buttons(sent.Card));
        Assert.Equal((ChannelTopics.Meetings | ChannelTopics.Proposals, ProposalField.Tourism), (channel.Topics, channel.ProposalFields.Single()));
        Assert.Equal((OrganisationKind.Ward, "品川区"), (channel.OrganisationKind, channel.OrganisationName));
        Assert.All([saved.Card, bot.CardNow(sent)], card =>
        {
            Assert.Contains("配信設定を保存しました", Text(card), StringComparison.Ordinal);
            Assert.Contains("品川 一郎（品川区）", Text(card), StringComparison.Ordinal);
            Assert.Contains("令和8年11月21日", Text(card), StringComparison.Ordinal);
            Assert.Equal("Meetings,Proposals", (string?)Personas.Input(card!, "topics")["value"]);
        });
        await using var context = await bot.ContextAsync();
        Assert.Equal(1, await context.AuditEvents.CountAsync(e => e.Type == "channel.save" && e.SubjectId == Places.General));
    }

    [Fact]
    public async Task In_a_group_chat_and_by_a_client_that_knows_no_Execute_the_card_is_replaced_in_its_place()
    {
        var user = bot.Arakawa("groupChat");
        bot.HasMembers(user.ConversationId, user);
        var sent = (await user.SendAsync("配信設定")).Calls.Single(call => call.Card is not null);

        var saved = await user.SubmitAsync(Fallback(sent.Card!, "保存する", ("topics", "Events")), sent.SentId);

        Assert.Contains("このグループチャットに配信する内容を選んで", Text(sent.Card), StringComparison.Ordinal);
        Assert.Equal(ChannelTopics.Events, (await bot.ChannelAsync(user.ConversationId))!.Topics);
        Assert.Equal(ConnectorOperation.Update, saved.Calls.Last(call => call.Card is not null).Operation);
        Assert.Contains("配信設定を保存しました", Text(bot.CardNow(sent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_is_undone_once_by_someone_of_the_team()
    {
        var (user, other) = (bot.Shinagawa("channel"), bot.Arakawa("channel"));
        bot.HasMembers(Places.General, user, other);
        var first = await ExecuteAsync(user, await ShowAsync(user), "保存する", ("topics", "Meetings"), ("fields", "Tourism,Sports"));
        var second = await user.ExecuteAsync(first.Card!, "保存する", ("topics", "Events"), ("fields", ""));

        var undone = await other.ExecuteAsync(second.Card!, "元に戻す");

        var channel = (await bot.ChannelAsync(Places.General))!;
        Assert.Equal((ChannelTopics.Meetings, "荒川区"), (channel.Topics, channel.OrganisationName));
        Assert.Equal([ProposalField.Tourism, ProposalField.Sports], channel.ProposalFields);
        Assert.Contains("ひとつ前に戻しました", Text(undone.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("元に戻す", Buttons(undone.Card));
    }

    [Fact]
    public async Task A_stale_card_gets_the_settings_as_they_are_and_changes_nothing()
    {
        var (user, other) = (bot.Shinagawa("channel"), bot.Arakawa("channel"));
        bot.HasMembers(Places.General, user, other);
        var card = (await ShowAsync(user)).Card!;
        await user.ExecuteAsync(card, "保存する", ("topics", "Meetings"));

        var stale = await other.ExecuteAsync(card, "保存する", ("topics", "Events"));

        Assert.Contains("ほかの方が先に変更していました", Text(stale.Card), StringComparison.Ordinal);
        Assert.Equal("Meetings", (string?)Personas.Input(stale.Card!, "topics")["value"]);
        Assert.Equal(ChannelTopics.Meetings, (await bot.ChannelAsync(Places.General))!.Topics);
    }

    [Fact]
    public async Task Of_several_who_save_at_once_one_is_first_and_the_others_are_told()
    {
        var users = Enumerable.Range(0, 4).Select(i => bot.In(i % 2 == 0 ? bot.Shinagawa() : bot.Arakawa(), $"{Places.General};messageid={i + 1}")).ToArray();
        bot.HasMembers(Places.General, users);
        var card = (await ShowAsync(users[0])).Card!;
        string[] topics = ["Meetings", "Events", "Announcements", "DisasterSupport"];

        var outcomes = await Task.WhenAll(users.Select((user, i) => Task.Run(() => user.ExecuteAsync(card, "保存する", ("topics", topics[i])))));

        Assert.Single(outcomes, outcome => Text(outcome.Card).Contains("保存しました", StringComparison.Ordinal));
        Assert.Equal(3, outcomes.Count(outcome => Text(outcome.Card).Contains("先に変更していました", StringComparison.Ordinal)));
        Assert.Equal(1, (await bot.ChannelAsync(Places.General))!.Version);
    }

    [Fact]
    public async Task Delivered_twice_it_is_saved_once_also_after_a_restart()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var card = (await ShowAsync(user)).Card!;
        var press = user.Activity("invoke");
        press["name"] = "adaptiveCard/action";
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "channels.save", ["data"] = With(Personas.Data(card, "保存する"), ("topics", "Meetings")) }, ["trigger"] = "manual" };

        var first = await user.PostAsync(press.DeepClone().AsObject());
        var second = await user.PostAsync(press.DeepClone().AsObject());
        await using var restarted = await bot.RestartAsync();
        var third = await TeamsUser.PostAsync(restarted.Http, restarted.Connector, press.DeepClone().AsObject());

        Assert.All([first, second, third], outcome => Assert.Contains("配信設定を保存しました", Text(outcome.Card), StringComparison.Ordinal));
        Assert.Equal(1, (await restarted.ChannelAsync(Places.General))!.Version);
    }

    [Theory]
    [InlineData("topics", "Weather", "「Weather」は選べません")]
    [InlineData("topics", "None", "「None」は選べません")]
    [InlineData("fields", "王様", "「王様」は選べません")]
    public async Task A_choice_that_is_none_comes_back_with_the_reason_to_who_made_it(string key, string value, string said)
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var sent = await ShowAsync(user);

        var wrong = await user.SubmitAsync(Fallback(sent.Card!, "保存する", ("topics", "Meetings"), (key, value)), sent.SentId);

        Assert.Contains(said, Text(wrong.Card), StringComparison.Ordinal);
        Assert.DoesNotContain(wrong.Calls, call => call.Operation == ConnectorOperation.Update);
        Assert.Equal(0, (await bot.ChannelAsync(Places.General))!.Version);
    }

    [Fact]
    public async Task The_same_choice_again_changes_nothing()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var saved = await user.ExecuteAsync((await ShowAsync(user)).Card!, "保存する", ("topics", "Meetings"));

        var again = await user.ExecuteAsync(saved.Card!, "保存する", ("topics", "Meetings"));

        Assert.Contains("変わったところがない", Text(again.Card), StringComparison.Ordinal);
        Assert.Equal(1, (await bot.ChannelAsync(Places.General))!.Version);
    }

    [Fact]
    public async Task A_renamed_channel_leaves_the_card_in_hand_good()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var card = (await ShowAsync(user)).Card!;
        await user.HappensAsync("channelRenamed", new JsonObject { ["id"] = Places.General, ["name"] = "連携" });

        var saved = await user.ExecuteAsync(card, "保存する", ("topics", "Meetings"));

        Assert.Contains("配信設定を保存しました", Text(saved.Card), StringComparison.Ordinal);
        Assert.Contains("（連携）", Text(saved.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_personal_chat_it_is_explained_and_the_secretariat_finds_all_channels()
    {
        for (var i = 1; i <= 12; i++)
            await bot.SubscribeAsync($"19:channel-{i}@thread.tacv2", i == 12 ? [ProposalField.Sports] : []);
        var secretary = bot.Secretary();

        var explained = await bot.Shinagawa().SendAsync("配信設定");
        var list = (await secretary.SendAsync("配信設定")).Card!;
        var second = (await secretary.ExecuteAsync(list, "次のページ")).Card!;
        var found = (await secretary.ExecuteAsync(list, "検索する", ("words", "企画 新着提案"))).Card!;
        var none = (await secretary.SendAsync("配信設定 災害支援")).Card!;
        var forged = await bot.Shinagawa().ExecuteAsync("channels.list");

        Assert.Contains("チャネルやグループチャットに届ける内容を選ぶためのものです", explained.Answer, StringComparison.Ordinal);
        Assert.Contains("12件です", Text(list), StringComparison.Ordinal);
        Assert.Contains("2 / 2 ページ", Text(second), StringComparison.Ordinal);
        Assert.Contains("「企画 新着提案」に当てはまるチャネルとグループチャットは12件です", Text(found), StringComparison.Ordinal);
        Assert.Contains("新着提案（スポーツ）", Text(list) + Text(second), StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", Text(none), StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.error", (string?)forged.Body!["type"]);
    }

    [Fact]
    public async Task Who_was_erased_is_no_longer_named_and_the_settings_stay()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        await user.ExecuteAsync((await ShowAsync(user)).Card!, "保存する", ("topics", "Meetings"));
        await using (var context = await bot.ContextAsync())
            await Erasure.RunAsync(context, Personas.TenantId, user.AadObjectId, DateTimeOffset.Parse(RunningBot.Now, null), CancellationToken.None);

        var card = (await ShowAsync(bot.Arakawa("channel"))).Card!;

        Assert.DoesNotContain("品川 一郎", Text(card), StringComparison.Ordinal);
        Assert.Equal("Meetings", (string?)Personas.Input(card, "topics")["value"]);
        Assert.Null((await bot.ChannelAsync(Places.General))!.ChangedBy);
    }

    [Fact]
    public async Task The_button_of_the_welcome_shows_the_settings()
    {
        var user = bot.Shinagawa("channel");
        var welcome = (await user.AddBotAsync()).Card!;

        var shown = await user.PressAsync(welcome, "配信設定");

        Assert.Contains("保存する", Buttons(shown.Card));
    }
}
