using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>What came of a change of an application: it and its proposal as they are now, where they can be shown.</summary>
internal sealed record ApplicationChange(ChangeOutcome Outcome, Application? Application, Proposal? Proposal, string? Refusal = null);

/// <summary>
/// Applying, deciding, agreeing and taking back. A proposal's places are counted in its own row, whose version decides between approvals at the same moment: one that lost
/// is tried again on the newest rows, so that it succeeds while places are left and never beyond.
/// </summary>
internal sealed class ApplicationChanges(
    IDbContextFactory<RenkeiBotDbContext> contexts, ProposalNotices notices, ProposalCards cards, ProposalBoard board, Collaborations collaborations, TurnInbox inbox, TimeProvider time)
{
    /// <summary>As many may press at the same moment.</summary>
    private const int Attempts = 30;

    /// <summary>Applies for the actor's organisation: once; after it was taken back, again.</summary>
    public Task<ApplicationChange> ApplyAsync(TurnContext turn, Actor actor, Guid proposalId, string message, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, Verbs.Apply, async context =>
        {
            var proposal = await ProposalQueries.ById(context, proposalId).SingleOrDefaultAsync(cancellationToken);
            var organisation = actor.Member.Organisation;
            return (proposal, await ProposalQueries.ApplicationOf(context, proposalId, organisation.Kind, organisation.Id).SingleOrDefaultAsync(cancellationToken));
        }, proposal => proposal.Organisation, async (context, proposal, application, now) =>
        {
            if (application is not null && !application.CanBeMadeAgain())
                return (ChangeOutcome.Unchanged, application);
            if (!proposal.TakesApplications(JapanTime.Today(time)))
                return (ChangeOutcome.Stale, application);
            if (application is null)
                context.Applications.Add(application = New(actor, proposalId, message, now));
            else
                Renew(application, actor, message, now);
            await notices.TellAsync(context, $"application/{application.Id:N}/applied/{application.Version}", proposal.Organisation, Writer(proposal),
                new ProposalNoticeView($"{application.OrganisationName}から応募がありました。", ProposalViews.Id(proposalId), proposal.Content.Title) { Text = message, Button = ProposalButton.Applications },
                cancellationToken);
            return (ChangeOutcome.Done, application);
        }, cancellationToken);

    /// <summary>The owner's decision. An approval is the owner's consent.</summary>
    public Task<ApplicationChange> DecideAsync(TurnContext turn, Actor actor, Guid id, int version, bool approve, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, approve ? Verbs.ApproveApplication : Verbs.DeclineApplication, context => FindAsync(context, id, cancellationToken), proposal => proposal.Organisation,
            async (context, proposal, application, now) =>
            {
                // An approval whose applicant does not answer can be taken back; what both agreed on cannot.
                var isOpen = application!.State == ApplicationState.Applied || (!approve && application.State == ApplicationState.Approved);
                if (!isOpen || application.Version != version || proposal.State is ProposalState.Done or ProposalState.Withdrawn or ProposalState.Rejected)
                    return (ChangeOutcome.Stale, application);
                if (approve && !proposal.HasPlacesLeft())
                    return (ChangeOutcome.Unchanged, application);
                (application.State, application.Reason, application.DecidedAt, application.DecidedBy) =
                    (approve ? ApplicationState.Approved : ApplicationState.Declined, reason, now, actor.Member.Id);
                await CountAsync(context, proposal, now, cancellationToken);
                if (approve)
                    await notices.TellApprovedAsync(context, proposal, application, cancellationToken);
                else
                    await TellApplicantAsync(context, proposal, application, "declined", $"応募は見送られました（{proposal.OrganisationName}）。", reason, cancellationToken);
                return (ChangeOutcome.Done, application);
            }, cancellationToken);

    /// <summary>The applicant's consent: both are introduced to each other, and the collaboration is on record.</summary>
    public Task<ApplicationChange> AgreeAsync(TurnContext turn, Actor actor, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, Verbs.AgreeApplication, context => FindAsync(context, id, cancellationToken), null, async (context, proposal, application, now) =>
        {
            if (application!.State != ApplicationState.Approved || application.Version != version)
                return (application.State == ApplicationState.Agreed ? ChangeOutcome.Unchanged : ChangeOutcome.Stale, application);
            (application.State, application.AgreedAt) = (ApplicationState.Agreed, now);
            await notices.IntroduceAsync(context, proposal, application, actor.Member, cancellationToken);
            await collaborations.PutAsync(context, proposal, application, now, cancellationToken);
            await CountAsync(context, proposal, now, cancellationToken);
            return (ChangeOutcome.Done, application);
        }, cancellationToken);

    /// <summary>The applicant takes the application back.</summary>
    public Task<ApplicationChange> WithdrawAsync(TurnContext turn, Actor actor, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, Verbs.WithdrawApplication, context => FindAsync(context, id, cancellationToken), null, async (context, proposal, application, now) =>
        {
            if (application!.State is not (ApplicationState.Applied or ApplicationState.Approved) || application.Version != version)
                return (ChangeOutcome.Stale, application);
            application.State = ApplicationState.Withdrawn;
            await notices.TellAsync(context, $"application/{id:N}/withdrawn/{application.Version}", proposal.Organisation, Writer(proposal),
                new ProposalNoticeView($"{application.OrganisationName}が応募を取り下げました。", ProposalViews.Id(proposal.Id), proposal.Content.Title), cancellationToken);
            await CountAsync(context, proposal, now, cancellationToken);
            return (ChangeOutcome.Done, application);
        }, cancellationToken);

    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="find">Reads the rows.</param>
    /// <param name="owner">Whose the object is, by the proposal; null where it is the applicant's.</param>
    /// <param name="change">Changes the rows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<ApplicationChange> ChangeAsync(
        TurnContext turn, Actor actor, string verb, Func<RenkeiBotDbContext, Task<(Proposal?, Application?)>> find, Func<Proposal, OrganisationKey>? owner,
        Func<RenkeiBotDbContext, Proposal, Application?, DateTimeOffset, Task<(ChangeOutcome, Application?)>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var (proposal, application) = await find(context);
            if (proposal is null || (verb == Verbs.Apply ? !proposal.IsPublic() : application is null))
                return new(ChangeOutcome.Gone, null, null);
            var decision = Authorisation.Decide(verb, Subject.Of(owner is null ? application!.Organisation : owner(proposal)), actor.Person, member);
            var (outcome, changed) = decision.IsAllowed ? await change(context, proposal, application, now) : (ChangeOutcome.Refused, application);
            if (outcome == ChangeOutcome.Unchanged)
                return new(outcome, changed, proposal);
            context.Audit(verb, actor.Person, (nameof(Application), (changed?.Id ?? proposal.Id).ToString()), outcome.Audited(), now, turn, $"proposal={proposal.Id}");
            if (outcome == ChangeOutcome.Done)
                inbox.Claim(context, turn);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && DatabaseRaces.IsRace(exception) && !TurnInbox.IsDuplicate(exception))
            {
                // Someone else was first: with a place of this proposal, with this organisation's application, with this card. Look again.
                continue;
            }
            catch (DbUpdateException exception) when (DatabaseRaces.IsRace(exception))
            {
                return await AsItIsAsync(find, cancellationToken);
            }

            if (outcome == ChangeOutcome.Done)
            {
                board.Changed(proposal);
                board.Changed(Applicant.Of(changed!));
                if (verb == Verbs.AgreeApplication)
                    await collaborations.AddedAsync(cancellationToken);
            }

            return new(outcome, decision.IsAllowed ? changed : null, decision.IsAllowed ? proposal : null, decision.Refusal);
        }
    }

    private async Task<ApplicationChange> AsItIsAsync(Func<RenkeiBotDbContext, Task<(Proposal?, Application?)>> find, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (proposal, application) = await find(context);
        return new(ChangeOutcome.Stale, application, proposal);
    }

    /// <summary>Brings the proposal's count of places and its state in step with its applications. The row's version decides between approvals at the same moment.</summary>
    private async Task CountAsync(RenkeiBotDbContext context, Proposal proposal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The rows that this context has changed come back as changed.
        var applications = await ProposalQueries.Applications(context, proposal.Id).ToListAsync(cancellationToken);
        var (taken, state) = (ProposalLife.TakenBy(applications), proposal.IsOnBoard() ? ProposalLife.StateOf(applications) : proposal.State);
        if (taken == proposal.Taken && state == proposal.State)
            return;
        (proposal.Taken, proposal.State, proposal.UpdatedAt) = (taken, state, now);
        await cards.ReplaceAsync(context, proposal, cancellationToken);
    }

    private static async Task<(Proposal?, Application?)> FindAsync(RenkeiBotDbContext context, Guid id, CancellationToken cancellationToken)
    {
        var application = await ProposalQueries.ApplicationById(context, id).SingleOrDefaultAsync(cancellationToken);
        return (application is null ? null : await ProposalQueries.ById(context, application.ProposalId).SingleOrDefaultAsync(cancellationToken), application);
    }

    private Task TellApplicantAsync(RenkeiBotDbContext context, Proposal proposal, Application application, string what, string sentence, string text, CancellationToken cancellationToken) =>
        notices.TellAsync(context, $"application/{application.Id:N}/{what}/{application.Version}", application.Organisation, new Sender(application.TenantId, application.AadObjectId),
            new ProposalNoticeView(sentence, ProposalViews.Id(proposal.Id), proposal.Content.Title) { Text = text }, cancellationToken);

    private static Sender Writer(Proposal proposal) => new(proposal.TenantId, proposal.AadObjectId);

    private static Application New(Actor actor, Guid proposalId, string message, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        ProposalId = proposalId,
        TenantId = actor.Person.TenantId,
        AadObjectId = actor.Person.AadObjectId,
        OrganisationKind = actor.Member.OrganisationKind,
        OrganisationId = actor.Member.OrganisationId,
        OrganisationName = actor.Member.OrganisationName,
        Message = message,
        State = ApplicationState.Applied,
        AppliedAt = now,
    };

    private static void Renew(Application application, Actor actor, string message, DateTimeOffset now)
    {
        (application.TenantId, application.AadObjectId, application.OrganisationName) = (actor.Person.TenantId, actor.Person.AadObjectId, actor.Member.OrganisationName);
        (application.Message, application.State, application.AppliedAt) = (message, ApplicationState.Applied, now);
        (application.Reason, application.DecidedAt, application.DecidedBy, application.AgreedAt) = ("", null, null, null);
    }
}
