using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Service.Meetings;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Meetings;

/// <summary>「出席」「欠席」「代理」 and the roster, through the front door.</summary>
public sealed class AttendanceTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_answer_in_a_channel_is_the_persons_own_view_and_only_counted_for_everyone()
    {
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        var shinagawa = bot.Shinagawa("channel");

        var own = (await shinagawa.ExecuteAsync(notice.Card!, "出席")).Card!;

        Assert.Contains("回答を受け付けました", Text(own), StringComparison.Ordinal);
        Assert.Contains("あなたの回答", Text(own), StringComparison.Ordinal);
        var counted = await bot.SaidAsync(Channel, "出席 1人、代理 0人、欠席 0人");
        Assert.Equal((ConnectorOperation.Update, notice.SentId), (counted.Operation, counted.ActivityId));
        Assert.DoesNotContain("あなたの回答", Text(counted.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("品川 一郎", Text(counted.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_execute_gets_words_that_tell_others_nothing_and_the_card_stays()
    {
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");

        var outcome = await bot.Shinagawa("channel").PressFallbackAsync(notice.Card!, "欠席");

        Assert.StartsWith("回答を受け付けました", outcome.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Calls, call => call.Operation == ConnectorOperation.Update && call.Card is not null && Text(call.Card).Contains("あなたの回答", StringComparison.Ordinal));
        await bot.SaidAsync(Channel, "欠席 1人");
    }

    [Fact]
    public async Task A_substitute_needs_a_name_and_the_last_answer_counts()
    {
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");

        var refused = (await bot.Shinagawa().ExecuteAsync(notice.Card!, "代理")).Card!;
        Assert.Contains("代理の方のお名前を入力して", Text(refused), StringComparison.Ordinal);
        await bot.Shinagawa().ExecuteAsync(refused, "代理", ("substitute", "品川 次郎"));
        await bot.SaidAsync(Channel, "代理 1人");
        var own = (await bot.Shinagawa().ExecuteAsync(notice.Card!, "欠席")).Card!;
        var same = (await bot.Shinagawa().ExecuteAsync(notice.Card!, "欠席")).Card!;

        Assert.Contains("欠席", Text(own), StringComparison.Ordinal);
        Assert.Contains("すでに回答をいただいています", Text(same), StringComparison.Ordinal);
        await bot.SaidAsync(Channel, "出席 0人、代理 0人、欠席 1人");
        await using var context = await bot.ContextAsync();
        Assert.Equal((Attendance.Absent, ""), (await context.MeetingAnswers.SingleAsync()) is var answer ? (answer.Attendance, answer.Substitute) : default);
        Assert.Equal(2, await context.AuditEvents.CountAsync(entry => entry.Type == "meeting.answer"));
    }

    [Fact]
    public async Task Many_answers_at_once_are_all_counted()
    {
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");

        var outcomes = await Task.WhenAll(new[] { bot.Arakawa(), bot.Shinagawa(), bot.Sakai(), bot.Kushiro() }.Select(person => person.ExecuteAsync(notice.Card!, "出席")));

        Assert.All(outcomes, outcome => Assert.Contains("回答を受け付けました", Text(outcome.Card), StringComparison.Ordinal));
        await bot.SaidAsync(Channel, "出席 4人");
    }

    [Fact]
    public async Task Someone_who_is_not_registered_cannot_answer()
    {
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");

        var refused = await bot.Stranger().ExecuteAsync(notice.Card!, "出席");
        var unclear = await bot.Shinagawa().ExecuteAsync("meetings.answer", new JsonObject { ["id"] = (string)Personas.Data(notice.Card!, "出席")["id"]!, ["answer"] = "7" });

        Assert.Equal("Forbidden", (string?)refused.Body!["value"]!["code"]);
        Assert.Equal("BadRequest", (string?)unclear.Body!["value"]!["code"]);
        await using var context = await bot.ContextAsync();
        Assert.Empty(await context.MeetingAnswers.ToListAsync());
    }

    [Fact]
    public async Task An_answer_to_the_date_of_before_is_marked_and_not_taken_once_it_moved()
    {
        var sent = await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        await bot.Shinagawa().ExecuteAsync(notice.Card!, "出席");
        await bot.SaidAsync(Channel, "出席 1人");
        await bot.SettleAsync();
        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("date", "2026-12-11")));

        var stale = (await bot.Shinagawa().ExecuteAsync(notice.Card!, "出席")).Card!;
        var roster = (await bot.Secretary().ExecuteAsync(sent, "出欠を見る")).Card!;

        Assert.Contains("日時が変わっています", Text(stale), StringComparison.Ordinal);
        Assert.Contains("出席（日時の変更前）", Text(stale), StringComparison.Ordinal);
        Assert.Contains("あらためて回答してください", Text(stale), StringComparison.Ordinal);
        Assert.Contains("品川 一郎：出席（日時の変更前）", Text(roster), StringComparison.Ordinal);
        Assert.Contains("出席 0人、代理 0人、欠席 0人、未回答 2団体", Text(roster), StringComparison.Ordinal);
        await bot.SettleAsync();
        Assert.DoesNotContain("出席 1人", Text(bot.Connector.Message(notice.SentId!)), StringComparison.Ordinal);
        var again = (await bot.Shinagawa().ExecuteAsync(stale, "欠席")).Card!;
        Assert.DoesNotContain("変更前", Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_shows_who_has_not_answered_and_can_be_loaded_as_a_table()
    {
        var sent = await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(Channel, "第2回 連絡会");
        await bot.Shinagawa().ExecuteAsync(notice.Card!, "代理", ("substitute", "=cmd()"));

        var roster = (await bot.Secretary().ExecuteAsync(sent, "出欠を見る")).Card!;
        Assert.All(["品川区", "品川 一郎：代理（=cmd()）", "荒川区", "未回答", "出席 0人、代理 1人、欠席 0人、未回答 1団体"], part => Assert.Contains(part, Text(roster), StringComparison.Ordinal));

        var file = (await bot.Secretary().ExecuteAsync(roster, "CSVを作成する")).Card!;
        await using (var context = await bot.ContextAsync())
        {
            var audited = await context.AuditEvents.SingleAsync(entry => entry.Type == "meeting.roster" && entry.Outcome == AuditOutcome.Done);
            Assert.Equal(bot.Secretary().AadObjectId, audited.ActorAadObjectId);
            Assert.Equal(DateTimeOffset.Parse(RunningBot.Now, null).AddHours(1), await context.DownloadTickets.Where(ticket => ticket.Name == RosterFile.FileKind).Select(ticket => ticket.ExpiresAt).SingleAsync());
        }

        var bytes = await bot.Http.GetByteArrayAsync(new Uri(Link(file, "CSVを開く")!).PathAndQuery);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var table = Encoding.UTF8.GetString(bytes);
        Assert.Contains("品川区,品川 一郎,代理,", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd()", table, StringComparison.Ordinal);
        Assert.Contains("荒川区,,未回答", table, StringComparison.Ordinal);
        Assert.Equal("Forbidden", (string?)(await bot.Arakawa().ExecuteAsync("meetings.roster", Personas.Data(sent, "出欠を見る"))).Body!["value"]!["code"]);
    }

    [Fact]
    public async Task The_notice_in_ones_own_chat_follows_ones_answer()
    {
        var arakawa = bot.Arakawa();
        await arakawa.SendAsync("ヘルプ");
        await bot.CallMeetingAsync();
        var notice = await bot.SaidAsync(arakawa.ConversationId, "第2回 連絡会");

        await arakawa.ExecuteAsync(notice.Card!, "出席");

        var updated = await bot.SaidAsync(arakawa.ConversationId, "あなたの回答\n出席");
        Assert.Equal((ConnectorOperation.Update, notice.SentId), (updated.Operation, updated.ActivityId));
    }

    internal static string? Link(JsonNode? node, string title) => node switch
    {
        JsonObject item when (string?)item["title"] == title && item["url"] is not null => (string?)item["url"],
        JsonObject item => item.Select(property => Link(property.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Link(item, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
