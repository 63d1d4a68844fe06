using System.Net;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Tests.BotFramework;

public sealed class RoutingTests
{
    private static TurnHandler Say(string what) => (turn, token) => turn.SendAsync(what, token);

    private static void EveryRoute(TurnRouter router)
    {
        router.OnCommand("ヘルプ", Say("help"));
        router.OnCommand("Help", Say("help"));
        router.OnCommandWithText("提案を探す", (turn, token) => turn.SendAsync($"search [{turn.CommandText}]", token));
        router.OnVerb("submitProposal", (turn, token) => turn.RespondWithMessageAsync($"submitted {turn.Action!.GetText("memo")}", token));
        router.OnVerb("confirmCard", (turn, token) =>
            turn.RespondWithMessageAsync($"confirmed {turn.Action!.GetText("memo")} invoke={turn.Action.IsInvoke} refresh={turn.Action.IsRefresh}", token));
        router.OnUnknownVerb((turn, token) => turn.RespondWithErrorAsync("UnknownVerb", $"unknown verb {turn.Action!.Verb ?? "(none)"}", token));
        router.OnMessage((turn, token) => turn.SendAsync($"message [{turn.Text}]", token));
        router.OnBotAdded(Say("bot added"));
        router.OnBotRemoved(Say("bot removed"));
        router.OnMembersAdded((turn, token) => turn.SendAsync($"members added {turn.Activity.MembersAdded!.Count}", token));
        router.OnMembersRemoved(Say("members removed"));
        router.OnConversationUpdate("channelRenamed", (turn, token) => turn.SendAsync($"renamed to {turn.TeamsChannelData!.Channel!.Name}", token));
        router.OnInstallationUpdate((turn, token) =>
            turn.SendAsync($"installation {turn.Activity.Action} {turn.TeamsChannelData!.Settings!.SelectedChannel!.Id} {turn.TeamsChannelData.Team?.AadGroupId}", token));
        router.OnReaction((turn, token) => turn.SendAsync($"reaction {turn.Activity.ReactionsAdded!.Single().Type} to {turn.Activity.ReplyToId}", token));
        router.OnInvoke("task/fetch", (turn, _) =>
        {
            turn.InvokeResponse = new InvokeResponse { Body = RawJson.FromUtf8("""{"task":{"type":"message","value":"済"}}"""u8.ToArray()) };
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("message-personal", "message [次の全国連携展示はいつ？]")]
    [InlineData("message-channel-mention", "message [展示は何時まで？]")]
    [InlineData("message-channel-thread-reply", "message [スレッドの返事です]")]
    [InlineData("message-group-mention", "message [グループです]")]
    [InlineData("action-submit", "unknown verb (none)")]
    [InlineData("conversationUpdate-personal", "bot added")]
    [InlineData("conversationUpdate-bot-added-team", "bot added")]
    [InlineData("conversationUpdate-user-added", "members added 1")]
    [InlineData("conversationUpdate-channelRenamed", "renamed to General")]
    [InlineData("installationUpdate-add-personal", "installation add a:personal-1 ")]
    [InlineData("installationUpdate-add-channel", "installation add 19:team-1@thread.tacv2 00000000-0000-0000-0000-000000000031")]
    [InlineData("installationUpdate-remove", "installation remove 19:team-1@thread.tacv2 00000000-0000-0000-0000-000000000031")]
    public async Task Each_captured_activity_reaches_its_handler(string example, string answer)
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var turn = await bot.PostAsync(bot.Example(example));
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Null(turn.Body);
        Assert.Equal(answer, turn.Answer);
    }

    [Fact]
    public async Task A_captured_Action_Execute_without_trigger_reaches_its_verb()
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var turn = await bot.PostAsync(bot.Example("invoke-adaptiveCard-action"));
        Assert.Equal("confirmed 展示の案内 invoke=True refresh=False", (string?)turn.Body!["value"]);
        Assert.Empty(turn.Calls);
    }

    [Fact]
    public async Task Verbs_are_found_in_submitted_data_in_messageBack_and_in_the_data_of_an_execute()
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var user = bot.User();
        Assert.Equal("submitted かに", (await user.SubmitAsync(new JsonObject { ["verb"] = "submitProposal", ["memo"] = "かに" })).Answer);

        var messageBack = user.Activity("message");
        messageBack["text"] = "投稿する";
        messageBack["value"] = new JsonObject { ["verb"] = "submitProposal", ["memo"] = 3 };
        Assert.Equal("submitted 3", (await user.PostAsync(messageBack)).Answer);

