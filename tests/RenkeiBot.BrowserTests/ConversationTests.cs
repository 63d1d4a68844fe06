using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>What the page sends, and what it makes of the answers.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConversationTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public async Task Opens_by_adding_the_bot_and_shows_its_welcome()
    {
        await using var bot = await ScriptedBot.StartAsync();
        bot.Answer = _ => Task.FromResult(new JsonArray(ScriptedBot.Card(WrittenCards.Answer)));

        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await Expect(chat.LastAnswer).ToContainTextAsync("東京区政会館1階");

        var opening = Assert.Single(bot.Received);
        Assert.Equal("conversationUpdate", (string?)opening["type"]);
        Assert.Equal("expectReplies", (string?)opening["deliveryMode"]);
        Assert.Equal("personal", (string?)opening["conversation"]!["conversationType"]);
        Assert.Contains(opening["membersAdded"]!.AsArray(), member => (string?)member!["id"] == (string?)opening["recipient"]!["id"]);
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task Asks_a_question_and_shows_the_card_with_its_sentence_once()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Answer, WrittenCards.AnswerSentence));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);

        await chat.AskAsync("第1回の展示はいつ？");

        await Expect(chat.Page.GetByText(WrittenCards.AnswerSentence).And(chat.LastAnswer.Locator("*"))).ToHaveCountAsync(1);
        await Expect(chat.LastAnswer.Locator(".ac-adaptiveCard")).ToBeVisibleAsync();
        await Expect(chat.Announcement).ToHaveTextAsync(WrittenCards.AnswerSentence);
        await Expect(chat.Question).ToBeFocusedAsync();
        Assert.Equal("第1回の展示はいつ？", (string?)bot.LastReceived["text"]);
        Assert.All(chat.Requests, request => Assert.Equal(bot.Address.Authority, request.Authority));
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task A_summary_is_for_readers_and_not_shown_above_its_card()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Saved, "下書きを保存しました。"));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);

        await chat.AskAsync("保存");

        await Expect(chat.Announcement).ToHaveTextAsync("下書きを保存しました。");
        await Expect(chat.LastAnswer.Locator("> .text")).ToHaveCountAsync(0);
        await Expect(chat.LastAnswer.Locator(".card")).ToHaveTextAsync("保存しました。");
    }

    [BrowserFact]
    public async Task Shows_what_user_and_bot_write_literally()
    {
        const string text = "<img src=x onerror=\"document.title='x'\"> **太字** [x](https://example.org/) <b>b</b>";
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Message(text));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);

        await chat.AskAsync(text);

        await Expect(chat.Said).ToHaveTextAsync(text);
        await Expect(chat.LastAnswer.Locator("> .text")).ToHaveTextAsync(text);
        Assert.Equal(0, await chat.Page.Locator(".transcript :is(img, b, strong, a)").CountAsync());
        Assert.DoesNotContain("x", await chat.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Shows_html_in_a_card_literally_and_links_only_to_https()
    {
        const string card = """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"TextBlock","wrap":true,"text":"<img src=x onerror=alert(1)> \\*そのまま\\* **太字** [危険](javascript:alert(1)) [安全](https://example.org/)"}]}
            """;
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(card));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);

        await chat.AskAsync("表示");

        await Expect(chat.LastAnswer.Locator(".card")).ToHaveTextAsync("<img src=x onerror=alert(1)> *そのまま* 太字 [危険](javascript:alert(1)) 安全");
        await Expect(chat.LastAnswer.Locator(".card a")).ToHaveAttributeAsync("rel", "noopener noreferrer");
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task Submits_the_inputs_as_strings_with_the_message_they_belong_to()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Form, id: "form-1"));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("提案を投稿");

        await chat.Page.GetByLabel("題名").FillAsync("黄金がにの販路");
        await chat.Page.GetByLabel("数").FillAsync("3");
        await chat.Page.GetByLabel("提供できること").CheckAsync();
        await chat.Page.GetByLabel("求めること").CheckAsync();
        bot.Always(ScriptedBot.Message("投稿しました。"));
        await chat.Button("投稿する").ClickAsync();

        await Expect(chat.LastAnswer).ToContainTextAsync("投稿しました。");
        await Expect(chat.LastAnswer).ToBeFocusedAsync();
        await Expect(chat.Said.Last).ToHaveTextAsync("投稿する");
        var sent = bot.LastReceived;
        Assert.Equal(("message", null, "form-1"), ((string?)sent["type"], (string?)sent["text"], (string?)sent["replyToId"]));
        var expected = JsonNode.Parse("""{"verb":"proposals.post","draft":{"version":3},"title":"黄金がにの販路","count":"3","kinds":"offer,need","agreed":"false"}""");
        Assert.True(JsonNode.DeepEquals(expected, sent["value"]), sent["value"]!.ToJsonString());
    }

    [BrowserFact]
    public async Task Asks_for_what_is_missing_in_a_form_before_it_sends()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Form));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("提案を投稿");

        await chat.Button("投稿する").ClickAsync();

        await Expect(chat.Page.GetByText("題名を入力してください。")).ToBeVisibleAsync();
        await Expect(chat.Page.GetByLabel("題名")).ToBeFocusedAsync();
        Assert.Equal("提案を投稿", (string?)bot.LastReceived["text"]);
    }

    [BrowserFact]
    public async Task Replaces_the_card_of_an_execute_where_it_stands()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Form, id: "form-1"));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("提案を投稿");
        await chat.Page.GetByLabel("題名").FillAsync("黄金がに");
        bot.Always(InvokeResponse("application/vnd.microsoft.card.adaptive", 200, JsonNode.Parse(WrittenCards.Saved)!));

        await chat.Button("保存する").ClickAsync();

        await Expect(chat.LastAnswer).ToContainTextAsync("保存しました。");
        await Expect(chat.Answers).ToHaveCountAsync(1);
        await Expect(chat.LastAnswer).ToBeFocusedAsync();
        var sent = bot.LastReceived;
        Assert.Equal(("invoke", "adaptiveCard/action", "form-1"), ((string?)sent["type"], (string?)sent["name"], (string?)sent["replyToId"]));
        var action = sent["value"]!["action"]!;
        Assert.Equal(("Action.Execute", "proposals.save", "p1", "黄金がに"),
            ((string?)action["type"], (string?)action["verb"], (string?)action["data"]!["id"], (string?)action["data"]!["title"]));
    }

    [BrowserFact]
    public async Task Says_what_an_execute_was_refused_for_and_keeps_the_card()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Form));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("提案を投稿");
        await chat.Page.GetByLabel("題名").FillAsync("黄金がに");
        bot.Always(InvokeResponse("application/vnd.microsoft.error", 400, new JsonObject { ["code"] = "BadRequest", ["message"] = "締切が過ぎています。" }));

        await chat.Button("保存する").ClickAsync();

        await Expect(chat.LastAnswer).ToContainTextAsync("締切が過ぎています。");
        await Expect(chat.Page.GetByLabel("題名")).ToHaveValueAsync("黄金がに");
    }

    [BrowserFact]
    public async Task Opens_no_address_that_is_not_https()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Form));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("提案を投稿");

        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "詳しく見る" }).ClickAsync();
        await chat.AskAsync("次");

        await Expect(chat.Answers).ToHaveCountAsync(2);
        Assert.Single(chat.Page.Context.Pages);
    }

    [BrowserFact]
    public async Task Takes_updates_and_withdrawals_of_messages()
    {
        var update = ScriptedBot.Card(WrittenCards.Saved, id: "m1");
        update["type"] = "messageUpdate";
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Answer, id: "m1"));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("一");
        await Expect(chat.LastAnswer).ToContainTextAsync(WrittenCards.AnswerSentence);

        bot.Always(update);
        await chat.AskAsync("二");
        await Expect(chat.LastAnswer).ToContainTextAsync("保存しました。");
        await Expect(chat.Answers).ToHaveCountAsync(1);

        bot.Always(new JsonObject { ["type"] = "messageDelete", ["id"] = "m1" });
        await chat.AskAsync("三");
        await Expect(chat.LastAnswer).ToContainTextAsync("取り消されました");
    }

    [BrowserFact]
    public async Task Speaks_for_the_user_where_a_button_says_so()
    {
        const string card = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"どれのことですか"}],"actions":[
              {"type":"Action.Submit","title":"ことば","data":{"msteams":{"type":"imBack","value":"ヘルプ"}}},
              {"type":"Action.Submit","title":"値つき","data":{"msteams":{"type":"messageBack","text":"提案を探す","displayText":"探します","value":{"page":2}}}}]}
            """;
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(card));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.AskAsync("一");

        await chat.Button("ことば").ClickAsync();
        await Expect(chat.Answers).ToHaveCountAsync(2);
        Assert.Equal("ヘルプ", (string?)bot.LastReceived["text"]);
        await Expect(chat.Said.Last).ToHaveTextAsync("ヘルプ");

        await chat.Button("値つき").Last.ClickAsync();
        await Expect(chat.Answers).ToHaveCountAsync(3);
        Assert.Equal(("提案を探す", 2), ((string?)bot.LastReceived["text"], (int?)bot.LastReceived["value"]!["page"]));
        await Expect(chat.Said.Last).ToHaveTextAsync("探します");
    }

    private static JsonObject InvokeResponse(string type, int statusCode, JsonNode value) => new()
    {
        ["type"] = "invokeResponse",
        ["value"] = new JsonObject { ["status"] = 200, ["body"] = new JsonObject { ["statusCode"] = statusCode, ["type"] = type, ["value"] = value } },
    };
}
