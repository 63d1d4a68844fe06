using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Announcements;

/// <summary>What is done with announcements that wait for a second person, are planned, or were sent: deciding, withdrawing, correcting, sending again what failed.</summary>
internal sealed class AnnouncementDeliveryFeature(AnnouncementForm form, AnnouncementChanges changes, AnnouncementShowing showing) : ITurnFeature
{
    private const int MaxReason = 500;

    public void Register(TurnRouter router)
    {
        router.OnVerb(AnnouncementVerbs.Open, OpenAsync);
        router.OnVerb(AnnouncementVerbs.Approve, (turn, cancellationToken) => DecideAsync(turn, approve: true, cancellationToken));
        router.OnVerb(AnnouncementVerbs.Reject, (turn, cancellationToken) => DecideAsync(turn, approve: false, cancellationToken));
        router.OnVerb(AnnouncementVerbs.Withdraw, WithdrawAsync);
        router.OnVerb(AnnouncementVerbs.Correct, CorrectAsync);
        router.OnVerb(AnnouncementVerbs.SaveCorrection, SaveCorrectionAsync);
        router.OnVerb(AnnouncementVerbs.Resend, ResendAsync);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.SeeAnnouncements, cancellationToken) is var (actor, announcement))
            await showing.ShowAsync(turn, actor, announcement, null, cancellationToken);
    }

    private async Task DecideAsync(TurnContext turn, bool approve, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, approve ? Verbs.ApproveAnnouncement : Verbs.RejectAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var isCorrection = announcement.Correction is not null;
        var inputs = new CardInputs(turn.Action!);
        var reason = inputs.Line(AnnouncementKeys.Reason);
        if (!approve && announcement.Revision == turn.PressedVersion() && (reason.Length == 0 || reason.Length > MaxReason))
        {
            await showing.AskForReasonAsync(turn, announcement, reason, reason.Length == 0 ? AnnouncementMessages.RejectReasonMissing : AnnouncementMessages.ReasonTooLong, cancellationToken);
            return;
        }

        var change = await changes.DecideAsync(turn, actor, announcement.Id, turn.PressedVersion(), approve, reason, cancellationToken);
        await showing.RespondAsync(turn, actor, change, !approve ? AnnouncementMessages.Rejected : isCorrection ? AnnouncementMessages.CorrectionDone : AnnouncementMessages.Approved, cancellationToken);
    }

    private async Task WithdrawAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.WithdrawAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var change = await changes.WithdrawAsync(turn, actor, announcement.Id, cancellationToken);
        await showing.RespondAsync(turn, actor, change, change.Now is { Occurrences: 0 } ? AnnouncementMessages.WithdrawnPlan : AnnouncementMessages.Withdrawing, cancellationToken);
    }

    private async Task CorrectAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.CorrectAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        if (announcement is { Occurrences: > 0, State: not AnnouncementState.Withdrawn })
            await turn.RespondAsync(AnnouncementFormCard.Build(form.ForCorrection(announcement)), cancellationToken);
        else
            await showing.ShowAsync(turn, actor, announcement, AnnouncementMessages.Stale, cancellationToken);
    }

    private async Task SaveCorrectionAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.CorrectAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var (content, typed) = form.ReadCorrection(turn, announcement);
        if (typed.Errors.Count > 0)
        {
            await turn.RespondAsync(AnnouncementFormCard.Build(typed), cancellationToken);
            return;
        }

        var change = await changes.CorrectAsync(turn, actor, announcement.Id, turn.PressedVersion(), content, cancellationToken);
        await showing.RespondAsync(turn, actor, change, change.Now is { Correction: not null } ? AnnouncementMessages.CorrectionRequested : AnnouncementMessages.Corrected, cancellationToken);
    }

    private async Task ResendAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.ResendAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var number = turn.PressedNumber(AnnouncementKeys.Number) ?? announcement.Occurrences;
        await showing.RespondAsync(turn, actor, await changes.ResendAsync(turn, actor, announcement.Id, number, cancellationToken), AnnouncementMessages.Resending, cancellationToken);
    }
}