        var inData = await user.ExecuteAsync(null, new JsonObject { ["verb"] = "confirmCard" }, trigger: "automatic");
        Assert.Equal("confirmed  invoke=True refresh=True", (string?)inData.Body!["value"]);
    }

    [Fact]
    public async Task A_text_with_a_value_of_the_channels_own_is_a_message()
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var activity = bot.User().Activity("message");
        activity["text"] = "こんにちは";
        activity["value"] = new JsonObject { ["some"] = "thing" };
        Assert.Equal("message [こんにちは]", (await bot.PostAsync(activity)).Answer);
        activity["value"] = "{\"verb\":\"submitProposal\"}";
        Assert.Equal("message [こんにちは]", (await bot.PostAsync(activity)).Answer);
    }

    [Theory]
    [InlineData("ヘルプ", "help")]
    [InlineData("  ﾍﾙﾌﾟ　", "help")]
    [InlineData("ＨＥＬＰ", "help")]
    [InlineData("ヘルプ 提案", "message [ヘルプ 提案]")]
    [InlineData("ヘルプを見たい", "message [ヘルプを見たい]")]
    [InlineData("提案を探す", "search []")]
    [InlineData("提案を探す　黄金がに 坂井市", "search [黄金がに 坂井市]")]
    [InlineData("提案を探す\n黄金がに", "search [黄金がに]")]
    [InlineData("提案を探すには", "message [提案を探すには]")]
    public async Task Commands_are_exact_words_whatever_their_width(string text, string answer)
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        Assert.Equal(answer, (await bot.User().SendAsync(text)).Answer);
        Assert.Equal(answer, (await bot.User("channel").SendAsync(text)).Answer);
    }

    [Fact]
    public async Task Reactions_and_leavers_reach_their_handlers()
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var user = bot.User("channel");
        var reaction = user.Activity("messageReaction");
        reaction["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        reaction["replyToId"] = "1795210018309";
        Assert.Equal("reaction like to 1795210018309", (await user.PostAsync(reaction)).Answer);
        Assert.Equal("bot removed", (await user.RemoveBotAsync()).Answer);
        Assert.Equal("members added 1", (await user.JoinAsync("29:suzuki")).Answer);

        var leaver = user.Activity("conversationUpdate");
        leaver["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:suzuki" });
        Assert.Equal("members removed", (await user.PostAsync(leaver)).Answer);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("a type of next year")]
    public async Task Activities_that_nobody_knows_are_ignored_with_success(string type)
    {
        await using var bot = await LibraryBot.StartAsync(EveryRoute);
        var turn = await bot.PostAsync(bot.User().Activity(type));
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Empty(turn.Calls);
    }

    [Fact]
    public async Task Every_feature_hears_of_an_event_even_after_one_has_failed()
    {
        await using var bot = await LibraryBot.StartAsync(router =>
        {
            router.OnBotAdded((_, _) => throw new InvalidOperationException("first"));
            router.OnBotAdded(Say("second"));
            router.OnConversationUpdate("TEAMMEMBERADDED", Say("third"));
        });
        var turn = await bot.User("channel").AddBotAsync();
        Assert.Equal(["second", "third"], turn.Replies.Select(r => (string?)r["text"]));
        Assert.Contains(bot.Log, line => line.StartsWith("Error: A handler failed: conversationUpdate", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_features_cannot_claim_the_same_word_verb_or_fallback()
    {
        static string Refusal(params Action<TurnRouter>[] registrations)
        {
            var app = LibraryBot.Build([], null, [.. registrations.Select(r => new LibraryBot.Feature(r))]);
            return Assert.Throws<InvalidOperationException>(() => app.MapBotFramework("/api/messages")).Message;
        }
        Assert.Equal("Two features claim the command 'ﾍﾙﾌﾟ'.", Refusal(r => r.OnCommand("ヘルプ", Say("a")), r => r.OnCommandWithText("ﾍﾙﾌﾟ", Say("b"))));
        Assert.Equal("Two features claim the card verb 'apply'.", Refusal(r => r.OnVerb("apply", Say("a")), r => r.OnVerb("apply", Say("b"))));
        Assert.Equal("Two features claim all messages.", Refusal(r => r.OnMessage(Say("a")), r => r.OnMessage(Say("b"))));
        Assert.Equal("Two features claim all unknown card verbs.", Refusal(r => r.OnUnknownVerb(Say("a")), r => r.OnUnknownVerb(Say("b"))));
        Assert.Equal("The invoke 'adaptiveCard/action' is taken already.", Refusal(r => r.OnInvoke("adaptiveCard/action", Say("a"))));
        Assert.Equal("The command '提案 投稿' has a space in it; a command is one word.", Refusal(r => r.OnCommand("提案 投稿", Say("a"))));
    }
}
