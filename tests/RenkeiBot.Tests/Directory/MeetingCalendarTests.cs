using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Service.Directories;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Directories;

/// <summary>Meetings in the calendar of the configured mailbox.</summary>
public sealed class MeetingCalendarTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly CalendarMeeting Meeting = new("区長会総会", "議題は別紙のとおりです。", "東京区政会館", Start, Start.AddHours(2));

    private FakeGraph graph = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        bot = await GraphBot.StartAsync(graph);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private MeetingCalendar Calendar => bot.Services.GetRequiredService<MeetingCalendar>();

    [Fact]
    public async Task A_meeting_is_put_there_once_with_a_way_to_take_part_and_follows_its_changes()
    {
        const string id = "0f8fad5b-d9cb-469f-a165-70867728950e";

        var made = await Calendar.CreateAsync(id, Meeting, CancellationToken.None);
        var again = await Calendar.CreateAsync(id, Meeting, CancellationToken.None);

        Assert.Equal(made, again);
        Assert.Equal("teams.microsoft.com", made.JoinUrl!.Host);
        var stored = Assert.Single(graph.Tenant.Events).Value;
        Assert.Equal(("2026-12-01T10:00:00", "2026-12-01T12:00:00"), ((string?)stored["start"]!["dateTime"], (string?)stored["end"]!["dateTime"]));
        Assert.Equal(id, (string?)stored["transactionId"]);
        Assert.EndsWith($"/users/{Uri.EscapeDataString(GraphBot.Mailbox)}/events", graph.Calls[0].Path, StringComparison.Ordinal);

        await Calendar.UpdateAsync(made.EventId, Meeting with { Subject = "区長会総会（変更）", Start = Start.AddDays(1), End = Start.AddDays(1).AddHours(1) }, CancellationToken.None);
        Assert.Equal(("区長会総会（変更）", "2026-12-02T10:00:00", "議題は別紙のとおりです。"), ((string?)stored["subject"], (string?)stored["start"]!["dateTime"], (string?)stored["body"]!["content"]));

        await Calendar.CancelAsync(made.EventId, CancellationToken.None);
        await Calendar.CancelAsync(made.EventId, CancellationToken.None);
        Assert.Empty(graph.Tenant.Events);
        Assert.Null(await Calendar.UpdateAsync(made.EventId, Meeting, CancellationToken.None));
    }

    [Fact]
    public async Task Free_times_of_many_are_asked_for_in_parts_and_unknown_people_are_said_to_be_so()
    {
        var addresses = Enumerable.Range(1, 23).Select(i => $"ward{i}@example.jp").ToList();
        foreach (var address in addresses.Take(22))
            graph.Tenant.Availability[address] = "0243";

        var times = await Calendar.FreeTimesAsync(addresses, Start, Start.AddHours(2), TimeSpan.FromMinutes(30), CancellationToken.None);

        Assert.Equal(addresses, times.Select(time => time.Address));
        Assert.Equal([true, false, true, false], times[0].IsFree);
        Assert.Null(times[22].IsFree);
        Assert.Equal(2, graph.Calls.Count(call => call.Path.EndsWith("/getSchedule", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_calendar_that_may_not_be_written_says_so()
    {
        graph.Tenant.Denied.Add("Calendars.ReadWrite");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Calendar.CreateAsync("0f8fad5b-d9cb-469f-a165-70867728950e", Meeting, CancellationToken.None));

        Assert.True(failure.IsForbidden);
        Assert.Contains("Calendars.ReadWrite", GraphFailures.Text(failure, GraphPermissions.Calendar), StringComparison.Ordinal);
    }
}
