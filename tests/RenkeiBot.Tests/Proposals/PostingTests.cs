using System.Net;
using System.Text.Json.Nodes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>提案を投稿 through the front door: the form, drafts, posting.</summary>
public sealed class PostingTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_posted_proposal_is_found_and_opened_by_another_organisation()
    {
        var posted = await bot.Sakai().PostAsync();

        var opened = await bot.Shinagawa().OpenAsync("カニ");

        Assert.Contains("提案を投稿しました", Text(posted), StringComparison.Ordinal);
        Assert.Contains("黄金がにのPRイベント", Text(opened), StringComparison.Ordinal);
        Assert.Contains("福井県坂井市", Text(opened), StringComparison.Ordinal);
        Assert.Contains("応募する", Buttons(opened));
        Assert.DoesNotContain("編集する", Buttons(opened));
        Assert.DoesNotContain("kani@city", Text(opened), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_of_the_registration_is_in_the_form()
    {
        var form = (await bot.Sakai().SendAsync("提案を投稿")).Card!;

        Assert.Equal("sakai@example.jp", (string?)Personas.Input(form, "contact")["value"]);
    }

    [Fact]
    public async Task A_preview_shows_what_others_will_see_and_is_posted_from_there()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;

        var preview = (await user.ExecuteAsync(form, "プレビュー", Inputs())).Card!;
        var hidden = await bot.Shinagawa().SendAsync("提案を探す かに");
        var posted = (await user.ExecuteAsync(preview, "投稿する")).Card!;

        Assert.Contains("まだ投稿されていません", Text(preview), StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", Text(hidden.Card), StringComparison.Ordinal);
        Assert.Contains("提案を投稿しました", Text(posted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_survives_a_restart_is_found_again_and_seen_by_its_writer_alone()
    {
        var form = (await bot.Sakai().SendAsync("提案を投稿")).Card!;
        await bot.Sakai().ExecuteAsync(form, "下書き保存", Inputs(("title", "書きかけの提案"), ("fields", ""), ("text", "")));
        bot = await bot.RestartAsync(("Outbox:PollInterval", "00:00:00.1"));

        var list = (await bot.Sakai().SendAsync("自分の提案")).Card!;
        var draft = (await bot.Sakai().ExecuteAsync(list, "詳しく見る")).Card!;
        var again = (await bot.Sakai().ExecuteAsync(draft, "編集する")).Card!;

        Assert.Contains("書きかけの提案", Text(list), StringComparison.Ordinal);
        Assert.Equal("書きかけの提案", (string?)Personas.Input(again, "title")["value"]);
        Assert.DoesNotContain("書きかけ", Text((await bot.Shinagawa().SendAsync("提案を探す")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_draft_is_not_posted_but_comes_back_with_what_is_missing()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;
        var draft = (await user.ExecuteAsync(form, "下書き保存", ("title", "題だけ"))).Card!;

        var outcome = (await user.ExecuteAsync(draft, "投稿する")).Card!;

        Assert.Contains("内容を入力してください。", Text(outcome), StringComparison.Ordinal);
        Assert.Equal("題だけ", (string?)Personas.Input(outcome, "title")["value"]);
    }

    [Fact]
    public async Task A_draft_can_be_deleted()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;
        var draft = (await user.ExecuteAsync(form, "下書き保存", ("title", "題だけ"))).Card!;

        var deleted = (await user.ExecuteAsync(draft, "下書きを削除する")).Card!;

        Assert.Contains("下書きを削除しました", Text(deleted), StringComparison.Ordinal);
        Assert.DoesNotContain("題だけ", Text((await user.SendAsync("自分の提案")).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "", "タイトルを入力してください。")]
    [InlineData("text", "", "内容を入力してください。")]
    [InlineData("fields", "", "分野を一つ以上選んでください。")]
    [InlineData("fields", "Industry,王様", "「王様」は選べません")]
    [InlineData("areas", "Wards,99", "「99」は選べません")]
    [InlineData("until", "2027-02-01", "開始の日以後")]
    [InlineData("deadline", "2026-11-20", "応募締切は、今日以後")]
    [InlineData("deadline", "2027-02-30", "日付として読めません")]
    [InlineData("places", "0", "募集数「0」は使えません")]
    [InlineData("places", "三つ", "募集数「三つ」は使えません")]
    [InlineData("links", "http://example.jp/a.pdf", "https://")]
    [InlineData("links", "javascript:alert(1)", "https://")]
    public async Task Says_what_is_wrong_beside_the_field_and_gives_back_what_was_typed(string key, string value, string said)
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;

        var card = (await user.ExecuteAsync(form, "投稿する", Inputs((key, value)))).Card!;

        Assert.Contains(said, Text(card), StringComparison.Ordinal);
        Assert.Equal("集客力のある施設の会場", (string?)Personas.Input(card, "need")["value"]);
        Assert.Contains("まだ提案がありません", Text((await user.SendAsync("自分の提案")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_characters_come_back_whole_beside_the_limit()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;

        var card = (await user.ExecuteAsync(form, "投稿する", Inputs(("text", new string('長', 5000))))).Card!;

        Assert.Contains("1,500文字まで", Text(card), StringComparison.Ordinal);
        Assert.Equal(5000, ((string?)Personas.Input(card, "text")["value"])!.Length);
    }

    [Fact]
    public async Task Markdown_links_control_and_bidi_characters_of_a_title_are_shown_as_they_are_or_not_at_all()
    {
        await bot.Sakai().PostAsync(("title", "[無料](https://evil.example)\u202E **重要** \u0007<at>全員</at>"));

        var opened = await bot.Shinagawa().OpenAsync("無料");

        Assert.DoesNotContain("](https://evil", Text(opened).Replace("\\](", "", StringComparison.Ordinal).Replace("]\\(", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', Text(opened));
        Assert.DoesNotContain('\u0007', Text(opened));
    }

    [Fact]
    public async Task Twenty_identical_posts_make_one_proposal()
    {
        var form = (await bot.Sakai().SendAsync("提案を投稿")).Card!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bot.Sakai().ExecuteAsync(form, "投稿する", Inputs()))));

        Assert.All(outcomes, outcome => Assert.Equal(HttpStatusCode.OK, outcome.Status));
        Assert.Contains("提案は1件です", Text((await bot.Sakai().SendAsync("自分の提案")).Card), StringComparison.Ordinal);
        Assert.Contains("提案は1件です", Text((await bot.Shinagawa().SendAsync("提案を探す")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_form_in_a_channel_each_who_sends_it_makes_a_proposal_of_their_own()
    {
        var form = (await bot.Kushiro("channel").SendAsync("提案を投稿")).Card!;

        await bot.Kushiro("channel").ExecuteAsync(form, "投稿する", Inputs(("title", "釧路の提案")));
        var other = (await bot.Arakawa("channel").ExecuteAsync(form, "投稿する", Inputs(("title", "荒川の提案")))).Card!;

        Assert.Contains("提案を投稿しました", Text(other), StringComparison.Ordinal);
        Assert.Contains("提案は2件です", Text((await bot.Shinagawa().SendAsync("提案を探す")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_an_allowed_length_come_back_whole_beside_others_that_are_too_long()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;

        var card = (await user.ExecuteAsync(form, "投稿する", Inputs(("text", new string('内', 1500)), ("offer", new string('提', 5000)), ("need", new string('求', 5000)), ("budget", new string('予', 5000))))).Card!;

        Assert.Equal(1500, ((string?)Personas.Input(card, "text")["value"])!.Length);
        Assert.InRange(((string?)Personas.Input(card, "offer")["value"])!.Length, 500, 5000);
    }

    [Fact]
    public async Task Nobody_gets_at_another_ones_draft()
    {
        var form = (await bot.Sakai().SendAsync("提案を投稿")).Card!;
        var draft = (await bot.Sakai().ExecuteAsync(form, "下書き保存", ("title", "秘密の題"))).Card!;

        foreach (var verb in new[] { "proposals.post", "proposals.open", "proposals.edit", "proposals.save", "proposals.draft", "proposals.preview", "proposals.delete", "applications.apply", "comments.list" })
        {
            var data = Personas.Data(draft, "編集する");
            var outcome = await bot.Shinagawa().ExecuteAsync(verb, data);
            Assert.DoesNotContain("秘密の題", outcome.Body!.ToJsonString().Unescaped(), StringComparison.Ordinal);
        }

        Assert.Contains("秘密の題", Text((await bot.Sakai().SendAsync("自分の提案")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_the_form_shows_nobodys_contact()
    {
        var form = (await bot.Sakai("channel").SendAsync("提案を投稿")).Card!;

        Assert.Equal("", (string?)Personas.Input(form, "contact")["value"] ?? "");
    }

    [Fact]
    public async Task Nobody_changes_another_organisations_proposal_with_a_forged_card()
    {
        var posted = await bot.Sakai().PostAsync();

        foreach (var verb in new[] { "proposals.close", "proposals.withdraw", "proposals.edit", "proposals.save", "proposals.reopen", "proposals.delete", "applications.list", "proposals.accept" })
        {
            var outcome = await bot.Shinagawa().ExecuteAsync(verb, Personas.Data(posted, "編集する"));
            Assert.Equal(HttpStatusCode.OK, outcome.Status);
            Assert.Equal("application/vnd.microsoft.error", (string?)outcome.Body!["type"]);
        }

        Assert.Contains("募集中", Text(await bot.Shinagawa().OpenAsync("かに")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("")]
    public async Task A_forged_id_is_not_found(string id)
    {
        foreach (var verb in new[] { "proposals.open", "proposals.edit", "proposals.close", "applications.apply", "applications.list", "applications.approve", "applications.agree", "comments.list", "proposals.revisions", "comments.delete" })
        {
            var outcome = await bot.Shinagawa().ExecuteAsync(verb, new JsonObject { ["id"] = id, ["version"] = "x" });
            Assert.Equal(HttpStatusCode.OK, outcome.Status);
            Assert.Equal("application/vnd.microsoft.error", (string?)outcome.Body!["type"]);
        }
    }

    [Fact]
    public async Task Who_is_not_registered_is_told_how_to()
    {
        var outcome = await bot.Stranger().SendAsync("提案を投稿");

        Assert.Contains("利用登録", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_works_by_Action_Submit()
    {
        var user = bot.Sakai();
        var form = (await user.SendAsync("提案を投稿")).Card!;

        var posted = (await user.PressFallbackAsync(form, "投稿する", Inputs())).Card!;

        Assert.Contains("提案を投稿しました", Text(posted), StringComparison.Ordinal);
    }
}
