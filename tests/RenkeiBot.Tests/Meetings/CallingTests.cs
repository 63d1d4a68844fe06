using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Directories;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Meetings;

/// <summary>会議を登録 through the front door: the form, its preview, the notice, the list.</summary>
public sealed class CallingTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_form_has_the_labels_and_the_kinds_that_users_know()
    {
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;

        Assert.All(["会議体", "件名", "開催日", "開始", "終了", "場所", "オンライン", "オンラインURL", "議題", "資料", "対象"],
            label => Assert.Contains($"\"label\":\"{label}\"", form.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal));
        Assert.Equal(["区長会総会", "特別区制度懇談会", "連絡会", "推進委員会", "その他"], Personas.Input(form, "kind")["choices"]!.AsArray().Select(choice => (string)choice!["title"]!));
        Assert.Contains("品川区 企画課（一般）", Text(form), StringComparison.Ordinal);
        Assert.Equal(["プレビュー", "配信する"], Buttons(form));
    }

    [Fact]
    public async Task A_notice_goes_to_the_channels_that_subscribe_and_to_the_officers_in_their_own_chats()
    {
        var arakawa = bot.Arakawa();
        await arakawa.SendAsync("ヘルプ");

        var sent = await bot.CallMeetingAsync(("online", "true"), ("onlineUrl", "https://teams.microsoft.com/l/meetup-join/1"));

        Assert.Contains("会議の案内を配信しました", Text(sent), StringComparison.Ordinal);
        Assert.Contains("チャネル1か所、個人チャット", Text(sent), StringComparison.Ordinal);
        foreach (var conversation in new[] { Channel, arakawa.ConversationId })
        {
            var notice = (await bot.SaidAsync(conversation, "第2回 連絡会")).Card!;
            Assert.All(["令和8年12月10日（木）14:00～16:00", "東京区政会館20階", "令和9年度の全国連携展示について", "出席 0人、代理 0人、欠席 0人"], part => Assert.Contains(part, Text(notice), StringComparison.Ordinal));
            Assert.Equal(["資料：次第", "オンラインで参加する", "カレンダーに追加", "出席", "欠席", "代理"], Buttons(notice));
        }
    }

    [Fact]
    public async Task A_preview_is_kept_as_a_draft_and_says_how_many_it_reaches()
    {
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;

        var preview = (await bot.Secretary().ExecuteAsync(form, "プレビュー", Typed(("audience", "subscribers")))).Card!;

        Assert.Contains("まだ配信されていません", Text(preview), StringComparison.Ordinal);
        Assert.Contains("会議を購読するチャネル：チャネル1か所、個人チャット0人に届きます", Text(preview), StringComparison.Ordinal);
        Assert.Equal(["配信する", "修正する", "下書きを削除する"], Buttons(preview).Except(["資料：次第"]));
        Assert.Empty(bot.SentTo(Channel));

        bot = await bot.RestartAsync(Settings());
        var list = (await bot.Secretary().SendAsync("会議一覧")).Card!;
        Assert.Contains("（下書き）", Text(list), StringComparison.Ordinal);
        var edited = (await bot.Secretary().ExecuteAsync((await bot.Secretary().ExecuteAsync(list, "会議を見る")).Card!, "修正する")).Card!;
        Assert.Equal("東京区政会館20階", (string?)Personas.Input(edited, "place")["value"]);
        var sent = (await bot.Secretary().ExecuteAsync(edited, "配信する", Typed(("place", "品川区役所")))).Card!;
        Assert.Contains("品川区役所", Text(sent), StringComparison.Ordinal);
        await bot.SaidAsync(Channel, "品川区役所");
    }

    [Theory]
    [InlineData("end", "13:00", "日をまたぐ会議は")]
    [InlineData("date", "2026-11-20", "今より後にしてください")]
    [InlineData("date", "12月10日", "日付として読めません")]
    [InlineData("start", "2時", "時刻として読めません")]
    [InlineData("place", "", "「オンライン」を選んでください")]
    [InlineData("online", "true", "参加用リンクを入力してください")]
    [InlineData("onlineUrl", "http://example.jp/", "https:// で始まる")]
    [InlineData("materials", "次第 http://example.jp/a.pdf", "を読めません")]
    [InlineData("audience", "", "対象を一つ以上")]
    [InlineData("title", "", "件名を入力")]
    [InlineData("kind", "", "会議体を選んで")]
    public async Task What_is_wrong_comes_back_beside_what_was_typed(string key, string value, string error)
    {
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;

        var refused = (await bot.Secretary().ExecuteAsync(form, "配信する", Typed((key, value)))).Card!;

        Assert.Contains(error, Text(refused), StringComparison.Ordinal);
        Assert.Equal("令和9年度の全国連携展示について\n広域連携協定の更新について", (string?)Personas.Input(refused, "agenda")["value"]);
        Assert.Equal(["プレビュー", "配信する"], Buttons(refused));
        await using var context = await bot.ContextAsync();
        Assert.Empty(await context.PlannedMeetings.ToListAsync());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_meeting()
    {
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed());

        var second = (await bot.Secretary().ExecuteAsync(form, "配信する", Typed())).Card!;

        Assert.Contains("すでに配信されています", Text(second), StringComparison.Ordinal);
        await bot.SettleAsync();
        Assert.Single(bot.SentTo(Channel));
    }

    [Fact]
    public async Task Only_the_secretariat_calls_meetings_and_only_where_nobody_reads_along()
    {
        var refused = await bot.Arakawa().SendAsync("会議を登録");
        var inChannel = await bot.Secretary("channel").SendAsync("会議を登録");
        var forged = await bot.Arakawa().ExecuteAsync("meetings.send", new() { ["newId"] = Guid.NewGuid().ToString("N"), ["send"] = "1", ["title"] = "x" });

        Assert.Contains("事務局", refused.Answer, StringComparison.Ordinal);
        Assert.Contains("個人チャット", inChannel.Answer, StringComparison.Ordinal);
        Assert.Equal("Forbidden", (string?)forged.Body!["value"]!["code"]);
        await using var context = await bot.ContextAsync();
        Assert.Equal(2, await context.AuditEvents.CountAsync(entry => entry.Outcome == AuditOutcome.Refused));
    }

    [Fact]
    public async Task Members_see_the_coming_meetings_that_concern_them_and_the_secretariat_all()
    {
        await bot.CallMeetingAsync();
        await bot.CallMeetingAsync(("title", "品川区だけの会議"), ("areas", "131091"));

        var arakawa = (await bot.Arakawa().SendAsync("会議一覧")).Card!;
        var shinagawa = (await bot.Shinagawa().SendAsync("会議一覧")).Card!;
        var secretary = (await bot.Secretary().SendAsync("会議一覧")).Card!;
        var stranger = await bot.Stranger().SendAsync("会議一覧");

        Assert.Contains("予定されている会議は1件です", Text(arakawa), StringComparison.Ordinal);
        Assert.DoesNotContain("品川区だけ", Text(arakawa), StringComparison.Ordinal);
        Assert.Contains("品川区だけの会議", Text(shinagawa), StringComparison.Ordinal);
        Assert.Contains("登録されている会議は2件です", Text(secretary), StringComparison.Ordinal);
        Assert.Contains("会議を登録", Buttons(secretary));
        Assert.DoesNotContain("会議を登録", Buttons(arakawa));
        Assert.Contains("利用登録", stranger.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_online_meeting_that_nobody_typed_is_made_in_the_mailbox_and_follows_the_meeting()
    {
        await using var graph = await FakeGraph.StartAsync();
        await using var connected = await MeetingSteps.StartAsync(services => services.AddSingleton<IAppTokenSource, GraphBot.TestTokens>(), GraphBot.Settings(graph));
        var form = (await connected.Secretary().SendAsync("会議を登録")).Card!;
        Assert.Contains("自動で作り", Text(form), StringComparison.Ordinal);

        await connected.Secretary().ExecuteAsync(form, "配信する", Typed(("online", "true"), ("place", "")));
        await UntilAsync(() => connected.SentAndUpdated(Channel).Any(card => Buttons(card).Contains("オンラインで参加する")));
        Assert.Equal("2026-12-10T14:00:00", (string?)Assert.Single(graph.Tenant.Events).Value["start"]!["dateTime"]);

        var opened = (await connected.Secretary().ExecuteAsync((await connected.Secretary().SendAsync("会議一覧")).Card!, "会議を見る")).Card!;
        var edit = (await connected.Secretary().ExecuteAsync(opened, "変更する")).Card!;
        await connected.Secretary().ExecuteAsync(edit, "配信する", Typed(("online", "true"), ("place", ""), ("date", "2026-12-11")));
        await UntilAsync(() => (string?)graph.Tenant.Events.Single().Value["start"]!["dateTime"] == "2026-12-11T14:00:00");
        // The move is written down after it was made: a card from before that would be of an old revision.
        await UntilAsync(() => IsConnected(connected));
        var current = (await connected.Secretary().ExecuteAsync((await connected.Secretary().SendAsync("会議一覧")).Card!, "会議を見る")).Card!;
        var data = Personas.Data(current, "出欠を見る");
        data["reason"] = "台風の接近のため";
        await connected.Secretary().ExecuteAsync("meetings.cancel", data);
        await UntilAsync(() => graph.Tenant.Events.Count == 0);
        Assert.Empty(graph.Problems);
    }

    [Fact]
    public async Task Where_the_mailbox_refuses_the_notice_stands_without_the_address_and_it_is_tried_again()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Tenant.Denied.Add("Calendars.ReadWrite");
        var connected = await MeetingSteps.StartAsync(services => services.AddSingleton<IAppTokenSource, GraphBot.TestTokens>(), GraphBot.Settings(graph));
        await connected.CallMeetingAsync(("online", "true"), ("place", ""));
        await connected.SaidAsync(Channel, "オンライン");
        await UntilAsync(() => connected.Log.Any(line => line.Contains("could not be made, moved or cancelled", StringComparison.Ordinal)));

        // A clock that stands still never reaches the next try.
        graph.Tenant.Denied.Clear();
        await using var later = await connected.RestartAsync(Settings([.. GraphBot.Settings(graph), ("Clock:Now", "2026-11-21T09:05:00+09:00")]));
        await UntilAsync(() => later.SentAndUpdated(Channel).Any(card => Buttons(card).Contains("オンラインで参加する")));
    }

    private static bool IsConnected(RunningBot bot)
    {
        using var context = bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContext();
        return context.PlannedMeetings.All(meeting => meeting.OnlineDueAt == null);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 1200 && !holds(); i++)
            await Task.Delay(25);
        Assert.True(holds());
    }
}
