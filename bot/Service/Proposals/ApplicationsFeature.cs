using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>「応募する」, 「応募を見る」, 「承認する」, 「見送る」, 「合意する」 and taking an application back.</summary>
internal sealed class ApplicationsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ApplicationChanges changes, ProposalShowing showing, TimeProvider time) : ITurnFeature
{
    public void Register(TurnRouter router)
    {
        router.OnVerb(ProposalVerbs.Apply, ApplyAsync);
        router.OnVerb(ProposalVerbs.Applications, (turn, cancellationToken) => ListAsync(turn, cancellationToken));
        router.OnVerb(ProposalVerbs.Approve, (turn, cancellationToken) => DecideAsync(turn, approve: true, cancellationToken));
        router.OnVerb(ProposalVerbs.Decline, (turn, cancellationToken) => DecideAsync(turn, approve: false, cancellationToken));
        router.OnVerb(ProposalVerbs.Agree, (turn, cancellationToken) => AnswerAsync(turn, agree: true, cancellationToken));
        router.OnVerb(ProposalVerbs.WithdrawApplication, (turn, cancellationToken) => AnswerAsync(turn, agree: false, cancellationToken));
    }

    private async Task ApplyAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        var subject = proposal is null ? Subject.Common : Subject.Of(proposal.Organisation);
        if (await permissions.AllowedAsync(turn, Verbs.Apply, subject, turn.Audited(nameof(Proposal)), cancellationToken) is not { } actor)
            return;
        if (proposal is null || !proposal.IsPublic())
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        var own = await ProposalQueries.ApplicationOf(context, proposal.Id, actor.Member.OrganisationKind, actor.Member.OrganisationId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (own is not null && !own.CanBeMadeAgain())
        {
            await showing.ShowAsync(turn, actor, proposal, ProposalMessages.AppliedAlready, cancellationToken);
            return;
        }

        if (!proposal.TakesApplications(JapanTime.Today(time)))
        {
            await showing.ShowAsync(turn, actor, proposal, ProposalMessages.NotTaking, cancellationToken);
            return;
        }

        var message = new CardInputs(turn.Action!).Text(ProposalKeys.Message);
        var error = message.Length == 0 ? ProposalMessages.MessageMissing : message.Length > RenkeiBotDbContext.ReasonLength ? ProposalMessages.MessageTooLong : null;
        if (!turn.IsSent() || error is not null)
        {
            var view = new ApplicationFormView(ProposalMessages.ApplyForm, ProposalViews.Id(proposal.Id), proposal.Content.Title, proposal.OrganisationName)
            {
                Message = message,
                Error = turn.IsSent() ? error : null,
            };
            await turn.RespondAsync(ApplicationFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.ApplyAsync(turn, actor, proposal.Id, message, cancellationToken);
        await RespondAsync(turn, actor, change, change.Outcome switch
        {
            ChangeOutcome.Done => ProposalMessages.Applied,
            ChangeOutcome.Unchanged => ProposalMessages.AppliedAlready,
            _ => ProposalMessages.NotTaking,
        }, cancellationToken);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        var subject = proposal is null ? Subject.Common : Subject.Of(proposal.Organisation);
        if (await permissions.AllowedAsync(turn, Verbs.SeeApplications, subject, turn.Audited(nameof(Proposal)), cancellationToken) is null)
            return;
        if (turn.IsSeenByOthers && !turn.IsInvoke)
            await turn.RespondWithMessageAsync(ProposalMessages.InPersonalChat, cancellationToken);
        else
            await ShowListAsync(turn, proposal!, turn.PressedPage(), null, null, cancellationToken);
    }

    private async Task DecideAsync(TurnContext turn, bool approve, CancellationToken cancellationToken)
    {
        var (actor, application, proposal) = await FindAsync(turn, approve ? Verbs.ApproveApplication : Verbs.DeclineApplication, ofOwner: true, cancellationToken);
        if (actor is null)
            return;
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            await turn.RespondWithMessageAsync(ProposalMessages.InPersonalChat, cancellationToken);
            return;
        }

        var reason = new CardInputs(turn.Action!).Text(ProposalKeys.Reason);
        var error = !approve && reason.Length == 0 ? ProposalMessages.DeclineReasonMissing : reason.Length > RenkeiBotDbContext.ReasonLength ? ProposalMessages.ReasonTooLong : null;
        if (error is not null && application.State is (ApplicationState.Applied or ApplicationState.Approved))
        {
            await ShowListAsync(turn, proposal, turn.PressedPage(), null, (reason, error), cancellationToken);
            return;
        }

        var change = await changes.DecideAsync(turn, actor, application.Id, turn.PressedVersion(), approve, reason, cancellationToken);
        switch (change)
        {
            case { Outcome: ChangeOutcome.Refused }:
                await turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken);
                break;
            case { Proposal: null }:
                await turn.RespondWithErrorAsync("NotFound", ProposalMessages.ApplicationGone, cancellationToken);
                break;
            default:
                await ShowListAsync(turn, change.Proposal, turn.PressedPage(), change.Outcome switch
                {
                    ChangeOutcome.Done => approve ? ProposalMessages.Approved : ProposalMessages.Declined,
                    ChangeOutcome.Unchanged => ProposalMessages.Full,
                    _ => ProposalMessages.ApplicationStale,
                }, null, cancellationToken);
                break;
        }
    }

