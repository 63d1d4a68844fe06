using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

public sealed class TurnContextTests
{
    private static readonly string[] Names = ["s", "n", "b", "o", "missing", "bad"];

    private static Task<LibraryBot> StartAsync(TurnHandler onMessage) => LibraryBot.StartAsync(router => router.OnMessage(onMessage));

    [Fact]
    public async Task A_reply_is_addressed_completely_and_keeps_to_the_contract()
    {
        RawJson card = """{"type":"AdaptiveCard"}"""u8.ToArray();
        await using var bot = await StartAsync((turn, token) => turn.SendAsync(Activity.CreateCard(card, "要約"), token));
        var user = bot.User("channel");
        var received = user.Activity("message");
        received["text"] = "x";
        var turn = await bot.PostAsync(received);
        var call = Assert.Single(turn.Calls);
        Assert.Equal((ConnectorOperation.Reply, (string?)received["id"]), (call.Operation, call.ActivityId));
        var expected = new JsonObject
        {
            ["type"] = "message",
            ["serviceUrl"] = bot.Connector.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = received["recipient"]!.DeepClone(),
            ["conversation"] = received["conversation"]!.DeepClone(),
            ["recipient"] = received["from"]!.DeepClone(),
            ["locale"] = "ja-JP",
            ["summary"] = "要約",
            ["attachments"] = JsonNode.Parse("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]"""),
            ["replyToId"] = received["id"]!.DeepClone(),
        };
        Assert.True(JsonNode.DeepEquals(expected, call.Body), call.Body!.ToJsonString());
        ChannelContract.AssertValid("Activity", call.Body!);
    }

    [Fact]
    public async Task What_the_handler_sets_itself_is_kept()
    {
        await using var bot = await StartAsync(async (turn, token) =>
        {
            var sent = await turn.SendAsync(new Activity { Type = ActivityTypes.Typing, Locale = "en-US", ReplyToId = "other" }, token);
            await turn.SendAsync($"sent {sent.Id}", token);
        });
        var turn = await bot.User().SendAsync("x");
        Assert.Equal(("typing", "en-US", "other"), (turn.Calls[0].Type, (string?)turn.Calls[0].Body!["locale"], turn.Calls[0].ActivityId));
        Assert.Equal($"sent {turn.Calls[0].SentId}", turn.Answer);
    }

    [Fact]
    public async Task Without_an_id_to_answer_to_the_message_is_appended()
    {
        await using var bot = await StartAsync((turn, token) => turn.SendAsync("x", token));
        var activity = bot.User().Activity("message");
        activity["text"] = "x";
        activity.Remove("id");
        Assert.Equal(ConnectorOperation.Send, Assert.Single((await bot.PostAsync(activity)).Calls).Operation);
    }

    [Fact]
    public async Task A_message_is_updated_and_deleted()
    {
        await using var bot = await StartAsync(async (turn, token) =>
        {
            var first = await turn.SendAsync("一", token);
            var second = await turn.SendAsync("二", token);
            await turn.UpdateAsync(first.Id!, Activity.CreateMessage("一改"), token);
            await turn.DeleteAsync(second.Id!, token);
        });
        var turn = await bot.User().SendAsync("x");
        Assert.Equal("一改", (string?)bot.Connector.Message(turn.Calls[0].SentId!)!["text"]);
        Assert.Null(bot.Connector.Message(turn.Calls[1].SentId!));
        Assert.Equal(turn.Calls[0].SentId, (string?)turn.Calls[2].Body!["id"]);
        ChannelContract.AssertValid("Activity", turn.Calls[2].Body!);
    }

    [Fact]
    public async Task A_reference_kept_from_a_turn_leads_back_to_its_conversation()
    {
        string? stored = null;
        await using var bot = await StartAsync((turn, token) =>
        {
            stored = JsonSerializer.Serialize(turn.ConversationReference, BotFrameworkJson.ConversationReference);
            return Task.CompletedTask;
        });
        var user = bot.User("channel");
        await user.SendAsync("x");
        var reference = JsonSerializer.Deserialize(stored!, BotFrameworkJson.ConversationReference)! with { ActivityId = null };
        using var http = new HttpClient();
        await new ConnectorClient(http, TimeProvider.System, new ServiceUrlPolicy([], allowsLoopback: true), null).SendToConversationAsync(
            reference.ServiceUrl!, reference.Conversation!.Id!, Activity.CreateMessage("後で").AddressedTo(reference), CancellationToken.None);
        var call = Assert.Single(bot.Connector.Calls);
        Assert.Equal((user.ConversationId, "後で", TeamsUser.BotId), (call.ConversationId, call.Text, (string?)call.Body!["from"]!["id"]));
        Assert.Null(call.Body["replyToId"]);
    }

