using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>提案を投稿: the form, its preview, drafts, editing, and what an organisation does with its own proposals.</summary>
internal sealed class ProposalsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalForm form, ProposalChanges changes, ProposalDifferences differences, ProposalShowing showing) : ITurnFeature
{
    public const string PostCommand = "提案を投稿";

    public void Register(TurnRouter router)
    {
        router.OnCommand(PostCommand, StartAsync);
        router.OnVerb(ProposalVerbs.New, StartAsync);
        router.OnVerb(ProposalVerbs.Preview, (turn, cancellationToken) => KeepAsync(turn, isPreview: true, cancellationToken));
        router.OnVerb(ProposalVerbs.SaveDraft, (turn, cancellationToken) => KeepAsync(turn, isPreview: false, cancellationToken));
        router.OnVerb(ProposalVerbs.Post, PostAsync);
        router.OnVerb(ProposalVerbs.Edit, EditAsync);
        router.OnVerb(ProposalVerbs.Save, SaveAsync);
        router.OnVerb(ProposalVerbs.DeleteDraft, DeleteAsync);
        router.OnVerb(ProposalVerbs.Reopen, ReopenAsync);
        router.OnVerb(ProposalVerbs.Close, (turn, cancellationToken) => EndAsync(turn, withdraw: false, cancellationToken));
        router.OnVerb(ProposalVerbs.Withdraw, (turn, cancellationToken) => EndAsync(turn, withdraw: true, cancellationToken));
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.PostProposal, Subject.Common, cancellationToken) is { } actor)
            await turn.RespondAsync(ProposalFormCard.Build(form.Empty(Guid.NewGuid(), turn.IsSeenByOthers ? "" : actor.Member.Contact)), cancellationToken);
    }

    /// <summary>「プレビュー」 and 「下書き保存」: what was typed is kept, so that nothing is lost between the cards.</summary>
    private async Task KeepAsync(TurnContext turn, bool isPreview, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.DraftProposal, Subject.Common, cancellationToken) is not { } actor)
            return;
        var (id, isNew) = ProposalForm.Meant(turn, actor);
        var (content, typed) = form.Read(turn, isDraft: !isPreview);
        if (typed.Errors.Count > 0)
        {
            await turn.RespondAsync(ProposalFormCard.Build(typed), cancellationToken);
            return;
        }

        var change = await changes.SaveDraftAsync(turn, actor, id, isNew ? null : turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { State: ProposalState.Draft } newer })
        {
            await turn.RespondAsync(ProposalFormCard.Build(await MergedAsync(typed, content, newer, cancellationToken)), cancellationToken);
            return;
        }

        var said = isPreview ? ProposalMessages.Previewed : ProposalMessages.DraftSaved;
        await showing.RespondAsync(turn, actor, change, said, cancellationToken);
    }

    /// <summary>「投稿する」 of the form, or of a draft as it is kept.</summary>
    private async Task PostAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.PostProposal, Subject.Common, cancellationToken) is not { } actor)
            return;
        var (id, isNew) = ProposalForm.Meant(turn, actor);
        var (content, view) = turn.IsSent() ? form.Read(turn, isDraft: false) : await KeptAsync(actor, id, cancellationToken);
        if (content is null || view.Errors.Count > 0)
        {
            if (view.Errors.Count > 0)
                await turn.RespondAsync(ProposalFormCard.Build(view), cancellationToken);
            else
                await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        var change = await changes.PostAsync(turn, actor, id, isNew ? null : turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { State: ProposalState.Draft } newer } && turn.IsSent())
        {
            await turn.RespondAsync(ProposalFormCard.Build(await MergedAsync(view, content, newer, cancellationToken)), cancellationToken);
            return;
        }

        var said = change is { Now.State: ProposalState.InReview } ? ProposalMessages.SentToReview : ProposalMessages.Posted;
        var isForAll = change is { Outcome: ChangeOutcome.Done, Now: { } done } && done.IsOnBoard() && turn.IsSeenByOthers;
        if (!isForAll || turn.IsInvoke)
            await showing.RespondAsync(turn, actor, change, said, cancellationToken, unchanged: ProposalMessages.PostedAlready);
        if (isForAll)
            await showing.PostCardAsync(turn, change.Now!, cancellationToken);
    }

    private async Task<(ProposalContent? Content, ProposalFormView Form)> KeptAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (proposal is null || proposal.Organisation != actor.Member.Organisation || !ProposalViews.IsSeenBy(actor, proposal))
            return (null, new ProposalFormView(ProposalMessages.Gone, ProposalViews.Id(id)));
        var isDraft = proposal.State == ProposalState.Draft;
        return (proposal.Content, form.Of(proposal, ProposalMessages.Wrong) with { Errors = isDraft ? form.Missing(proposal.Content) : new Dictionary<string, string>() });
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.EditProposal, cancellationToken) is not var (_, proposal))
            return;
        // The contact is in the form, and not for everyone.
        if (turn.IsSeenByOthers && !turn.IsInvoke)
            await turn.RespondWithMessageAsync(ProposalMessages.InPersonalChat, cancellationToken);
        else
            await turn.RespondAsync(ProposalFormCard.Build(form.Of(proposal, proposal.State == ProposalState.Draft ? ProposalMessages.NewForm : ProposalMessages.EditForm)), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.EditProposal, cancellationToken) is not var (actor, proposal))
            return;
        var (content, typed) = form.Read(turn, isDraft: false, proposal);
        typed = typed with { Version = turn.PressedVersion(), IsPosted = true, Sentence = typed.Errors.Count > 0 ? ProposalMessages.Wrong : ProposalMessages.EditForm };
        if (typed.Errors.Count > 0)
        {
            await turn.RespondAsync(ProposalFormCard.Build(typed), cancellationToken);
            return;
        }

        var change = await changes.EditAsync(turn, actor, proposal.Id, turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } now } && now.State is not (ProposalState.Draft or ProposalState.Withdrawn or ProposalState.Rejected))
        {
            await turn.RespondAsync(ProposalFormCard.Build(await MergedAsync(typed, content, now, cancellationToken)), cancellationToken);
            return;
        }

        await showing.RespondAsync(turn, actor, change, ProposalMessages.Saved, cancellationToken);
    }

    /// <summary>
    /// The form after someone else was first: what they changed and this person did not is taken over, what this person changed stays, and where both changed the same, what stands there now is
    /// written beside it. The next press is made knowing both.
    /// </summary>
    private async Task<ProposalFormView> MergedAsync(ProposalFormView typed, ProposalContent mine, Proposal now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var drawn = await ProposalQueries.RevisionNumbered(context, now.Id, typed.Revision).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var theirs = differences.Between(drawn?.Content ?? mine, now.Content).Select(one => one.Key).ToList();
        var merged = drawn is null ? mine : ProposalMerge.Take(mine, now.Content, theirs.Except(differences.Between(drawn.Content, mine).Select(one => one.Key)));
        var conflicts = differences.Between(merged, now.Content).IntersectBy(theirs, one => one.Key).ToDictionary(one => one.Key, one => $"今の内容：{one.After}");
        return form.Of(now, conflicts.Count > 0 ? ProposalMessages.StaleForm : ProposalMessages.MergedForm, merged) with { Errors = conflicts };
    }

    private async Task ReopenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.ReopenProposal, cancellationToken) is not var (actor, proposal))
            return;
        var wasRejected = proposal.State == ProposalState.Rejected;
        var (content, view) = turn.IsSent() ? form.Read(turn, isDraft: false)
            : (proposal.Content, form.Of(proposal, wasRejected ? ProposalMessages.RejectedForm : ProposalMessages.ReopenForm) with { Errors = form.Missing(proposal.Content) });
        // What was rejected is to be changed first.
        if (view.Errors.Count > 0 || (wasRejected && !turn.IsSent()))
        {
            await turn.RespondAsync(ProposalFormCard.Build(view with { IsPosted = true, IsReopened = true, Version = turn.PressedVersion() }), cancellationToken);
            return;
        }

        var change = await changes.ReopenAsync(turn, actor, proposal.Id, turn.PressedVersion(), content, cancellationToken);
        await showing.RespondAsync(turn, actor, change, wasRejected ? ProposalMessages.SentToReview : ProposalMessages.Reopened, cancellationToken);
    }

    private async Task EndAsync(TurnContext turn, bool withdraw, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, withdraw ? Verbs.WithdrawProposal : Verbs.CloseProposal, cancellationToken) is not var (actor, proposal))
            return;
        var change = await changes.EndAsync(turn, actor, proposal.Id, turn.PressedVersion(), withdraw, cancellationToken);
        await showing.RespondAsync(turn, actor, change, withdraw ? ProposalMessages.Withdrawn : ProposalMessages.Closed, cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.DeleteDraft, cancellationToken) is not var (actor, proposal))
            return;
        var change = await changes.DeleteDraftAsync(turn, actor, proposal.Id, turn.PressedVersion(), cancellationToken);
        if (change.Outcome == ChangeOutcome.Done)
            await showing.ListOwnAsync(turn, actor, 1, ProposalMessages.DraftDeleted, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, ProposalMessages.Stale, cancellationToken);
    }

    /// <summary>The proposal that the card names, where the actor may do this with it; else they have been answered.</summary>
    private async Task<(Actor Actor, Proposal Proposal)?> OwnAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        var actor = await (proposal is null
            ? AllowedAsync(turn, Verbs.SeeProposals, Subject.Common, cancellationToken)
            : AllowedAsync(turn, verb, new Subject(new Sender(proposal.TenantId, proposal.AadObjectId), proposal.Organisation), cancellationToken));
        if (actor is null)
            return null;
        if (proposal is not null && ProposalViews.IsSeenBy(actor, proposal))
            return (actor, proposal);
        await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
        return null;
    }

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, Subject subject, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, subject, turn.Audited(nameof(Proposal)), cancellationToken);
}
