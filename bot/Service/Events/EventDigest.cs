using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Service.Outbox;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Events;

/// <summary>Gives the channels that chose 展示・イベント a digest of the week, each once in a week of ISO 8601; a week with nothing to tell has none.</summary>
internal sealed partial class EventDigest(
    IDbContextFactory<RenkeiBotDbContext> contexts, RecordStore store, AnswerEngineSource engines, OutboxWriter outbox, IOptions<EventsOptions> options, TimeProvider time, ILogger<EventDigest> logger)
{
    private const int DaysOfWeek = 7;

    /// <summary>So long after the week a thing still counts as coming.</summary>
    private const int ComingDays = 28;

    /// <summary>So long after the week an end still counts as near.</summary>
    private const int EndingDays = 7;

    /// <summary>Makes the digest where it is due and not made yet.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var now = JapanTime.Now(time);
        if (options.Value.Weekday is not { } weekday || !IsDue(now.DateTime, weekday, options.Value.DigestTime))
            return;
        var today = DateOnly.FromDateTime(now.DateTime);
        var week = WeekOf(today);
        var source = $"digest:{week}";
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var told = (await EventQueries.Told(context, source).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var channels = (await ChannelQueries.Subscribed(context, ChannelTopics.Events).AsNoTracking().ToListAsync(cancellationToken)).Where(channel => !told.Contains(channel.ConversationId)).ToList();
        if (channels.Count == 0)
            return;
        await engines.RefreshAsync(cancellationToken);
        var sections = Sections([.. KnownEvent.All(store.Current)], today);
        var deadlines = await EventQueries.Deadlines(context, today, Monday(today).AddDays(DaysOfWeek - 1)).AsNoTracking().ToListAsync(cancellationToken);
        if (deadlines.Count > 0)
            sections = [.. sections, Section(EventMessages.DigestDeadlines, [.. deadlines.Select(Line)])];
        if (sections.Count == 0)
            return;
        var activity = EventNotices.Message(EventDigestCard.Build(new EventDigestView(EventMessages.Digest(Monday(today)), sections)));
        foreach (var channel in channels)
            outbox.Add(context, new OutboxPost($"digest/{week}/{channel.ConversationId}", OutboxTarget.Of(channel), activity, OutboxLane.Digest) { Source = source }, time.GetUtcNow());
        // Where another instance was first, its rows stand, and the next round finds what is missing.
        if (await context.TrySaveChangesAsync(cancellationToken))
            LogMade(week, channels.Count);
    }

    /// <summary>Whether a digest is due: from its time on its day, and all of the next day where that is of the same week.</summary>
    public static bool IsDue(DateTime now, DayOfWeek weekday, TimeOnly from)
    {
        var today = DateOnly.FromDateTime(now);
        var day = Monday(today).AddDays(((int)weekday + DaysOfWeek - 1) % DaysOfWeek);
        return today == day ? TimeOnly.FromDateTime(now) >= from : today.DayNumber - day.DayNumber is > 0 and <= EventNotices.GraceDays;
    }

    /// <summary>The week of a day as 「2026-W53」: the last days of a year may be of the first week of the next, and the first of the last of the one before.</summary>
    public static string WeekOf(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):D4}-W{ISOWeek.GetWeekOfYear(moment):D2}");
    }

    /// <summary>What there is to tell of events on a day; each event stands in one section.</summary>
    public static IReadOnlyList<EventDigestSection> Sections(IReadOnlyList<KnownEvent> events, DateOnly today)
    {
        var monday = Monday(today);
        var sunday = monday.AddDays(DaysOfWeek - 1);
        var days = events.Where(known => known.IsOn).SelectMany(known => known.Days.Where(period => period.LastDay >= today).Select(period => (Event: known, Period: period))).OrderBy(one => one.Period.From).ToList();
        var thisWeek = days.Where(one => one.Period.From >= monday && one.Period.From <= sunday).ToList();
        var ending = days.Where(one => one.Period.From < monday && one.Period.LastDay <= sunday.AddDays(EndingDays)).OrderBy(one => one.Period.LastDay).ToList();
        var underWay = days.Where(one => one.Period.From < monday && one.Period.LastDay > sunday.AddDays(EndingDays)).ToList();
        var coming = days.Where(one => one.Period.From > sunday && one.Period.From <= sunday.AddDays(ComingDays)).ToList();
        return
        [
            .. new[] { (EventMessages.DigestThisWeek, thisWeek), (EventMessages.DigestEnding, ending), (EventMessages.DigestUnderWay, underWay), (EventMessages.DigestComing, coming) }
                .Where(part => part.Item2.Count > 0)
                .Select(part => Section(part.Item1, [.. part.Item2.Select(one => Line(one.Event, one.Period))])),
        ];
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    private static EventDigestSection Section(string title, IReadOnlyList<EventLine> lines) => new(title, [.. lines.Take(EventDigestCard.MaxLines)], Math.Max(0, lines.Count - EventDigestCard.MaxLines));

    private static EventLine Line(KnownEvent known, Period period) =>
        new("", known.Title, string.Join('・', new[] { Wording.When(period), EventRecords.ContentOf(known.Record).Hours, known.Venue ?? "" }.Where(part => part.Length > 0)));

    private static EventLine Line(Proposal proposal) => new("", proposal.Content.Title, $"{proposal.OrganisationName}・応募締切 {JapaneseCalendar.Short(proposal.Deadline!.Value)}");

    [LoggerMessage(191, LogLevel.Information, "The digest of the week {Week} goes to {Channels} channels")]
    private partial void LogMade(string week, int channels);
}
