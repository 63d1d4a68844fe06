using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>A proposal from its form to the agreement, as two people of the page make it, against the service as it is built.</summary>
[Collection(BrowserTests.Name)]
public sealed class ProposalTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public Task A_proposal_is_posted_found_applied_for_and_agreed_on_on_a_desktop() => GoesThroughAsync(1100);

    [BrowserFact]
    public Task A_proposal_is_posted_found_applied_for_and_agreed_on_on_a_phone() => GoesThroughAsync(360);

    private async Task GoesThroughAsync(int width)
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(width, 1000), service.Address, name: $"Proposal_{width}");
        await SpeakAsAsync(chat, "坂井市の担当");
        await PostAsync(chat);
        await SpeakAsAsync(chat, "品川区の連携担当");
        await chat.AskAsync("提案を探す カニ");
        await Expect(chat.LastAnswer).ToContainTextAsync("合う提案は1件です");
        await PressAsync(chat, "詳しく見る");
        await PressAsync(chat, "応募する");
        await chat.LastAnswer.GetByLabel("メッセージ").FillAsync("水族館で開きませんか。");
        await PressAsync(chat, "応募する");
        await Expect(chat.LastAnswer).ToContainTextAsync("応募しました");

        await SpeakAsAsync(chat, "坂井市の担当");
        await chat.AskAsync("自分の提案");
        await Expect(chat.LastAnswer).ToContainTextAsync("あなたの組織の提案は1件です");
        await PressAsync(chat, "詳しく見る");
        await PressAsync(chat, "応募を見る");
        await PressAsync(chat, "承認する");
        await Expect(chat.LastAnswer).ToContainTextAsync("相手の合意を待っています");

        await SpeakAsAsync(chat, "品川区の連携担当");
        await chat.AskAsync("提案を探す カニ");
        await Expect(chat.LastAnswer).ToContainTextAsync("合う提案は1件です");
        await PressAsync(chat, "詳しく見る");
        await PressAsync(chat, "合意する");
        await Expect(chat.LastAnswer).ToContainTextAsync("合意が成立しました");
        await chat.AskAsync("坂井市と品川区の連携は？");
        await Expect(chat.LastAnswer).ToContainTextAsync("黄金がにのPRイベント");
        Assert.Equal(0, await chat.OverflowAsync());
        Assert.Empty(chat.Problems);
    }

    private static async Task PostAsync(ChatPage chat)
    {
        await chat.AskAsync("提案を投稿");
        await chat.LastAnswer.GetByLabel("タイトル").FillAsync("黄金がにのPRイベント");
        await chat.LastAnswer.GetByLabel("内容").FillAsync("黄金がにを紹介する催しを開きたいです。");
        await chat.LastAnswer.GetByLabel("産業・物産").CheckAsync();
        await chat.LastAnswer.GetByLabel("特別区（23区）").CheckAsync();
        await chat.LastAnswer.GetByLabel("実施時期（開始）").FillAsync("2090-03-01");
        await chat.LastAnswer.GetByLabel("実施時期（終了）").FillAsync("2090-02-01");
        await PressAsync(chat, "プレビュー");
        await Expect(chat.LastAnswer).ToContainTextAsync("開始の日以後");
        await Expect(chat.LastAnswer.GetByLabel("タイトル")).ToHaveValueAsync("黄金がにのPRイベント");
        await chat.LastAnswer.GetByLabel("実施時期（終了）").FillAsync("2090-04-01");
        await PressAsync(chat, "プレビュー");
        await Expect(chat.LastAnswer).ToContainTextAsync("まだ投稿されていません");
        await PressAsync(chat, "投稿する");
        await Expect(chat.LastAnswer).ToContainTextAsync("提案を投稿しました");
    }

    /// <summary>Presses a button of the last card, whose answer takes the card's place.</summary>
    private static Task PressAsync(ChatPage chat, string title) => chat.LastAnswer.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First.ClickAsync();

    private static async Task SpeakAsAsync(ChatPage chat, string label)
    {
        await chat.Page.GetByLabel("話す人").SelectOptionAsync(new SelectOptionValue { Label = label });
        await Expect(chat.Page.GetByText($"ここからは「{label}」として話します。").Last).ToBeVisibleAsync();
    }
}
