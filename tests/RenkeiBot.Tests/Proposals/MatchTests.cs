using RenkeiBot.Data.Proposals;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>関心を登録, おすすめ, マッチング会議, 提案の集計 and deadlines, through the front door.</summary>
public sealed class MatchTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"), ("Proposals:CheckInterval", "00:00:00.2"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_form_of_interests_opens_with_what_the_records_know()
    {
        var form = (await bot.Shinagawa().SendAsync("関心を登録")).Card!;

        Assert.Contains("品川区", Text(form), StringComparison.Ordinal);
        Assert.NotEqual("", (string?)Personas.Input(form, "fields")["value"] ?? "");
    }

    [Fact]
    public async Task Registered_interests_are_kept_and_a_stale_form_does_not_overwrite_them()
    {
        var user = bot.Shinagawa();
        var form = (await user.SendAsync("関心を登録")).Card!;

        var saved = (await user.ExecuteAsync(form, "登録する", ("fields", "Tourism"), ("need", "雪"), ("areas", "any"), ("months", "5,6"), ("capacity", "3"))).Card!;
        var stale = (await user.ExecuteAsync(form, "登録する", ("fields", "Sports"), ("need", "球技"))).Card!;

        Assert.Contains("関心を登録しました", Text(saved), StringComparison.Ordinal);
        Assert.Contains("先に変更していました", Text(stale), StringComparison.Ordinal);
        Assert.Contains("今の内容：雪", Text(stale), StringComparison.Ordinal);
        Assert.Equal("球技", (string?)Personas.Input(stale, "need")["value"]);
        Assert.Contains("関心を登録しました", Text((await user.ExecuteAsync(stale, "登録する", ("need", "球技"))).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quietUntil", "2027-01-01", "休止期間の開始も")]
    [InlineData("capacity", "たくさん", "「たくさん」は使えません")]
    [InlineData("months", "13", "「13」は選べません")]
    public async Task Says_what_is_wrong_with_interests_and_keeps_what_was_typed(string key, string value, string said)
    {
        var user = bot.Shinagawa();
        var form = (await user.SendAsync("関心を登録")).Card!;

        var card = (await user.ExecuteAsync(form, "登録する", ("need", "雪と氷"), (key, value))).Card!;

        Assert.Contains(said, Text(card), StringComparison.Ordinal);
        Assert.Equal("雪と氷", (string?)Personas.Input(card, "need")["value"]);
    }

    [Fact]
    public async Task Recommends_a_proposal_with_reasons_that_add_up_to_its_score()
    {
        await RegisterAsync(bot.Shinagawa(), "かにを紹介する催し");
        await bot.Sakai().PostAsync();

        var card = (await bot.Shinagawa().SendAsync("おすすめ")).Card!;
        var text = Text(card);

        Assert.Contains("黄金がにのPRイベント", text, StringComparison.Ordinal);
        Assert.Contains("提供と求めが合う", text, StringComparison.Ordinal);
        var points = System.Text.RegularExpressions.Regex.Matches(text, @"（(\d+)点）").Sum(match => int.Parse(match.Groups[1].Value, null));
        Assert.Contains($"合計{points}点", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_is_not_recommended_again()
    {
        await RegisterAsync(bot.Shinagawa(), "かにを紹介する催し");
        await bot.Sakai().PostAsync();
        var user = bot.Shinagawa();

        var declined = (await user.ExecuteAsync((await user.SendAsync("おすすめ")).Card!, "見送る")).Card!;

        Assert.Contains("見送りました", Text(declined), StringComparison.Ordinal);
        Assert.DoesNotContain("黄金がに", Text((await user.SendAsync("おすすめ")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_applied_is_not_recommended_any_more_until_they_withdraw()
    {
        await RegisterAsync(bot.Shinagawa(), "かにを紹介する催し");
        var posted = await bot.Sakai().PostAsync();
        var (user, owner) = (bot.Shinagawa(), bot.Sakai());
        await user.SendAsync("おすすめ");

        var applied = (await user.ApplyAsync("黄金がに")).Card!;
        var mine = await user.SendAsync("おすすめ");
        var theirs = await owner.ExecuteAsync(posted, "おすすめの相手");
        var meeting = await bot.Secretary().SendAsync("マッチング会議");
        await user.ExecuteAsync(applied, "取り下げる");

        Assert.DoesNotContain("黄金がに", Text(mine.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("品川区", Text(theirs.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("品川区・合計", Text(meeting.Card), StringComparison.Ordinal);
        Assert.Contains("黄金がに", Text((await user.SendAsync("おすすめ")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommends_organisations_and_complementing_proposals_to_a_proposal()
    {
        await RegisterAsync(bot.Shinagawa(), "かにを紹介する催し");
        await bot.Arakawa().PostAsync(("title", "物産展の会場をお貸しします"), ("text", "特産品の催しを募集します。"), ("offer", "物産展の会場"), ("need", "海産物、かに"), ("areas", "any"));
        var owner = bot.Sakai();
        var posted = await owner.PostAsync();

        var partners = (await owner.ExecuteAsync(posted, "おすすめの相手")).Card!;

        Assert.Contains("品川区", Text(partners), StringComparison.Ordinal);
        Assert.Contains("物産展の会場をお貸しします", Text(partners), StringComparison.Ordinal);
        var forged = await bot.Kushiro().ExecuteAsync(posted, "おすすめの相手");
        Assert.Equal("application/vnd.microsoft.error", (string?)forged.Body!["type"]);
    }

    [Fact]
    public async Task The_secretariat_adopts_a_pair_once_and_both_sides_are_told()
    {
        var (secretary, owner, partner) = (bot.Secretary(), bot.Sakai(), bot.Shinagawa());
        await RegisterAsync(partner, "かにを紹介する催し");
        await owner.PostAsync();

        var meeting = (await secretary.SendAsync("マッチング会議")).Card!;
        var before = Buttons(meeting).Count(title => title == "採用する");
        var adopted = (await secretary.ExecuteAsync(meeting, "採用する")).Card!;
        var again = (await secretary.ExecuteAsync(meeting, "採用する")).Card!;

        Assert.Contains("品川区", Text(meeting), StringComparison.Ordinal);
        Assert.Contains("採用しました", Text(adopted), StringComparison.Ordinal);
        Assert.Contains("採用済み", Text(adopted), StringComparison.Ordinal);
        Assert.Equal(before - 1, Buttons(adopted).Count(title => title == "採用する"));
        Assert.Contains("今は採用できません", Text(again), StringComparison.Ordinal);
        await bot.ToldAsync(owner, "提案を品川区に紹介しました");
        await bot.ToldAsync(partner, "福井県坂井市の提案のご紹介です");
        Assert.Contains("事務局の方だけ", (await bot.Shinagawa().SendAsync("マッチング会議")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_for_several_is_on_the_page_several_times_and_all_are_adopted_at_once()
    {
        await RegisterAsync(bot.Shinagawa(), "かにを紹介する催し");
        await RegisterAsync(bot.Arakawa(), "かにを紹介する催し");
        await bot.Sakai().PostAsync(("places", ""), ("areas", "any"));
        for (var i = 1; i <= 3; i++)
            await bot.Kushiro().PostAsync(("title", $"かにを釧路から その{i}"), ("places", ""), ("areas", "any"));
        var secretary = bot.Secretary();

        var meeting = (await secretary.SendAsync("マッチング会議")).Card!;
        var adopted = (await secretary.ExecuteAsync(meeting, "すべて採用する")).Card!;
        var left = (await secretary.ExecuteAsync(meeting, "入らなかった一覧")).Card!;

        Assert.Contains("採用しました", Text(adopted), StringComparison.Ordinal);
        Assert.DoesNotContain("採用する", Buttons(adopted));
        Assert.Contains("組み合わせに入らなかったのは", Text(left), StringComparison.Ordinal);
        Assert.Contains("登録された担当者がいません", Text(meeting) + Text(adopted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_count_what_was_posted_applied_for_and_agreed()
    {
        await bot.Sakai().PostAsync();
        await bot.Shinagawa().ApplyAsync("黄金がに");

        var card = (await bot.Secretary().SendAsync("提案の集計")).Card!;

        Assert.Contains("投稿は1件、応募は1件、合意は0件", Text(card), StringComparison.Ordinal);
        Assert.Contains("中部", Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_is_reminded_once_before_the_deadline()
    {
        var owner = bot.Sakai();
        await owner.PostAsync(("deadline", "2026-11-23"));

        await bot.ToldAsync(owner, "応募締切まで、あと2日です");
        await Task.Delay(600);

        Assert.Single(bot.Told(owner), call => Text(call.Card).Contains("応募締切まで", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_that_came_as_its_proposal_ended_is_ended_too()
    {
        var owner = bot.Sakai();
        var posted = await owner.PostAsync();
        var id = Guid.Parse((string)Personas.Data(posted, "編集する")["id"]!);
        await owner.ExecuteAsync(posted, "受付を終了する");

        await bot.AddApplicationsAsync(id, 1);

        for (var i = 0; i < 200 && await bot.CountApplicationsAsync(id, ApplicationState.Ended) == 0; i++)
            await Task.Delay(50);
        Assert.Equal(1, await bot.CountApplicationsAsync(id, ApplicationState.Ended));
    }

    [Fact]
    public async Task An_open_proposal_expires_after_its_deadline_and_can_be_reopened_with_a_new_one()
    {
        var before = bot.Sakai();
        await before.PostAsync(("deadline", "2026-11-23"));
        bot = await bot.RestartAsync(("Outbox:PollInterval", "00:00:00.1"), ("Proposals:CheckInterval", "00:00:00.2"), ("Clock:Now", "2026-11-25T09:00:00+09:00"));
        var owner = bot.Sakai();

        var told = await bot.ToldAsync(before, "応募締切を過ぎたため");
        var expired = (await owner.ExecuteAsync(told.Card!, "詳しく見る")).Card!;
        var form = (await owner.ExecuteAsync(expired, "再開する")).Card!;
        var reopened = (await owner.ExecuteAsync(form, "再開する", Inputs(("deadline", "2027-01-15")))).Card!;

        Assert.Contains("期限切れ", Text(expired), StringComparison.Ordinal);
        Assert.Contains("応募締切は、今日以後", Text(form), StringComparison.Ordinal);
        Assert.Contains("募集を再開しました", Text(reopened), StringComparison.Ordinal);
    }

    private static async Task RegisterAsync(TeamsUser user, string need)
    {
        var form = (await user.SendAsync("関心を登録")).Card!;
        await user.ExecuteAsync(form, "登録する", ("fields", "Industry,Tourism"), ("need", need), ("offer", "水族館の会場"), ("areas", "any"), ("months", "3"));
    }
}
