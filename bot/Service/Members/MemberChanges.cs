using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>What the secretariat changes in registrations that stand: role and contact, and taking them back.</summary>
internal sealed class MemberChanges(IDbContextFactory<RenkeiBotDbContext> contexts, MemberDirectory directory, MemberNotices notices, TurnInbox inbox, TimeProvider time)
{
    /// <summary>Changes role and contact.</summary>
    public Task<Change<Member>> SaveAsync(TurnContext turn, Sender person, Guid id, int version, MemberRole role, string contact, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.ChangeMember, $"role={role}", (context, member, now) =>
        {
            if (member.Role == role && member.Contact == contact)
                return false;
            (member.Role, member.Contact, member.UpdatedAt) = (role, contact, now);
            notices.TellMember(context, member, MemberMessages.ToldChange(Roles.NameOf(role), contact), now);
            return true;
        }, losesSecretary: role != MemberRole.Secretariat, cancellationToken);

    /// <summary>Takes a registration back: the person may ask on, but no longer act.</summary>
    public Task<Change<Member>> RevokeAsync(TurnContext turn, Sender person, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.RevokeMember, "", (context, member, now) =>
        {
            (member.RevokedAt, member.UpdatedAt) = (now, now);
            notices.TellMember(context, member, MemberMessages.ToldRevoked, now);
            return true;
        }, losesSecretary: true, cancellationToken);

    private async Task<Change<Member>> ChangeAsync(
        TurnContext turn, Sender person, Guid id, int version, string verb, string detail, Func<RenkeiBotDbContext, Member, DateTimeOffset, bool> change, bool losesSecretary, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var actor = await MemberQueries.ByPerson(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var member = await MemberQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken);
        var refusal = Authorisation.Decide(verb, Subject.Common, person, actor).Refusal;
        if (refusal is null && member is null)
            return new(ChangeOutcome.Gone, null);
        var isStale = refusal is null && (member!.Version != version || !member.IsActive);
        if (refusal is null && !isStale && losesSecretary && member!.Role == MemberRole.Secretariat && !await MemberQueries.OtherSecretaries(context, id).AnyAsync(cancellationToken))
            refusal = MemberMessages.LastSecretary;
        var outcome = refusal is not null ? ChangeOutcome.Refused : isStale ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome == ChangeOutcome.Done && !change(context, member!, now))
            return new(ChangeOutcome.Unchanged, member);
        context.Audit(verb, person, (nameof(Member), id.ToString()), outcome.Audited(), now, turn, detail);
        if (outcome == ChangeOutcome.Done)
            inbox.Claim(context, turn);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
            return new(ChangeOutcome.Stale, await MemberQueries.ById(fresh, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken));
        }

        directory.Forget();
        return new(outcome, member, refusal);
    }
}