    [Fact]
    public async Task A_handler_that_throws_is_answered_with_200_and_the_sentence_of_the_error_handler()
    {
        await using var bot = await LibraryBot.StartAsync(router =>
        {
            router.OnMessage((_, _) => throw new InvalidOperationException("broken"));
            router.OnVerb("break", (_, _) => throw new InvalidOperationException("broken"));
            router.OnError((turn, exception, token) => turn.RespondWithErrorAsync(exception.GetType().Name, "申し訳ありません。", token));
        });
        var user = bot.User();
        var message = await user.SendAsync("x");
        Assert.Equal((HttpStatusCode.OK, "申し訳ありません。"), (message.Status, message.Answer));
        Assert.Equal("申し訳ありません。", (await user.SubmitAsync(new JsonObject { ["verb"] = "break" })).Answer);
        var invoke = await user.ExecuteAsync("break");
        Assert.Equal((HttpStatusCode.OK, "申し訳ありません。"), (invoke.Status, (string?)invoke.Body!["value"]!["message"]));
        Assert.Equal(3, bot.Log.Count(line => line.StartsWith("Error: A handler failed: ", StringComparison.Ordinal)));
        Assert.Contains(bot.Log, line => line.Contains(user.ConversationId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(429, null)]
    [InlineData(502, null)]
    [InlineData(412, null)]
    public async Task A_reply_that_the_Connector_refuses_for_the_moment_is_tried_again_while_the_user_waits(int status, string? retryAfter)
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((turn, token) => turn.SendAsync("届きました", token)));
        bot.Connector.Fail(new ConnectorFault(Status: status, RetryAfter: retryAfter, Times: 2));

        Assert.Equal("届きました", (await bot.User().SendAsync("x")).Answer);
    }

    [Fact]
    public async Task A_reply_that_the_Connector_wants_much_later_is_not_waited_for()
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((turn, token) => turn.SendAsync("届きました", token)));
        bot.Connector.Fail(new ConnectorFault(Status: 429, RetryAfter: "60"));

        Assert.Single((await bot.User().SendAsync("x")).Calls);
    }

    [Fact]
    public async Task A_connector_that_fails_is_never_seen_by_the_channel()
    {
        await using var bot = await LibraryBot.StartAsync(router =>
        {
            router.OnMessage((turn, token) => turn.SendAsync("x", token));
            router.OnError((turn, _, token) => turn.SendAsync("申し訳ありません。", token));
        });
        bot.Connector.Fail(new ConnectorFault(Drop: true, Times: 2));
        var turn = await bot.User().SendAsync("x");
        Assert.Equal(HttpStatusCode.OK, turn.Status);
        Assert.Contains(bot.Log, line => line.StartsWith("Error: The error handler failed as well: message", StringComparison.Ordinal));
        Assert.Equal("x", (await bot.User().SendAsync("x")).Answer);
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_stopped_and_apologised_for()
    {
        await using var bot = await LibraryBot.StartAsync(
            router =>
            {
                router.OnMessage((_, token) => Task.Delay(Timeout.Infinite, token));
                router.OnError((turn, exception, token) => turn.SendAsync(exception.GetType().Name, token));
            },
            "BotFramework:TurnTimeout=00:00:01");
        Assert.Equal("TaskCanceledException", (await bot.User().SendAsync("x")).Answer);
    }

    [Fact]
    public async Task Values_of_a_pressed_card_are_read_as_text()
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnVerb("v", (turn, token) =>
            turn.SendAsync(string.Join('|', Names.Select(name => turn.Action!.GetText(name) ?? "-")), token)));
        var activity = bot.User().Activity("message").ToJsonString();
        var turn = await PostTextAsync(bot, activity[..^1] + ""","value":{"verb":"v","s":"文","n":3.50,"b":true,"o":{"a":1},"bad":"\ud800"}}""");
        Assert.Equal(HttpStatusCode.OK, turn);
        Assert.Equal("文|3.50|true|-|-|-", Assert.Single(bot.Connector.Sent).Text);
    }

    [Theory]
    [InlineData("message", HttpStatusCode.OK)]
    [InlineData("expectReplies", HttpStatusCode.BadRequest)]
    public async Task Text_that_cannot_be_written_again_is_no_server_error(string mode, HttpStatusCode status)
    {
        await using var bot = await StartAsync((turn, token) => turn.SendAsync("x", token));
        var body = $$$"""{"type":"message","text":"x\uffff","id":"1","deliveryMode":"{{{mode}}}","serviceUrl":"{{{bot.Connector.ServiceUrl}}}","conversation":{"id":"a:1","x":"\ud800"}}""";
        Assert.Equal(status, await PostTextAsync(bot, body));
        Assert.Contains(bot.Log, line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Equal(0, bot.Processor.RunningConversations);
    }

    private static async Task<HttpStatusCode> PostTextAsync(LibraryBot bot, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await bot.Http.PostAsync("/api/messages", content);
        return response.StatusCode;
    }
}
