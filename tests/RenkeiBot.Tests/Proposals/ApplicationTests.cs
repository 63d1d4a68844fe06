using System.Text.Json.Nodes;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>Applying, deciding, agreeing and taking back, through the front door.</summary>
public sealed class ApplicationTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser sakai = null!;
    private TeamsUser shinagawa = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));
        (sakai, shinagawa) = (bot.Sakai(), bot.Shinagawa());
        await sakai.SendAsync("ヘルプ");
        await shinagawa.SendAsync("ヘルプ");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_application_is_approved_agreed_to_and_both_are_introduced_only_then()
    {
        await sakai.PostAsync();

        var applied = await shinagawa.ApplyAsync("黄金がに");
        var told = await bot.ToldAsync(sakai, "応募がありました");
        var list = (await sakai.ExecuteAsync(told.Card!, "応募を見る")).Card!;
        var approved = (await sakai.ExecuteAsync(list, "承認する")).Card!;
        var asked = await bot.ToldAsync(shinagawa, "応募を承認しました");
        var before = bot.Connector.Calls.Select(call => Text(call.Card)).ToList();
        var agreed = (await shinagawa.ExecuteAsync(asked.Card!, "合意する")).Card!;
        var toOwner = await bot.ToldAsync(sakai, "担当者をご紹介します");
        var toApplicant = await bot.ToldAsync(shinagawa, "担当者をご紹介します");

        Assert.Contains("応募しました", Text(applied.Card), StringComparison.Ordinal);
        Assert.Contains("しながわ水族館で", Text(told.Card), StringComparison.Ordinal);
        Assert.Contains("相手の合意を待っています", Text(approved), StringComparison.Ordinal);
        Assert.DoesNotContain(before, text => text.Contains("shinagawa@example.jp", StringComparison.Ordinal) || text.Contains("kani@city", StringComparison.Ordinal));
        Assert.Contains("合意が成立しました", Text(agreed), StringComparison.Ordinal);
        Assert.Contains("品川 一郎", Text(toOwner.Card), StringComparison.Ordinal);
        Assert.Contains("shinagawa@example.jp", Text(toOwner.Card), StringComparison.Ordinal);
        Assert.Contains("kani@city.sakai.example.jp", Text(toApplicant.Card), StringComparison.Ordinal);
        Assert.Contains("https://teams.microsoft.com/l/chat/0/0?users=kani%40city.sakai.example.jp", toApplicant.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("合意", Text((await sakai.SendAsync("自分の提案")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_is_answered_about_at_once()
    {
        var posted = await sakai.PostAsync(("title", "黄金がにの<b>新しい</b>催し"));
        await shinagawa.ApplyAsync("黄金がに");
        await sakai.ExecuteAsync((await sakai.ExecuteAsync(posted, "応募を見る")).Card!, "承認する");
        await shinagawa.ExecuteAsync((await bot.ToldAsync(shinagawa, "応募を承認しました")).Card!, "合意する");

        var outcome = await bot.Arakawa().SendAsync("坂井市と品川区の連携は？");

        var said = $"{outcome.Answer} {outcome.Card?.ToJsonString().Unescaped()}";
        Assert.Contains("催し", said, StringComparison.Ordinal);
        Assert.Contains("令和8年", said, StringComparison.Ordinal);
        Assert.Contains("合意", Text((await shinagawa.ExecuteAsync((await bot.ToldAsync(shinagawa, "担当者をご紹介します")).Card!, "詳しく見る")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_presses_of_agree_introduce_once()
    {
        var posted = await sakai.PostAsync();
        await shinagawa.ApplyAsync("黄金がに");
        await sakai.ExecuteAsync((await sakai.ExecuteAsync(posted, "応募を見る")).Card!, "承認する");
        var asked = (await bot.ToldAsync(shinagawa, "応募を承認しました")).Card!;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => shinagawa.ExecuteAsync(asked, "合意する"))));
        await bot.ToldAsync(sakai, "担当者をご紹介します");
        await Task.Delay(300);

        Assert.Single(bot.Told(sakai), call => Text(call.Card).Contains("担当者をご紹介します", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_organisation_applies_once()
    {
        await sakai.PostAsync(("places", "5"));
        await shinagawa.ApplyAsync("黄金がに");

        var opened = await bot.Shinagawa().OpenAsync("黄金がに");
        var again = await bot.Shinagawa().ExecuteAsync("applications.apply", new JsonObject { ["id"] = Personas.Data(opened, "コメント")["id"]!.DeepClone(), ["send"] = "1", ["message"] = "もう一度" });

        Assert.DoesNotContain("応募する", Buttons(opened));
        Assert.Contains("すでにこの提案に応募", Text(again.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_applies_to_their_own_proposal()
    {
        var posted = await sakai.PostAsync();

        var outcome = await sakai.ExecuteAsync("applications.apply", Personas.Data(posted, "編集する"));

        Assert.DoesNotContain("応募する", Buttons(posted));
        Assert.Contains("ご自身の組織の提案には応募できません", outcome.Body!.ToJsonString().Unescaped(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_applicant_is_told_why()
    {
        await sakai.PostAsync();
        await shinagawa.ApplyAsync("黄金がに");
        var told = await bot.ToldAsync(sakai, "応募がありました");
        var list = (await sakai.ExecuteAsync(told.Card!, "応募を見る")).Card!;

        var missing = (await sakai.ExecuteAsync(list, "見送る")).Card!;
        var declined = (await sakai.ExecuteAsync(missing, "見送る", ("reason", "日程が合いませんでした。"))).Card!;

        Assert.Contains("見送る理由を入力してください", Text(missing), StringComparison.Ordinal);
        Assert.Contains("見送りました", Text(declined), StringComparison.Ordinal);
        Assert.Contains("日程が合いませんでした", Text((await bot.ToldAsync(shinagawa, "応募は見送られました")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_that_nobody_answers_can_be_taken_back_and_makes_room()
    {
        var posted = await sakai.PostAsync();
        await shinagawa.ApplyAsync("黄金がに");
        var approved = (await sakai.ExecuteAsync((await sakai.ExecuteAsync(posted, "応募を見る")).Card!, "承認する")).Card!;

        var declined = (await sakai.ExecuteAsync(approved, "見送る", ("reason", "ご返答がなかったため。"))).Card!;

        Assert.Contains("見送りました", Text(declined), StringComparison.Ordinal);
        Assert.Contains("応募する", Buttons(await bot.Arakawa().OpenAsync("黄金がに")));
        var late = await shinagawa.ExecuteAsync((await bot.ToldAsync(shinagawa, "応募を承認しました")).Card!, "合意する");
        Assert.Contains("応募の状況が変わっていました", Text(late.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_is_taken_back_and_made_again()
    {
        await sakai.PostAsync();
        var applied = (await shinagawa.ApplyAsync("黄金がに")).Card!;

        var withdrawn = (await shinagawa.ExecuteAsync(applied, "取り下げる")).Card!;
        await bot.ToldAsync(sakai, "応募を取り下げました");
        var again = await shinagawa.ApplyAsync("黄金がに", "改めて応募します。");

        Assert.Contains("応募を取り下げました", Text(withdrawn), StringComparison.Ordinal);
        Assert.Contains("応募しました", Text(again.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_is_stale_once_the_application_was_taken_back()
    {
        await sakai.PostAsync();
        var applied = (await shinagawa.ApplyAsync("黄金がに")).Card!;
        var list = (await sakai.ExecuteAsync((await bot.ToldAsync(sakai, "応募がありました")).Card!, "応募を見る")).Card!;
        await shinagawa.ExecuteAsync(applied, "取り下げる");

        var stale = (await sakai.ExecuteAsync(list, "承認する")).Card!;

        Assert.Contains("応募の状況が変わっていました", Text(stale), StringComparison.Ordinal);
        Assert.DoesNotContain("承認する", Buttons(stale));
    }

    [Fact]
    public async Task Twenty_approvals_at_once_for_one_place_leave_exactly_one()
    {
        var posted = await sakai.PostAsync();
        var proposal = Guid.Parse((string)Personas.Data(posted, "編集する")["id"]!);
        var applications = await bot.AddApplicationsAsync(proposal, 20);

        var outcomes = await Task.WhenAll(applications.Select(id => Task.Run(() => sakai.ExecuteAsync("applications.approve", new JsonObject { ["id"] = id.ToString("N"), ["version"] = "0" }))));

        Assert.Single(outcomes, outcome => Text(outcome.Card).Contains("承認しました。相手の合意", StringComparison.Ordinal));
        Assert.Equal(19, outcomes.Count(outcome => Text(outcome.Card).Contains("募集数に達している", StringComparison.Ordinal)));
        Assert.Equal(1, await bot.CountApplicationsAsync(proposal, ApplicationState.Approved));
    }

    [Fact]
    public async Task Twenty_approvals_at_once_for_twenty_places_all_succeed()
    {
        var posted = await sakai.PostAsync(("places", "20"));
        var proposal = Guid.Parse((string)Personas.Data(posted, "編集する")["id"]!);
        var applications = await bot.AddApplicationsAsync(proposal, 20);

        await Task.WhenAll(applications.Select(id => Task.Run(() => sakai.ExecuteAsync("applications.approve", new JsonObject { ["id"] = id.ToString("N"), ["version"] = "0" }))));

        Assert.Equal(20, await bot.CountApplicationsAsync(proposal, ApplicationState.Approved));
    }

    [Fact]
    public async Task When_a_proposal_ends_its_applicants_are_told()
    {
        var posted = await sakai.PostAsync();
        await shinagawa.ApplyAsync("黄金がに");

        await sakai.ExecuteAsync(posted, "取り下げる");

        await bot.ToldAsync(shinagawa, "応募した提案は取り下げられました");
        Assert.Contains("提案の終了", Text((await shinagawa.ExecuteAsync((await shinagawa.SendAsync("自分の提案")).Card!, "応募した提案")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applicants_are_told_of_an_edit()
    {
        var posted = await sakai.PostAsync();
        await shinagawa.ApplyAsync("黄金がに");

        await sakai.ExecuteAsync((await sakai.ExecuteAsync(posted, "編集する")).Card!, "保存する", Inputs(("text", "日程を変えました。")));

        await bot.ToldAsync(shinagawa, "応募した提案の内容が変わりました");
    }

    [Fact]
    public async Task A_message_of_600_characters_comes_back()
    {
        await sakai.PostAsync();

        var card = (await shinagawa.ApplyAsync("黄金がに", new string('長', 600))).Card!;

        Assert.Contains("500文字まで", Text(card), StringComparison.Ordinal);
        Assert.Equal(600, ((string?)Personas.Input(card, "message")["value"])!.Length);
    }
}
