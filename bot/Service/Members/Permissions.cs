using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>Who acts, and as which member.</summary>
/// <param name="Person">The person.</param>
/// <param name="Member">Their registration.</param>
internal sealed record Actor(Sender Person, Member Member);

/// <summary>
/// Asks <see cref="Authorisation"/> for a turn, with the registration as the database has it now: who may not is told why, and the attempt stands in the audit.
/// </summary>
internal sealed class Permissions(IDbContextFactory<RenkeiBotDbContext> contexts, TimeProvider time)
{
    /// <summary>Who acts, where they may; else null, and they have been answered.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="verb">What is to be done: one of <see cref="Verbs"/> that asks for a registration.</param>
    /// <param name="subject">With what.</param>
    /// <param name="audited">The kind and id of the object, as the audit names it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<Actor?> AllowedAsync(TurnContext turn, string verb, Subject subject, (string Type, string Id) audited, CancellationToken cancellationToken)
    {
        var person = Sender.Of(turn.Activity);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = person is null ? null : await MemberQueries.ByPerson(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var decision = Authorisation.Decide(verb, subject, person, member);
        if (decision.IsAllowed && person is not null && member is not null)
            return new Actor(person, member);
        context.Audit(verb, person, audited, AuditOutcome.Refused, time.GetUtcNow(), turn);
        await context.SaveChangesAsync(cancellationToken);
        await turn.RespondWithErrorAsync("Forbidden", decision.Refusal ?? MemberMessages.NotRegistered, cancellationToken);
        return null;
    }
}
