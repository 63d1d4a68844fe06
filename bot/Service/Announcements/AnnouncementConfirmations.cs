using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Announcements;

/// <summary>「確認しました」 of those who were told, and the reminding of those who have not.</summary>
internal sealed class AnnouncementConfirmations(IDbContextFactory<RenkeiBotDbContext> contexts, OutboxWriter outbox, AnnouncementWork work, TurnInbox inbox, TimeProvider time)
{
    /// <summary>Writes down that somebody has confirmed a sending: once each, wherever they press. The copies that say so are changed behind the turn.</summary>
    /// <returns>What is said, and the copy as this person sees it now; null for the copy where there is none.</returns>
    public async Task<(string Said, AnnouncementCopyView? Copy)> ConfirmAsync(TurnContext turn, Sender person, Guid id, int number, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var context = held.Context;
        var occurrence = await AnnouncementQueries.Occurrence(context, id, number).SingleOrDefaultAsync(cancellationToken);
        if (held.Row is not { } announcement || occurrence is null || !announcement.Content.AsksConfirmation)
            return (AnnouncementMessages.Gone, null);
        if (announcement.State == AnnouncementState.Withdrawn)
            return (AnnouncementMessages.NoLongerThere, null);
        var own = await AnnouncementQueries.TargetOf(context, id, number, person.TenantId, person.AadObjectId).SingleOrDefaultAsync(cancellationToken);
        var here = turn.IsSeenByOthers ? await AnnouncementQueries.TargetIn(context, id, number, Root(turn.Activity.Conversation?.Id ?? "")).SingleOrDefaultAsync(cancellationToken) : own;
        // A card can be forged: who was not told has nothing to confirm.
        if (here is null)
            return (AnnouncementMessages.Gone, null);
        if (await AnnouncementQueries.ConfirmationOf(context, id, number, person.TenantId, person.AadObjectId).AnyAsync(cancellationToken))
            return (AnnouncementMessages.ConfirmedAlready, AnnouncementCopies.ConfirmedBy(announcement, occurrence));

        var now = time.GetUtcNow();
        var member = await MemberQueries.ByPerson(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { IsActive: true } active ? active : null;
        context.AnnouncementConfirmations.Add(new AnnouncementConfirmation
        {
            AnnouncementId = id,
            Occurrence = number,
            TenantId = person.TenantId,
            AadObjectId = person.AadObjectId,
            Name = member?.Name ?? CardText.Line(turn.Activity.From?.Name ?? "", RenkeiBotDbContext.NameLength / 2),
            OrganisationKind = member?.OrganisationKind,
            OrganisationId = member?.OrganisationId ?? "",
            OrganisationName = member?.OrganisationName ?? "",
            Target = here.Number,
            At = now,
        });
        foreach (var target in new[] { here, own }.OfType<AnnouncementTarget>().Distinct())
            (target.Confirmed, target.IsPending) = (target.Confirmed + 1, true);
        occurrence.IsDirty = true;
        context.Audit(Verbs.ConfirmAnnouncement, person, turn.Audited(nameof(Announcement)), AuditOutcome.Done, now, turn, $"sending={number}");
        inbox.Claim(context, turn);
        if (!await held.TryCommitAsync(cancellationToken))
            return (AnnouncementMessages.ConfirmedAlready, AnnouncementCopies.ConfirmedBy(announcement, occurrence));
        work.Wake();
        return (AnnouncementMessages.Confirmed, AnnouncementCopies.ConfirmedBy(announcement, occurrence));
    }

    /// <summary>「未確認の方に催促する」: those whose copy arrived and who have not confirmed are told once more, at most once a day.</summary>
    /// <returns>What is said, with the announcement; null for the announcement where there is none.</returns>
    public async Task<(string Said, Announcement? Now)> RemindAsync(TurnContext turn, Actor actor, Guid id, int number, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var (context, now, today) = (held.Context, time.GetUtcNow(), JapanTime.Today(time));
        var occurrence = await AnnouncementQueries.Occurrence(context, id, number).SingleOrDefaultAsync(cancellationToken);
        if (held.Row is not { } announcement || occurrence is null)
            return (AnnouncementMessages.Gone, null);
        if (announcement.State == AnnouncementState.Withdrawn)
            return (AnnouncementMessages.WithdrawnAlready, announcement);
        if (!announcement.Content.AsksConfirmation)
            return (AnnouncementMessages.NotAsked, announcement);
        if (occurrence.RemindedOn == today)
            return (AnnouncementMessages.RemindedToday, announcement);
        var arrived = (await AnnouncementQueries.Copies(context, AnnouncementNames.Copies(id, number)).ToListAsync(cancellationToken)).Where(copy => copy is { IsSent: true, Failure: null })
            .Select(copy => AnnouncementNames.TargetOf(copy.Key)).ToHashSet();
        var (entries, _) = await AnnouncementRoster.ReadAsync(context, id, number, cancellationToken);
        var open = entries.Where(entry => !entry.IsConfirmed && arrived.Contains(entry.Target.Number)).Select(entry => entry.Target).ToList();
        if (open.Count == 0)
            return (AnnouncementMessages.NobodyToRemind, announcement);

        var named = open.Select(target => target.ConversationId).OfType<string>().ToList();
        var channels = await AnnouncementQueries.ChannelsNamed(context, named).AsNoTracking().ToDictionaryAsync(channel => channel.ConversationId, cancellationToken);
        var message = AnnouncementCopies.Message(AnnouncementCopies.Of(announcement, occurrence) with { Lead = AnnouncementMessages.ReminderLead });
        foreach (var target in open)
        {
            // In a channel it stands in the thread of the copy.
            var place = target.ConversationId is null ? OutboxTarget.Person(target.TenantId, target.AadObjectId)
                : channels.TryGetValue(target.ConversationId, out var channel) ? OutboxTarget.Of(channel)
                : null;
            if (place is null)
                continue;
            outbox.Add(context, new OutboxPost($"announcement/{id:N}/{number}/remind/{today:yyyy-MM-dd}/{target.Number}", place, message, OutboxLane.Announcement)
            {
                Source = AnnouncementNames.Reminders(id, number),
                ParentKey = target.ConversationId is null ? null : AnnouncementNames.Copy(id, number, target.Number),
            }, now);
        }

        (occurrence.RemindedOn, occurrence.IsDirty, announcement.UpdatedAt) = (today, true, now);
        context.Audit(Verbs.RemindAnnouncement, actor.Person, turn.Audited(nameof(Announcement)), AuditOutcome.Done, now, turn, $"sending={number};reminded={open.Count}");
        inbox.Claim(context, turn);
        if (!await held.TryCommitAsync(cancellationToken))
            return (AnnouncementMessages.Unchanged, announcement);
        outbox.Wake();
        return (AnnouncementMessages.Reminded(open.Count), announcement);
    }

    /// <summary>The channel of a thread.</summary>
    private static string Root(string conversationId) => conversationId.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? conversationId[..end] : conversationId;
}
