using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Retention;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.DisasterSupport.DisasterDriver;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>Registering disasters, their one card in each channel, and their timeline, through the front door.</summary>
public sealed class DisasterTests : IAsyncLifetime
{
    private static readonly string[] Inputs = ["name", "occurredOn", "areas", "situation", "severity", "drill"];

    private RunningBot bot = null!;
    private TeamsUser secretary = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Quick);
        secretary = bot.Secretary();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_form_has_the_labels_that_people_know()
    {
        var form = (await secretary.SendAsync("災害支援を登録")).Card!;

        Assert.Equal(["災害名", "発生日", "被災地域", "状況", "重大度", "訓練"], Inputs.Select(id => (string?)Personas.Input(form, id)["label"]));
        Assert.Equal(["プレビュー", "配信する"], Buttons(form));
    }

    [Fact]
    public async Task A_preview_sends_nothing_and_keeps_what_was_typed()
    {
        var channel = await bot.AddChannelAsync(1);
        var form = (await secretary.SendAsync("災害支援を登録")).Card!;

        var preview = (await secretary.ExecuteAsync(form, "プレビュー", Disaster())).Card!;
        var published = (await secretary.ExecuteAsync(preview, "配信する", Disaster())).Card!;
        await bot.PostedAsync(channel, "能登豪雨");

        Assert.Contains("まだ配信していません", Text(preview), StringComparison.Ordinal);
        Assert.Contains("石川県輪島市", Text(preview), StringComparison.Ordinal);
        Assert.Equal("能登豪雨", (string?)Personas.Input(preview, "name")["value"]);
        Assert.Contains("登録しました", Text(published), StringComparison.Ordinal);
        Assert.Single(bot.In(channel));
    }

    [Theory]
    [InlineData("name", "", "災害名を入力してください")]
    [InlineData("occurredOn", "", "発生日を選んでください")]
    [InlineData("occurredOn", "2026-12-01", "今日以前")]
    [InlineData("occurredOn", "きのう", "日付として読めません")]
    [InlineData("areas", "", "被災地域を")]
    [InlineData("areas", "美郷町", "秋田県美郷町、島根県美郷町、宮崎県美郷町があります")]
    [InlineData("areas", "石川県、架空市", "「架空市」という都道府県や市町村は見つかりません")]
    [InlineData("areas", "輪島", "石川県輪島市のことでしたら")]
    [InlineData("situation", "", "状況を入力してください")]
    [InlineData("severity", "", "重大度を選んでください")]
    [InlineData("severity", "最悪", "選択肢から選んでください")]
    [InlineData("name", "集中豪雨", "年や地名を付けてください")]
    [InlineData("name", "災害支援", "年や地名を付けてください")]
    [InlineData("name", "熊本地震", "同じ名前の災害が記録にあります")]
    public async Task What_is_wrong_comes_back_beside_it_with_what_was_typed(string key, string value, string expected)
    {
        var card = await secretary.PublishAsync((key, value));

        Assert.Contains(expected, Text(card), StringComparison.Ordinal);
        Assert.Equal("断水が続いています。", key == "situation" ? "断水が続いています。" : (string?)Personas.Input(card, "situation")["value"]);
        Assert.Contains("まだありません", Text((await secretary.SendAsync("災害一覧")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_prefectures_share_is_that_of_the_prefecture_beside_it() =>
        Assert.Contains("島根県美郷町", Text(await secretary.PublishAsync(("areas", "島根県、美郷町"))), StringComparison.Ordinal);

    [Fact]
    public async Task Only_the_secretariat_registers()
    {
        Assert.Contains("事務局の方だけ", (await bot.Arakawa().SendAsync("災害支援を登録")).Answer, StringComparison.Ordinal);
        Assert.Contains("利用登録が必要", (await bot.Stranger().SendAsync("災害一覧")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_and_the_same_name_is_refused()
    {
        var form = (await secretary.SendAsync("災害支援を登録")).Card!;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => secretary.ExecuteAsync(form, "配信する", Disaster()))));
        var again = await secretary.PublishAsync();

        Assert.Contains("登録された災害支援は1件です", Text((await secretary.SendAsync("災害一覧")).Card), StringComparison.Ordinal);
        Assert.Contains("同じ名前で対応中", Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_subscribed_channel_has_one_card_that_is_kept_up_to_date_with_the_timeline_as_replies()
    {
        var (first, second, other) = (await bot.AddChannelAsync(1), await bot.AddChannelAsync(2), await bot.AddChannelAsync(3, ChannelTopics.Meetings));
        var card = await secretary.PublishAsync();
        var posted = await bot.PostedAsync(first, "能登豪雨");
        await bot.PostedAsync(second, "能登豪雨");

        await bot.Arakawa().ReportAsync("Fund", "300", "ManYen");
        var reply = await bot.PostedAsync(first, "最初の支援の報告がありました。荒川区の支援金 300万円です");
        var said = (await secretary.ExecuteAsync(card, "状況を更新", ("situation", "通水しました。"))).Card!;
        await bot.PostedAsync(second, "状況を更新しました。\n通水しました。");

        Assert.Equal(ConnectorOperation.Send, posted.Operation);
        Assert.Equal(posted.SentId, bot.In(first).First(call => call.Operation == ConnectorOperation.Update && Said(call).Contains("300万円", StringComparison.Ordinal)).ActivityId);
        Assert.Contains(posted.SentId!, $"{reply.ConversationId} {reply.ActivityId} {reply.Target}", StringComparison.Ordinal);
        Assert.Single(bot.In(first), call => call.Card is not null && call.Operation == ConnectorOperation.Send);
        Assert.Contains("通水しました", Text(said), StringComparison.Ordinal);
        Assert.Empty(bot.In(other));
        Assert.Contains("最初の支援の報告", Text((await secretary.ExecuteAsync(said, "経過を見る")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_subscribes_later_gets_the_card_with_the_next_change()
    {
        await secretary.PublishAsync();
        var channel = await bot.AddChannelAsync(1);

        await bot.Arakawa().ReportAsync("Staff", "3", "Persons");

        Assert.Contains("3人", Said(await bot.PostedAsync(channel, "能登豪雨（重大度：重大）")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_is_marked_everywhere_and_never_counted()
    {
        var channel = await bot.AddChannelAsync(1);
        var card = await secretary.PublishAsync(("drill", "true"), ("name", "首都直下地震"), ("areas", "東京都"));
        var reported = await bot.Arakawa().ReportAsync("Fund", "900", "ManYen");
        var reply = await bot.PostedAsync(channel, "最初の支援の報告");
        var posted = await bot.PostedAsync(channel, "900万円");
        var totals = (await secretary.ExecuteAsync(card, "集計を見る")).Card!;
        await secretary.PublishAsync();
        await bot.Arakawa().SendAsync("ヘルプ");
        var asked = await bot.Arakawa().SendAsync("首都直下地震への支援金はいくら？");
        var now = await bot.Arakawa().SendAsync("今回の支援は？");

        Assert.All([Text(card), Text(reported), Said(reply), Said(posted), posted.Text!, Text(totals), Text((await secretary.SendAsync("災害一覧")).Card)],
            text => Assert.Contains("【訓練】", text, StringComparison.Ordinal));
        Assert.DoesNotContain("900", asked.Answer, StringComparison.Ordinal);
        Assert.Contains("能登豪雨", now.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("900", now.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("900", (await bot.Arakawa().SendAsync("支援の記録がある災害の一覧は？")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disaster_is_known_without_the_year_before_its_name()
    {
        await secretary.PublishAsync(("name", "令和8年能登半島豪雨"));
        await bot.Arakawa().ReportAsync("Fund", "300", "ManYen");

        Assert.Contains("300万円", (await bot.Arakawa().SendAsync("能登半島豪雨への支援金はいくら？")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disaster_is_ended_reopened_and_corrected_and_an_older_card_changes_nothing()
    {
        var channel = await bot.AddChannelAsync(1);
        var card = await secretary.PublishAsync();
        var edit = (await secretary.ExecuteAsync(card, "登録内容を訂正")).Card!;

        var late = (await bot.Arakawa().SendAsync("支援を報告")).Card!;
        var closed = (await secretary.ExecuteAsync(card, "対応を終了")).Card!;
        var refused = (await bot.Arakawa().ExecuteAsync(late, "報告する", Report("Fund", "300", "ManYen", ("disaster", (string)Personas.Input(late, "disaster")["value"]!)))).Card!;
        var none = await bot.Arakawa().SendAsync("支援を報告");
        var stale = (await secretary.ExecuteAsync(edit, "訂正する", Disaster(("name", "能登半島豪雨")))).Card!;
        var reopened = (await secretary.ExecuteAsync(closed, "対応を再開")).Card!;
        var form = (await secretary.ExecuteAsync(reopened, "登録内容を訂正")).Card!;
        var corrected = (await secretary.ExecuteAsync(form, "訂正する", Disaster(("name", "令和8年能登豪雨")))).Card!;
        await bot.PostedAsync(channel, "令和8年能登豪雨（重大度");

        Assert.Contains("対応は終了しているため", Text(refused), StringComparison.Ordinal);
        Assert.Contains("対応終了", Text(closed), StringComparison.Ordinal);
        Assert.Contains("受け付けている災害はありません", none.Answer, StringComparison.Ordinal);
        Assert.Contains("ほかの方が先に変更していました", Text(stale), StringComparison.Ordinal);
        Assert.Contains("対応を再開しました", Text(reopened), StringComparison.Ordinal);
        Assert.Contains("訂正しました", Text(corrected), StringComparison.Ordinal);
        await using var context = await bot.OpenContextAsync();
        Assert.Equal(4, await context.AuditEvents.CountAsync(one => one.SubjectType == nameof(DisasterCase) && one.Outcome == AuditOutcome.Done));
    }

    [Fact]
    public async Task Two_under_way_never_bear_the_same_name_by_correction_or_by_reopening_either()
    {
        var first = await secretary.PublishAsync(("drill", "true"), ("name", "図上訓練"));
        var second = await secretary.PublishAsync(("drill", "true"), ("name", "実動訓練"));
        var form = (await secretary.ExecuteAsync(second, "登録内容を訂正")).Card!;

        var refused = (await secretary.ExecuteAsync(form, "訂正する", Disaster(("name", "図上訓練"), ("situation", "訂正した状況")))).Card!;
        var closed = (await secretary.ExecuteAsync(first, "対応を終了")).Card!;
        var corrected = (await secretary.ExecuteAsync(form, "訂正する", Disaster(("name", "図上訓練")))).Card!;
        var reopened = (await secretary.ExecuteAsync(closed, "対応を再開")).Body!.ToJsonString().Unescaped();

        Assert.Contains("同じ名前で対応中", Text(refused), StringComparison.Ordinal);
        Assert.Equal("訂正した状況", (string?)Personas.Input(refused, "situation")["value"]);
        Assert.Contains("訂正しました", Text(corrected), StringComparison.Ordinal);
        Assert.Contains("同じ名前で対応中", reopened, StringComparison.Ordinal);
        await using var context = await bot.OpenContextAsync();
        Assert.Equal(["図上訓練"], await context.DisasterCases.Where(one => one.State == DisasterState.Active).Select(one => one.Name).ToListAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_one_of_the_name()
    {
        await secretary.PublishAsync();
        await using var context = await bot.OpenContextAsync();
        var standing = await context.DisasterCases.AsNoTracking().SingleAsync();
        context.DisasterCases.Add(new DisasterCase
        {
            Id = Guid.NewGuid(), Name = standing.Name, OccurredOn = standing.OccurredOn, Areas = standing.Areas, Situation = "", Severity = standing.Severity, IsDrill = false,
            RegisteredBy = standing.RegisteredBy, RegisteredAt = standing.RegisteredAt, UpdatedAt = standing.UpdatedAt,
        });

        Assert.False(await context.TrySaveChangesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_card_of_months_ago_is_still_changed_where_it_stands()
    {
        var channel = await bot.AddChannelAsync(1);
        var card = await secretary.PublishAsync();
        var posted = await bot.PostedAsync(channel, "能登豪雨");
        await UntilEndedAsync();

        bot = await bot.RestartAsync([("Clock:Now", "2027-03-01T09:00:00+09:00"), .. Quick]);
        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);
        await bot.Secretary().ExecuteAsync(card, "状況を更新", ("situation", "通水しました。"));
        await bot.PostedAsync(channel, "状況を更新しました。\n通水しました。");

        Assert.Contains("通水しました", Text(bot.Connector.Message(posted.SentId!)), StringComparison.Ordinal);
        Assert.Single(bot.In(channel), call => call.Card is not null && call.Operation == ConnectorOperation.Send);
        await UntilEndedAsync();
        bot = await bot.RestartAsync([("Clock:Now", "2028-03-02T09:00:00+09:00"), .. Quick]);
        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);
        await using var context = await bot.OpenContextAsync();
        Assert.False(await context.OutboxMessages.AnyAsync());
    }

    private async Task UntilEndedAsync()
    {
        for (var i = 0; i < 400; i++)
        {
            await using var context = await bot.OpenContextAsync();
            if (!await context.OutboxMessages.AnyAsync(message => message.EndedAt == null))
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException("The outbox does not come to rest.");
    }

    [Fact]
    public async Task What_was_registered_by_mistake_is_deleted_where_it_stands()
    {
        var channel = await bot.AddChannelAsync(1);
        var card = await secretary.PublishAsync();
        var posted = await bot.PostedAsync(channel, "能登豪雨");

        await secretary.ExecuteAsync(card, "登録を取り消す");
        for (var i = 0; i < 200 && bot.Connector.Message(posted.SentId!) is not null; i++)
            await Task.Delay(25);

        Assert.Null(bot.Connector.Message(posted.SentId!));
        Assert.Contains("まだありません", Text((await secretary.SendAsync("災害一覧")).Card), StringComparison.Ordinal);
        Assert.Contains("見つかりません", (await secretary.ExecuteAsync(card, "集計を見る")).Body!.ToJsonString().Unescaped(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_in_a_channel_is_not_replaced_by_what_one_person_gets()
    {
        var channel = await bot.AddChannelAsync(1);
        await secretary.PublishAsync();
        var posted = await bot.PostedAsync(channel, "能登豪雨");
        var someone = bot.Arakawa("channel");

        var outcome = await someone.PressFallbackAsync(posted.Card!, "支援を報告");

        Assert.DoesNotContain(outcome.Calls, call => call.Operation == ConnectorOperation.Update);
        Assert.Contains("支援を報告します", Text(outcome.Card), StringComparison.Ordinal);
    }
}
