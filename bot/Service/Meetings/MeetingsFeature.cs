using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>会議を登録 and what the secretariat does with a meeting until it is held: previewing, sending, changing, cancelling.</summary>
internal sealed class MeetingsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, MeetingForm form, MeetingChanges changes, MeetingCards cards, MeetingAudience audience, MeetingShowing showing) : ITurnFeature
{
    public const string Command = "会議を登録";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, StartAsync);
        router.OnVerb(MeetingVerbs.New, StartAsync);
        router.OnVerb(MeetingVerbs.Preview, PreviewAsync);
        router.OnVerb(MeetingVerbs.Send, SendAsync);
        router.OnVerb(MeetingVerbs.Edit, EditAsync);
        router.OnVerb(MeetingVerbs.Delete, DeleteAsync);
        router.OnVerb(MeetingVerbs.Cancel, CancelAsync);
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.DraftMeeting, cancellationToken) is not null)
            await turn.RespondAsync(MeetingFormCard.Build(await form.EmptyAsync(cancellationToken)), cancellationToken);
    }

    private async Task PreviewAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.DraftMeeting, cancellationToken) is not { } actor || await ReadAsync(turn, cancellationToken) is not var (content, typed))
            return;
        var change = await changes.KeepAsync(turn, actor, IdOf(turn, actor), VersionOf(turn), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { State: not MeetingState.Cancelled } newer })
            await turn.RespondAsync(MeetingFormCard.Build(Stale(typed, newer)), cancellationToken);
        else if (change is { Outcome: ChangeOutcome.Done, Now: { State: MeetingState.Announced } announced })
            await showing.PreviewAsync(turn, announced, content, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, MeetingMessages.Previewed, cancellationToken, unchanged: MeetingMessages.AnnouncedAlready);
    }

    /// <summary>「配信する」 of the form, or of what is kept.</summary>
    private async Task SendAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SendMeeting, cancellationToken) is not { } actor)
            return;
        MeetingContent? content = null;
        MeetingFormView? typed = null;
        if (turn.IsSent())
        {
            if (await ReadAsync(turn, cancellationToken) is not var (sent, view))
                return;
            (content, typed) = (sent, view);
        }
        else if (await FindAsync(turn, cancellationToken) is { State: not MeetingState.Cancelled } kept
            && form.Missing(kept.Pending ?? kept.Content, kept.State == MeetingState.Draft ? null : kept.Content) is { Count: > 0 } errors)
        {
            // What was kept may have become too late since.
            await turn.RespondAsync(MeetingFormCard.Build(await form.OfAsync(kept, cancellationToken) with { Sentence = MeetingMessages.Wrong, Errors = errors }), cancellationToken);
            return;
        }

        var wasAnnounced = await FindAsync(turn, cancellationToken) is { State: MeetingState.Announced };
        var change = await changes.SendAsync(turn, actor, IdOf(turn, actor), VersionOf(turn), content, cancellationToken);
        if (typed is not null && change is { Outcome: ChangeOutcome.Stale, Now: { State: not MeetingState.Cancelled } newer })
        {
            await turn.RespondAsync(MeetingFormCard.Build(Stale(typed, newer)), cancellationToken);
            return;
        }

        await showing.RespondAsync(
            turn, actor, change, wasAnnounced ? MeetingMessages.Changed : MeetingMessages.Announced, cancellationToken, wasAnnounced ? MeetingMessages.Unchanged : MeetingMessages.AnnouncedAlready);
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.DraftMeeting, cancellationToken) is not { } actor)
            return;
        if (await FindAsync(turn, cancellationToken) is not { } meeting)
            await turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken);
        else if (meeting.State == MeetingState.Cancelled)
            await showing.ShowAsync(turn, actor, meeting, MeetingMessages.Stale, cancellationToken);
        else
            await turn.RespondAsync(MeetingFormCard.Build(await form.OfAsync(meeting, cancellationToken)), cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.DeleteMeeting, cancellationToken) is not { } actor)
            return;
        var change = await changes.DeleteAsync(turn, actor, turn.PressedId() ?? default, turn.PressedVersion(), cancellationToken);
        if (change.Outcome == ChangeOutcome.Done)
            await showing.ListAsync(turn, actor, 1, MeetingMessages.DraftDeleted, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, MeetingMessages.Stale, cancellationToken);
    }

    private async Task CancelAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.CancelMeeting, cancellationToken) is not { } actor)
            return;
        var reason = new CardInputs(turn.Action!).Line(MeetingKeys.Reason);
        var error = reason.Length == 0 ? MeetingMessages.CancelReasonMissing : reason.Length > RenkeiBotDbContext.ReasonLength ? MeetingMessages.CancelReasonTooLong : null;
        if (error is not null && await FindAsync(turn, cancellationToken) is { } meeting)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var view = cards.Managed(meeting, await MeetingNotices.CountsAsync(context, meeting, cancellationToken), await audience.ResolveAsync(context, meeting.Content, cancellationToken), error);
            await turn.RespondAsync(MeetingCard.Build(view with { CancelReason = reason, CancelReasonError = error }), cancellationToken);
            return;
        }

        var change = await changes.CancelAsync(turn, actor, turn.PressedId() ?? default, turn.PressedVersion(), reason, cancellationToken);
        await showing.RespondAsync(turn, actor, change, MeetingMessages.Cancelled, cancellationToken);
    }

    /// <summary>Reads the form; null where something is wrong with it, and the sender has been answered.</summary>
    private async Task<(MeetingContent Content, MeetingFormView Form)?> ReadAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var announced = await FindAsync(turn, cancellationToken) is { State: MeetingState.Announced, Content: var content } ? content : null;
        var read = await form.ReadAsync(turn, announced, cancellationToken);
        if (read.Form.Errors.Count == 0)
            return read;
        await turn.RespondAsync(MeetingFormCard.Build(read.Form), cancellationToken);
        return null;
    }

    /// <summary>The form as it was typed, to be sent again knowing that someone else was first.</summary>
    private static MeetingFormView Stale(MeetingFormView typed, PlannedMeeting newer) =>
        typed with { Sentence = MeetingMessages.StaleForm, Id = MeetingCards.Id(newer.Id), IsNew = false, Version = newer.Version };

    private async Task<PlannedMeeting?> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return turn.PressedId() is { } id ? await MeetingQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
    }

    private static Guid IdOf(TurnContext turn, Actor actor) => turn.PressedId() ?? turn.MadeId(actor.Person);

    private static int? VersionOf(TurnContext turn) => turn.PressedId() is null ? null : turn.PressedVersion();

    /// <summary>Who acts, where they may; forms and what is managed are not for others' eyes.</summary>
    private async Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, verb, Subject.Common, turn.Audited(nameof(PlannedMeeting)), cancellationToken) is not { } actor)
            return null;
        if (!turn.IsSeenByOthers)
            return actor;
        await turn.RespondWithMessageAsync(MeetingMessages.InPersonalChat, cancellationToken);
        return null;
    }
}
