using RenkeiBot.Data.Announcements;
using RenkeiBot.Service.Announcements;

namespace RenkeiBot.Tests.Announcements;

/// <summary>When repeated announcements go.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("Monthly", "2027-01-31T09:30:00+09:00", "2027-01-31T09:30:00+09:00", "2027-02-28T09:30:00+09:00")]
    [InlineData("Monthly", "2027-01-31T09:30:00+09:00", "2027-02-28T09:30:00+09:00", "2027-03-31T09:30:00+09:00")]
    [InlineData("Monthly", "2027-01-31T09:30:00+09:00", "2028-02-01T00:00:00+09:00", "2028-02-29T09:30:00+09:00")]
    [InlineData("Monthly", "2027-01-31T09:30:00+09:00", "2030-04-29T23:59:00+09:00", "2030-04-30T09:30:00+09:00")]
    [InlineData("Weekly", "2026-11-21T00:00:00+09:00", "2026-11-21T00:00:00+09:00", "2026-11-28T00:00:00+09:00")]
    [InlineData("Weekly", "2026-11-21T23:59:00+09:00", "2027-03-28T12:00:00+09:00", "2027-04-03T23:59:00+09:00")]
    [InlineData("Daily", "2026-11-21T08:00:00+09:00", "2026-11-24T08:00:00+09:00", "2026-11-25T08:00:00+09:00")]
    [InlineData("Daily", "2026-11-21T08:00:00+09:00", "2026-11-24T07:59:00+09:00", "2026-11-24T08:00:00+09:00")]
    public void The_next_one_is_counted_from_the_first_in_the_time_of_Japan(string repeat, string first, string after, string next) =>
        Assert.Equal(At(next), AnnouncementSchedule.Next(Of(repeat), At(first).ToUniversalTime(), At(after).ToUniversalTime()));

    [Fact]
    public void The_last_day_belongs_to_it_and_after_it_there_is_none()
    {
        var content = Of("Daily") with { Until = new DateOnly(2026, 11, 23) };

        Assert.Equal(At("2026-11-23T08:00:00+09:00"), AnnouncementSchedule.Next(content, At("2026-11-21T08:00:00+09:00"), At("2026-11-22T08:00:00+09:00")));
        Assert.Null(AnnouncementSchedule.Next(content, At("2026-11-21T08:00:00+09:00"), At("2026-11-23T08:00:00+09:00")));
        Assert.Null(AnnouncementSchedule.Next(Of("None"), At("2026-11-21T08:00:00+09:00"), At("2026-11-21T08:00:00+09:00")));
    }

    private static AnnouncementContent Of(string repeat) => new() { Repeat = Enum.Parse<AnnouncementRepeat>(repeat) };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);
}
