using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Events;

/// <summary>
/// Reminds the channels that chose 展示・イベント of events and exhibitions, each once for each schedule, day and reminder: the rows of the outbox say which were made, and their keys let one of
/// several instances make them.
/// </summary>
internal sealed partial class EventReminders(
    IDbContextFactory<RenkeiBotDbContext> contexts, RecordStore store, AnswerEngineSource engines, OutboxWriter outbox, IOptions<EventsOptions> options, TimeProvider time,
    ILogger<EventReminders> logger)
{
    /// <summary>Makes the reminders that are due and not made yet.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var now = JapanTime.Now(time);
        var today = DateOnly.FromDateTime(now.DateTime);
        if (TimeOnly.FromDateTime(now.DateTime) < options.Value.RemindTime)
            return;
        // The records are in memory: where nothing is due, which is nearly always, the database is not asked.
        if (!Due(today).Any())
            return;
        // Another instance may have moved or cancelled it a moment ago.
        await engines.RefreshAsync(cancellationToken);
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        var channels = await ChannelQueries.Subscribed(reading, ChannelTopics.Events).AsNoTracking().ToListAsync(cancellationToken);
        if (channels.Count == 0)
            return;
        foreach (var reminder in Due(today).ToList())
            await MakeAsync(reminder, channels, today, cancellationToken);
    }

    private IEnumerable<DueReminder> Due(DateOnly today) => EventNotices.Due(KnownEvent.All(store.Current), today, options.Value.Days);

    private async Task MakeAsync(DueReminder due, IReadOnlyList<Channel> channels, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var edit = await EventQueries.ById(context, due.Event.Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var source = EventNotices.Source(due, edit?.Schedule ?? 0);
        var told = (await EventQueries.Told(context, source).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var activity = EventNotices.Reminder(due, today);
        var made = 0;
        foreach (var channel in channels.Where(channel => !told.Contains(channel.ConversationId)))
        {
            outbox.Add(context, new OutboxPost($"{source}/{channel.ConversationId}", OutboxTarget.Of(channel), activity, OutboxLane.Digest) { Source = source }, time.GetUtcNow());
            made++;
        }

        // Where another instance was first, its rows stand, and the next round finds what is missing.
        if (made == 0 || !await context.TrySaveChangesAsync(cancellationToken))
            return;
        LogReminded(due.Event.Id, due.Days, made);
    }

    [LoggerMessage(190, LogLevel.Information, "Event {EventId}: the reminder of {Days} days before goes to {Channels} channels")]
    private partial void LogReminded(string eventId, int days, int channels);
}
