using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Announcements;

/// <summary>「確認しました」 of whoever reads a copy; for the secretariat the roster, and the reminding.</summary>
internal sealed class AnnouncementConfirmationsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementConfirmations confirmations, AnnouncementShowing showing, DownloadLinks links, TimeProvider time) : ITurnFeature
{
    private const string Unregistered = "登録のない方";

    /// <summary>How long a link to the table can be opened.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public void Register(TurnRouter router)
    {
        router.OnVerb(AnnouncementVerbs.Confirm, ConfirmAsync);
        router.OnVerb(AnnouncementVerbs.Roster, RosterAsync);
        router.OnVerb(AnnouncementVerbs.Remind, RemindAsync);
    }

    private async Task ConfirmAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var person = Sender.Of(turn.Activity);
        var decision = Authorisation.Decide(Verbs.ConfirmAnnouncement, Subject.Common, person, null);
        if (person is null || !decision.IsAllowed)
        {
            await turn.RespondWithErrorAsync("Forbidden", decision.Refusal ?? MemberMessages.UnknownPerson, cancellationToken);
            return;
        }

        if (turn.PressedId() is not { } id || turn.PressedNumber(AnnouncementKeys.Number) is not { } number)
        {
            await turn.RespondWithErrorAsync("NotFound", AnnouncementMessages.Gone, cancellationToken);
            return;
        }

        if (number == 0)
        {
            await turn.RespondWithMessageAsync(AnnouncementMessages.TestConfirmed, cancellationToken);
            return;
        }

        var (said, copy) = await confirmations.ConfirmAsync(turn, person, id, number, cancellationToken);
        // In a channel the answer to an Action.Submit is seen by everyone: the card there must stay what it is for the others.
        if (copy is null || (turn.IsSeenByOthers && !turn.IsInvoke))
            await turn.RespondWithMessageAsync(said, cancellationToken);
        else
            await turn.RespondAsync(AnnouncementCopyCard.Build(copy with { Confirmed = said }), cancellationToken);
    }

    private async Task RemindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.RemindAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var (said, now) = await confirmations.RemindAsync(turn, actor, announcement.Id, NumberOf(turn, announcement), cancellationToken);
        await showing.ShowAsync(turn, actor, now ?? announcement, said, cancellationToken);
    }

    private async Task RosterAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.SeeConfirmations, cancellationToken) is not var (actor, announcement))
            return;
        var number = NumberOf(turn, announcement);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (entries, confirmed) = await AnnouncementRoster.ReadAsync(context, announcement.Id, number, cancellationToken);
        var copies = (await AnnouncementQueries.Copies(context, AnnouncementNames.Copies(announcement.Id, number)).ToListAsync(cancellationToken))
            .ToDictionary(copy => AnnouncementNames.TargetOf(copy.Key));
        var isAsked = announcement.Content.AsksConfirmation;
        var waiting = entries.Where(entry => !entry.IsConfirmed).Select(entry => (Entry: entry, Copy: copies.GetValueOrDefault(entry.Target.Number))).ToList();
        // Of those whom it has not reached nobody can expect an answer: they are no one to remind.
        var missing = waiting.Count(one => IsMissing(one.Copy));
        var open = waiting.Count - missing;
        var lines = confirmed.Select(one => new AnnouncementRosterLine(
                one.OrganisationName.Length > 0 ? one.OrganisationName : Unregistered, one.Name.Length > 0 ? one.Name : Unregistered, $"確認済み（{AnnouncementMessages.Moment(one.At)}）", IsConfirmed: true))
            .Concat(waiting.Select(one => new AnnouncementRosterLine(
                one.Entry.Organisation, one.Entry.Name, isAsked && !IsMissing(one.Copy) ? "未確認" : AnnouncementMessages.Copy(one.Copy), IsConfirmed: false)))
            .OrderBy(line => line.Organisation, StringComparer.Ordinal).ThenByDescending(line => line.IsConfirmed).ToList();
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), lines.Count, AnnouncementRosterCard.PageSize);

        // Who looks at names, and may take them away as a table, stands in the audit.
        var now = time.GetUtcNow();
        var link = links.Add(context, AnnouncementExport.DownloadName, AnnouncementExport.IdOf(announcement.Id, number), now + LinkLife);
        context.Audit(Verbs.SeeConfirmations, actor.Person, turn.Audited(nameof(Announcement)), AuditOutcome.Done, now, turn, $"sending={number}");
        await context.SaveChangesAsync(cancellationToken);
        await turn.RespondAsync(AnnouncementRosterCard.Build(new AnnouncementRosterView(
            isAsked ? AnnouncementMessages.Roster(confirmed.Count, open, missing) : AnnouncementMessages.Recipients(entries.Count), announcement.Id.ToString("N"), number, announcement.Content.Title,
            [.. lines.Skip((page - 1) * AnnouncementRosterCard.PageSize).Take(AnnouncementRosterCard.PageSize)])
        {
            Version = announcement.Revision,
            Page = page,
            Pages = pages,
            CanRemind = isAsked && announcement.State != AnnouncementState.Withdrawn && open > 0,
            DownloadUrl = link?.AbsoluteUri ?? "",
        }), cancellationToken);
    }

    private static bool IsMissing(CopyState? copy) => copy is { IsSent: false, IsWithdrawn: false };

    private static int NumberOf(TurnContext turn, Announcement announcement) => turn.PressedNumber(AnnouncementKeys.Number) is > 0 and var number ? number : announcement.Occurrences;
}
