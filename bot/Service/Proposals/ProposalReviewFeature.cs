using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Settings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>提案の審査: the secretariat switches it on and off, and approves or rejects what waits.</summary>
internal sealed class ProposalReviewFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalChanges changes, ProposalShowing showing, ProposalViews views, TimeProvider time)
    : ITurnFeature
{
    public const string Command = "提案の審査";

    private const string IsOnNow = "新しい提案は、事務局が承認してから公開されます。";
    private const string IsOffNow = "新しい提案は、すぐに公開されます。";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, SetAsync);
        router.OnVerb(ProposalVerbs.Review, SetAsync);
        router.OnVerb(ProposalVerbs.ReviewList, ListAsync);
        router.OnVerb(ProposalVerbs.Accept, (turn, cancellationToken) => DecideAsync(turn, accept: true, cancellationToken));
        router.OnVerb(ProposalVerbs.Reject, (turn, cancellationToken) => DecideAsync(turn, accept: false, cancellationToken));
    }

    private async Task SetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.SetReview, Subject.Common, (nameof(StoredSetting), ""), cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (turn.Action?.GetText(CardKeys.Send) is "on" or "off")
        {
            var isOn = turn.Action.GetText(CardKeys.Send) == "on";
            await ProposalReview.SetAsync(context, isOn, actor.Member.Id, time.GetUtcNow(), cancellationToken);
            context.Audit(Verbs.SetReview, actor.Person, (nameof(StoredSetting), "Proposals:Review"), AuditOutcome.Done, time.GetUtcNow(), turn, isOn ? "on" : "off");
            // Where another secretary set it at the same moment, how it is now is shown.
            _ = await context.TrySaveChangesAsync(cancellationToken);
        }

        var now = await ProposalReview.IsOnAsync(context, cancellationToken);
        await turn.RespondAsync(ReviewSettingCard.Build(new ReviewSettingView(now ? IsOnNow : IsOffNow, now)), cancellationToken);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.AcceptProposal, Subject.Common, (nameof(Proposal), ""), cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = ProposalQueries.InReview(context).AsNoTracking();
        var count = await waiting.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, ProposalListCard.PageSize);
        var proposals = await waiting.Skip((page - 1) * ProposalListCard.PageSize).Take(ProposalListCard.PageSize).ToListAsync(cancellationToken);
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(
            count == 0 ? ProposalMessages.NoneInReview : ProposalMessages.InReview(count), [.. proposals.Select(proposal => views.Line(proposal))], ProposalVerbs.ReviewList)
        {
            Page = page,
            Pages = pages,
        }), cancellationToken);
    }

    private async Task DecideAsync(TurnContext turn, bool accept, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, accept ? Verbs.AcceptProposal : Verbs.RejectProposal, Subject.Common, turn.Audited(nameof(Proposal)), cancellationToken) is not { } actor)
            return;
        var reason = new CardInputs(turn.Action!).Text(ProposalKeys.Reason);
        var error = !accept && reason.Length == 0 ? ProposalMessages.RejectReasonMissing : reason.Length > RenkeiBotDbContext.ReasonLength ? ProposalMessages.ReasonTooLong : null;
        if (error is not null)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var proposal = await ProposalQueries.ById(context, turn.PressedId() ?? Guid.Empty).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (proposal is not null && (proposal.State == ProposalState.InReview || proposal.IsOnBoard()))
                await turn.RespondAsync(ProposalCard.Build(views.For(actor, proposal, null, null) with { Reason = reason, ReasonError = error }), cancellationToken);
            else
                await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        var change = await changes.ReviewAsync(turn, actor, turn.PressedId() ?? Guid.Empty, turn.PressedVersion(), accept, reason, cancellationToken);
        await showing.RespondAsync(turn, actor, change, accept ? ProposalMessages.Accepted : ProposalMessages.Rejected, cancellationToken);
    }
}
