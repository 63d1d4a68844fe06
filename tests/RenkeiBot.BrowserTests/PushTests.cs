using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>What the secretariat says reaches the channel of the page, and its card follows, against the service as it is built.</summary>
[Collection(BrowserTests.Name)]
public sealed class PushTests(ChromiumBrowser browser)
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 20_000 };

    [BrowserFact]
    public async Task An_announcement_reaches_the_channel_that_chose_it_and_its_card_counts_who_has_confirmed()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await OpenWithChannelAsync(service, "お知らせ");
        await SpeakAsAsync(chat, "事務局", "個人チャット");
        await chat.AskAsync("お知らせを配信");
        await chat.LastAnswer.GetByLabel("件名").First.FillAsync("全国連携展示の日程");
        await chat.LastAnswer.GetByLabel("本文").FillAsync("来月の展示の準備についてご連絡します。");
        await chat.LastAnswer.GetByLabel("お知らせを購読するチャネル").CheckAsync();
        await chat.LastAnswer.GetByLabel("「確認しました」のボタンを付ける").CheckAsync();
        await PictureAsync(chat, "announcement-form");
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollTop"));
        await PressAsync(chat.LastAnswer, "プレビュー");
        await Expect(chat.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "テスト送信" })).ToBeVisibleAsync();
        await Expect(chat.Send).ToBeEnabledAsync();
        await PressAsync(chat.LastAnswer, "配信する");

        var copy = chat.Told.Filter(new() { HasText = "来月の展示の準備についてご連絡します。" });
        await Expect(copy).ToContainTextAsync("全国連携展示の日程", Patiently);
        await SpeakAsAsync(chat, "品川区の連携担当", "チャネル");
        await PressAsync(copy, "確認しました");
        var progress = chat.Page.Locator(".answered, .told").Filter(new() { HasText = "配信済み" }).Last;
        await Expect(progress).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await progress.ScrollIntoViewIfNeededAsync();
        await PictureAsync(chat, "announcement-progress");
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task A_meeting_s_notice_and_a_disaster_s_card_stand_in_the_channel()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await OpenWithChannelAsync(service, "会議", "災害支援");
        await SpeakAsAsync(chat, "事務局", "個人チャット");
        await chat.AskAsync("会議を登録");
        await chat.LastAnswer.GetByLabel("会議体").SelectOptionAsync(new SelectOptionValue { Label = "連絡会" });
        await chat.LastAnswer.GetByLabel("件名").FillAsync("第2回 連絡会");
        await chat.LastAnswer.GetByLabel("開催日").FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.LastAnswer.GetByLabel("開始").FillAsync("14:00");
        await chat.LastAnswer.GetByLabel("終了").FillAsync("15:30");
        await chat.LastAnswer.GetByLabel("場所").FillAsync("東京区政会館20階");
        await chat.LastAnswer.GetByLabel("議題").FillAsync("来年度の展示について");
        await chat.LastAnswer.GetByLabel("会議を購読するチャネル").CheckAsync();
        await PressAsync(chat.LastAnswer, "プレビュー");
        await Expect(chat.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "修正する" })).ToBeVisibleAsync();
        await Expect(chat.Send).ToBeEnabledAsync();
        await PressAsync(chat.LastAnswer, "配信する");
        var notice = chat.Told.Filter(new() { HasText = "来年度の展示について" });
        await Expect(notice).ToContainTextAsync("東京区政会館20階", Patiently);
        await notice.ScrollIntoViewIfNeededAsync();
        await PictureAsync(chat, "meeting-notice");

        await chat.AskAsync("災害支援を登録");
        await chat.LastAnswer.GetByLabel("災害名").FillAsync("令和8年能登半島豪雨");
        await chat.LastAnswer.GetByLabel("発生日").FillAsync(DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.LastAnswer.GetByLabel("被災地域").FillAsync("石川県輪島市、珠洲市");
        await chat.LastAnswer.GetByLabel("状況").FillAsync("河川が氾濫しています。");
        await chat.LastAnswer.GetByLabel("重大度").SelectOptionAsync(new SelectOptionValue { Label = "重大" });
        await PressAsync(chat.LastAnswer, "配信する");
        var disaster = chat.Told.Filter(new() { HasText = "河川が氾濫しています。" }).First;
        await Expect(disaster).ToContainTextAsync("石川県輪島市", Patiently);
        await disaster.ScrollIntoViewIfNeededAsync();
        await PictureAsync(chat, "disaster-card");
        Assert.Empty(chat.Problems);
    }

    /// <summary>The page, with its channel, which a ward officer has had choose topics.</summary>
    private async Task<ChatPage> OpenWithChannelAsync(ServiceProcess service, params string[] topics)
    {
        var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(1100, 1000), service.Address, name: $"Push_{topics[0]}");
        await SpeakAsAsync(chat, "荒川区の連携担当", "チャネル");
        await chat.AskAsync("配信設定");
        foreach (var topic in topics)
            await chat.LastAnswer.GetByLabel(topic, new() { Exact = true }).CheckAsync();
        await PressAsync(chat.LastAnswer, "保存する");
        await Expect(chat.LastAnswer).ToContainTextAsync("荒川");
        return chat;
    }

    private static Task PressAsync(ILocator card, string title) => card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First.ClickAsync();

    private static async Task SpeakAsAsync(ChatPage chat, string label, string place)
    {
        await Expect(chat.Send).ToBeEnabledAsync();
        await chat.Page.GetByLabel("話す人").SelectOptionAsync(new SelectOptionValue { Label = label });
        await Expect(chat.Send).ToBeEnabledAsync();
        await chat.Page.GetByLabel("場所").First.SelectOptionAsync(new SelectOptionValue { Label = place });
        await Expect(chat.Send).ToBeEnabledAsync();
    }

    private static async Task PictureAsync(ChatPage chat, string name)
    {
        if (Environment.GetEnvironmentVariable("RENKEI_SCREENSHOTS") is { Length: > 0 } folder)
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
