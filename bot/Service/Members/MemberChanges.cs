using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;

namespace RenkeiBot.Service.Members;

/// <summary>What the secretariat changes in registrations that stand: role and contact, and taking them back.</summary>
internal sealed class MemberChanges(IDbContextFactory<RenkeiBotDbContext> contexts, MemberDirectory directory, MemberNotices notices, TimeProvider time)
{
    /// <summary>Changes role and contact.</summary>
    public Task<Change<Member>> SaveAsync(TurnContext turn, Person person, Guid id, int version, MemberRole role, string contact, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.ChangeMember, $"role={role}", (context, member, now) =>
        {
            if (member.Role == role && member.Contact == contact)
                return false;
            (member.Role, member.Contact, member.UpdatedAt) = (role, contact, now);
            notices.TellMember(context, member, MemberMessages.ToldChange(Roles.NameOf(role), contact), now);
            return true;
        }, losesSecretary: role != MemberRole.Secretariat, cancellationToken);

    /// <summary>Takes a registration back: the person may ask on, but no longer act.</summary>
    public Task<Change<Member>> RevokeAsync(TurnContext turn, Person person, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.RevokeMember, "", (context, member, now) =>
        {
            (member.RevokedAt, member.UpdatedAt) = (now, now);
            notices.TellMember(context, member, MemberMessages.ToldRevoked, now);
            return true;
        }, losesSecretary: true, cancellationToken);

    private async Task<Change<Member>> ChangeAsync(
        TurnContext turn, Person person, Guid id, int version, string verb, string detail, Func<RenkeiBotDbContext, Member, DateTimeOffset, bool> change, bool losesSecretary, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var actor = await context.Members.AsNoTracking().SingleOrDefaultAsync(m => m.TenantId == person.TenantId && m.AadObjectId == person.AadObjectId, cancellationToken);
        var member = await context.Members.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        var refusal = Authorisation.Decide(verb, Subject.Common, person, actor).Refusal;
        if (refusal is null && member is null)
            return new(ChangeOutcome.Gone, null);
        var isStale = refusal is null && (member!.Version != version || !member.IsActive);
        if (refusal is null && !isStale && losesSecretary && member!.Role == MemberRole.Secretariat && !await OthersAsync(context, member, cancellationToken))
            refusal = MemberMessages.LastSecretary;
        var outcome = refusal is not null ? ChangeOutcome.Refused : isStale ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome == ChangeOutcome.Done && !change(context, member!, now))
            return new(ChangeOutcome.Unchanged, member);
        context.Audit(verb, person, (nameof(Member), id.ToString()), outcome switch
        {
            ChangeOutcome.Refused => AuditOutcome.Refused,
            ChangeOutcome.Stale => AuditOutcome.Stale,
            _ => AuditOutcome.Done,
        }, now, turn, detail);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
            return new(ChangeOutcome.Stale, await fresh.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken));
        }

        directory.Forget();
        notices.Sent();
        return new(outcome, member, refusal);
    }

    private static Task<bool> OthersAsync(RenkeiBotDbContext context, Member member, CancellationToken cancellationToken) =>
        context.Members.AnyAsync(other => other.Id != member.Id && other.Role == MemberRole.Secretariat && other.RevokedAt == null, cancellationToken);
}
