using System.Globalization;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Events;

/// <summary>A reminder that is due.</summary>
/// <param name="Event">The event.</param>
/// <param name="Period">Which of its days.</param>
/// <param name="Days">Which reminder: so many days before.</param>
internal sealed record DueReminder(KnownEvent Event, Period Period, int Days);

/// <summary>What channels are told of events: the keys that make each message one, and its words.</summary>
internal static class EventNotices
{
    /// <summary>How many days late a reminder or a digest may still be made, where nobody made it in time. Rows of the outbox are kept longer.</summary>
    public const int GraceDays = 1;

    /// <summary>The reminders that are due on a day: of each period the latest alone.</summary>
    /// <param name="events">The events on record.</param>
    /// <param name="today">The day.</param>
    /// <param name="days">How many days before there is a reminder, the most first.</param>
    public static IEnumerable<DueReminder> Due(IEnumerable<KnownEvent> events, DateOnly today, IReadOnlyList<int> days) =>
        from known in events
        where known.IsOn
        from period in Beginnings(known)
        let left = period.From.DayNumber - today.DayNumber
        where left >= 0
        let due = days.Where(ahead => left <= ahead && left >= ahead - GraceDays).ToList()
        where due.Count > 0
        select new DueReminder(known, period, due[^1]);

    /// <summary>What the reminders of an event have in common.</summary>
    public static string SourcesOf(string id) => $"event:{id}:";

    /// <summary>What makes a reminder one and the same in all channels: the event, the count of its schedule, the day that it is about, and which reminder it is.</summary>
    public static string Source(DueReminder due, int schedule) =>
        string.Create(CultureInfo.InvariantCulture, $"{SourcesOf(due.Event.Id)}{schedule}:{due.Period.From:yyyyMMdd}:{due.Days}");

    /// <summary>The reminder, as it is said on a day.</summary>
    public static Activity Reminder(DueReminder due, DateOnly day) => Reminder(due.Event, due.Period, day);

    /// <summary>A reminder that was made before and not sent, with the event as it is now, for the day on which it can go out.</summary>
    public static Activity Again(KnownEvent known, OutboxMessage told)
    {
        var day = DateOnly.ParseExact(told.Source.Split(':')[^2], "yyyyMMdd", CultureInfo.InvariantCulture);
        var period = known.Periods.FirstOrDefault(one => one.From == day) ?? known.Periods[0];
        return Reminder(known, period, DateOnly.FromDateTime(told.NotBefore.ToOffset(JapanTime.Offset).DateTime));
    }

    /// <summary>A card as a message.</summary>
    public static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);

    private static Activity Reminder(KnownEvent known, Period period, DateOnly day) =>
        Message(EventNoticeCard.Build(new EventNoticeView(EventMessages.Reminder(period.From.DayNumber - day.DayNumber, period), EventShowing.Facts(known))));

    /// <summary>The periods that begin something: a day that follows another one is no beginning.</summary>
    private static IEnumerable<Period> Beginnings(KnownEvent known) => known.Days.Where(period => !known.Days.Any(other => other.LastDay == period.From.AddDays(-1)));
}
