using RenkeiBot.Data.Announcements;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Announcements;

/// <summary>When announcements go, in the time of Japan, which knows no summer time.</summary>
internal static class AnnouncementSchedule
{
    /// <summary>A day and a time of Japan as a moment.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), JapanTime.Offset);

    /// <summary>When the first sending is due: at the time that was typed, or now.</summary>
    public static DateTimeOffset First(AnnouncementContent content, DateTimeOffset now) =>
        content is { Day: { } day, Time: { } time } ? At(day, time) : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>
    /// The first sending after a moment of those that are repeated, counted from the first one: so the 31st falls on the last day of a shorter month, and on the 31st again after it. What fell
    /// due while nobody could send is not made up for one by one.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public static DateTimeOffset? Next(AnnouncementContent content, DateTimeOffset first, DateTimeOffset after)
    {
        var start = first.ToOffset(JapanTime.Offset);
        var (day, time) = (DateOnly.FromDateTime(start.DateTime), TimeOnly.FromDateTime(start.DateTime));
        var passed = Math.Max(0, DateOnly.FromDateTime(after.ToOffset(JapanTime.Offset).DateTime).DayNumber - day.DayNumber);
        for (var number = Math.Max(1, content.Repeat switch { AnnouncementRepeat.Daily => passed, AnnouncementRepeat.Weekly => passed / 7, _ => passed / 31 }); ; number++)
        {
            var next = content.Repeat switch
            {
                AnnouncementRepeat.Daily => day.AddDays(number),
                AnnouncementRepeat.Weekly => day.AddDays(7 * number),
                AnnouncementRepeat.Monthly => day.AddMonths(number),
                _ => DateOnly.MaxValue,
            };
            if (next == DateOnly.MaxValue || next > (content.Until ?? DateOnly.MaxValue))
                return null;
            if (At(next, time) > after)
                return At(next, time);
        }
    }
}
