using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Events;

/// <summary>An event as it is now, and the version of its record.</summary>
internal sealed record EventState(KnownEvent? Event, int Version);

/// <summary>
/// What the secretariat does to the records of events. Each is one transaction with its audit entry and with what channels are told of it; when it ends, questions are answered with the change.
/// </summary>
internal sealed class EventChanges(
    IDbContextFactory<RenkeiBotDbContext> contexts, RecordStore store, AnswerEngineSource engines, EventRecords records, EventCorrections corrections, TurnInbox inbox, TimeProvider time)
{
    /// <summary>An event with its version, as the database has them now: another instance may have changed it.</summary>
    public async Task<EventState> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var edit = await EventQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        // The version first: so what is read after it is never older.
        await engines.RefreshAsync(cancellationToken);
        return new EventState(KnownEvent.Find(store.Current, id), edit?.Version ?? 0);
    }

    /// <summary>Registers a new event, or changes one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The id that it has or will have.</param>
    /// <param name="version">The version that the card shows; null for a new form.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RecordFileException">The rules of the records refuse it.</exception>
    public Task<Change<EventState>> SaveAsync(TurnContext turn, Actor actor, string id, int? version, EventContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version is null ? Verbs.RegisterEvent : Verbs.EditEvent, async (context, now) =>
        {
            if (version is null && now.Event is not null)
                return (ChangeOutcome.Unchanged, null);
            if (version is null && now.Version > 0)
                return (ChangeOutcome.Gone, null);
            if (version is { } shown && (now.Event is null || now.Version != shown))
                return (now.Event is null ? ChangeOutcome.Gone : ChangeOutcome.Stale, null);
            if (now.Event is { } before && EventRecords.ContentOf(before.Record) == content)
                return (ChangeOutcome.Unchanged, null);
            var record = records.Apply(now.Event?.Record, KnownEvent.KeyOf(id), content, JapanTime.Today(time));
            await store.PutAsync(context, record, time.GetUtcNow(), cancellationToken);
            return (ChangeOutcome.Done, new KnownEvent(record));
        }, cancellationToken);

    /// <summary>Takes back what was registered or changed: the record of the documents is there again, where there is one.</summary>
    public Task<Change<EventState>> RemoveAsync(TurnContext turn, Actor actor, string id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, Verbs.RemoveEvent, async (context, now) =>
        {
            if (now.Event is null)
                return (ChangeOutcome.Gone, null);
            if (now.Version != version)
                return (ChangeOutcome.Stale, null);
            var key = KnownEvent.KeyOf(id);
            var removed = KnownEvent.IsExhibitionId(id) ? await RecordStore.RemoveAsync<Exhibition>(context, key, cancellationToken) : await RecordStore.RemoveAsync<ProjectEvent>(context, key, cancellationToken);
            if (!removed)
                return (ChangeOutcome.Stale, null);
            IRecord? left = KnownEvent.IsExhibitionId(id) ? store.FindOfFile<Exhibition>(key) : store.FindOfFile<ProjectEvent>(key);
            return (ChangeOutcome.Done, left is null ? null : new KnownEvent(left));
        }, cancellationToken);

    private async Task<Change<EventState>> ChangeAsync(
        TurnContext turn, Actor actor, string id, string verb, Func<RenkeiBotDbContext, EventState, Task<(ChangeOutcome Outcome, KnownEvent? After)>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var edit = await EventQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
        await engines.RefreshAsync(cancellationToken);
        var before = new EventState(KnownEvent.Find(store.Current, id), edit?.Version ?? 0);
        var decision = Authorisation.Decide(verb, Subject.Common, actor.Person, member);
        var (outcome, after) = decision.IsAllowed ? await change(context, before) : (ChangeOutcome.Refused, null);
        if (outcome is ChangeOutcome.Unchanged or ChangeOutcome.Gone)
            return new(outcome, before);
        if (outcome == ChangeOutcome.Done)
        {
            edit = Count(context, edit, id, before.Event is { } was && EventCorrections.IsOtherSchedule(was, after), now);
            if (before.Event is { } told)
                await corrections.WriteAsync(context, told, after, now, cancellationToken);
        }

        context.Audit(verb, actor.Person, (nameof(EventEdit), id), outcome.Audited(), now, turn);
        inbox.Claim(context, turn);
        if (!await context.TrySaveChangesAsync(cancellationToken))
            return new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
        if (outcome != ChangeOutcome.Done)
            return new(outcome, before, decision.Refusal);
        await engines.RefreshAsync(cancellationToken);
        return new(ChangeOutcome.Done, new EventState(after, edit!.Version));
    }

    private static EventEdit Count(RenkeiBotDbContext context, EventEdit? edit, string id, bool isOtherSchedule, DateTimeOffset now)
    {
        if (edit is null)
        {
            context.EventEdits.Add(edit = new EventEdit { Id = id, Version = 1, ChangedAt = now });
        }
        else
        {
            edit.ChangedAt = now;
            // Also within the same tick of the clock: every change counts.
            context.Entry(edit).Property(e => e.ChangedAt).IsModified = true;
        }

        if (isOtherSchedule)
            edit.Schedule++;
        return edit;
    }
}
