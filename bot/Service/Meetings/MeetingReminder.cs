using RenkeiBot.Data.Meetings;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Meetings;

/// <summary>When a meeting is reminded of: 7 days, 1 day and 10 minutes before. At its beginning, what was not delivered yet is of no more use.</summary>
/// <param name="Name">What tells it from the others of the same date.</param>
/// <param name="Before">How long before the beginning.</param>
internal sealed record MeetingReminder(string Name, TimeSpan Before)
{
    /// <summary>The beginning itself.</summary>
    public static readonly MeetingReminder Beginning = new("beginning", TimeSpan.Zero);

    private static readonly MeetingReminder[] All = [new("week", TimeSpan.FromDays(7)), new("day", TimeSpan.FromDays(1)), new("minutes", TimeSpan.FromMinutes(10)), Beginning];

    /// <summary>The moment of the first one after a moment; null for none.</summary>
    public static DateTimeOffset? Next(DateTimeOffset startsAt, DateTimeOffset after) =>
        All.Select(reminder => startsAt - reminder.Before).Where(at => at > after).Cast<DateTimeOffset?>().FirstOrDefault();

    /// <summary>The last one that is due: of several that were missed, the earlier ones are of no more use.</summary>
    public static MeetingReminder? Due(DateTimeOffset startsAt, DateTimeOffset now) => Array.FindLast(All, reminder => startsAt - reminder.Before <= now);

    /// <summary>What is said to who reads it at a moment.</summary>
    public static string Sentence(PlannedMeeting meeting, DateTimeOffset at)
    {
        var (content, left) = (meeting.Content, meeting.StartsAt - at);
        var days = content.Date.DayNumber - DateOnly.FromDateTime(at.ToOffset(JapanTime.Offset).DateTime).DayNumber;
        return left <= TimeSpan.FromMinutes(15) ? $"会議がまもなく始まります（{MeetingWords.Clock(content.Start)}から）。"
            : days == 0 ? $"会議は今日の{MeetingWords.Clock(content.Start)}からです。"
            : days == 1 ? $"会議は明日の{MeetingWords.Clock(content.Start)}からです。"
            : $"会議まで、あと{days}日です（{MeetingWords.Day(content.Date)}{MeetingWords.Clock(content.Start)}から）。";
    }
}
