using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>
/// The three steps of a sending, each of which may be repeated, by whichever instance, and does its work once: it begins by writing down whom it reaches; the copies of those are put into the
/// outbox, some at a time; what became of them is counted and shown to the author. What follows from a correction or a confirmation goes the same way.
/// </summary>
internal sealed class AnnouncementSending(IDbContextFactory<RenkeiBotDbContext> contexts, AudienceTargets audience, AnnouncementViews views, OutboxWriter outbox, TimeProvider time)
{
    /// <summary>How many copies one transaction puts: others can write between two.</summary>
    private const int ChunkSize = 200;

    /// <summary>How long is looked whether people who had never written to the bot can be reached now.</summary>
    private static readonly TimeSpan LongestWatch = TimeSpan.FromDays(7);

    /// <summary>Begins the sending of an announcement that is due.</summary>
    /// <returns>False where nothing was due any more.</returns>
    public async Task<bool> StartAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var now = time.GetUtcNow();
        if (held.Row is not { State: AnnouncementState.Scheduled, NextAt: { } due } announcement || due > now)
            return false;
        var targets = await audience.ResolveAsync(held.Context, AnnouncementAudience.Of(announcement.Content), cancellationToken);
        var number = ++announcement.Occurrences;
        held.Context.AnnouncementOccurrences.Add(new AnnouncementOccurrence { AnnouncementId = id, Number = number, DueAt = due, StartedAt = now, Targets = targets.Count, IsDirty = true });
        held.Context.AnnouncementTargets.AddRange(targets.Select((one, index) => new AnnouncementTarget
        {
            AnnouncementId = id,
            Occurrence = number,
            Number = index + 1,
            ConversationId = one.Target.ConversationId,
            TenantId = one.Target.TenantId,
            AadObjectId = one.Target.AadObjectId,
            OrganisationKind = one.Organisation?.Kind,
            OrganisationId = one.Organisation?.Id ?? "",
        }));
        announcement.NextAt = AnnouncementSchedule.Next(announcement.Content, announcement.FirstAt ?? due, now);
        announcement.State = announcement.NextAt is null ? AnnouncementState.Sending : AnnouncementState.Scheduled;
        announcement.UpdatedAt = now;
        held.Context.Audit(Verbs.StartAnnouncement, null, (nameof(Announcement), id.ToString()), AuditOutcome.Done, now, null, $"sending={number};targets={targets.Count}");
        return await held.TryCommitAsync(cancellationToken);
    }

    /// <summary>Puts some of the copies that are to be put or changed.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> PutAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var (context, now) = (held.Context, time.GetUtcNow());
        var occurrence = await AnnouncementQueries.Occurrence(context, id, number).SingleOrDefaultAsync(cancellationToken);
        if (held.Row is not { State: not AnnouncementState.Withdrawn } announcement || occurrence is null)
            return false;
        var targets = await AnnouncementQueries.PendingTargets(context, id, number).Take(ChunkSize).ToListAsync(cancellationToken);
        if (targets.Count == 0)
            return false;
        var named = targets.Select(target => target.ConversationId).OfType<string>().ToList();
        var channels = await AnnouncementQueries.ChannelsNamed(context, named).AsNoTracking().ToDictionaryAsync(channel => channel.ConversationId, cancellationToken);
        var common = AnnouncementCopies.Message(AnnouncementCopies.Of(announcement, occurrence));
        foreach (var target in targets)
        {
            target.IsPending = false;
            var place = target.ConversationId is not { } conversation ? OutboxTarget.Person(target.TenantId, target.AadObjectId)
                : channels.TryGetValue(conversation, out var channel) ? OutboxTarget.Of(channel)
                : null;
            if (place is null)
                continue;
            var message = target.Confirmed == 0 ? common : AnnouncementCopies.Message(AnnouncementCopies.Of(announcement, occurrence, target));
            var post = new OutboxPost(AnnouncementNames.Copy(id, number, target.Number), place, message, OutboxLane.Announcement) { Source = AnnouncementNames.Copies(id, number) };
            if (!target.IsWritten)
                outbox.Add(context, post, now);
            else if (await OutboxQueries.ByKey(context, post.Key).AnyAsync(cancellationToken))
                await outbox.PutAsync(context, post, now, cancellationToken);
            target.IsWritten = true;
        }

        await held.TryCommitAsync(cancellationToken);
        outbox.Wake();
        return targets.Count == ChunkSize;
    }

    /// <summary>Counts how far a sending has come, and brings the card of its author up to date where that has changed.</summary>
    /// <returns>Whether anything is on its way.</returns>
    public async Task<bool> CountAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        await using var held = await HeldAnnouncement.TakeAsync(contexts, id, cancellationToken);
        var (context, now) = (held.Context, time.GetUtcNow());
        if (held.Row is not { } announcement || await AnnouncementQueries.Occurrence(context, id, number).SingleOrDefaultAsync(cancellationToken) is not { } occurrence)
            return false;
        var figures = await AnnouncementFigures.ReadAsync(context, announcement, occurrence, cancellationToken);
        var isWatched = !figures.IsDone || (figures.Waiting > 0 && now - occurrence.StartedAt < LongestWatch);
        var hasChanged = occurrence.IsDirty || occurrence.IsRunning != isWatched || (figures.IsDone && occurrence.FinishedAt is null)
            || (occurrence.Sent, occurrence.Waiting, occurrence.Failed, occurrence.Deleted) != (figures.Sent, figures.Waiting, figures.Failed, figures.Deleted);
        if (!hasChanged)
            return !figures.IsDone;
        (occurrence.Sent, occurrence.Waiting, occurrence.Failed, occurrence.Deleted) = (figures.Sent, figures.Waiting, figures.Failed, figures.Deleted);
        occurrence.IsDirty = false;
        occurrence.IsRunning = isWatched;
        if (figures.IsDone)
        {
            occurrence.FinishedAt ??= now;
            // Only the last of several sendings ends it: a confirmation of an earlier one may come while that is under way.
            if (announcement.State == AnnouncementState.Sending && number == announcement.Occurrences)
                announcement.State = AnnouncementState.Sent;
        }

        if (await MemberQueries.ById(context, announcement.AuthorId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { IsActive: true } author)
        {
            var card = AnnouncementCopies.Message(AnnouncementProgressCard.Build(views.Progress(announcement, occurrence, figures)));
            await outbox.PutAsync(
                context, new OutboxPost(AnnouncementNames.Progress(id, number), OutboxTarget.Person(author.TenantId, author.AadObjectId), card, OutboxLane.Notice), now, cancellationToken);
        }

        await held.TryCommitAsync(cancellationToken);
        outbox.Wake();
        return !figures.IsDone;
    }
}
