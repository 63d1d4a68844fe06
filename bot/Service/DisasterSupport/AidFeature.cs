using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>応援・受援: what municipalities need, and what wards offer to them.</summary>
internal sealed class AidFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, AidForm form, AidChanges changes, DisasterShowing showing) : ITurnFeature
{
    public const string RequestCommand = "応援を要請";

    public void Register(TurnRouter router)
    {
        router.OnCommand(RequestCommand, StartAsync);
        router.OnVerb(DisasterVerbs.RequestForm, StartAsync);
        router.OnVerb(DisasterVerbs.Request, RequestAsync);
        router.OnVerb(DisasterVerbs.Requests, ListAsync);
        router.OnVerb(DisasterVerbs.OpenRequest, OpenAsync);
        router.OnVerb(DisasterVerbs.Offer, OfferAsync);
        router.OnVerb(DisasterVerbs.Confirm, (turn, cancellationToken) => DecideAsync(turn, confirm: true, cancellationToken));
        router.OnVerb(DisasterVerbs.Decline, (turn, cancellationToken) => DecideAsync(turn, confirm: false, cancellationToken));
        router.OnVerb(DisasterVerbs.TakeBack, TakeBackAsync);
        router.OnVerb(DisasterVerbs.CloseRequest, CloseAsync);
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RequestAid, Subject.Common, cancellationToken) is not { } actor)
            return;
        var disasters = await showing.ActiveAsync(cancellationToken);
        if (disasters.Count == 0)
            await turn.RespondWithMessageAsync(AidMessages.NoActive, cancellationToken);
        else
            await turn.RespondAsync(AidRequestFormCard.Build(AidForm.Empty(actor, Guid.NewGuid(), disasters, turn.PressedId())), cancellationToken);
    }

    private async Task RequestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RequestAid, Subject.Common, cancellationToken) is not { } actor)
            return;
        var (typed, view) = form.Read(turn, actor, await showing.ActiveAsync(cancellationToken));
        if (typed is null)
        {
            await turn.RespondAsync(AidRequestFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.RequestAsync(turn, actor, turn.MadeId(actor.Person), typed, cancellationToken);
        if (change.Outcome == ChangeOutcome.Gone)
            await turn.RespondAsync(AidRequestFormCard.Build(view with { Sentence = DisasterMessages.Wrong, Errors = new Dictionary<string, string> { [DisasterKeys.Disaster] = SupportMessages.DisasterClosed } }), cancellationToken);
        else
            await RespondAsync(turn, actor, change, AidMessages.Requested, AidMessages.RequestedAlready, cancellationToken);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeDisasters, Subject.Common, cancellationToken) is not { } viewer || await showing.FindAsync(turn, turn.PressedId(), cancellationToken) is not { } disaster)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = DisasterQueries.Requests(context, disaster.Id).AsNoTracking();
        var count = await all.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, SupportListCard.PageSize);
        var requests = await all.Skip((page - 1) * SupportListCard.PageSize).Take(SupportListCard.PageSize).ToListAsync(cancellationToken);
        var asks = disaster.State == DisasterState.Active && viewer.Member.Role is MemberRole.MunicipalityMember or MemberRole.Secretariat;
        await turn.RespondAsync(SupportListCard.Build(new SupportListView(AidMessages.Listed(DisasterViews.NameOf(disaster), count),
        [
            .. requests.Select(request => new SupportLine($"{request.OrganisationName}：{DisasterViews.Needed(request)}", DisasterViews.Remaining(request),
                request.NeededBy is { } day ? $"{JapaneseCalendar.Short(day)}まで" : "") { Id = DisasterViews.Id(request.Id), Buttons = [DisasterButton.OpenRequest] }),
        ])
        {
            PageVerb = DisasterVerbs.Requests,
            Id = DisasterViews.Id(disaster.Id),
            Page = page,
            Pages = pages,
            Buttons = asks ? [DisasterButton.RequestForm, DisasterButton.Open] : [DisasterButton.Open],
            IsShared = turn.IsSeenByOthers,
        }), cancellationToken);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeDisasters, Subject.Common, cancellationToken) is { } viewer && await FindAsync(turn, turn.PressedId(), cancellationToken) is { } state)
            await ShowAsync(turn, viewer, state, AidMessages.Shown, cancellationToken);
    }

    private async Task OfferAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.OfferAid, Subject.Common, cancellationToken) is not { } actor || await FindAsync(turn, turn.PressedId(), cancellationToken) is not { } state)
            return;
        var (quantity, message, errors) = AidForm.ReadOffer(turn, state.Request);
        if (errors.Count > 0)
        {
            await ShowAsync(turn, actor, state, DisasterMessages.Wrong, cancellationToken, errors);
            return;
        }

        var change = await changes.OfferAsync(turn, actor, state.Request.Id, turn.MadeId(actor.Person), quantity, message, cancellationToken);
        // Somebody offered at the same moment: what is left is said beside what was typed.
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } now })
        {
            var isOpen = now.Request.IsOpen && now.Disaster.State == DisasterState.Active;
            var left = isOpen ? AidMessages.TooMany(SupportAmounts.Text(now.Request.Remaining, now.Request.Unit)) : AidMessages.NotOpen;
            await ShowAsync(turn, actor, now, isOpen ? DisasterMessages.Wrong : AidMessages.NotOpen, cancellationToken, new Dictionary<string, string> { [DisasterKeys.Offered] = left });
            return;
        }

        await RespondAsync(turn, actor, change, AidMessages.Offered, AidMessages.OfferedAlready, cancellationToken);
    }

    private async Task DecideAsync(TurnContext turn, bool confirm, CancellationToken cancellationToken)
    {
        if (await OfferedAsync(turn, cancellationToken) is not var (offer, state)
            || await AllowedAsync(turn, Verbs.DecideOffer, Subject.Of(state.Request.Organisation), cancellationToken) is not { } actor)
            return;
        var change = await changes.DecideAsync(turn, actor, offer.Id, turn.PressedVersion(), confirm, cancellationToken);
        await RespondAsync(turn, actor, change, confirm ? AidMessages.Confirmed : AidMessages.Declined, AidMessages.Unchanged, cancellationToken);
    }

    private async Task TakeBackAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OfferedAsync(turn, cancellationToken) is not var (offer, _)
            || await AllowedAsync(turn, Verbs.WithdrawOffer, Subject.Of(offer.Organisation), cancellationToken) is not { } actor)
            return;
        var change = await changes.TakeBackAsync(turn, actor, offer.Id, turn.PressedVersion(), cancellationToken);
        await RespondAsync(turn, actor, change, AidMessages.TakenBack, AidMessages.Unchanged, cancellationToken);
    }

    private async Task CloseAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, turn.PressedId(), cancellationToken) is not { } state
            || await AllowedAsync(turn, Verbs.CloseAid, Subject.Of(state.Request.Organisation), cancellationToken) is not { } actor)
            return;
        var change = await changes.CloseAsync(turn, actor, state.Request.Id, turn.PressedVersion(), cancellationToken);
        await RespondAsync(turn, actor, change, AidMessages.Closed, AidMessages.Unchanged, cancellationToken);
    }

    private Task RespondAsync(TurnContext turn, Actor actor, Change<AidState> change, string done, string unchanged, CancellationToken cancellationToken) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now: null } => turn.RespondWithErrorAsync("NotFound", AidMessages.Gone, cancellationToken),
        _ => ShowAsync(turn, actor, change.Now, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => AidMessages.Stale,
        }, cancellationToken),
    };

    private async Task ShowAsync(TurnContext turn, Actor viewer, AidState state, string said, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? errors = null)
    {
        // What wards wrote to the municipality is not for everyone.
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            await turn.RespondWithMessageAsync(DisasterViews.Marked(said + AidMessages.InPersonalChat, state.Disaster.IsDrill), cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var offers = await DisasterQueries.Offers(context, state.Request.Id).AsNoTracking().ToListAsync(cancellationToken);
        await turn.RespondAsync(AidRequestCard.Build(AidViews.For(viewer, state, offers, said) with
        {
            Errors = errors ?? new Dictionary<string, string>(),
            NewId = errors is null ? DisasterViews.Id(Guid.NewGuid()) : DisasterViews.Id(turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid()),
            Offered = errors is null ? "" : new CardInputs(turn.Action!).Line(DisasterKeys.Offered),
            Message = errors is null ? "" : new CardInputs(turn.Action!).Text(DisasterKeys.Message),
        }), cancellationToken);
    }

    private async Task<AidState?> FindAsync(TurnContext turn, Guid? id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var request = id is { } known ? await DisasterQueries.RequestById(context, known).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (request is not null && await DisasterQueries.ById(context, request.DisasterId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster)
            return new AidState(request, disaster);
        await turn.RespondWithErrorAsync("NotFound", AidMessages.Gone, cancellationToken);
        return null;
    }

    private async Task<(AidOffer Offer, AidState State)?> OfferedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (turn.PressedId() is { } id && await DisasterQueries.OfferById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } offer)
            return await FindAsync(turn, offer.RequestId, cancellationToken) is { } state ? (offer, state) : null;
        await turn.RespondWithErrorAsync("NotFound", AidMessages.OfferGone, cancellationToken);
        return null;
    }

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, Subject subject, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, subject, turn.Audited(nameof(AidRequest)), cancellationToken);
}
