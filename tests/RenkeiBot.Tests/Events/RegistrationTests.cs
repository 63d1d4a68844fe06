using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Events.EventDriver;

namespace RenkeiBot.Tests.Events;

/// <summary>行事を登録 and 行事一覧 through the front door: what is registered, edited and taken back is answered about at once.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_registered_exhibition_is_answered_about_at_once()
    {
        var card = await bot.Secretary().RegisterAsync(Inputs());

        Assert.Contains("行事を登録しました", Personas.Text(card), StringComparison.Ordinal);
        Assert.Contains("令和8年度（2026年度）", Personas.Text(card), StringComparison.Ordinal);
        var until = await bot.AskAsync("越前がにと三国湊はいつまで？");
        Assert.Contains("12月18日", until, StringComparison.Ordinal);
        Assert.Contains("事務局による行事の登録", until, StringComparison.Ordinal);
        Assert.Contains("12月18日", await bot.AskAsync("坂井市の展示はいつまで？"), StringComparison.Ordinal);
        Assert.Contains("東京区政会館 1階エントランスホール", await bot.AskAsync("令和8年度第2回の全国連携展示の会場は？"), StringComparison.Ordinal);
        Assert.Contains("9:00～20:30", await bot.AskAsync("越前がにと三国湊は何時から？"), StringComparison.Ordinal);
        Assert.Contains("03-0000-0000", await bot.AskAsync("越前がにと三国湊の問い合わせ先は？"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_lecture_is_found_by_its_kind_and_month()
    {
        await bot.Secretary().RegisterAsync(Lecture());

        Assert.All([await bot.AskAsync("来月の講演会は？"), await bot.AskAsync("令和8年度第1回の全国連携講演会はいつ？")], answer => Assert.Contains("12月10日", answer, StringComparison.Ordinal));
        Assert.Contains("関係人口のこれから", await bot.AskAsync("令和8年度第1回講演会のテーマは？"), StringComparison.Ordinal);
        Assert.DoesNotContain("されました", (await bot.User().SendAsync("令和8年度第1回の全国連携講演会について")).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("開催中の展示は？")]
    [InlineData("今やっている展示は？")]
    [InlineData("現在開催中の展示を教えて")]
    public async Task What_is_under_way_is_what_is_held_today(string question)
    {
        Assert.DoesNotContain("平成29年", (await bot.User().SendAsync(question)).Answer, StringComparison.Ordinal);

        await bot.Secretary().RegisterAsync(Inputs(("from", "2026-11-16")));

        var answer = (await bot.User().SendAsync(question)).Answer;
        Assert.Contains("福井県坂井市", answer, StringComparison.Ordinal);
        Assert.Contains("12月18日", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_outlives_a_restart_and_is_edited_and_taken_back()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        bot = await bot.RestartAsync();
        Assert.Contains("12月18日", await bot.AskAsync("越前がにと三国湊はいつまで？"), StringComparison.Ordinal);

        var saved = await bot.Secretary().EditAsync("坂井市", ("until", "2026-12-22"), ("venue", "品川区役所"));
        Assert.Contains("変更を保存しました", Personas.Text(saved), StringComparison.Ordinal);
        var answer = await bot.AskAsync("越前がにと三国湊はいつまで？");
        Assert.Contains("12月22日", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("12月18日", answer, StringComparison.Ordinal);
        Assert.Contains("品川区役所", await bot.AskAsync("越前がにと三国湊の会場は？"), StringComparison.Ordinal);

        var removed = (await bot.Secretary().ExecuteAsync(saved, "取り消す")).Card!;
        Assert.Contains("取り消しました", Personas.Text(removed), StringComparison.Ordinal);
        Assert.DoesNotContain("12月22日", await bot.AskAsync("越前がにと三国湊はいつまで？"), StringComparison.Ordinal);
        Assert.Contains("当てはまる行事はありません", Personas.Text((await bot.Secretary().SendAsync("行事一覧 越前がに")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_event_is_answered_as_cancelled()
    {
        await bot.Secretary().RegisterAsync(Lecture());
        await bot.Secretary().EditAsync("講演会 令和8年度", ("status", "Cancelled"));

        Assert.All([await bot.AskAsync("令和8年度第1回の全国連携講演会はいつ？"), await bot.AskAsync("令和8年度第1回の全国連携講演会について"), await bot.AskAsync("来月の講演会は？")],
            answer => Assert.Contains("中止", answer, StringComparison.Ordinal));

        await bot.Secretary().EditAsync("講演会 令和8年度", ("status", "Postponed"));
        Assert.Contains("延期", await bot.AskAsync("令和8年度第1回の全国連携講演会はいつ？"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_documents_is_edited_and_comes_back()
    {
        const string question = "東北絆まつり2019の会場は？";
        var before = await bot.AskAsync(question);
        var form = await bot.Secretary().FormAsync("絆まつり 2019");

        var saved = (await bot.Secretary().ExecuteAsync(form, "保存する", [.. Typed(form, ("venue", "福島市 国道4号"))])).Card!;
        Assert.Contains("資料の記録を事務局が変更", Personas.Text(saved), StringComparison.Ordinal);
        Assert.Contains("福島市 国道4号", await bot.AskAsync(question), StringComparison.Ordinal);

        var back = (await bot.Secretary().ExecuteAsync(saved, "取り消す")).Card!;
        Assert.Contains("資料の記録に戻りました", Personas.Text(back), StringComparison.Ordinal);
        Assert.DoesNotContain("取り消す", Pressing.Buttons(back));
        Assert.Equal(before, await bot.AskAsync(question));
    }

    [Fact]
    public async Task Records_of_the_documents_with_more_than_the_form_shows_can_be_saved_with_another_venue()
    {
        var secretary = bot.Secretary();
        foreach (var id in (string[])["x.2017-1-kyoto", "e.lecture-2017-1", "e.yamashiro-shokuzai-2021", "e.kizuna-2020", "e.peace-festival-2018"])
        {
            var form = (await secretary.ExecuteAsync("events.edit", new JsonObject { ["id"] = id })).Card!;
            var unchanged = (await secretary.ExecuteAsync(form, "保存する", [.. Typed(form)])).Card!;
            Assert.Contains("変わったところがない", Personas.Text(unchanged), StringComparison.Ordinal);
            var saved = (await secretary.ExecuteAsync(form, "保存する", [.. Typed(form, ("venue", "別の会場"))])).Card!;
            Assert.Contains("変更を保存しました", Personas.Text(saved), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kind", "", "種別を選んでください。")]
    [InlineData("kind", "王様", "種別を選んでください。")]
    [InlineData("title", "", "行事名を入力してください。")]
    [InlineData("title", "品川区", "地名だけの行事名")]
    [InlineData("title", "平成29年度 第1回 全国連携講演会", "同じ行事名の記録")]
    [InlineData("from", "", "開始日を入力してください。")]
    [InlineData("from", "2026-13-01", "日付として読めません")]
    [InlineData("until", "2026-12-01", "終了日は、開始日以後")]
    [InlineData("until", "2030-12-01", "期間は2年以内")]
    [InlineData("venue", "", "会場を入力してください")]
    [InlineData("participants", "福井県坂井市\nおとぎの国", "「おとぎの国」は")]
    [InlineData("participants", "府中市", "「府中市」はいくつかあります")]
    [InlineData("url", "http://example.jp", "https://")]
    [InlineData("status", "王様", "開催状況を選んでください。")]
    public async Task Says_what_is_wrong_beside_the_field_and_gives_back_what_was_typed(string key, string value, string said)
    {
        var form = (await bot.Secretary().SendAsync("行事を登録")).Card!;

        foreach (var button in new[] { "プレビュー", "登録する" })
        {
            var card = (await bot.Secretary().ExecuteAsync(form, button, Inputs((key, value)))).Card!;
            Assert.Contains(said, Personas.Text(card), StringComparison.Ordinal);
            Assert.Equal("坂井市観光協会", (string?)Personas.Input(card, "coHosts")["value"]);
        }

        Assert.Contains("当てはまる行事はありません", Personas.Text((await bot.Secretary().SendAsync("行事一覧 三国湊")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_of_the_records_refuse_comes_back_in_words()
    {
        var form = (await bot.Secretary().SendAsync("行事を登録")).Card!;

        var card = (await bot.Secretary().ExecuteAsync(form, "登録する", Inputs(("theme", "こわれた\uFFFD文字")))).Card!;

        Assert.Contains("記録の決まりに合わない", Personas.Text(card), StringComparison.Ordinal);
        Assert.Contains("この欄に", Personas.Text(card), StringComparison.Ordinal);
        Assert.Equal("坂井市観光協会", (string?)Personas.Input(card, "coHosts")["value"]);
    }

    [Fact]
    public async Task A_preview_shows_it_and_keeps_nothing()
    {
        var form = (await bot.Secretary().SendAsync("行事を登録")).Card!;

        var preview = (await bot.Secretary().ExecuteAsync(form, "プレビュー", Inputs())).Card!;

        Assert.Contains("まだ保存されていません", Personas.Text(preview), StringComparison.Ordinal);
        Assert.Contains("令和8年度（2026年度）", Personas.Text(preview), StringComparison.Ordinal);
        Assert.Contains("当てはまる行事はありません", Personas.Text((await bot.Secretary().SendAsync("行事一覧 三国湊")).Card), StringComparison.Ordinal);
        var registered = (await bot.Secretary().ExecuteAsync(preview, "登録する", [.. Typed(preview)])).Card!;
        Assert.Contains("行事を登録しました", Personas.Text(registered), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_identical_presses_make_one_record()
    {
        var form = (await bot.Secretary().SendAsync("行事を登録")).Card!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bot.Secretary().ExecuteAsync(form, "登録する", Inputs()))));

        Assert.All(outcomes, outcome => Assert.Equal(HttpStatusCode.OK, outcome.Status));
        Assert.Contains("行事は1件です", Personas.Text((await bot.Secretary().SendAsync("行事一覧 三国湊")).Card), StringComparison.Ordinal);
        await using var context = await bot.ContextAsync();
        Assert.Equal(1, await context.AuditEvents.CountAsync(one => one.Type == "event.register"));
    }

    [Fact]
    public async Task An_older_form_comes_back_with_what_another_changed()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        var older = await bot.Secretary().FormAsync("坂井市");
        await bot.Secretary().EditAsync("坂井市", ("venue", "品川区役所"));

        var merged = (await bot.Secretary().ExecuteAsync(older, "保存する", [.. Typed(older, ("hours", "10:00～17:00"))])).Card!;
        Assert.Contains("ほかの方が先に変更していました", Personas.Text(merged), StringComparison.Ordinal);
        Assert.Contains("今の内容：品川区役所", Personas.Text(merged), StringComparison.Ordinal);
        Assert.Contains("品川区役所", await bot.AskAsync("越前がにと三国湊の会場は？"), StringComparison.Ordinal);

        var saved = (await bot.Secretary().ExecuteAsync(merged, "保存する", [.. Typed(merged)])).Card!;
        Assert.Contains("10:00～17:00", Personas.Text(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told_so()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        var form = await bot.Secretary().FormAsync("坂井市");

        var cards = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () => Personas.Text((await bot.Secretary().ExecuteAsync(form, "保存する", [.. Typed(form, ("hours", $"{n}:00から"))])).Card))));

        Assert.Single(cards, card => card.Contains("変更を保存しました", StringComparison.Ordinal));
        Assert.Equal(7, cards.Count(card => card.Contains("ほかの方が先に変更していました", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stale_press_to_take_back_changes_nothing()
    {
        var registered = await bot.Secretary().RegisterAsync(Inputs());
        await bot.Secretary().EditAsync("坂井市", ("hours", "10:00～17:00"));

        var stale = (await bot.Secretary().ExecuteAsync(registered, "取り消す")).Card!;

        Assert.Contains("内容が更新されていました", Personas.Text(stale), StringComparison.Ordinal);
        Assert.Contains("10:00～17:00", Personas.Text(stale), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_secretariat_registers_and_not_where_others_read_along()
    {
        Assert.Contains("事務局", (await bot.Arakawa().SendAsync("行事を登録")).Answer, StringComparison.Ordinal);
        Assert.Contains("利用登録", (await bot.Stranger().SendAsync("行事一覧")).Answer, StringComparison.Ordinal);
        Assert.Contains("個人チャット", (await bot.Secretary("channel").SendAsync("行事を登録")).Answer, StringComparison.Ordinal);
        var registered = await bot.Secretary().RegisterAsync(Inputs());
        foreach (var verb in new[] { "events.save", "events.edit", "events.remove", "events.open", "events.preview", "events.list" })
        {
            var outcome = await bot.Arakawa().ExecuteAsync(verb, Personas.Data(registered, "取り消す"));
            Assert.Equal("application/vnd.microsoft.error", (string?)outcome.Body!["type"]);
        }

        Assert.Contains("12月18日", await bot.AskAsync("越前がにと三国湊はいつまで？"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.nothing")]
    [InlineData("e.")]
    [InlineData("王様")]
    public async Task An_id_that_names_nothing_is_refused(string id)
    {
        foreach (var verb in new[] { "events.save", "events.edit", "events.remove", "events.open", "events.preview" })
        {
            var outcome = await bot.Secretary().ExecuteAsync(verb, new JsonObject { ["id"] = id, ["version"] = "0" });
            Assert.Equal("application/vnd.microsoft.error", (string?)outcome.Body!["type"]);
        }
    }

    [Fact]
    public async Task The_same_works_by_Action_Submit()
    {
        var form = (await bot.Secretary().SendAsync("行事を登録")).Card!;

        var card = (await bot.Secretary().PressFallbackAsync(form, "登録する", Inputs())).Card!;

        Assert.Contains("行事を登録しました", Personas.Text(card), StringComparison.Ordinal);
    }
}
