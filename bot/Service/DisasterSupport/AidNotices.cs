using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What the two sides of a request are told of each other, 1:1: rows of the outbox in the transaction of the change. Quiet hours do not hold them.</summary>
internal sealed class AidNotices(OutboxWriter outbox)
{
    /// <summary>Everyone who acts for the municipality, and who asked for it.</summary>
    public Task TellMunicipalityAsync(
        RenkeiBotDbContext context, DisasterCase disaster, AidRequest request, AidOffer offer, string what, string sentence, string text, DateTimeOffset now, CancellationToken cancellationToken) =>
        TellAsync(context, request.Organisation, (request.TenantId, request.AadObjectId), Key(offer, what), View(disaster, request, sentence, text), now, cancellationToken);

    /// <summary>Everyone who acts for the ward, and who offered for it.</summary>
    public Task TellWardAsync(RenkeiBotDbContext context, DisasterCase disaster, AidRequest request, AidOffer offer, string what, string sentence, DateTimeOffset now, CancellationToken cancellationToken) =>
        TellAsync(context, offer.Organisation, (offer.TenantId, offer.AadObjectId), Key(offer, what), View(disaster, request, sentence, ""), now, cancellationToken);

    private async Task TellAsync(
        RenkeiBotDbContext context, OrganisationKey organisation, (string TenantId, string AadObjectId) writer, string key, SupportNoticeView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = DisasterPosting.Message(SupportNoticeCard.Build(view));
        var members = await MemberQueries.ActingFor(context, organisation.Kind, organisation.Id).AsNoTracking().ToListAsync(cancellationToken);
        // The secretariat may have asked for a municipality that is not registered.
        if (await MemberQueries.ByPerson(context, writer.TenantId, writer.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { IsActive: true } person && members.TrueForAll(member => member.Id != person.Id))
            members.Add(person);
        foreach (var member in members)
            outbox.Add(context, new OutboxPost($"{key}/{member.Id:N}", OutboxTarget.Person(member.TenantId, member.AadObjectId), message, OutboxLane.Disaster), now);
    }

    private static string Key(AidOffer offer, string what) => $"aid/{offer.Id:N}/{what}";

    private static SupportNoticeView View(DisasterCase disaster, AidRequest request, string sentence, string text) =>
        new(DisasterViews.Marked(sentence, disaster.IsDrill), DisasterViews.Id(request.Id), $"{DisasterViews.NameOf(disaster)}：{request.OrganisationName}の要請（{DisasterViews.Needed(request)}）") { Text = text };
}
