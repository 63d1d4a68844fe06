using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

public sealed class InvokeTests
{
    private const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"承りました"}]}""";

    private static void Bot(TurnRouter router)
    {
        router.OnVerb("card", (turn, token) => turn.RespondWithCardAsync(RawJson.FromUtf8(System.Text.Encoding.UTF8.GetBytes(Card)), "承りました", token));
        router.OnVerb("say", (turn, token) => turn.RespondWithMessageAsync("保存しました。", token));
        router.OnVerb("refuse", (turn, token) => turn.RespondWithErrorAsync("NotAllowed", "権限がありません。", token));
        router.OnVerb("silent", (_, _) => Task.CompletedTask);
        router.OnVerb("talk", (turn, token) => turn.SendAsync("別の話", token));
        router.OnVerb("break", (_, _) => throw new InvalidOperationException("broken"));
        router.OnInvoke("task/submit", (turn, _) =>
        {
            turn.InvokeResponse = new InvokeResponse { Status = 201, Body = JsonDocument.Parse("""{"task":null}""").RootElement };
            return Task.CompletedTask;
        });
        router.OnInvoke("broken/invoke", (_, _) => throw new InvalidOperationException("broken"));
    }

    [Fact]
    public async Task An_execute_gets_the_card_as_its_response_and_nothing_else()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        var turn = await bot.User().ExecuteAsync("card", replyToId: "1795210018309");
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Equal(200, (int)turn.Body!["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)turn.Body["type"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), turn.Body["value"]));
        Assert.Empty(turn.Calls);
    }

    [Theory]
    [InlineData("say", 200, "application/vnd.microsoft.activity.message", "\"保存しました。\"")]
    [InlineData("silent", 200, "application/vnd.microsoft.activity.message", "\"\"")]
    [InlineData("refuse", 400, "application/vnd.microsoft.error", """{"code":"NotAllowed","message":"権限がありません。"}""")]
    [InlineData("nobody", 400, "application/vnd.microsoft.error", """{"code":"NotSupported","message":"No handler knows this verb."}""")]
    [InlineData("break", 500, "application/vnd.microsoft.error", """{"code":"InternalError","message":"The bot could not do this."}""")]
    public async Task The_outcome_of_an_execute_is_in_the_body_of_a_200(string verb, int statusCode, string type, string value)
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        var turn = await bot.User().ExecuteAsync(verb);
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Equal(statusCode, (int)turn.Body!["statusCode"]!);
        Assert.Equal(type, (string?)turn.Body["type"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(value), turn.Body["value"]), turn.Body.ToJsonString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":7}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"say"}}""")]
    public async Task A_malformed_card_action_is_answered_with_an_error_of_400(string value)
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        var turn = await bot.User().InvokeAsync("adaptiveCard/action", JsonNode.Parse(value));
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Equal(400, (int)turn.Body!["statusCode"]!);
        Assert.Equal("BadRequest", (string?)turn.Body["value"]!["code"]);
    }

    [Fact]
    public async Task Other_invokes_answer_with_the_status_and_body_of_their_response()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        var user = bot.User();
        var known = await user.InvokeAsync("task/submit", new JsonObject());
        Assert.Equal(HttpStatusCode.Created, known.Status);
        Assert.Equal("""{"task":null}""", known.Body!.ToJsonString());
        Assert.Equal(HttpStatusCode.NotImplemented, (await user.InvokeAsync("composeExtension/query", new JsonObject())).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await user.InvokeAsync(null, null)).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await user.InvokeAsync("broken/invoke", null)).Status);
    }

    [Fact]
    public async Task A_submit_has_the_message_with_the_card_replaced()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        bot.Connector.Knows("1795210018309");
        var turn = await bot.User().SubmitAsync(new JsonObject { ["verb"] = "card" }, replyToId: "1795210018309");
        var update = Assert.Single(turn.Calls);
        Assert.Equal((ConnectorOperation.Update, "1795210018309"), (update.Operation, update.ActivityId));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), update.Card));
        Assert.Equal("承りました", update.Text);
        Assert.Null(update.Activity!["replyToId"]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task A_submit_gets_a_new_message_where_the_channel_refuses_updates(int status)
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Update, status));
        var turn = await bot.User().SubmitAsync(new JsonObject { ["verb"] = "card" }, replyToId: "1795210018309");
        Assert.Equal([ConnectorOperation.Update, ConnectorOperation.Reply], turn.Calls.Select(c => c.Operation));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), turn.Card));
    }

    [Fact]
    public async Task A_submit_whose_update_may_pass_later_is_not_doubled_by_a_new_message()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Update, 429, Times: 5));
        var turn = await bot.User().SubmitAsync(new JsonObject { ["verb"] = "card" }, replyToId: "1795210018309");
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.All(turn.Calls, call => Assert.Equal(ConnectorOperation.Update, call.Operation));
        Assert.Contains(bot.Log, line => line.StartsWith("Error: A handler failed: message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_submit_gets_texts_and_errors_as_messages()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        Assert.Equal("保存しました。", (await bot.User().SubmitAsync(new JsonObject { ["verb"] = "say" })).Answer);
        Assert.Equal("権限がありません。", (await bot.User().SubmitAsync(new JsonObject { ["verb"] = "refuse" })).Answer);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response_and_none_through_the_service_url()
    {
        await using var bot = await LibraryBot.StartAsync(Bot);
        var user = bot.User(expectReplies: true);
        var submit = await user.SubmitAsync(new JsonObject { ["verb"] = "card" }, replyToId: "1795210018309");
        Assert.Equal(HttpStatusCode.OK, submit.Status);
        var reply = Assert.Single(submit.Body!["activities"]!.AsArray())!;
        Assert.Equal(user.ConversationId, (string?)reply["conversation"]!["id"]);
        Assert.Equal(TeamsUser.BotId, (string?)reply["from"]!["id"]);
        Assert.Null(reply["id"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), submit.Card));

        var invoke = await user.ExecuteAsync("talk");
        var activities = invoke.Body!["activities"]!.AsArray();
        Assert.Equal(["message", "invokeResponse"], activities.Select(a => (string?)a!["type"]));
        Assert.Equal(200, (int)activities[1]!["value"]!["status"]!);
        Assert.Equal(200, (int)activities[1]!["value"]!["body"]!["statusCode"]!);

        var nobody = await user.PostAsync(user.Activity("typing"));
        Assert.Equal("""{"activities":[]}""", nobody.Body!.ToJsonString());
        Assert.Empty(bot.Connector.Calls);
    }

    [Fact]
    public async Task Expected_replies_hold_updates_and_deletions_as_activities()
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage(async (turn, token) =>
        {
            await turn.UpdateAsync("1", Activity.CreateMessage("新しい"), token);
            await turn.DeleteAsync("2", token);
        }));
        var turn = await bot.User(expectReplies: true).SendAsync("x");
        Assert.Equal(["messageUpdate 1 新しい", "messageDelete 2 "], turn.Body!["activities"]!.AsArray().Select(a => $"{a!["type"]} {a["id"]} {a["text"]}"));
        Assert.Empty(bot.Connector.Calls);
    }
}
