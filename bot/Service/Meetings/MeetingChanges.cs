using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Directories;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>
/// What the secretariat does with meetings. Each is one transaction with its audit entry, the notices that it sends or changes, and the record that answers questions. What
/// someone else changed meanwhile is never overwritten.
/// </summary>
internal sealed class MeetingChanges(
    IDbContextFactory<RenkeiBotDbContext> contexts, MeetingNotices notices, MeetingRecords records, DownloadLinks links, MeetingCalendar calendar, TurnInbox inbox, TimeProvider time)
{
    /// <summary>A notice may be delivered, or an answer counted, at the same moment.</summary>
    private const int Attempts = 5;

    /// <summary>How long after a meeting its calendar entry can be loaded.</summary>
    private static readonly TimeSpan CalendarKept = TimeSpan.FromDays(90);

    /// <summary>Keeps what was typed: as a draft, or as a change of an announced meeting that was not sent yet.</summary>
    public Task<Change<PlannedMeeting>> KeepAsync(TurnContext turn, Actor actor, Guid id, int? version, MeetingContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.DraftMeeting, content, (_, meeting, _) =>
        {
            if (meeting.State == MeetingState.Cancelled)
                return Task.FromResult(ChangeOutcome.Stale);
            if (meeting.State == MeetingState.Draft)
                Dated(meeting, content);
            else
                meeting.Pending = content;
            return Task.FromResult(ChangeOutcome.Done);
        }, cancellationToken);

    /// <summary>Sends the notice of a draft, or a change of what was announced. The same form sent again changes nothing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="id">The id that it has or will have.</param>
    /// <param name="version">The version that the card shows; null for a new form.</param>
    /// <param name="typed">What was typed; null for what is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Change<PlannedMeeting>> SendAsync(TurnContext turn, Actor actor, Guid id, int? version, MeetingContent? typed, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(turn, actor, id, version, Verbs.SendMeeting, typed, async (context, meeting, now) =>
        {
            var content = typed ?? meeting.Pending ?? meeting.Content;
            var (before, revision) = (meeting.Content, meeting.DateRevision);
            if (meeting.State == MeetingState.Cancelled)
                return ChangeOutcome.Stale;
            if (meeting.State == MeetingState.Draft)
                Announce(context, meeting, content, now);
            else if (!TakeOver(context, meeting, content, now))
                return ChangeOutcome.Unchanged;
            await notices.PutAsync(context, meeting, cancellationToken);
            // After the notices: of one conversation the outbox delivers in the order of writing, and who is new gets the notice first.
            if (meeting.DateRevision > revision)
                await TellMovedAsync(context, meeting, before, cancellationToken);
            await records.PutAsync(context, meeting, now, cancellationToken);
            return ChangeOutcome.Done;
        }, cancellationToken);
        return await RecordedAsync(change, cancellationToken);
    }

    /// <summary>Cancels what was announced: its notices say so where they stand, and nobody is reminded any more.</summary>
    public async Task<Change<PlannedMeeting>> CancelAsync(TurnContext turn, Actor actor, Guid id, int version, string reason, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(turn, actor, id, version, Verbs.CancelMeeting, null, async (context, meeting, now) =>
        {
            if (meeting.State != MeetingState.Announced || now >= meeting.EndsAt)
                return ChangeOutcome.Stale;
            (meeting.State, meeting.CancelReason, meeting.Pending, meeting.ReminderAt) = (MeetingState.Cancelled, reason, null, null);
            meeting.Sequence++;
            Connect(meeting, now);
            await notices.PutAsync(context, meeting, cancellationToken);
            await notices.DropUnsentAsync(context, meeting, cancellationToken);
            await notices.TellAsync(context, meeting, $"cancelled/{meeting.Sequence}", Note(meeting, MeetingMessages.ToldCancelled, [meeting.Content.When(), $"中止の理由：{reason}"]), null, null, cancellationToken);
            await records.PutAsync(context, meeting, now, cancellationToken);
            return ChangeOutcome.Done;
        }, cancellationToken);
        return await RecordedAsync(change, cancellationToken);
    }

    /// <summary>Keeps what came of a meeting that has begun: its notices show it, and questions are answered from it.</summary>
    public async Task<Change<PlannedMeeting>> SaveMinutesAsync(TurnContext turn, Actor actor, Guid id, int version, MeetingMinutes minutes, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(turn, actor, id, version, Verbs.KeepMinutes, null, async (context, meeting, now) =>
        {
            if (meeting.State != MeetingState.Announced || now < meeting.StartsAt)
                return ChangeOutcome.Stale;
            meeting.Minutes = minutes;
            await notices.PutAsync(context, meeting, cancellationToken);
            await records.PutAsync(context, meeting, now, cancellationToken);
            return ChangeOutcome.Done;
        }, cancellationToken);
        return await RecordedAsync(change, cancellationToken);
    }

    /// <summary>Removes a draft.</summary>
    public Task<Change<PlannedMeeting>> DeleteAsync(TurnContext turn, Actor actor, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.DeleteMeeting, null, (context, meeting, _) =>
        {
            if (meeting.State != MeetingState.Draft)
                return Task.FromResult(ChangeOutcome.Stale);
            context.PlannedMeetings.Remove(meeting);
            return Task.FromResult(ChangeOutcome.Done);
        }, cancellationToken);

    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who changes something.</param>
    /// <param name="id">The id of the meeting.</param>
    /// <param name="version">The version that the card shows; null for a new form.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="made">What a meeting is made with where there is none yet; null where there must be one.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<Change<PlannedMeeting>> ChangeAsync(
        TurnContext turn, Actor actor, Guid id, int? version, string verb, MeetingContent? made, Func<RenkeiBotDbContext, PlannedMeeting, DateTimeOffset, Task<ChangeOutcome>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var decision = Authorisation.Decide(verb, Subject.Common, actor.Person, member);
            var meeting = await MeetingQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
            // A card with a version shows something that is no more; a new form comes before everything.
            if (decision.IsAllowed && meeting is null && (version is not null || made is null))
                return new(ChangeOutcome.Gone, null);
            if (decision.IsAllowed && version is null && meeting is { State: not MeetingState.Draft })
                return new(ChangeOutcome.Unchanged, meeting);
            if (decision.IsAllowed && meeting is null)
                context.PlannedMeetings.Add(meeting = New(id, made!, now));

            var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : meeting!.Version != (version ?? 0) ? ChangeOutcome.Stale : await change(context, meeting, now);
            if (outcome == ChangeOutcome.Unchanged)
                return new(outcome, meeting);
            if (outcome == ChangeOutcome.Done)
                meeting!.UpdatedAt = now;
            context.Audit(verb, actor.Person, (nameof(PlannedMeeting), id.ToString()), outcome.Audited(), now, turn, meeting is null ? "" : $"state={meeting.State};sequence={meeting.Sequence}");
            inbox.Claim(context, turn);
            if (await context.TrySaveChangesAsync(cancellationToken))
                return new(outcome, decision.IsAllowed ? meeting : null, decision.Refusal);
            if (attempt == Attempts)
                return new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
        }
    }

    private void Announce(RenkeiBotDbContext context, PlannedMeeting meeting, MeetingContent content, DateTimeOffset now)
    {
        Dated(meeting, content);
        (meeting.State, meeting.ReminderAt) = (MeetingState.Announced, MeetingReminder.Next(meeting.StartsAt, now));
        Link(context, meeting);
        Connect(meeting, now);
    }

    /// <returns>Whether anything has changed.</returns>
    private bool TakeOver(RenkeiBotDbContext context, PlannedMeeting meeting, MeetingContent content, DateTimeOffset now)
    {
        var (before, changes) = (meeting.Content, MeetingDifferences.Between(meeting.Content, content));
        if (changes.Count == 0 && MeetingDifferences.IsSameAudience(before, content))
            return false;
        var isMoved = content.StartsAt() != meeting.StartsAt || content.EndsAt() != meeting.EndsAt;
        Dated(meeting, content);
        meeting.Pending = null;
        if (changes.Count == 0)
            return true;
        (meeting.Changes, meeting.Sequence) = (changes, meeting.Sequence + 1);
        Connect(meeting, now);
        if (!isMoved)
            return true;

        meeting.DateRevision++;
        meeting.ReminderAt = MeetingReminder.Next(meeting.StartsAt, now);
        Link(context, meeting);
        return true;
    }

    private async Task TellMovedAsync(RenkeiBotDbContext context, PlannedMeeting meeting, MeetingContent before, CancellationToken cancellationToken)
    {
        // What was to remind of the date of before is of no more use.
        await notices.DropUnsentAsync(context, meeting, cancellationToken);
        var note = Note(meeting, MeetingMessages.ToldMoved, [$"変更前：{before.When()}", $"変更後：{meeting.Content.When()}"]);
        await notices.TellAsync(context, meeting, $"moved/{meeting.DateRevision}", note, null, null, cancellationToken);
    }

    /// <summary>The calendar entry can be loaded until long after the meeting.</summary>
    private void Link(RenkeiBotDbContext context, PlannedMeeting meeting) =>
        meeting.CalendarUrl = links.Add(context, CalendarDownload.FileKind, meeting.Id.ToString(), meeting.EndsAt + CalendarKept)?.AbsoluteUri ?? "";

    /// <summary>The online meeting is made, moved or cancelled behind the turn, where the service does so.</summary>
    private void Connect(PlannedMeeting meeting, DateTimeOffset now)
    {
        if (calendar.IsConfigured && (meeting.OnlineEventId.Length > 0 || meeting.WantsOnlineMeeting()))
            meeting.OnlineDueAt = now;
    }

    private async Task<Change<PlannedMeeting>> RecordedAsync(Change<PlannedMeeting> change, CancellationToken cancellationToken)
    {
        if (change.Outcome == ChangeOutcome.Done)
            await records.ChangedAsync(cancellationToken);
        return change;
    }

    private async Task<PlannedMeeting?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await MeetingQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    private static void Dated(PlannedMeeting meeting, MeetingContent content) =>
        (meeting.Content, meeting.StartsAt, meeting.EndsAt) = (content, content.StartsAt(), content.EndsAt());

    private static MeetingNoteView Note(PlannedMeeting meeting, string sentence, IReadOnlyList<string> lines) => new(sentence, MeetingCards.Id(meeting.Id), meeting.Content.Heading()) { Lines = lines };

    private static PlannedMeeting New(Guid id, MeetingContent content, DateTimeOffset now) => new()
    {
        Id = id,
        Content = content,
        StartsAt = content.StartsAt(),
        EndsAt = content.EndsAt(),
        Source = MeetingNotices.SourceOf(id),
        CreatedAt = now,
        UpdatedAt = now,
    };
}
