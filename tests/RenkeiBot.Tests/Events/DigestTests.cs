using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Events;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Events.EventDriver;

namespace RenkeiBot.Tests.Events;

/// <summary>The weekly digest: once in a week of ISO 8601, on Monday, or on Tuesday where nobody was there.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private const string Channel = "19:events@thread.tacv2";
    private const string Other = "19:others@thread.tacv2";

    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(At(RunningBot.Now, ("Events:RemindDays", "")));
        await bot.ChannelAsync(Channel);
        await bot.ChannelAsync(Other, ChannelTopics.Announcements);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task GoToAsync(string moment) => bot = await bot.RestartAsync(At(moment, ("Events:RemindDays", "")));

    [Fact]
    public async Task On_Monday_at_nine_each_channel_that_chose_it_gets_one_whatever_restarts()
    {
        await bot.Secretary().RegisterAsync(Lecture(("from", "2026-11-27")));
        await bot.Secretary().RegisterAsync(Inputs());
        await bot.Sakai().PostAsync(("deadline", "2026-11-26"), ("until", "2027-03-31"));
        await GoToAsync("2026-11-23T08:59:00+09:00");
        Assert.Empty(await bot.SaidAsync(Channel, 0));

        await GoToAsync("2026-11-23T09:00:00+09:00");
        var said = Assert.Single(await bot.SaidAsync(Channel, 1));
        Assert.All(["11月23日から11月29日まで", "今週の行事", "令和8年度 第1回 全国連携講演会", "これからの行事", "福井県坂井市", "今週が応募締切の提案", "黄金がにのPRイベント"], part => Assert.Contains(part, said, StringComparison.Ordinal));

        await GoToAsync("2026-11-23T15:00:00+09:00");
        await GoToAsync("2026-11-24T09:00:00+09:00");
        Assert.Single(await bot.SaidAsync(Channel, 1));
        Assert.Empty(bot.Said(Other));

        await GoToAsync("2026-11-30T09:00:00+09:00");
        var next = (await bot.SaidAsync(Channel, 2))[1];
        Assert.Contains("今週の行事", next, StringComparison.Ordinal);
        Assert.DoesNotContain("全国連携講演会", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_was_down_on_Monday_tells_on_Tuesday_and_not_on_Wednesday()
    {
        await bot.Secretary().RegisterAsync(Inputs());

        await GoToAsync("2026-11-24T10:00:00+09:00");
        Assert.Single(await bot.SaidAsync(Channel, 1));
        await GoToAsync("2026-12-02T09:00:00+09:00");
        Assert.Single(await bot.SaidAsync(Channel, 1));
    }

    [Fact]
    public async Task With_nothing_to_tell_nothing_is_said()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await bot.Secretary().EditAsync("坂井市", ("status", "Cancelled"));

        await GoToAsync("2026-11-23T09:00:00+09:00");

        Assert.Empty(await bot.SaidAsync(Channel, 0));
    }

    [Fact]
    public async Task An_exhibition_under_way_and_one_that_ends_soon_are_told_apart()
    {
        await bot.Secretary().RegisterAsync(Inputs(("from", "2026-12-01"), ("until", "2027-01-29")));

        await GoToAsync("2026-12-28T09:00:00+09:00");
        Assert.Contains("開催中の展示・行事", Assert.Single(await bot.SaidAsync(Channel, 1)), StringComparison.Ordinal);
        await GoToAsync("2027-01-18T09:00:00+09:00");
        Assert.Contains("まもなく終わる展示・行事", (await bot.SaidAsync(Channel, 2))[1], StringComparison.Ordinal);
        await GoToAsync("2027-02-01T09:00:00+09:00");
        Assert.Equal(2, (await bot.SaidAsync(Channel, 2)).Count);
    }

    [Fact]
    public async Task Several_instances_at_once_make_one()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        bot = await bot.RestartAsync(At("2026-11-23T09:00:00+09:00", ("Events:RemindDays", ""), ("Events:CheckInterval", "01:00:00")));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<EventDigest>(bot.Services).MakeAsync(CancellationToken.None))));

        Assert.Single(await bot.SaidAsync(Channel, 1));
        await using var context = await bot.ContextAsync();
        Assert.Equal(1, await context.OutboxMessages.CountAsync(message => message.Source == "digest:2026-W48"));
    }

    [Theory]
    [InlineData("2026-12-28", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2027-02-28", "2027-W08")]
    public void A_week_has_the_number_that_ISO_8601_gives_it(string day, string week) => Assert.Equal(week, EventDigest.WeekOf(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-12-28T09:00", DayOfWeek.Monday, true)]
    [InlineData("2026-12-28T08:59", DayOfWeek.Monday, false)]
    [InlineData("2026-12-29T00:00", DayOfWeek.Monday, true)]
    [InlineData("2026-12-29T23:59", DayOfWeek.Monday, true)]
    [InlineData("2026-12-30T00:00", DayOfWeek.Monday, false)]
    [InlineData("2027-01-03T09:00", DayOfWeek.Monday, false)]
    [InlineData("2027-01-03T09:00", DayOfWeek.Sunday, true)]
    [InlineData("2027-01-04T09:00", DayOfWeek.Sunday, false)]
    [InlineData("2027-01-01T09:00", DayOfWeek.Friday, true)]
    public void A_digest_is_due_on_its_day_from_its_time_and_on_the_next_of_its_week(string now, DayOfWeek weekday, bool isDue) =>
        Assert.Equal(isDue, EventDigest.IsDue(DateTime.Parse(now, null), weekday, new TimeOnly(9, 0)));

    [Fact]
    public void Days_are_told_over_the_end_of_a_year()
    {
        var events = new[] { Event("a", "2026-12-27"), Event("b", "2026-12-31"), Event("c", "2027-01-03"), Event("d", "2027-01-04"), Event("e", "2027-01-31"), Event("f", "2027-02-01") };

        var sections = EventDigest.Sections(events, new DateOnly(2026, 12, 28));

        Assert.Equal([("今週の行事", "b,c"), ("これからの行事", "d,e")], sections.Select(section => (section.Title, string.Join(',', section.Lines.Select(line => line.Title)))));
    }

    [Theory]
    [InlineData("Events:RemindDays", "7,一")]
    [InlineData("Events:RemindDays", "61")]
    [InlineData("Events:RemindAt", "9時")]
    [InlineData("Events:DigestDay", "月曜日")]
    [InlineData("Events:DigestAt", "25:00")]
    [InlineData("Events:CheckInterval", "00:00:00")]
    public void A_setting_that_names_no_day_or_time_stops_the_start(string key, string value) =>
        Assert.Contains(key, RunningBot.Refusal<Microsoft.Extensions.Options.OptionsValidationException>("Development", (key, value)).Message, StringComparison.Ordinal);

    private static KnownEvent Event(string title, string day) =>
        new(new ProjectEvent(title, EventKind.Lecture, title, title, [], 2026, [new Period(DateOnly.Parse(day, null))], [new SourceRef("event-register", title)], Status: EventStatus.Scheduled));
}
