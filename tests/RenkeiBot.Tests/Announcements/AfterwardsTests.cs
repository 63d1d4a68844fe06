using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Privacy;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Announcements.Announcing;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Announcements;

/// <summary>What is done with what was sent: withdrawing, correcting, confirming, reminding, the table.</summary>
public sealed class AfterwardsTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser secretary = null!;
    private TeamsUser arakawa = null!;
    private TeamsUser shinagawa = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Settings);
        (secretary, arakawa, shinagawa) = (bot.Secretary(), bot.Arakawa(), bot.Shinagawa());
        await bot.GreetAsync(arakawa);
        await bot.GreetAsync(shinagawa);
        await bot.AddChannelsAsync(["a", "b"]);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task What_was_sent_is_deleted_and_the_card_says_so()
    {
        await secretary.AnnounceAsync(("targets", "Announcements,Officers"));
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。4件")).Card!;

        var answer = (await bot.Second().ExecuteAsync(end, "取り消す")).Card!;

        Assert.Contains("取り消します", Text(answer), StringComparison.Ordinal);
        await bot.SeenAsync(secretary, "取り消しました。届いていた4件を削除しました");
        Assert.Null(bot.Standing("a"));
        Assert.Null(bot.Standing("b"));
        Assert.Contains("すでに受け付けています", Text((await secretary.ExecuteAsync(end, "取り消す")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_in_flight_nothing_stays_anywhere()
    {
        var names = Enumerable.Range(1, 300).Select(number => $"d{number:000}").ToList();
        await bot.AddChannelsAsync(names);
        var started = await secretary.AnnounceAsync();
        await UntilAsync(() => bot.Connector.Calls.Count(call => call.ConversationId?.StartsWith("19:d", StringComparison.Ordinal) == true) > 5, "Nothing was sent.");

        await secretary.ExecuteAsync(started, "取り消す");

        await bot.SeenAsync(secretary, "取り消しました");
        await using var context = await bot.ContextAsync();
        Assert.Equal(0, await context.OutboxMessages.CountAsync(message => message.Source.StartsWith("announcement:") && message.EndedAt == null));
        foreach (var name in names)
            Assert.Null(bot.Standing(name));
    }

    [Fact]
    public async Task A_plan_that_is_withdrawn_never_goes_and_a_repeated_one_stops()
    {
        var plan = await secretary.AnnounceAsync(("day", "2026-11-22"), ("time", "10:00"));
        Assert.Contains("配信しません", Text((await secretary.ExecuteAsync(plan, "取り消す")).Card), StringComparison.Ordinal);
        await secretary.AnnounceAsync(("repeat", "Daily"));
        await secretary.ExecuteAsync((await bot.SeenAsync(secretary, "配信が終わりました")).Card!, "取り消す");
        await bot.SeenAsync(secretary, "取り消しました。届いていた2件");

        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T12:00:00+09:00"), .. Settings]);
        await Task.Delay(600);

        Assert.Single(bot.Posted("a"));
    }

    [Fact]
    public async Task A_correction_changes_what_was_sent_and_what_failed_goes_out_corrected()
    {
        bot.RefuseOnce("a", 404, "ConversationNotFound");
        await secretary.AnnounceAsync();
        var end = (await bot.SeenAsync(secretary, "1件は届きませんでした")).Card!;

        var form = (await secretary.ExecuteAsync(end, "訂正する")).Card!;
        Assert.Equal("今年度の全国連携展示を開きます。", (string?)Personas.Input(form, "text")["value"]);
        var wrong = (await secretary.ExecuteAsync(form, "訂正する", ("title", ""), ("text", "正しい本文"))).Card!;
        Assert.Contains("件名を入力してください", Text(wrong), StringComparison.Ordinal);
        var corrected = (await secretary.ExecuteAsync(form, "訂正する", ("title", "正しい件名"), ("text", "正しい本文"))).Card!;
        Assert.Contains("内容が更新されていました", Text((await secretary.ExecuteAsync(form, "訂正する", ("title", "古い用紙"), ("text", "x"))).Card), StringComparison.Ordinal);
        await bot.SeenAsync(secretary, "令和8年11月21日 9:00");
        await secretary.ExecuteAsync(corrected, "失敗分を再送する");

        await UntilAsync(() => Text(bot.Standing("a")).Contains("【訂正】正しい件名", StringComparison.Ordinal), "What had failed is not corrected.");
        await UntilAsync(() => Text(bot.Standing("b")).Contains("【訂正】正しい件名", StringComparison.Ordinal), "What was sent is not corrected.");
        Assert.Equal((1, 1), (bot.Posted("a").Count, bot.Posted("b").Count));
        Assert.Contains("令和8年11月21日 9:00に内容を訂正しました", Text(bot.Standing("a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_confirms_is_in_the_roster_once_and_the_card_of_the_channel_counts()
    {
        await secretary.AnnounceAsync(("targets", "Announcements,Officers"), ("confirm", "true"));
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。4件")).Card!;
        var copy = bot.Posted("a")[0].Card!;
        var (member, guest) = (bot.In("a", 2, "荒川 花子"), bot.In("a", 77, "登録のない 人"));

        var seen = (await member.ExecuteAsync(copy, "確認しました")).Card!;
        Assert.Contains("確認しました。ありがとうございます", Text(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("確認しました", Buttons(seen));
        Assert.Contains("すでに確認", Text((await member.ExecuteAsync(copy, "確認しました")).Card), StringComparison.Ordinal);
        // A client that does not know Action.Execute gets a text: the card there is everyone's.
        var byText = await guest.PressFallbackAsync(copy, "確認しました");
        Assert.Null(byText.Card);

        await UntilAsync(() => Text(bot.Standing("a")).Contains("確認した方：2名", StringComparison.Ordinal), "The channel's card does not count.");
        Assert.Contains("確認しました", Buttons(bot.Standing("a")));
        await bot.SeenAsync(secretary, "2名");
        // Arakawa's own copy says so, too.
        await bot.SeenAsync(arakawa, "確認しました。ありがとうございます");
        var roster = (await secretary.ExecuteAsync(end, "確認状況を見る")).Card!;
        foreach (var said in new[] { "確認した方は2名です。未確認の宛先は2件です。", "荒川区", "荒川 花子：確認済み", "登録のない 人：確認済み", "品川 一郎：未確認" })
            Assert.Contains(said, Text(roster), StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.error", (string?)(await arakawa.ExecuteAsync(end, "確認状況を見る")).Body!["type"]);
    }

    [Fact]
    public async Task Whom_it_did_not_reach_is_not_called_unconfirmed()
    {
        bot.RefuseOnce("a", 404, "ConversationNotFound");
        await secretary.AnnounceAsync(("confirm", "true"));

        var roster = (await secretary.ExecuteAsync((await bot.SeenAsync(secretary, "1件は届きませんでした")).Card!, "確認状況を見る")).Card!;

        foreach (var said in new[] { "未確認の宛先は1件です。まだ届いていない宛先が1件あります。", "全国連携（a）：失敗", "全国連携（b）：未確認" })
            Assert.Contains(said, Text(roster), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_nobody_was_asked_to_confirm_the_deliveries_are_seen()
    {
        await secretary.AnnounceAsync();
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。2件")).Card!;
        Assert.DoesNotContain("確認状況を見る", Buttons(end));

        var recipients = (await secretary.ExecuteAsync(end, "宛先ごとに見る")).Card!;

        Assert.Contains("全国連携（a）：届いた", Text(recipients), StringComparison.Ordinal);
        Assert.DoesNotContain("未確認", Text(recipients), StringComparison.Ordinal);
        var url = recipients.ToJsonString().Split('"').First(part => part.Contains("/downloads/", StringComparison.Ordinal));
        Assert.DoesNotContain("未確認", await bot.Http.GetStringAsync(new Uri(new Uri(url).PathAndQuery, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_not_told_cannot_confirm()
    {
        await secretary.AnnounceAsync(("confirm", "true"));
        await bot.SeenAsync(secretary, "配信が終わりました");

        var forged = await arakawa.ExecuteAsync(bot.Posted("a")[0].Card!, "確認しました");

        Assert.Null(forged.Card);
        await using var context = await bot.ContextAsync();
        Assert.Equal(0, await context.AnnouncementConfirmations.CountAsync());
    }

    [Fact]
    public async Task Those_who_have_not_confirmed_are_reminded_once_a_day()
    {
        await secretary.AnnounceAsync(("targets", "Announcements,Officers"), ("confirm", "true"));
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。4件")).Card!;
        await bot.In("a", 77, "登録のない 人").ExecuteAsync(bot.Posted("a")[0].Card!, "確認しました");
        await arakawa.ExecuteAsync((await bot.SeenAsync(arakawa, "今年度の")).Card!, "確認しました");

        var pressed = await Task.WhenAll(secretary.ExecuteAsync(end, "未確認の方に催促する"), bot.Second().ExecuteAsync(end, "未確認の方に催促する"));
        Assert.Single(pressed, one => Text(one.Card).Contains("未確認の2件に催促します", StringComparison.Ordinal));
        Assert.Single(pressed, one => Text(one.Card).Contains("今日はすでに催促しています", StringComparison.Ordinal));

        var reminder = await bot.SeenAsync(shinagawa, "【確認のお願い】");
        await UntilAsync(() => bot.Posted("b").Count == 2, "The channel was not reminded.");
        Assert.EndsWith($";messageid={bot.Posted("b")[0].SentId}", bot.Posted("b")[1].ConversationId, StringComparison.Ordinal);
        Assert.Single(bot.Posted("a"));
        Assert.DoesNotContain(bot.Told(arakawa), call => Text(call.Card).Contains("【確認のお願い】", StringComparison.Ordinal));
        Assert.Contains("ありがとうございます", Text((await shinagawa.ExecuteAsync(reminder.Card!, "確認しました")).Card), StringComparison.Ordinal);
        bot = await bot.RestartAsync([("Clock:Now", "2026-11-22T09:00:00+09:00"), .. Settings]);
        Assert.Contains("未確認の1件に催促します", Text((await bot.Secretary().ExecuteAsync(end, "未確認の方に催促する")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_the_deliveries_and_the_confirmations()
    {
        await secretary.AnnounceAsync(("targets", "Announcements,Officers"), ("confirm", "true"));
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。4件")).Card!;
        await bot.In("a", 77, "=SUM(1)").ExecuteAsync(bot.Posted("a")[0].Card!, "確認しました");

        var roster = (await secretary.ExecuteAsync(end, "確認状況を見る")).Card!;
        var url = roster.ToJsonString().Split('"').First(part => part.Contains("/downloads/", StringComparison.Ordinal));
        var csv = await bot.Http.GetStringAsync(new Uri(new Uri(url).PathAndQuery, UriKind.Relative));

        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Contains("組織,宛先,種別,配信状況", lines[0], StringComparison.Ordinal);
        Assert.Contains("'=SUM(1)", csv, StringComparison.Ordinal);
        Assert.Contains("品川区,品川 一郎,個人チャット,届いた", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_outbox_was_cleaned_it_is_said_that_it_is_too_late()
    {
        await secretary.AnnounceAsync(("confirm", "true"));
        var end = (await bot.SeenAsync(secretary, "配信が終わりました。2件")).Card!;
        await using (var context = await bot.ContextAsync())
        {
            context.OutboxMessages.RemoveRange(await context.OutboxMessages.ToListAsync());
            await context.SaveChangesAsync();
        }

        Assert.Contains("変更できません", Text((await secretary.ExecuteAsync(end, "取り消す")).Card), StringComparison.Ordinal);
        var form = (await secretary.ExecuteAsync(end, "訂正する")).Card!;
        Assert.Contains("変更できません", Text((await secretary.ExecuteAsync(form, "訂正する", ("title", "x"), ("text", "y"))).Card), StringComparison.Ordinal);
        await bot.In("a", 77, "登録のない 人").ExecuteAsync(bot.Posted("a")[0].Card!, "確認しました");
        await Task.Delay(600);
        Assert.Single(bot.Posted("a"));
    }

    [Fact]
    public async Task A_person_is_erased_from_targets_and_confirmations()
    {
        await secretary.AnnounceAsync(("targets", "Officers"), ("confirm", "true"));
        await bot.SeenAsync(secretary, "配信が終わりました");
        await arakawa.ExecuteAsync((await bot.SeenAsync(arakawa, "今年度の")).Card!, "確認しました");
        await using var context = await bot.ContextAsync();

        await Erasure.RunAsync(context, Personas.TenantId, arakawa.AadObjectId, DateTimeOffset.Parse(RunningBot.Now, null), CancellationToken.None);

        await using var after = await bot.ContextAsync();
        var confirmation = await after.AnnouncementConfirmations.SingleAsync();
        Assert.Equal("", confirmation.Name);
        Assert.NotEqual(arakawa.AadObjectId, confirmation.AadObjectId);
        Assert.False(await after.AnnouncementTargets.AnyAsync(target => target.AadObjectId == arakawa.AadObjectId));
    }
}
