using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Audit;

/// <summary>Adds entries to the audit: in the context of the change, so that neither is saved without the other.</summary>
internal static class Auditing
{
    /// <summary>Adds an entry.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="verb">What was done: one of <see cref="Verbs"/>.</param>
    /// <param name="actor">Who did it; null for the service itself.</param>
    /// <param name="subject">The kind and id of the object.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="at">When.</param>
    /// <param name="turn">The turn in which it was done; null at start.</param>
    /// <param name="detail">Codes and ids, never names or what someone wrote.</param>
    public static void Audit(
        this RenkeiBotDbContext context, string verb, Sender? actor, (string Type, string Id) subject, AuditOutcome outcome, DateTimeOffset at, TurnContext? turn, string detail = "") =>
        context.AuditEvents.Add(new AuditEvent
        {
            At = at,
            Type = verb,
            ActorTenantId = actor?.TenantId ?? "",
            ActorAadObjectId = actor?.AadObjectId ?? "",
            SubjectType = subject.Type,
            SubjectId = subject.Id,
            Outcome = outcome,
            Detail = detail,
            ConversationId = Fitting(turn?.Activity.Conversation?.Id),
            ActivityId = Fitting(turn?.Activity.Id),
        });

    private static string? Fitting(string? id) => id is { Length: <= RenkeiBotDbContext.ConversationIdLength } ? id : null;
}
