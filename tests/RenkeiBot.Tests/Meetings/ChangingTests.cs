using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Service.Retention;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Meetings;

/// <summary>A meeting that was called is changed or cancelled: the cards that stand already, who is told, the calendar.</summary>
public sealed class ChangingTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_change_is_written_on_the_same_card_with_what_changed_and_tells_when_the_date_moved()
    {
        var sent = await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;

        var preview = (await bot.Secretary().ExecuteAsync(form, "プレビュー", Typed(("date", "2026-12-11"), ("place", "荒川区役所")))).Card!;
        Assert.Contains("日時：令和8年12月10日（木）14:00～16:00 → 令和8年12月11日（金）14:00～16:00", Text(preview), StringComparison.Ordinal);
        var changed = (await bot.Secretary().ExecuteAsync(preview, "配信する")).Card!;

        Assert.Contains("変更を配信しました", Text(changed), StringComparison.Ordinal);
        var updated = await bot.SaidAsync(Channel, "場所：東京区政会館20階 → 荒川区役所");
        Assert.Equal((ConnectorOperation.Update, notice.SentId), (updated.Operation, updated.ActivityId));
        var told = await bot.SaidAsync(Channel, "日時が変わりました");
        Assert.Equal($"{Channel};messageid={notice.SentId}", told.ConversationId);
        await bot.SettleAsync();
        Assert.Equal(2, bot.SentTo(Channel).Count);
    }

    [Fact]
    public async Task A_change_of_the_place_alone_updates_the_card_and_sends_nothing_new()
    {
        var sent = await bot.CallMeetingAsync();
        await bot.SaidAsync(Channel, "第2回 連絡会");
        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;

        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("place", "荒川区役所")));

        await bot.SaidAsync(Channel, "荒川区役所");
        await bot.SettleAsync();
        Assert.Single(bot.SentTo(Channel));
        var unchanged = (await bot.Secretary().ExecuteAsync((await OpenAsync("会議を見る")), "変更する")).Card!;
        Assert.Contains("変わったところがない", Text((await bot.Secretary().ExecuteAsync(unchanged, "配信する", Typed(("place", "荒川区役所")))).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_longer_meant_loses_the_notice_and_who_is_meant_now_gets_it()
    {
        const string other = "19:arakawa@thread.tacv2";
        var sent = await bot.CallMeetingAsync(("areas", "131091"));
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        await bot.AddChannelAsync(other, "荒川区 企画課", "131181", "荒川区");
        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;

        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("areas", "131181")));

        await bot.SaidAsync(other, "第2回 連絡会");
        await bot.SettleAsync();
        Assert.Contains(bot.Connector.Calls, call => call.Operation == ConnectorOperation.Delete && call.ActivityId == notice.SentId);
    }

    [Fact]
    public async Task A_notice_of_long_ago_is_still_changed_where_it_stands()
    {
        await bot.CallMeetingAsync(("date", "2027-03-10"));
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        await bot.SettleAsync();

        bot = await bot.RestartAsync(Settings(("Clock:Now", "2027-02-10T09:00:00+09:00")));
        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);
        var form = (await bot.Secretary().ExecuteAsync(await OpenAsync("会議を見る"), "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("date", "2027-03-10"), ("place", "荒川区役所")));

        Assert.Equal(notice.SentId, (await bot.SaidAsync(Channel, "荒川区役所")).ActivityId);
    }

    [Fact]
    public async Task Of_two_secretaries_at_once_the_second_sees_the_form_again_with_what_was_typed()
    {
        var sent = await bot.CallMeetingAsync();
        var (one, other) = ((await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!, (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!);
        await bot.Secretary().ExecuteAsync(one, "配信する", Typed(("place", "荒川区役所")));

        var stale = (await bot.Secretary().ExecuteAsync(other, "配信する", Typed(("place", "品川区役所")))).Card!;

        Assert.Contains("ほかの方が先に変更していました", Text(stale), StringComparison.Ordinal);
        Assert.Equal("品川区役所", (string?)Personas.Input(stale, "place")["value"]);
        var knowingly = (await bot.Secretary().ExecuteAsync(stale, "配信する", Typed(("place", "品川区役所")))).Card!;
        Assert.Contains("場所：荒川区役所 → 品川区役所", Text(knowingly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_meeting_says_why_on_the_same_card_and_in_the_calendar()
    {
        var sent = await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");

        var without = (await bot.Secretary().ExecuteAsync("meetings.cancel", Personas.Data(sent, "出欠を見る"))).Card!;
        Assert.Contains("中止の理由を入力してください", Text(without), StringComparison.Ordinal);
        var data = Personas.Data(sent, "出欠を見る");
        data["reason"] = "台風の接近のため";
        var cancelled = (await bot.Secretary().ExecuteAsync("meetings.cancel", data)).Card!;

        Assert.Contains("中止を配信しました", Text(cancelled), StringComparison.Ordinal);
        var updated = await bot.SaidAsync(Channel, "台風の接近のため");
        await bot.SaidAsync(Channel, "会議は中止になりました");
        await bot.SettleAsync();
        Assert.DoesNotContain("出席", Buttons(bot.Connector.Message(notice.SentId!)!["attachments"]![0]!["content"]));
        Assert.Contains(updated.Operation, new[] { ConnectorOperation.Update, ConnectorOperation.Send });
        Assert.Equal(["出欠を見る"], Buttons(cancelled).Where(button => button != "資料：次第" && button != "カレンダーに追加"));
        var calendar = await CalendarAsync();
        Assert.Contains("METHOD:CANCEL\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\nEND:VEVENT\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_entry_keeps_its_id_and_counts_its_changes()
    {
        var sent = await bot.CallMeetingAsync();
        var before = await CalendarAsync();
        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("start", "15:00"), ("end", "17:00")));

        var after = await CalendarAsync();

        string Uid(string file) => file.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
        Assert.Equal(Uid(before), Uid(after));
        Assert.Contains("DTSTART:20261210T050000Z\r\nDTEND:20261210T070000Z\r\n", before, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261210T060000Z\r\nDTEND:20261210T080000Z\r\n", after, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", before, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", after, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH\r\n", after, StringComparison.Ordinal);
    }

    private async Task<JsonObject> OpenAsync(string title) =>
        (await bot.Secretary().ExecuteAsync((await bot.Secretary().SendAsync("会議一覧")).Card!, title)).Card!;

    /// <summary>What the link on the secretariat's card opens.</summary>
    private async Task<string> CalendarAsync()
    {
        var card = await OpenAsync("会議を見る");
        var link = new Uri((string)FindLink(card)!);
        return Encoding.UTF8.GetString(await bot.Http.GetByteArrayAsync(link.PathAndQuery));
    }

    private static string? FindLink(JsonNode? node) => node switch
    {
        JsonObject item when (string?)item["title"] == "カレンダーに追加" => (string?)item["url"],
        JsonObject item => item.Select(property => FindLink(property.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(FindLink).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
