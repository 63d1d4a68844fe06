using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Members;

/// <summary>What others are told of a registration: rows of the outbox in the transaction of the change.</summary>
internal sealed class MemberNotices(OutboxWriter outbox)
{
    /// <summary>Every member of the secretariat gets the request, with the buttons to decide.</summary>
    public async Task TellSecretariatAsync(RenkeiBotDbContext context, Registration registration, Member? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var secretaries = await MemberQueries.ActiveSecretaries(context).AsNoTracking().ToListAsync(cancellationToken);
        var card = RegistrationRequestCard.Build(MemberViews.Request(registration, before));
        var message = Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);
        foreach (var secretary in secretaries)
            outbox.Add(context, $"registration/{registration.Id:N}/{secretary.Id:N}", secretary.TenantId, secretary.AadObjectId, message, now);
    }

    /// <summary>The applicant gets the decision and its reason.</summary>
    public void TellApplicant(RenkeiBotDbContext context, Registration registration, DateTimeOffset now) => outbox.Add(
        context, $"registration/{registration.Id:N}/decided", registration.TenantId, registration.AadObjectId,
        Activity.CreateMessage(MemberMessages.Told(registration.State == RegistrationState.Approved, registration.Reason)), now);

    /// <summary>A member is told what the secretariat changed.</summary>
    public void TellMember(RenkeiBotDbContext context, Member member, string text, DateTimeOffset now) =>
        outbox.Add(context, $"member/{member.Id:N}/{Guid.NewGuid():N}", member.TenantId, member.AadObjectId, Activity.CreateMessage(text), now);

    /// <summary>The rows are committed: they can be delivered.</summary>
    public void Wake() => outbox.Wake();
}
