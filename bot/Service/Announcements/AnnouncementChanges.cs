using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>
/// What the secretariat does with announcements. Each is one transaction that holds the announcement, with its audit entry, the messages that it causes and the claim of the press: of two at once
/// the second sees what the first has left.
/// </summary>
internal sealed class AnnouncementChanges(
    IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementForm form, AudienceTargets audience, AnnouncementNotices notices, OutboxWriter outbox, AnnouncementWork work, TurnInbox inbox, TimeProvider time)
{
    /// <summary>Keeps what was typed as a draft: makes it, or takes the place of what was kept. What was planned or waited for a second person does so no more.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="id">The id that it has or will have.</param>
    /// <param name="revision">The revision that the form shows; null for a new form.</param>
    /// <param name="content">What is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Change<Announcement>> SaveAsync(TurnContext turn, Actor actor, Guid id, int? revision, AnnouncementContent content, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var now = time.GetUtcNow();
        var announcement = held.Row;
        if (announcement is null && revision is not null)
            return new(ChangeOutcome.Gone, null);
        if (announcement is null)
        {
            announcement = new Announcement { Id = id, Content = content, AuthorId = actor.Member.Id, CreatedAt = now, UpdatedAt = now };
            held.Context.Announcements.Add(announcement);
        }
        else if (!CanBeEdited(announcement) || announcement.Revision != (revision ?? 1))
        {
            return new(ChangeOutcome.Stale, announcement);
        }
        else
        {
            if (announcement.State == AnnouncementState.AwaitingApproval)
                await notices.CloseRequestsAsync(held.Context, announcement, AnnouncementMessages.Stale, now, cancellationToken);
            (announcement.Content, announcement.State, announcement.NextAt, announcement.AuthorId, announcement.UpdatedAt) = (content, AnnouncementState.Draft, null, actor.Member.Id, now);
            announcement.Revision++;
        }

        return await CommitAsync(held, turn, actor, Verbs.WriteAnnouncement, announcement, now, cancellationToken);
    }

    /// <summary>「配信する」: plans it, or asks a second person where everyone is told.</summary>
    public Task<Change<Announcement>> SendAsync(TurnContext turn, Actor actor, Guid id, int revision, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, revision, Verbs.SendAnnouncement, async (context, announcement, now) =>
        {
            if (announcement.State is not AnnouncementState.Draft)
                return (ChangeOutcome.Unchanged, null);
            if (form.Missing(announcement.Content) is { Count: > 0 } missing)
                return (ChangeOutcome.Refused, missing.Values.First());
            if ((await audience.ResolveAsync(context, AnnouncementAudience.Of(announcement.Content), cancellationToken)).Count == 0)
                return (ChangeOutcome.Refused, AnnouncementMessages.NoTargets);
            announcement.AuthorId = actor.Member.Id;
            announcement.FirstAt = AnnouncementSchedule.First(announcement.Content, now);
            if (!announcement.Content.Everyone)
            {
                (announcement.State, announcement.NextAt) = (AnnouncementState.Scheduled, announcement.FirstAt);
                return (ChangeOutcome.Done, null);
            }

            announcement.State = AnnouncementState.AwaitingApproval;
            announcement.Revision++;
            return await notices.RequestAsync(context, announcement, actor.Member, now, cancellationToken) ? (ChangeOutcome.Done, null) : (ChangeOutcome.Refused, AnnouncementMessages.NoSecond);
        }, cancellationToken);

    /// <summary>「承認する」「却下する」 of a second person: about the sending, or about a correction.</summary>
    public Task<Change<Announcement>> DecideAsync(TurnContext turn, Actor actor, Guid id, int revision, bool approve, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, revision, approve ? Verbs.ApproveAnnouncement : Verbs.RejectAnnouncement, async (context, announcement, now) =>
        {
            var isCorrection = announcement.Correction is not null;
            if (!isCorrection && announcement.State != AnnouncementState.AwaitingApproval)
                return (ChangeOutcome.Unchanged, null);
            // Whoever asked has been asked whether they may: by the row as it is now, not by the card.
            var asker = isCorrection ? announcement.CorrectorId : announcement.AuthorId;
            if (asker == actor.Member.Id)
                return (ChangeOutcome.Refused, AnnouncementMessages.OwnRequest);
            var said = approve ? AnnouncementMessages.ApprovedForAuthor : AnnouncementMessages.RejectedForAuthor(reason);
            await notices.CloseRequestsAsync(context, announcement, approve ? AnnouncementMessages.Approved : AnnouncementMessages.RejectedForAuthor(reason), now, cancellationToken);
            if (isCorrection)
            {
                var correction = announcement.Correction!;
                announcement.Correction = null;
                announcement.Revision++;
                if (approve)
                    await CorrectAsync(context, announcement, correction, now, cancellationToken);
            }
            else if (approve)
            {
                (announcement.State, announcement.ApprovedBy) = (AnnouncementState.Scheduled, actor.Member.Id);
                // A time that has passed meanwhile is made up for at once; without one, it goes now.
                announcement.FirstAt = announcement.Content.Day is null ? AnnouncementSchedule.First(announcement.Content, now) : announcement.FirstAt;
                announcement.NextAt = announcement.FirstAt;
            }
            else
            {
                announcement.State = AnnouncementState.Draft;
                announcement.Revision++;
            }

            await notices.TellAsync(context, announcement, asker ?? announcement.AuthorId, said, now, cancellationToken);
            return (ChangeOutcome.Done, null);
        }, cancellationToken);

    /// <summary>「取り消す」: nothing goes any more, and what was sent is deleted. It needs no second person: what is wrong is to be gone at once.</summary>
    public Task<Change<Announcement>> WithdrawAsync(TurnContext turn, Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, null, Verbs.WithdrawAnnouncement, async (context, announcement, now) =>
        {
            if (announcement.State is AnnouncementState.Draft or AnnouncementState.Withdrawn)
                return (ChangeOutcome.Unchanged, null);
            var occurrences = await AnnouncementQueries.Occurrences(context, id).ToListAsync(cancellationToken);
            if (announcement.State == AnnouncementState.Sent && !await HasCopiesAsync(context, announcement, occurrences, cancellationToken))
                return (ChangeOutcome.Refused, AnnouncementMessages.TooOld);
            if (announcement.State == AnnouncementState.AwaitingApproval || announcement.Correction is not null)
                await notices.CloseRequestsAsync(context, announcement, AnnouncementMessages.WithdrawnAlready, now, cancellationToken);
            (announcement.State, announcement.NextAt, announcement.Correction) = (AnnouncementState.Withdrawn, null, null);
            announcement.Revision++;
            foreach (var occurrence in occurrences)
            {
                (occurrence.IsRunning, occurrence.IsDirty) = (true, true);
                await outbox.WithdrawAllAsync(context, AnnouncementNames.Copies(id, occurrence.Number), now, cancellationToken);
                await outbox.WithdrawAllAsync(context, AnnouncementNames.Reminders(id, occurrence.Number), now, cancellationToken);
            }

            return (ChangeOutcome.Done, null);
        }, cancellationToken);

    /// <summary>「訂正する」: what was sent is changed where it stands, what was not goes out corrected; where everyone was told, once a second person has agreed.</summary>
    public Task<Change<Announcement>> CorrectAsync(TurnContext turn, Actor actor, Guid id, int revision, AnnouncementContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, revision, Verbs.CorrectAnnouncement, async (context, announcement, now) =>
        {
            if (announcement.State is AnnouncementState.Withdrawn || announcement.Occurrences == 0)
                return (ChangeOutcome.Stale, null);
            if (!await HasCopiesAsync(context, announcement, await AnnouncementQueries.Occurrences(context, id).ToListAsync(cancellationToken), cancellationToken))
                return (ChangeOutcome.Refused, AnnouncementMessages.TooOld);
            announcement.Revision++;
            if (!announcement.Content.Everyone)
            {
                await CorrectAsync(context, announcement, content, now, cancellationToken);
                return (ChangeOutcome.Done, null);
            }

            (announcement.Correction, announcement.CorrectorId) = (content, actor.Member.Id);
            return await notices.RequestAsync(context, announcement, actor.Member, now, cancellationToken) ? (ChangeOutcome.Done, null) : (ChangeOutcome.Refused, AnnouncementMessages.NoSecond);
        }, cancellationToken);

    /// <summary>「失敗分を再送する」: what was given up is tried again, as it should be now.</summary>
    public Task<Change<Announcement>> ResendAsync(TurnContext turn, Actor actor, Guid id, int number, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, null, Verbs.ResendAnnouncement, async (context, announcement, now) =>
        {
            var source = AnnouncementNames.Copies(id, number);
            var failed = (await AnnouncementQueries.Copies(context, source).ToListAsync(cancellationToken)).Where(copy => copy is { HasEnded: true, Failure: not null })
                .Select(copy => AnnouncementNames.TargetOf(copy.Key)).ToHashSet();
            if (failed.Count == 0 || await AnnouncementQueries.Occurrence(context, id, number).SingleOrDefaultAsync(cancellationToken) is not { } occurrence)
                return (ChangeOutcome.Refused, AnnouncementMessages.NothingFailed);
            if (announcement.State == AnnouncementState.Withdrawn)
            {
                await outbox.SendAllAgainAsync(context, source, now, cancellationToken);
            }
            else
            {
                var targets = await AnnouncementQueries.Targets(context, id, number).ToListAsync(cancellationToken);
                targets.FindAll(target => failed.Contains(target.Number)).ForEach(target => target.IsPending = true);
            }

            (occurrence.IsRunning, occurrence.IsDirty) = (true, true);
            return (ChangeOutcome.Done, null);
        }, cancellationToken);

    /// <summary>Removes a draft.</summary>
    public Task<Change<Announcement>> DeleteDraftAsync(TurnContext turn, Actor actor, Guid id, int revision, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, revision, Verbs.DeleteAnnouncement, (context, announcement, _) =>
        {
            if (announcement.State != AnnouncementState.Draft)
                return Task.FromResult<(ChangeOutcome, string?)>((ChangeOutcome.Stale, null));
            context.Announcements.Remove(announcement);
            return Task.FromResult<(ChangeOutcome, string?)>((ChangeOutcome.Done, null));
        }, cancellationToken);

    /// <summary>Whether what it says can still be typed anew: nothing was sent of it.</summary>
    public static bool CanBeEdited(Announcement announcement) =>
        announcement is { Occurrences: 0, State: AnnouncementState.Draft or AnnouncementState.AwaitingApproval or AnnouncementState.Scheduled };

    private async Task CorrectAsync(RenkeiBotDbContext context, Announcement announcement, AnnouncementContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (announcement.Content, announcement.CorrectedAt) = (content, now);
        foreach (var occurrence in await AnnouncementQueries.Occurrences(context, announcement.Id).ToListAsync(cancellationToken))
        {
            (occurrence.IsRunning, occurrence.IsDirty, occurrence.FinishedAt) = (true, true, null);
            var copy = AnnouncementCopies.Message(AnnouncementCopies.Of(announcement, occurrence));
            await outbox.ReviseAllAsync(context, AnnouncementNames.Copies(announcement.Id, occurrence.Number), copy, now, cancellationToken);
            // Where somebody has confirmed, the copy says so again.
            foreach (var target in await AnnouncementQueries.ConfirmedTargets(context, announcement.Id, occurrence.Number).ToListAsync(cancellationToken))
                target.IsPending = true;
        }
    }

    /// <summary>Whether the outbox still knows any copy: it keeps them for some weeks.</summary>
    private static async Task<bool> HasCopiesAsync(RenkeiBotDbContext context, Announcement announcement, IReadOnlyList<AnnouncementOccurrence> occurrences, CancellationToken cancellationToken)
    {
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Targets == 0 || occurrence.IsRunning || await AnnouncementQueries.Copies(context, AnnouncementNames.Copies(announcement.Id, occurrence.Number)).AnyAsync(cancellationToken))
                return true;
        }

        return occurrences.Count == 0;
    }

    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="id">Which announcement.</param>
    /// <param name="revision">The revision that the card shows; null where it does not matter.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="change">Does it, or says why not.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<Change<Announcement>> ChangeAsync(
        TurnContext turn, Actor actor, Guid id, int? revision, string verb, Func<RenkeiBotDbContext, Announcement, DateTimeOffset, Task<(ChangeOutcome Outcome, string? Refusal)>> change,
        CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var now = time.GetUtcNow();
        if (held.Row is not { } announcement)
            return new(ChangeOutcome.Gone, null);
        if (revision is { } shown && shown != announcement.Revision)
            return new(ChangeOutcome.Stale, announcement);
        var (outcome, refusal) = await change(held.Context, announcement, now);
        if (outcome != ChangeOutcome.Done)
            return new(outcome, await ReadAfterAsync(held, id, cancellationToken), refusal);
        announcement.UpdatedAt = now;
        return await CommitAsync(held, turn, actor, verb, announcement, now, cancellationToken);
    }

    private async Task<Change<Announcement>> CommitAsync(
        HeldAnnouncement held, TurnContext turn, Actor actor, string verb, Announcement announcement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        held.Context.Audit(verb, actor.Person, (nameof(Announcement), announcement.Id.ToString()), AuditOutcome.Done, now, turn, $"state={announcement.State};revision={announcement.Revision}");
        inbox.Claim(held.Context, turn);
        if (!await held.TryCommitAsync(cancellationToken))
            return new(ChangeOutcome.Unchanged, await ReadAfterAsync(held, announcement.Id, cancellationToken));
        outbox.Wake();
        work.Wake();
        return new(ChangeOutcome.Done, announcement);
    }

    /// <summary>The announcement as it is without what was not committed; whoever holds it must have let go before another connection can read it.</summary>
    private async Task<Announcement?> ReadAfterAsync(HeldAnnouncement held, Guid id, CancellationToken cancellationToken)
    {
        await held.DisposeAsync();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await AnnouncementQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }
}
