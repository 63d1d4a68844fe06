using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>What the secretariat's people tell each other about announcements: requests to a second person, and what came of them.</summary>
internal sealed class AnnouncementNotices(AnnouncementViews views, OutboxWriter outbox)
{
    /// <summary>Asks everyone else of the secretariat to decide.</summary>
    /// <returns>False where there is nobody else.</returns>
    public async Task<bool> RequestAsync(RenkeiBotDbContext context, Announcement announcement, Member asker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var others = await MemberQueries.OtherSecretaries(context, asker.Id).AsNoTracking().ToListAsync(cancellationToken);
        var request = await RequestAsync(context, announcement, cancellationToken);
        var card = AnnouncementCopies.Message(AnnouncementCard.Build(request with { Notes = [AnnouncementMessages.Asker(asker.Name), .. request.Notes] }));
        foreach (var other in others)
        {
            // The key names who asks: so an erasure finds what others were told of them.
            var key = $"announcement/{announcement.Id:N}/approval/{announcement.Revision}/{asker.Id}/{other.Id:N}";
            outbox.Add(context, new OutboxPost(key, OutboxTarget.Person(other.TenantId, other.AadObjectId), card, OutboxLane.Notice) { Source = AnnouncementNames.Requests(announcement.Id) }, now);
        }

        return others.Count > 0;
    }

    /// <summary>The request as it stands: about a correction where one waits, else about the sending.</summary>
    public Task<AnnouncementCardView> RequestAsync(RenkeiBotDbContext context, Announcement announcement, CancellationToken cancellationToken) => announcement.Correction is null
        ? views.PlanAsync(context, announcement, AnnouncementMessages.ApprovalAsked, [AnnouncementButton.Approve, AnnouncementButton.Reject], cancellationToken)
        : Task.FromResult(AnnouncementViews.Correction(announcement, AnnouncementMessages.CorrectionAsked, [AnnouncementButton.Approve, AnnouncementButton.Reject]));

    /// <summary>Takes the buttons from the requests that were sent, and says what came of them.</summary>
    public Task CloseRequestsAsync(RenkeiBotDbContext context, Announcement announcement, string said, DateTimeOffset now, CancellationToken cancellationToken) =>
        outbox.ReviseAllAsync(
            context, AnnouncementNames.Requests(announcement.Id), AnnouncementCopies.Message(AnnouncementCard.Build(AnnouncementViews.Correction(announcement, said, [AnnouncementButton.Open]))), now, cancellationToken);

    /// <summary>Tells whoever asked what came of it.</summary>
    public async Task TellAsync(RenkeiBotDbContext context, Announcement announcement, Guid asker, string said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await MemberQueries.ById(context, asker).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { IsActive: true } member)
            return;
        var card = AnnouncementCard.Build(AnnouncementViews.Correction(announcement, said, [AnnouncementButton.Open]));
        outbox.Add(context, $"announcement/{announcement.Id:N}/decided/{announcement.Revision}/{member.Id:N}", member.TenantId, member.AadObjectId, AnnouncementCopies.Message(card), now);
    }
}
