using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Service.Meetings;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Meetings;

/// <summary>Reminders 7 days, 1 day and 10 minutes before: each once, whatever is restarted, and none too late.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Each_reminder_comes_once_in_the_thread_of_the_notice_and_not_to_those_who_do_not_come()
    {
        var started = await StartAsync();
        var (arakawa, shinagawa) = (started.Arakawa(), started.Shinagawa());
        await arakawa.SendAsync("ヘルプ");
        await shinagawa.SendAsync("ヘルプ");
        await started.CallMeetingAsync();
        var notice = await started.SaidAsync(Channel, "第2回 連絡会");
        await shinagawa.ExecuteAsync(notice.Card!, "欠席");
        await started.SettleAsync();

        var week = await started.RestartAsync(Settings(("Clock:Now", "2026-12-03T14:00:00+09:00")));
        var reminded = await week.SaidAsync(Channel, "会議まで、あと7日です");
        await week.SettleAsync();
        var weekAgain = await week.RestartAsync(Settings(("Clock:Now", "2026-12-03T14:20:00+09:00")));
        await weekAgain.SettleAsync();
        var day = await weekAgain.RestartAsync(Settings(("Clock:Now", "2026-12-09T14:00:00+09:00")));
        await day.SaidAsync(Channel, "会議は明日の14:00からです");
        await day.SettleAsync();
        await using var minutes = await day.RestartAsync(Settings(("Clock:Now", "2026-12-10T13:50:30+09:00")));
        await minutes.SaidAsync(Channel, "会議がまもなく始まります");
        await minutes.SettleAsync();

        Assert.Equal($"{Channel};messageid={notice.SentId}", reminded.ConversationId);
        Assert.Equal(4, minutes.SentTo(Channel).Count);
        Assert.Equal(4, minutes.SentTo(arakawa.ConversationId).Count(call => Text(call.Card).Contains("第2回 連絡会", StringComparison.Ordinal)));
        Assert.Single(minutes.SentTo(shinagawa.ConversationId), call => Text(call.Card).Contains("第2回 連絡会", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_remind_once()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync();
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();

        await using var one = await started.RestartAsync(Settings(("Clock:Now", "2026-12-09T14:00:00+09:00")));
        using var stop = new CancellationTokenSource();
        List<MeetingWatch> others = [.. Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<MeetingWatch>(one.Services))];
        await Task.WhenAll(others.Select(other => other.StartAsync(stop.Token)));
        await one.SaidAsync(Channel, "会議は明日の14:00からです");
        await one.SettleAsync();
        await stop.CancelAsync();
        await Task.WhenAll(others.Select(other => other.StopAsync(CancellationToken.None)));
        others.ForEach(other => other.Dispose());

        Assert.Equal(2, one.SentTo(Channel).Count);
    }

    [Fact]
    public async Task A_meeting_three_days_ahead_has_no_reminder_of_a_week()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync(("date", "2026-11-24"));
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();
        Assert.Single(started.SentTo(Channel));

        await using var day = await started.RestartAsync(Settings(("Clock:Now", "2026-11-23T14:00:00+09:00")));
        await day.SaidAsync(Channel, "会議は明日の14:00からです");
        await day.SettleAsync();
        Assert.Equal(2, day.SentTo(Channel).Count);
    }

    [Fact]
    public async Task A_meeting_that_was_moved_is_reminded_of_by_its_new_date()
    {
        var started = await StartAsync();
        var sent = await started.CallMeetingAsync();
        await started.SaidAsync(Channel, "第2回 連絡会");
        var form = (await started.Secretary().ExecuteAsync(sent, "変更する")).Card!;
        await started.Secretary().ExecuteAsync(form, "配信する", Typed(("date", "2026-12-17")));
        await started.SaidAsync(Channel, "日時が変わりました");
        await started.SettleAsync();

        var before = await started.RestartAsync(Settings(("Clock:Now", "2026-12-09T14:00:00+09:00")));
        await before.SettleAsync();
        Assert.Equal(2, before.SentTo(Channel).Count);
        await using var week = await before.RestartAsync(Settings(("Clock:Now", "2026-12-10T14:00:00+09:00")));
        await week.SaidAsync(Channel, "会議まで、あと7日です");
    }

    [Fact]
    public async Task A_channel_that_is_new_when_a_meeting_moves_gets_the_notice_and_then_what_is_told_in_its_thread()
    {
        await using var started = await StartAsync();
        var sent = await started.CallMeetingAsync();
        await started.SaidAsync(Channel, "第2回 連絡会");
        const string Other = "19:arakawa@thread.tacv2";
        await started.AddChannelAsync(Other, "荒川区 企画課", "131181", "荒川区");
        var form = (await started.Secretary().ExecuteAsync(sent, "変更する")).Card!;

        await started.Secretary().ExecuteAsync(form, "配信する", Typed(("date", "2026-12-17")));
        var told = await started.SaidAsync(Other, "日時が変わりました");
        await started.SettleAsync();

        Assert.Equal($"{Other};messageid={started.SentTo(Other)[0].SentId}", told.ConversationId);
        Assert.Equal(2, started.SentTo(Other).Count);
    }

    [Fact]
    public async Task A_channel_that_subscribed_after_the_notice_is_reminded_though_it_has_none_to_reply_to()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync();
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();
        const string Other = "19:arakawa@thread.tacv2";
        await started.AddChannelAsync(Other, "荒川区 企画課", "131181", "荒川区");

        await using var week = await started.RestartAsync(Settings(("Clock:Now", "2026-12-03T14:00:00+09:00")));
        var reminded = await week.SaidAsync(Other, "会議まで、あと7日です");
        await week.SettleAsync();

        Assert.Equal(Other, reminded.ConversationId);
        Assert.Single(week.SentTo(Other));
        await using var context = await week.ContextAsync();
        Assert.False(await context.OutboxMessages.AnyAsync(message => message.Failure != null));
    }

    [Fact]
    public async Task A_reminder_that_quiet_hours_hold_until_the_day_itself_says_today()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync(("start", "21:30"), ("end", "22:30"));
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();

        var evening = await started.RestartAsync(Settings(("Clock:Now", "2026-12-09T21:30:00+09:00"), ("Outbox:QuietHours", "21:00-07:00")));
        Assert.Null((await ReminderAsync(evening, message => message is not null, "/day/"))!.EndedAt);
        await using var morning = await evening.RestartAsync(Settings(("Clock:Now", "2026-12-10T07:00:00+09:00"), ("Outbox:QuietHours", "21:00-07:00")));

        await morning.SaidAsync(Channel, "会議は今日の21:30からです");
    }

    [Fact]
    public async Task A_cancelled_meeting_is_not_reminded_of()
    {
        var started = await StartAsync();
        var sent = await started.CallMeetingAsync();
        await started.SaidAsync(Channel, "第2回 連絡会");
        var data = Personas.Data(sent, "出欠を見る");
        data["reason"] = "台風の接近のため";
        await started.Secretary().ExecuteAsync("meetings.cancel", data);
        await started.SaidAsync(Channel, "会議は中止になりました");
        await started.SettleAsync();

        await using var later = await started.RestartAsync(Settings(("Clock:Now", "2026-12-09T14:00:00+09:00")));
        await later.SettleAsync();

        Assert.DoesNotContain(later.Connector.Calls, call => call.Card is not null && Text(call.Card).Contains("明日の", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_quiet_hours_would_hold_until_after_the_beginning_is_not_sent_at_all()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync(("start", "06:30"), ("end", "08:00"));
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();

        await using var early = await started.RestartAsync(Settings(("Clock:Now", "2026-12-10T06:20:00+09:00"), ("Outbox:QuietHours", "21:00-07:00")));
        await early.SettleAsync();

        await using var context = await early.ContextAsync();
        Assert.False(await context.OutboxMessages.AnyAsync(message => message.Key.Contains("/minutes/")));
        Assert.Equal(DateTimeOffset.Parse("2026-12-10T06:30:00+09:00", null), (await context.PlannedMeetings.SingleAsync()).ReminderAt);
    }

    [Fact]
    public async Task A_reminder_that_was_not_delivered_before_the_beginning_is_taken_back()
    {
        var started = await StartAsync();
        await started.CallMeetingAsync(("start", "07:05"), ("end", "08:00"));
        await started.SaidAsync(Channel, "第2回 連絡会");
        await started.SettleAsync();

        // Written in the quiet hours, it waits for their end.
        var early = await started.RestartAsync(Settings(("Clock:Now", "2026-12-10T06:55:00+09:00"), ("Outbox:QuietHours", "21:00-07:00")));
        Assert.Null((await ReminderAsync(early, message => message is not null))!.EndedAt);
        await using var begun = await early.RestartAsync(Settings(("Clock:Now", "2026-12-10T07:06:00+09:00"), ("Outbox:QuietHours", "21:00-08:00")));
        var dropped = await ReminderAsync(begun, message => message is { EndedAt: not null });

        Assert.True(dropped!.IsWithdrawn);
        Assert.Null(dropped.ActivityId);
        Assert.Single(begun.SentTo(Channel));
    }

    private static async Task<OutboxMessage?> ReminderAsync(RunningBot bot, Func<OutboxMessage?, bool> isReady, string kind = "/minutes/")
    {
        for (var i = 0; i < 800; i++)
        {
            await using var context = await bot.ContextAsync();
            var message = await context.OutboxMessages.SingleOrDefaultAsync(one => one.Key.Contains(kind) && one.ConversationId != null);
            if (isReady(message))
                return message;
            await Task.Delay(25);
        }

        throw new TimeoutException("The reminder did not come that far.");
    }
}
