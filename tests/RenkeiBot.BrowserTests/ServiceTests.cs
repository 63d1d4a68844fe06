using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>The whole way, with nothing made up: the service as it is built, the page, a question, an answer from the records.</summary>
[Collection(BrowserTests.Name)]
public sealed class ServiceTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public async Task A_question_on_the_page_is_answered_with_a_card()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), service.Address);
        await Expect(chat.LastAnswer.Locator(".ac-adaptiveCard")).ToContainTextAsync("質問");

        await chat.AskAsync("令和2年度の全国連携展示の期間は？");

        await Expect(chat.Answers).ToHaveCountAsync(2);
        await Expect(chat.LastAnswer.Locator(".ac-adaptiveCard")).ToContainTextAsync("出典");
        await Expect(chat.LastAnswer).ToContainTextAsync("11月13日");
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task A_button_of_the_welcome_card_asks_its_question()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(360, 640), service.Address);

        await chat.LastAnswer.GetByRole(Microsoft.Playwright.AriaRole.Button).First.ClickAsync();

        await Expect(chat.Answers).ToHaveCountAsync(2);
        await Expect(chat.LastAnswer.Locator(".ac-adaptiveCard")).ToContainTextAsync("出典");
        await Expect(chat.LastAnswer).ToBeFocusedAsync();
        Assert.Equal(0, await chat.OverflowAsync());
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task The_page_says_so_when_the_service_has_ended()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), service.Address);
        await Expect(chat.Send).ToBeEnabledAsync();
        await service.EndAsync();

        await chat.AskAsync("ヘルプ");

        await Expect(chat.Failure).ToContainTextAsync("ボットにつながりません");
        await Expect(chat.Retry).ToBeVisibleAsync();
    }
}
