using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Channels;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Announcements.Announcing;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Announcements;

/// <summary>お知らせを配信: the form, the preview, the sending, and the card that shows how it comes along.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser secretary = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Settings);
        secretary = bot.Secretary();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task It_reaches_the_channels_that_chose_it_and_the_liaison_officers_once_each_and_the_author_sees_the_end()
    {
        await bot.AddChannelsAsync(["a", "b"]);
        await bot.AddChannelsAsync(["other"], ChannelTopics.Events);
        var (arakawa, shinagawa) = (bot.Arakawa(), bot.Shinagawa());
        await bot.GreetAsync(arakawa);

        var preview = await secretary.PreviewAsync(("targets", "Announcements,Officers"));
        Assert.Contains("4件", Text(preview), StringComparison.Ordinal);
        Assert.Contains("まだ分からない方が1名", Text(preview), StringComparison.Ordinal);
        Assert.Contains("【重要】全国連携展示のご案内", Text(preview), StringComparison.Ordinal);
        Assert.Contains("すぐに配信", Text(preview), StringComparison.Ordinal);
        Assert.Empty(bot.Posted("a"));
        await secretary.ExecuteAsync(preview, "配信する");

        var end = await bot.SeenAsync(secretary, "配信が終わりました。3件に届きました");
        Assert.Contains("ボットに話しかけたときに届きます", Text(end.Card), StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (bot.Posted("a").Count, bot.Posted("b").Count, bot.Posted("other").Count));
        var copy = (await bot.SeenAsync(arakawa, "今年度の全国連携展示を開きます")).Card!;
        Assert.Equal(["詳しい案内"], Buttons(copy));
        await shinagawa.SendAsync("ヘルプ");
        await bot.SeenAsync(shinagawa, "今年度の全国連携展示を開きます");
        Assert.Single(bot.Connector.Calls, call => call.Operation == ConnectorOperation.Send && call.ConversationId == secretary.ConversationId && Text(call.Card).Contains("配信開始", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_comes_back_beside_its_input_with_what_was_typed()
    {
        var card = await secretary.PreviewAsync(("targets", ""), ("linkUrl1", "http://example.jp"), ("day", "2026-11-20"), ("time", "10:00"), ("title", "消えない件名"), ("until", "2026-12-01"));

        var text = Text(card);
        foreach (var said in new[] { "対象かチャネルを一つ以上", "https:// で始まるURL", "今より後", "繰り返すときだけ", "消えない件名", "http://example.jp" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("プレビュー", Buttons(card));
        Assert.DoesNotContain("配信する", Buttons(card));
    }

    [Fact]
    public async Task Only_the_secretariat_may_and_only_where_nobody_reads_along()
    {
        var preview = await secretary.PreviewAsync();

        Assert.Contains("事務局の方だけ", (await bot.Arakawa().SendAsync("お知らせを配信")).Answer, StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.error", (string?)(await bot.Arakawa().ExecuteAsync(preview, "配信する")).Body!["type"]);
        Assert.Contains("個人チャット", (await bot.Secretary("channel").SendAsync("お知らせを配信")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_narrow_the_topics_and_named_channels_come_beside_them()
    {
        await bot.AddChannelsAsync(["arakawa"], ward: "131181");
        await bot.AddChannelsAsync(["elsewhere"]);
        await bot.AddChannelsAsync(["named"], ChannelTopics.None);
        var form = (await secretary.SendAsync("お知らせを配信")).Card!;
        var named = Personas.Input(form, "channels")["choices"]!.AsArray().Single(choice => ((string)choice!["title"]!).Contains("named", StringComparison.Ordinal))!["value"]!;

        var preview = (await secretary.ExecuteAsync(form, "プレビュー", Typed(("areas", "131181"), ("channels", (string)named!)))).Card!;
        await secretary.ExecuteAsync(preview, "配信する");

        await bot.SeenAsync(secretary, "配信が終わりました。2件に届きました");
        Assert.Equal((1, 0, 1), (bot.Posted("arakawa").Count, bot.Posted("elsewhere").Count, bot.Posted("named").Count));
    }

    [Fact]
    public async Task A_test_goes_to_oneself_alone()
    {
        await bot.AddChannelsAsync(["a"]);

        var tested = (await secretary.ExecuteAsync(await secretary.PreviewAsync(("confirm", "true")), "テスト送信")).Card!;

        var test = await bot.SeenAsync(secretary, "【テスト】");
        Assert.Contains("ほかの方には届いていません", Text(tested), StringComparison.Ordinal);
        Assert.Contains("記録していません", (string?)(await secretary.ExecuteAsync(test.Card!, "確認しました")).Body!["value"], StringComparison.Ordinal);
        Assert.Empty(bot.Posted("a"));
    }

    [Fact]
    public async Task The_same_press_twice_and_a_second_press_send_once_and_an_older_preview_sends_nothing()
    {
        await bot.AddChannelsAsync(["a"]);
        var older = await secretary.PreviewAsync();
        var form = (await secretary.ExecuteAsync(older, "修正する")).Card!;
        var newer = (await secretary.ExecuteAsync(form, "プレビュー", Typed(("title", "新しい件名")))).Card!;

        var stale = (await secretary.ExecuteAsync(older, "配信する")).Card!;
        Assert.Contains("内容が更新されていました", Text(stale), StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => secretary.ExecuteAsync(newer, "配信する")));

        await bot.SeenAsync(secretary, "配信が終わりました");
        await using var context = await bot.ContextAsync();
        Assert.Equal(1, await context.AnnouncementOccurrences.CountAsync());
        Assert.Contains("新しい件名", Text(Assert.Single(bot.Posted("a")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_said_with_its_reason_and_sent_again()
    {
        await bot.AddChannelsAsync(["a", "b"]);
        bot.RefuseOnce("a", 403, "BotNotInConversationRoster");
        await secretary.AnnounceAsync();
        var failed = await bot.SeenAsync(secretary, "1件は届きませんでした");
        Assert.Contains("ボットが会話に入っていません（1件）", Text(failed.Card), StringComparison.Ordinal);
        Assert.Contains("アプリを追加し直して", Text(failed.Card), StringComparison.Ordinal);

        await secretary.ExecuteAsync(failed.Card!, "失敗分を再送する");

        await bot.SeenAsync(secretary, "配信が終わりました。2件に届きました");
        Assert.Equal((1, 1), (bot.Posted("a").Count, bot.Posted("b").Count));
    }

    [Fact]
    public async Task A_planned_one_goes_at_its_time_also_after_restarts_and_once()
    {
        await bot.AddChannelsAsync(["a"]);
        var planned = await secretary.AnnounceAsync(("day", "2026-11-22"), ("time", "10:01"));
        Assert.Contains("配信を予約しました", Text(planned), StringComparison.Ordinal);
        Assert.Contains("令和8年11月22日 10:01", Text(planned), StringComparison.Ordinal);

        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T10:00:00+09:00"), .. Settings]);
        await Task.Delay(600);
        Assert.Empty(bot.Posted("a"));
        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T10:01:00+09:00"), .. Settings]);
        await bot.SeenAsync(secretary, "配信が終わりました。1件に届きました");
        bot = await bot.RestartAsync([("Clock:Now", "2026-11-23T10:01:00+09:00"), .. Settings]);
        await Task.Delay(600);

        Assert.Single(bot.Posted("a"));
    }

    [Fact]
    public async Task A_repeated_one_that_fell_due_while_the_service_was_down_goes_once_and_then_on()
    {
        await bot.AddChannelsAsync(["a"]);
        await secretary.AnnounceAsync(("day", "2026-11-22"), ("time", "10:00"), ("repeat", "Daily"));

        bot = await bot.RestartAsync([("Clock:Now", "2026-11-25T12:00:00+09:00"), .. Settings]);
        await bot.SeenAsync(secretary, "配信が終わりました");
        await Task.Delay(600);

        Assert.Single(bot.Posted("a"));
        await using var context = await bot.ContextAsync();
        Assert.Equal(DateTimeOffset.Parse("2026-11-26T10:00:00+09:00", null), (await context.Announcements.SingleAsync()).NextAt);

        bot = await bot.RestartAsync([("Clock:Now", "2026-11-26T10:00:00+09:00"), .. Settings]);
        await UntilAsync(() => bot.Posted("a").Count == 2, "The second one was not sent.");
    }

    [Fact]
    public async Task A_confirmation_of_an_earlier_one_does_not_end_the_last_one_that_is_under_way()
    {
        await bot.AddChannelsAsync(["a", "b"]);
        await secretary.AnnounceAsync(("repeat", "Daily"), ("until", "2026-11-22"), ("confirm", "true"));
        await bot.SeenAsync(secretary, "配信が終わりました");
        var first = bot.Posted("a")[0];

        var held = new TaskCompletionSource();
        bot.Connector.Trouble = call => call.Operation == ConnectorOperation.Send && call.ConversationId == ChannelId("b") ? new ConnectorFault(Until: held.Task) : null;
        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T12:00:00+09:00"), .. Settings]);
        await UntilAsync(() => bot.Posted("a").Count == 2, "The second one was not sent.");
        await bot.In("a", 2, "荒川 花子").ExecuteAsync(first.Card!, "確認しました");
        await UntilAsync(() => Text(bot.Connector.Message(first.SentId!)).Contains("確認した方：1名", StringComparison.Ordinal), "The first card does not count.");
        await Task.Delay(600);

        await using var context = await bot.ContextAsync();
        var state = (await context.Announcements.SingleAsync()).State;
        held.SetResult();
        Assert.Equal(AnnouncementState.Sending, state);
        await bot.SeenAsync(secretary, "配信が終わりました");
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_keep_the_others_waiting()
    {
        await bot.AddChannelsAsync(["a"]);
        await secretary.AnnounceAsync(("day", "2026-11-22"), ("time", "09:30"));
        await using (var context = await bot.ContextAsync())
            await context.Database.ExecuteSqlRawAsync("UPDATE \"Announcements\" SET \"Content\" = 'broken'");
        await secretary.AnnounceAsync(("title", "ほかのお知らせ"), ("day", "2026-11-22"), ("time", "10:00"));

        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T12:00:00+09:00"), .. Settings]);

        await UntilAsync(() => bot.Posted("a").Count == 1, "The second one was not sent.");
        Assert.Contains("ほかのお知らせ", Text(bot.Posted("a")[0].Card), StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.Contains("could not be looked after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_in_the_midst_loses_none_and_repeats_none()
    {
        const int Number = 450;
        var names = Enumerable.Range(1, Number).Select(number => $"c{number:000}").ToList();
        await bot.AddChannelsAsync(names);

        await secretary.AnnounceAsync();
        for (var restart = 0; restart < 3; restart++)
            bot = await bot.RestartAsync(Settings);

        await bot.SeenAsync(secretary, $"配信が終わりました。{Number}件に届きました");
        var sent = bot.Connector.Calls.Where(call => call.Operation == ConnectorOperation.Send && call.ConversationId!.StartsWith("19:c", StringComparison.Ordinal)).ToList();
        Assert.Equal(Number, sent.Select(call => call.ConversationId).Distinct().Count());
        Assert.Equal(Number, sent.Count);
    }

    [Fact]
    public async Task Drafts_are_kept_listed_duplicated_and_deleted()
    {
        var form = (await secretary.SendAsync("お知らせを配信")).Card!;
        var draft = (await secretary.ExecuteAsync(form, "下書き保存", Typed(("title", "下書きの件名")))).Card!;
        Assert.Contains("下書きを保存しました", Text(draft), StringComparison.Ordinal);

        var list = (await bot.Second().SendAsync("お知らせ一覧")).Card!;
        Assert.Contains("下書きの件名", Text(list), StringComparison.Ordinal);
        var copy = (await secretary.ExecuteAsync(list, "複製する")).Card!;
        Assert.Contains("複製して下書きにしました", Text(copy), StringComparison.Ordinal);
        Assert.Contains("お知らせは2件です", Text((await secretary.SendAsync("お知らせ一覧")).Card), StringComparison.Ordinal);
        Assert.Contains("削除しました", (string?)(await secretary.ExecuteAsync(copy, "削除する")).Body!["value"], StringComparison.Ordinal);
        Assert.Contains("お知らせは1件です", Text((await secretary.SendAsync("お知らせ一覧")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_fill_in_the_form_and_are_kept_and_deleted()
    {
        var form = (await secretary.SendAsync("お知らせを配信")).Card!;
        Assert.Contains("テンプレートとして保存しました", Text((await secretary.ExecuteAsync(form, "テンプレートとして保存", Typed(("title", "毎月の定例")))).Card), StringComparison.Ordinal);

        var templates = (await secretary.ExecuteAsync(form, "テンプレートから作る")).Card!;
        var filled = (await secretary.ExecuteAsync(templates, "使う")).Card!;

        Assert.Equal("毎月の定例", (string?)Personas.Input(filled, "title")["value"]);
        Assert.Equal("https://www.example.lg.jp/tenji", (string?)Personas.Input(filled, "linkUrl1")["value"]);
        var left = (await secretary.ExecuteAsync(templates, "削除する")).Card!;
        Assert.DoesNotContain("毎月の定例", Text(left), StringComparison.Ordinal);
        Assert.Contains("緊急連絡", Text(left), StringComparison.Ordinal);
    }
}
