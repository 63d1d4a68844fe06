using System.Data;
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
    IDbContextFactory<RenkeiBotDbContext> contexts, RecordStore store, AnswerEngineSource engines, OutboxWriter outbox, IOptions<EventsOptions> options,
    IOptions<OutboxOptions> outboxOptions, TimeProvider time, ILogger<EventReminders> logger)
{
    private readonly QuietHours? quiet = outboxOptions.Value.Quiet;

    /// <summary>Makes the reminders that are due and not made yet.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var now = JapanTime.Now(time);
        var today = DateOnly.FromDateTime(now.DateTime);
        if (TimeOnly.FromDateTime(now.DateTime) < options.Value.RemindTime)
            return;
        // What it says is true when it can go out.
        var goesAt = quiet?.OverAt(now) ?? now;
        // The records are in memory: where nothing is due, which is nearly always, the database is not asked.
        if (!Due(today, goesAt).Any())
            return;
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        // Another instance may have moved or cancelled it a moment ago. The counts first: so what is read after them is never older.
        var schedules = await EventQueries.All(reading).AsNoTracking().ToDictionaryAsync(edit => edit.Id, edit => edit.Schedule, cancellationToken);
        await engines.RefreshAsync(cancellationToken);
        var channels = await ChannelQueries.Subscribed(reading, ChannelTopics.Events).AsNoTracking().ToListAsync(cancellationToken);
        if (channels.Count == 0)
            return;
        foreach (var reminder in Due(today, goesAt).ToList())
            await MakeAsync(reminder, schedules.GetValueOrDefault(reminder.Event.Id), channels, goesAt, cancellationToken);
    }

    /// <summary>What is due and has not begun on a day before that of its sending.</summary>
    private IEnumerable<DueReminder> Due(DateOnly today, DateTimeOffset goesAt) =>
        EventNotices.Due(KnownEvent.All(store.Current), today, options.Value.Days).Where(due => due.Period.From >= DateOnly.FromDateTime(goesAt.DateTime));

    private async Task MakeAsync(DueReminder due, int schedule, IReadOnlyList<Channel> channels, DateTimeOffset goesAt, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        // Read with the rows' own transaction: where another instance has changed the days since, the next round knows of it.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var edit = await EventQueries.ById(context, due.Event.Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if ((edit?.Schedule ?? 0) != schedule)
            return;
        var source = EventNotices.Source(due, schedule);
        var told = (await EventQueries.Told(context, source).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var activity = EventNotices.Reminder(due, DateOnly.FromDateTime(goesAt.DateTime));
        var made = 0;
        foreach (var channel in channels.Where(channel => !told.Contains(channel.ConversationId)))
        {
            outbox.Add(context, new OutboxPost($"{source}/{channel.ConversationId}", OutboxTarget.Of(channel), activity, OutboxLane.Digest) { Source = source, NotBefore = goesAt }, time.GetUtcNow());
            made++;
        }

        // Where another instance was first, its rows stand, and the next round finds what is missing.
        if (made == 0 || !await context.TrySaveChangesAsync(cancellationToken))
            return;
        await transaction.CommitAsync(cancellationToken);
        outbox.Wake();
        LogReminded(due.Event.Id, due.Days, made);
    }

    [LoggerMessage(190, LogLevel.Information, "Event {EventId}: the reminder of {Days} days before goes to {Channels} channels")]
    private partial void LogReminded(string eventId, int days, int channels);
}