    private async Task AnswerAsync(TurnContext turn, bool agree, CancellationToken cancellationToken)
    {
        var (actor, application, _) = await FindAsync(turn, agree ? Verbs.AgreeApplication : Verbs.WithdrawApplication, ofOwner: false, cancellationToken);
        if (actor is null)
            return;
        var version = turn.PressedVersion();
        var change = agree ? await changes.AgreeAsync(turn, actor, application.Id, version, cancellationToken) : await changes.WithdrawAsync(turn, actor, application.Id, version, cancellationToken);
        await RespondAsync(turn, actor, change, change.Outcome switch
        {
            ChangeOutcome.Done or ChangeOutcome.Unchanged => agree ? ProposalMessages.AgreedNow : ProposalMessages.ApplicationWithdrawn,
            _ => ProposalMessages.ApplicationStale,
        }, cancellationToken);
    }

    private Task RespondAsync(TurnContext turn, Actor actor, ApplicationChange change, string said, CancellationToken cancellationToken) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Proposal: null } => turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken),
        _ => showing.ShowAsync(turn, actor, change.Proposal, said, cancellationToken),
    };

    private async Task ShowListAsync(TurnContext turn, Proposal proposal, int page, string? said, (string Reason, string Error)? refused, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await ProposalQueries.Applications(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken);
        // Those that wait come first.
        all = [.. all.OrderByDescending(one => one.State == ApplicationState.Applied)];
        var (shown, pages) = CardTurns.PageOf(page, all.Count, ApplicationsCard.PageSize);
        var sentence = all.Count == 0 ? ProposalMessages.NoApplications : ProposalMessages.Applications(all.Count, all.Count(one => one.State == ApplicationState.Applied));
        await turn.RespondAsync(ApplicationsCard.Build(new ApplicationsView(
            said ?? sentence, ProposalViews.Id(proposal.Id), proposal.Content.Title, [.. all.Skip((shown - 1) * ApplicationsCard.PageSize).Take(ApplicationsCard.PageSize).Select(Line)])
        {
            Page = shown,
            Pages = pages,
            Reason = refused?.Reason ?? "",
            ReasonError = refused?.Error,
        }), cancellationToken);
    }

    private static ApplicationLine Line(Application application) => new(
        ProposalViews.Id(application.Id), application.Version, application.OrganisationName,
        $"{ProposalMessages.NameOf(application.State)}・{JapanTime.Day(application.AppliedAt)}応募", application.Message,
        application.State == ApplicationState.Applied, application.State is ApplicationState.Applied or ApplicationState.Approved);

    /// <summary>The application that the card names, where the actor may do this with it; else they have been answered.</summary>
    private async Task<(Actor? Actor, Application Application, Proposal Proposal)> FindAsync(TurnContext turn, string verb, bool ofOwner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var application = turn.PressedId() is { } id ? await ProposalQueries.ApplicationById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        var proposal = application is null ? null : await ProposalQueries.ById(context, application.ProposalId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (application is null || proposal is null)
        {
            if (await permissions.AllowedAsync(turn, Verbs.SeeProposals, Subject.Common, turn.Audited(nameof(Application)), cancellationToken) is not null)
                await turn.RespondWithErrorAsync("NotFound", ProposalMessages.ApplicationGone, cancellationToken);
            return (null, null!, null!);
        }

        var subject = Subject.Of(ofOwner ? proposal.Organisation : application.Organisation);
        return (await permissions.AllowedAsync(turn, verb, subject, turn.Audited(nameof(Application)), cancellationToken), application, proposal);
    }
}
