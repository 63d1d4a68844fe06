using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>The page for people of every hand, eye and connection.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public async Task Can_be_used_with_the_keyboard_alone()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Answer, WrittenCards.AnswerSentence));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        var keyboard = chat.Page.Keyboard;

        await Expect(chat.Question).ToBeFocusedAsync();
        await keyboard.TypeAsync("第1回の展示は");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("いつ？");
        await keyboard.PressAsync("Enter");
        await Expect(chat.Answers).ToHaveCountAsync(1);
        Assert.Equal("第1回の展示は\nいつ？", (string?)bot.LastReceived["text"]);

        await keyboard.PressAsync("Shift+Tab");
        await Expect(chat.Button("第2回の展示の期間は")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(chat.Answers).ToHaveCountAsync(2);
        await Expect(chat.LastAnswer).ToBeFocusedAsync();
        Assert.Equal("answers.ask", (string?)bot.LastReceived["value"]!["verb"]);

        await keyboard.PressAsync("Tab");
        await Expect(chat.Button("第2回の展示の期間は").Last).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Expect(chat.Question).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Does_not_take_the_enter_of_a_kana_conversion_for_sending()
    {
        await using var bot = await ScriptedBot.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await chat.Question.FillAsync("さかい");

        await chat.Question.EvaluateAsync("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");

        await Expect(chat.Question).ToHaveValueAsync("さかい");
        Assert.Equal(0, await chat.Said.CountAsync());
    }

    [BrowserFact]
    public async Task Says_when_a_text_is_too_long_and_keeps_it()
    {
        await using var bot = await ScriptedBot.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);

        await chat.Question.FillAsync(new string('あ', 1003));
        await Expect(chat.Page.GetByText("1000 文字までです（3 文字多く入力されています）")).ToBeVisibleAsync();
        await Expect(chat.Send).ToBeDisabledAsync();
        await chat.Question.PressAsync("Enter");

        Assert.Equal(1003, (await chat.Question.InputValueAsync()).Length);
        Assert.Equal(0, await chat.Said.CountAsync());
    }

    [BrowserFact]
    public async Task Shows_that_it_waits_and_says_so_when_it_takes_long()
    {
        var answer = new TaskCompletionSource();
        await using var bot = await ScriptedBot.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address, page => page.Clock.InstallAsync());
        await Expect(chat.Waiting).ToBeHiddenAsync();
        bot.Answer = async _ =>
        {
            await answer.Task;
            return new JsonArray(ScriptedBot.Message("お待たせしました。"));
        };

        await chat.AskAsync("第1回の展示はいつ？");
        await Expect(chat.Waiting).ToHaveTextAsync("確認しています…");
        await Expect(chat.Send).ToBeDisabledAsync();
        await chat.Page.Clock.FastForwardAsync(15_000);
        await Expect(chat.Waiting).ToContainTextAsync("時間がかかっています");
        await Expect(chat.Announcement).ToContainTextAsync("時間がかかっています");

        answer.SetResult();
        await Expect(chat.LastAnswer).ToContainTextAsync("お待たせしました。");
        await Expect(chat.Waiting).ToBeHiddenAsync();
        await Expect(chat.Send).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task Says_when_the_service_is_gone_and_sends_again_when_asked_to()
    {
        var bot = await ScriptedBot.StartAsync();
        var address = bot.Address;
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), address);
        await Expect(chat.Waiting).ToBeHiddenAsync();
        await bot.DisposeAsync();

        await chat.AskAsync("第1回の展示はいつ？");
        await Expect(chat.Failure).ToContainTextAsync("ボットにつながりません");
        await Expect(chat.Announcement).ToContainTextAsync("ボットにつながりません");

        await using var again = (await ScriptedBot.StartAsync(address)).Always(ScriptedBot.Card(WrittenCards.Answer));
        await chat.Retry.ClickAsync();
        await Expect(chat.LastAnswer).ToContainTextAsync("東京区政会館1階");
        await Expect(chat.Failure).ToHaveCountAsync(0);
        await Expect(chat.Said).ToHaveCountAsync(1);
        Assert.Equal("第1回の展示はいつ？", (string?)again.LastReceived["text"]);
    }

    [BrowserFact]
    public async Task Says_when_the_bot_failed_or_is_busy()
    {
        await using var bot = await ScriptedBot.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), bot.Address);
        await Expect(chat.Waiting).ToBeHiddenAsync();

        bot.StatusCode = (int)HttpStatusCode.InternalServerError;
        await chat.AskAsync("一");
        await Expect(chat.Failure.Last).ToContainTextAsync("処理を終えられませんでした");
        bot.StatusCode = (int)HttpStatusCode.TooManyRequests;
        await chat.AskAsync("二");
        await Expect(chat.Failure.Last).ToContainTextAsync("混み合っています");
    }

    [BrowserFact]
    public async Task Fits_a_phone_without_scrolling_sideways()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(
            ScriptedBot.Card(WrittenCards.Answer), ScriptedBot.Card(WrittenCards.Form), ScriptedBot.Message("https://example.org/" + new string('x', 300)));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(360, 640), bot.Address);

        await chat.AskAsync(new string('w', 200));

        await Expect(chat.Answers).ToHaveCountAsync(3);
        Assert.Equal(0, await chat.OverflowAsync());
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.card *')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.className)"));
    }

    [BrowserFact]
    public Task Has_readable_contrast_in_light() => HasReadableContrast(ColorScheme.Light);

    [BrowserFact]
    public Task Has_readable_contrast_in_dark() => HasReadableContrast(ColorScheme.Dark);

    [BrowserFact]
    public async Task Shows_cards_as_text_where_the_renderer_is_missing()
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Answer, WrittenCards.AnswerSentence));
        await using var chat = await ChatPage.OpenAsync(
            await browser.NewPageAsync(), bot.Address, page => page.RouteAsync("**/webchat/lib/**", route => route.FulfillAsync(new() { Status = 404 })));

        await chat.AskAsync("第1回の展示はいつ？");

        await Expect(chat.Page.GetByText("カードを文章で表示しています")).ToBeVisibleAsync();
        await Expect(chat.Page.GetByText(WrittenCards.AnswerSentence).And(chat.LastAnswer.Locator("*"))).ToHaveCountAsync(1);
        await Expect(chat.LastAnswer).ToContainTextAsync("会場：東京区政会館1階");
    }

    private async Task HasReadableContrast(ColorScheme scheme)
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always(ScriptedBot.Card(WrittenCards.Answer), ScriptedBot.Card(WrittenCards.Form), ScriptedBot.Message("本文"));
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(scheme: scheme), bot.Address, name: $"Has_readable_contrast_{scheme}");
        await chat.AskAsync("質問");
        await Expect(chat.Answers).ToHaveCountAsync(3);
        await chat.Button("投稿する").ClickAsync();
        await Expect(chat.Page.GetByText("題名を入力してください。")).ToBeVisibleAsync();
        await bot.DisposeAsync();
        await chat.AskAsync("つながらない");
        await Expect(chat.Failure).ToBeVisibleAsync();

        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(Contrast.Script));
    }
}
