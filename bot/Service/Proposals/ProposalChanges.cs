using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>
/// What is done to proposals by their organisation and by the secretariat. Each is one transaction with its audit entry, its revision, the messages that it causes and the
/// cards that it replaces. What someone else changed meanwhile is never overwritten.
/// </summary>
internal sealed class ProposalChanges(
    IDbContextFactory<RenkeiBotDbContext> contexts, ProposalNotices notices, ProposalCards cards, ProposalDifferences differences, ProposalPublishing publishing, ProposalBoard board, TurnInbox inbox, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Keeps a draft: makes it, or takes the place of what was kept.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="id">The id that it has or will have.</param>
    /// <param name="version">The version that the form shows; null for a new form.</param>
    /// <param name="content">What is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Change<Proposal>> SaveDraftAsync(TurnContext turn, Actor actor, Guid id, int? version, ProposalContent content, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var written = await WriteDraftAsync(context, actor, id, version, content, now, cancellationToken);
            if (written is not { Outcome: ChangeOutcome.Done, Now: { } proposal })
                return written;
            context.Audit(Verbs.DraftProposal, actor.Person, Audited(id), AuditOutcome.Done, now, turn);
            if (await TrySaveAsync(context, turn, cancellationToken))
                return new(ChangeOutcome.Done, proposal);
            if (attempt == Attempts)
                return new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
        }
    }

    /// <summary>Posts a new proposal, or a draft: others see it, or the secretariat first where review is switched on. The same form sent again changes nothing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who posts it.</param>
    /// <param name="id">The id that it has or will have.</param>
    /// <param name="version">The version that the card shows; null for a new form.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Change<Proposal>> PostAsync(TurnContext turn, Actor actor, Guid id, int? version, ProposalContent content, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var written = await WriteDraftAsync(context, actor, id, version, content, now, cancellationToken);
            if (written is not { Outcome: ChangeOutcome.Done, Now: { } proposal })
                return written is { Outcome: ChangeOutcome.Stale, Now: { State: not ProposalState.Draft } } ? written with { Outcome = ChangeOutcome.Unchanged } : written;
            // Whoever reviews need not be reviewed.
            if (actor.Member.Role != MemberRole.Secretariat && await ProposalReview.IsOnAsync(context, cancellationToken))
            {
                proposal.State = ProposalState.InReview;
                await notices.TellSecretariatAsync(context, proposal, cancellationToken);
            }
            else
            {
                await publishing.PublishAsync(context, proposal, actor.Member.Id, now, cancellationToken, turn.IsSeenByOthers ? turn.Activity.Conversation?.Id : null);
            }

            context.Audit(Verbs.PostProposal, actor.Person, Audited(id), AuditOutcome.Done, now, turn, $"state={proposal.State}");
            if (await TrySaveAsync(context, turn, cancellationToken))
                return Done(proposal);
            // The same form, sent a moment earlier, or the draft saved at the same moment.
            if (attempt == Attempts)
                return new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
        }
    }

    /// <summary>Changes what a proposal says.</summary>
    public Task<Change<Proposal>> EditAsync(TurnContext turn, Actor actor, Guid id, int version, ProposalContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.EditProposal, async (context, proposal, now) =>
        {
            if (proposal.State is ProposalState.Draft or ProposalState.Withdrawn or ProposalState.Rejected)
                return ChangeOutcome.Stale;
            if (differences.Between(proposal.Content, content).Count == 0)
                return ChangeOutcome.Unchanged;
            Replace(context, proposal, content, actor.Member.Id, now);
            foreach (var application in await ProposalQueries.Applications(context, id).ToListAsync(cancellationToken))
            {
                if (application.State is ApplicationState.Applied or ApplicationState.Approved)
                    await TellAsync(context, $"proposal/{id:N}/edited/{proposal.Revision}", application, $"応募した提案の内容が変わりました（{proposal.OrganisationName}）。", proposal, "", cancellationToken);
            }

            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>Takes applications again, with a content whose deadline has not passed.</summary>
    public Task<Change<Proposal>> ReopenAsync(TurnContext turn, Actor actor, Guid id, int version, ProposalContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.ReopenProposal, async (context, proposal, now) =>
        {
            if (proposal.State is not (ProposalState.Done or ProposalState.Expired or ProposalState.Withdrawn or ProposalState.Rejected))
                return ChangeOutcome.Stale;
            if (differences.Between(proposal.Content, content).Count > 0)
                Replace(context, proposal, content, actor.Member.Id, now);
            // What the secretariat rejected comes back through the secretariat alone; what nobody has seen yet goes the way of what is posted.
            if (proposal.State == ProposalState.Rejected || (proposal.PostedAt is null && await ProposalReview.IsOnAsync(context, cancellationToken)))
            {
                proposal.State = ProposalState.InReview;
                await notices.TellSecretariatAsync(context, proposal, cancellationToken);
            }
            else if (proposal.PostedAt is null)
            {
                await publishing.PublishAsync(context, proposal, actor.Member.Id, now, cancellationToken);
            }
            else
            {
                proposal.State = ProposalLife.StateOf(await ProposalQueries.Applications(context, id).ToListAsync(cancellationToken));
            }

            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>Ends the taking of applications, or takes the proposal back.</summary>
    public Task<Change<Proposal>> EndAsync(TurnContext turn, Actor actor, Guid id, int version, bool withdraw, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, withdraw ? Verbs.WithdrawProposal : Verbs.CloseProposal, async (context, proposal, _) =>
        {
            var isPossible = withdraw ? proposal.State is ProposalState.InReview or ProposalState.Open or ProposalState.Expired : proposal.IsOnBoard();
            if (!isPossible)
                return ChangeOutcome.Stale;
            // What was rejected once stays so: else taking it back and reopening it would pass the secretariat by.
            proposal.State = !withdraw ? ProposalState.Done : proposal.State == ProposalState.InReview && proposal.PostedAt is not null ? ProposalState.Rejected : ProposalState.Withdrawn;
            await EndApplicationsAsync(context, proposal, withdraw ? "取り下げられました" : "受付を終了しました", cancellationToken);
            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>The secretariat's decision about a proposal: that waits for it, or, to reject, that stands on the board.</summary>
    public Task<Change<Proposal>> ReviewAsync(TurnContext turn, Actor actor, Guid id, int version, bool accept, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, accept ? Verbs.AcceptProposal : Verbs.RejectProposal, async (context, proposal, now) =>
        {
            if (proposal.State != ProposalState.InReview && (accept || !proposal.IsOnBoard()))
                return ChangeOutcome.Stale;
            if (accept)
            {
                await publishing.PublishAsync(context, proposal, actor.Member.Id, now, cancellationToken);
            }
            else
            {
                (proposal.State, proposal.Reason) = (ProposalState.Rejected, reason);
                await EndApplicationsAsync(context, proposal, "事務局により掲載を終了しました", cancellationToken);
            }

            await notices.TellAsync(context, $"proposal/{id:N}/reviewed/{proposal.Version}", proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId),
                new ProposalNoticeView(accept ? "事務局が提案を承認し、公開しました。" : "事務局が提案を却下しました。", ProposalViews.Id(id), proposal.Content.Title) { Text = reason }, cancellationToken);
            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>Removes a draft of one's own.</summary>
    public async Task<Change<Proposal>> DeleteDraftAsync(TurnContext turn, Actor actor, Guid id, int version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await ProposalQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
        if (proposal is null || !IsOwnDraft(proposal, actor))
            return new(ChangeOutcome.Gone, null);
        if (proposal.Version != version)
            return new(ChangeOutcome.Stale, proposal);
        context.Proposals.Remove(proposal);
        context.Audit(Verbs.DeleteDraft, actor.Person, Audited(id), AuditOutcome.Done, time.GetUtcNow(), turn);
        return await TrySaveAsync(context, turn, cancellationToken) ? new(ChangeOutcome.Done, proposal) : new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
    }

    private async Task<Change<Proposal>> ChangeAsync(
        TurnContext turn, Actor actor, Guid id, int version, string verb, Func<RenkeiBotDbContext, Proposal, DateTimeOffset, Task<ChangeOutcome>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var proposal = await ProposalQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
        var decision = Authorisation.Decide(verb, proposal is null ? Subject.Common : Subject.Of(proposal.Organisation), actor.Person, member);
        if (proposal is null && decision.IsAllowed)
            return new(ChangeOutcome.Gone, null);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : proposal!.Version != version ? ChangeOutcome.Stale : await change(context, proposal, now);
        if (outcome == ChangeOutcome.Unchanged)
            return new(outcome, proposal);
        if (outcome == ChangeOutcome.Done)
        {
            proposal!.UpdatedAt = now;
            await cards.ReplaceAsync(context, proposal, cancellationToken);
        }

        context.Audit(verb, actor.Person, Audited(id), outcome.Audited(), now, turn, proposal is null ? "" : $"state={proposal.State}");
        if (!await TrySaveAsync(context, turn, cancellationToken))
            return new(ChangeOutcome.Stale, await ReadAsync(id, cancellationToken));
        return outcome == ChangeOutcome.Done ? Done(proposal!) : new(outcome, decision.IsAllowed ? proposal : null, decision.Refusal);
    }

    /// <returns>False where someone else was first: a newer version of the row, the same id, or another delivery of the same press.</returns>
    private Task<bool> TrySaveAsync(RenkeiBotDbContext context, TurnContext turn, CancellationToken cancellationToken)
    {
        inbox.Claim(context, turn);
        return context.TrySaveChangesAsync(cancellationToken);
    }

    private Change<Proposal> Done(Proposal proposal)
    {
        board.Changed(proposal);
        return new(ChangeOutcome.Done, proposal);
    }

    private static void Replace(RenkeiBotDbContext context, Proposal proposal, ProposalContent content, Guid by, DateTimeOffset now)
    {
        (proposal.Content, proposal.Deadline) = (content, content.Deadline);
        // What nobody else sees yet becomes a revision when it is published.
        if (proposal.PostedAt is not null && proposal.State is not (ProposalState.InReview or ProposalState.Rejected))
            context.ProposalRevisions.Add(new ProposalRevision { ProposalId = proposal.Id, Number = ++proposal.Revision, Content = content, At = now, By = by });
    }

    private async Task EndApplicationsAsync(RenkeiBotDbContext context, Proposal proposal, string how, CancellationToken cancellationToken)
    {
        var applications = await ProposalQueries.Applications(context, proposal.Id).ToListAsync(cancellationToken);
        foreach (var application in applications.Where(one => one.State is ApplicationState.Applied or ApplicationState.Approved))
        {
            application.State = ApplicationState.Ended;
            await TellAsync(context, $"application/{application.Id:N}/ended/{application.Version}", application, $"応募した提案は{how}（{proposal.OrganisationName}）。", proposal, "", cancellationToken);
        }

        proposal.Taken = ProposalLife.TakenBy(applications);
    }

    private Task TellAsync(RenkeiBotDbContext context, string key, Application application, string sentence, Proposal proposal, string text, CancellationToken cancellationToken) =>
        notices.TellAsync(context, key, application.Organisation, new Sender(application.TenantId, application.AadObjectId),
            new ProposalNoticeView(sentence, ProposalViews.Id(proposal.Id), proposal.Content.Title) { Text = text }, cancellationToken);

    private async Task<Proposal?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Writes what was typed into a draft of one's own, made where the form is new; it is not saved yet.</summary>
    /// <returns>Done with the draft; else why not: stale also where it was posted meanwhile.</returns>
    private static async Task<Change<Proposal>> WriteDraftAsync(
        RenkeiBotDbContext context, Actor actor, Guid id, int? version, ProposalContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var proposal = await ProposalQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
        if (proposal is null)
        {
            // A card with a version shows something that is no more; a new form comes before everything.
            if (version is not null)
                return new(ChangeOutcome.Gone, null);
            context.Proposals.Add(proposal = New(actor, id, content, now));
            return new(ChangeOutcome.Done, proposal);
        }

        if (!IsOwnDraft(proposal, actor))
            return proposal.Organisation == actor.Member.Organisation && proposal.State != ProposalState.Draft ? new(ChangeOutcome.Stale, proposal) : new(ChangeOutcome.Gone, null);
        // An older form must not take the place of what was kept since.
        if (proposal.Version != (version ?? 0))
            return new(ChangeOutcome.Stale, proposal);
        (proposal.Content, proposal.Deadline, proposal.UpdatedAt) = (content, content.Deadline, now);
        return new(ChangeOutcome.Done, proposal);
    }

    private static bool IsOwnDraft(Proposal proposal, Actor actor) =>
        proposal.State == ProposalState.Draft && proposal.TenantId == actor.Person.TenantId && proposal.AadObjectId == actor.Person.AadObjectId
            && proposal.Organisation == actor.Member.Organisation;

    private static (string, string) Audited(Guid id) => (nameof(Proposal), id.ToString());

    private static Proposal New(Actor actor, Guid id, ProposalContent content, DateTimeOffset now) => new()
    {
        Id = id,
        State = ProposalState.Draft,
        TenantId = actor.Person.TenantId,
        AadObjectId = actor.Person.AadObjectId,
        OrganisationKind = actor.Member.OrganisationKind,
        OrganisationId = actor.Member.OrganisationId,
        OrganisationName = actor.Member.OrganisationName,
        Content = content,
        Deadline = content.Deadline,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
