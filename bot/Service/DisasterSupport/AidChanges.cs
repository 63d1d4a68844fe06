using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What a municipality asks for, where nothing is wrong with the form.</summary>
internal sealed record AidTyped(Guid DisasterId, OrganisationKey Organisation, string OrganisationName, string Item, int Quantity, SupportUnit Unit, DateOnly? NeededBy, string Place, string Note);

/// <summary>What came of a change: the request and its disaster as they are now.</summary>
internal sealed record AidState(AidRequest Request, DisasterCase Disaster);

/// <summary>
/// Asking for help, offering it, and deciding about offers. A request's quantity is counted in its own row: of offers at the same moment one is counted after the other, so that it is filled and never
/// filled beyond.
/// </summary>
internal sealed class AidChanges(DisasterWriter writer, AidNotices notices)
{
    /// <summary>Asks for help. The same form sent again changes nothing.</summary>
    public Task<Change<AidState>> RequestAsync(TurnContext turn, Actor actor, Guid id, AidTyped typed, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        if (await ReadAsync(context, id, cancellationToken) is { } already)
            return new DisasterWrite<AidState>(ChangeOutcome.Unchanged, already);
        if (await DisasterQueries.ById(context, typed.DisasterId).SingleOrDefaultAsync(cancellationToken) is not { State: DisasterState.Active } disaster)
            return new DisasterWrite<AidState>(ChangeOutcome.Gone, null);
        var request = new AidRequest
        {
            Id = id,
            DisasterId = disaster.Id,
            TenantId = actor.Person.TenantId,
            AadObjectId = actor.Person.AadObjectId,
            OrganisationKind = typed.Organisation.Kind,
            OrganisationId = typed.Organisation.Id,
            OrganisationName = typed.OrganisationName,
            Item = typed.Item,
            Quantity = typed.Quantity,
            Unit = typed.Unit,
            NeededBy = typed.NeededBy,
            Place = typed.Place,
            Note = typed.Note,
            RequestedAt = now,
            UpdatedAt = now,
        };
        context.AidRequests.Add(request);
        context.Audit(Verbs.RequestAid, actor.Person, (nameof(AidRequest), id.ToString()), ChangeOutcome.Done.Audited(), now, turn, $"disaster={disaster.Id}");
        var until = request.NeededBy is { } day ? $"（{Answers.Language.JapaneseCalendar.Short(day)}まで）" : "";
        return Done(request, disaster, AidMessages.RequestEntry(DisasterViews.NameOf(disaster), request.OrganisationName, DisasterViews.Needed(request), until));
    }, context => ReadAsync(context, id, cancellationToken), cancellationToken);

    /// <summary>Offers a quantity, as far as it is still needed. The same form sent again changes nothing.</summary>
    /// <returns>Stale where less is needed by now.</returns>
    public Task<Change<AidState>> OfferAsync(TurnContext turn, Actor actor, Guid requestId, Guid id, int quantity, string message, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        if (await ReadAsync(context, requestId, cancellationToken) is not var (request, disaster))
            return new DisasterWrite<AidState>(ChangeOutcome.Gone, null);
        if (await DisasterQueries.OfferById(context, id).AnyAsync(cancellationToken))
            return new DisasterWrite<AidState>(ChangeOutcome.Unchanged, new AidState(request, disaster));
        if (disaster.State != DisasterState.Active || !request.IsOpen || quantity > request.Remaining)
            return new DisasterWrite<AidState>(ChangeOutcome.Stale, new AidState(request, disaster));
        var offer = new AidOffer
        {
            Id = id,
            RequestId = requestId,
            TenantId = actor.Person.TenantId,
            AadObjectId = actor.Person.AadObjectId,
            OrganisationKind = actor.Member.OrganisationKind,
            OrganisationId = actor.Member.OrganisationId,
            OrganisationName = actor.Member.OrganisationName,
            Quantity = quantity,
            Message = message,
            OfferedAt = now,
        };
        context.AidOffers.Add(offer);
        (request.Taken, request.UpdatedAt) = (request.Taken + quantity, now);
        context.Audit(Verbs.OfferAid, actor.Person, (nameof(AidOffer), id.ToString()), ChangeOutcome.Done.Audited(), now, turn, $"request={requestId}");
        await notices.TellMunicipalityAsync(context, disaster, request, offer, "offered", AidMessages.ToldOffer(offer.OrganisationName, Amount(request, offer)), message, now, cancellationToken);
        return Done(request, disaster, request.Remaining == 0 ? AidMessages.FilledEntry(DisasterViews.NameOf(disaster), request.OrganisationName, DisasterViews.Needed(request)) : null);
    }, context => ReadAsync(context, requestId, cancellationToken), cancellationToken);

    /// <summary>The municipality takes an offer, or passes it by: then its quantity is needed again.</summary>
    public Task<Change<AidState>> DecideAsync(TurnContext turn, Actor actor, Guid offerId, int version, bool confirm, CancellationToken cancellationToken) =>
        ChangeOfferAsync(turn, actor, offerId, version, Verbs.DecideOffer, (request, _) => request.Organisation, async (context, offer, state, now) =>
        {
            if (offer.State != AidOfferState.Offered)
                return false;
            offer.State = confirm ? AidOfferState.Confirmed : AidOfferState.Declined;
            if (!confirm)
                state.Request.Taken -= offer.Quantity;
            var sentence = confirm ? AidMessages.ToldConfirmed(state.Request.OrganisationName, Amount(state.Request, offer)) : AidMessages.ToldDeclined(state.Request.OrganisationName, Amount(state.Request, offer));
            await notices.TellWardAsync(context, state.Disaster, state.Request, offer, confirm ? "confirmed" : "declined", sentence, now, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>The ward takes its offer back, also one that was taken: then its quantity is needed again.</summary>
    public Task<Change<AidState>> TakeBackAsync(TurnContext turn, Actor actor, Guid offerId, int version, CancellationToken cancellationToken) =>
        ChangeOfferAsync(turn, actor, offerId, version, Verbs.WithdrawOffer, (_, offer) => offer.Organisation, async (context, offer, state, now) =>
        {
            if (!offer.Counts)
                return false;
            offer.State = AidOfferState.Withdrawn;
            state.Request.Taken -= offer.Quantity;
            await notices.TellMunicipalityAsync(context, state.Disaster, state.Request, offer, "withdrawn", AidMessages.ToldTakenBack(offer.OrganisationName, Amount(state.Request, offer)), "", now, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Takes no more offers; those that there are stand.</summary>
    public Task<Change<AidState>> CloseAsync(TurnContext turn, Actor actor, Guid requestId, int version, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        if (await ReadAsync(context, requestId, cancellationToken) is not var (request, disaster))
            return new DisasterWrite<AidState>(ChangeOutcome.Gone, null);
        var decision = await DecideAsync(context, Verbs.CloseAid, request.Organisation, actor, cancellationToken);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : request.ClosedAt is not null ? ChangeOutcome.Unchanged : request.Version != version ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome != ChangeOutcome.Unchanged)
            context.Audit(Verbs.CloseAid, actor.Person, (nameof(AidRequest), requestId.ToString()), outcome.Audited(), now, turn, $"disaster={disaster.Id}");
        if (outcome != ChangeOutcome.Done)
            return new DisasterWrite<AidState>(outcome, new AidState(request, disaster)) { Refusal = decision.Refusal };
        (request.ClosedAt, request.UpdatedAt) = (now, now);
        foreach (var offer in await DisasterQueries.Offers(context, requestId).ToListAsync(cancellationToken))
        {
            if (offer.Counts)
                await notices.TellWardAsync(context, disaster, request, offer, "closed", AidMessages.ToldClosed(request.OrganisationName), now, cancellationToken);
        }

        return Done(request, disaster, AidMessages.ClosedEntry(DisasterViews.NameOf(disaster), request.OrganisationName, DisasterViews.Needed(request)));
    }, context => ReadAsync(context, requestId, cancellationToken), cancellationToken);

    private Task<Change<AidState>> ChangeOfferAsync(
        TurnContext turn, Actor actor, Guid offerId, int version, string verb, Func<AidRequest, AidOffer, OrganisationKey> owner, Func<RenkeiBotDbContext, AidOffer, AidState, DateTimeOffset, Task<bool>> change,
        CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        var offer = await DisasterQueries.OfferById(context, offerId).SingleOrDefaultAsync(cancellationToken);
        if (offer is null || await ReadAsync(context, offer.RequestId, cancellationToken) is not { } state)
            return new DisasterWrite<AidState>(ChangeOutcome.Gone, null);
        var decision = await DecideAsync(context, verb, owner(state.Request, offer), actor, cancellationToken);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : offer.Version != version || !await change(context, offer, state, now) ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome == ChangeOutcome.Done)
            (offer.DecidedAt, state.Request.UpdatedAt) = (now, now);
        context.Audit(verb, actor.Person, (nameof(AidOffer), offerId.ToString()), outcome.Audited(), now, turn, $"request={state.Request.Id}");
        return new DisasterWrite<AidState>(outcome, state) { Refusal = decision.Refusal, Disaster = state.Disaster };
    }, async context => await DisasterQueries.OfferById(context, offerId).SingleOrDefaultAsync(cancellationToken) is { } offer ? await ReadAsync(context, offer.RequestId, cancellationToken) : null, cancellationToken);

    private static async Task<Decision> DecideAsync(RenkeiBotDbContext context, string verb, OrganisationKey owner, Actor actor, CancellationToken cancellationToken) =>
        Authorisation.Decide(verb, Subject.Of(owner), actor.Person,
            await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken));

    private static DisasterWrite<AidState> Done(AidRequest request, DisasterCase disaster, string? entry) =>
        new(ChangeOutcome.Done, new AidState(request, disaster)) { Disaster = disaster, Entry = entry is null ? null : (DisasterEntryKind.Request, entry) };

    private static async Task<AidState?> ReadAsync(RenkeiBotDbContext context, Guid id, CancellationToken cancellationToken)
    {
        var request = await DisasterQueries.RequestById(context, id).SingleOrDefaultAsync(cancellationToken);
        return request is not null && await DisasterQueries.ById(context, request.DisasterId).SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster
            ? new AidState(request, disaster) : null;
    }

    private static string Amount(AidRequest request, AidOffer offer) => $"{request.Item} {SupportAmounts.Text(offer.Quantity, request.Unit)}";
}
