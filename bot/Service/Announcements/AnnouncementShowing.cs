using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Announcements;

/// <summary>Shows announcements to the secretariat, in personal chats alone: a preview, a plan, a request, or how a sending comes along.</summary>
internal sealed class AnnouncementShowing(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, AnnouncementViews views, AnnouncementNotices notices, TimeProvider time)
{
    /// <summary>Who acts, where they may, and nobody else reads along; else null, and they have been answered.</summary>
    public async Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        var actor = await permissions.AllowedAsync(turn, verb, Subject.Common, turn.Audited(nameof(Announcement)), cancellationToken);
        if (actor is null || !turn.IsSeenByOthers)
            return actor;
        await turn.RespondWithMessageAsync(AnnouncementMessages.InPersonalChat, cancellationToken);
        return null;
    }

    /// <summary>Who acts, and the announcement that the card names; else null, and they have been answered.</summary>
    public async Task<(Actor Actor, Announcement Announcement)?> OpenAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, verb, cancellationToken) is not { } actor)
            return null;
        if (turn.PressedId() is { } id && await FindAsync(id, cancellationToken) is { } announcement)
            return (actor, announcement);
        await turn.RespondWithErrorAsync("NotFound", AnnouncementMessages.Gone, cancellationToken);
        return null;
    }

    /// <summary>The announcement with an id; null for none.</summary>
    public async Task<Announcement?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await AnnouncementQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Answers with what came of a change.</summary>
    public async Task RespondAsync(TurnContext turn, Actor actor, Change<Announcement> change, string done, CancellationToken cancellationToken)
    {
        if (change.Now is null)
            await turn.RespondWithErrorAsync("NotFound", AnnouncementMessages.Gone, cancellationToken);
        else
            await ShowAsync(turn, actor, change.Now, change.Outcome switch
            {
                ChangeOutcome.Done => done,
                ChangeOutcome.Refused => change.Refusal,
                ChangeOutcome.Unchanged => AnnouncementMessages.Unchanged,
                _ => AnnouncementMessages.Stale,
            }, cancellationToken);
    }

    /// <summary>Answers with an announcement as this secretary sees it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="said">What is said first; null for where it stands.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task ShowAsync(TurnContext turn, Actor viewer, Announcement announcement, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (announcement.Correction is not null && announcement.CorrectorId != viewer.Member.Id)
        {
            var request = await notices.RequestAsync(context, announcement, cancellationToken);
            await turn.RespondAsync(AnnouncementCard.Build(said is null ? request : request with { Sentence = said }), cancellationToken);
            return;
        }

        if (await OccurrenceAsync(context, turn, announcement, cancellationToken) is { } occurrence)
        {
            var figures = await AnnouncementFigures.ReadAsync(context, announcement, occurrence, cancellationToken);
            await turn.RespondAsync(AnnouncementProgressCard.Build(views.Progress(announcement, occurrence, figures, said)), cancellationToken);
            return;
        }

        var (sentence, buttons) = Plan(viewer, announcement);
        await turn.RespondAsync(AnnouncementCard.Build(await views.PlanAsync(context, announcement, said ?? sentence, buttons, cancellationToken)), cancellationToken);
    }

    /// <summary>The request again, with what is wrong with the reason.</summary>
    public async Task AskForReasonAsync(TurnContext turn, Announcement announcement, string reason, string error, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await turn.RespondAsync(AnnouncementCard.Build(await notices.RequestAsync(context, announcement, cancellationToken) with { Reason = reason, ReasonError = error }), cancellationToken);
    }

    /// <summary>The sending that the card shows, else the last one; null where none has begun.</summary>
    private static async Task<AnnouncementOccurrence?> OccurrenceAsync(RenkeiBotDbContext context, TurnContext turn, Announcement announcement, CancellationToken cancellationToken)
    {
        var shown = turn.PressedNumber(AnnouncementKeys.Number) ?? 0;
        var number = shown > 0 ? shown : announcement.Occurrences;
        return await AnnouncementQueries.Occurrence(context, announcement.Id, number).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    private (string Sentence, IReadOnlyList<AnnouncementButton> Buttons) Plan(Actor viewer, Announcement announcement) => announcement.State switch
    {
        AnnouncementState.Draft => (AnnouncementMessages.DraftOpen, [AnnouncementButton.Send, AnnouncementButton.Test, AnnouncementButton.Edit, AnnouncementButton.DeleteDraft]),
        AnnouncementState.AwaitingApproval when announcement.AuthorId == viewer.Member.Id =>
            (AnnouncementMessages.WaitingForApproval, [AnnouncementButton.Edit, AnnouncementButton.Withdraw, AnnouncementButton.Refresh]),
        AnnouncementState.AwaitingApproval => (AnnouncementMessages.ApprovalAsked, [AnnouncementButton.Approve, AnnouncementButton.Reject]),
        AnnouncementState.Scheduled when announcement.NextAt <= time.GetUtcNow() => (AnnouncementMessages.Started, [AnnouncementButton.Withdraw, AnnouncementButton.Refresh]),
        AnnouncementState.Scheduled => (AnnouncementMessages.PlanEnded, [AnnouncementButton.Edit, AnnouncementButton.Test, AnnouncementButton.Withdraw, AnnouncementButton.Duplicate]),
        _ => (AnnouncementMessages.WithdrawnAlready, [AnnouncementButton.Duplicate]),
    };
}
