using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>Who speaks on the page: the people of the Development settings and one who is not registered, against the service as it is built.</summary>
[Collection(BrowserTests.Name)]
public sealed class PersonaTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public async Task Everyone_of_the_chooser_is_registered_as_it_says_but_for_one()
    {
        (string Label, string Organisation, string Role)[] personas =
        [
            ("事務局", "事務局", "事務局"), ("荒川区の連携担当", "荒川区", "特別区の連携担当"), ("品川区の連携担当", "品川区", "特別区の連携担当"),
            ("坂井市の担当", "福井県坂井市", "自治体・団体・企業の担当"), ("釧路市の担当", "北海道釧路市", "自治体・団体・企業の担当"),
        ];
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), service.Address);

        foreach (var (label, organisation, role) in personas)
        {
            await SpeakAsAsync(chat, label);
            await chat.AskAsync("自分の登録");
            await Expect(chat.LastAnswer).ToContainTextAsync(organisation);
            await Expect(chat.LastAnswer).ToContainTextAsync(role);
        }

        await SpeakAsAsync(chat, "登録していない人");
        await chat.AskAsync("自分の登録");
        await Expect(chat.LastAnswer).ToContainTextAsync("利用登録");
        Assert.Equal(["登録していない人", .. personas.Select(persona => persona.Label)], await Chooser(chat).Locator("option").AllTextContentsAsync());
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task Who_applies_is_registered_once_the_secretariat_has_approved_on_a_phone_too()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(360, 900), service.Address);

        await chat.AskAsync("利用登録");
        await chat.LastAnswer.GetByLabel("氏名").FillAsync("新宿 次郎");
        await chat.LastAnswer.GetByLabel("所属する組織").FillAsync("しんじゅく");
        await chat.LastAnswer.GetByLabel("役割").SelectOptionAsync(new SelectOptionValue { Label = "特別区の連携担当" });
        await chat.LastAnswer.GetByLabel("連絡先").FillAsync("jiro@city.example.lg.jp");
        await chat.Button("申請する").ClickAsync();
        await Expect(chat.LastAnswer).ToContainTextAsync("申請を受け付けました");

        await SpeakAsAsync(chat, "事務局");
        await chat.AskAsync("登録申請一覧");
        await chat.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "確認する" }).ClickAsync();
        await chat.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await Expect(chat.LastAnswer).ToContainTextAsync("承認");

        await SpeakAsAsync(chat, "登録していない人");
        await chat.AskAsync("自分の登録");
        await Expect(chat.LastAnswer).ToContainTextAsync("新宿区");
        await Expect(chat.LastAnswer).Not.ToContainTextAsync("待っています");
        Assert.Equal(0, await chat.OverflowAsync());
        Assert.Empty(chat.Problems);
    }

    [BrowserFact]
    public async Task What_the_bot_says_by_itself_arrives_and_its_buttons_are_pressed_by_who_was_told()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(), service.Address);
        // From then on the bot knows where to reach the secretariat.
        await SpeakAsAsync(chat, "事務局");
        await SpeakAsAsync(chat, "登録していない人");

        await chat.AskAsync("利用登録");
        await chat.LastAnswer.GetByLabel("氏名").FillAsync("新宿 次郎");
        await chat.LastAnswer.GetByLabel("所属する組織").FillAsync("しんじゅく");
        await chat.LastAnswer.GetByLabel("役割").SelectOptionAsync(new SelectOptionValue { Label = "特別区の連携担当" });
        await chat.LastAnswer.GetByLabel("連絡先").FillAsync("jiro@city.example.lg.jp");
        await chat.Button("申請する").ClickAsync();

        await Expect(chat.Page.GetByText("「事務局」の個人チャットに届きました。")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await chat.Told.First.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await Expect(chat.Page.GetByText("ここからは「事務局」として話します。").Last).ToBeVisibleAsync();
        await Expect(chat.Told.Last).ToContainTextAsync("利用登録が承認されました", new() { Timeout = 15_000 });
        Assert.Empty(chat.Problems);
    }

    private static ILocator Chooser(ChatPage chat) => chat.Page.GetByLabel("話す人");

    private static async Task SpeakAsAsync(ChatPage chat, string label)
    {
        await Expect(chat.Send).ToBeEnabledAsync();
        await Chooser(chat).SelectOptionAsync(new SelectOptionValue { Label = label });
        await Expect(chat.Send).ToBeEnabledAsync();
    }
}
