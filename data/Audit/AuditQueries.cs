using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Audit;

/// <summary>The questions about what was done.</summary>
public static class AuditQueries
{
    /// <summary>The events from a moment on and before another, in the order in which they were written; null is no bound.</summary>
    public static IQueryable<AuditEvent> Between(RenkeiBotDbContext context, DateTimeOffset? from, DateTimeOffset? until) =>
        context.AuditEvents.Where(e => (from == null || e.At >= from) && (until == null || e.At < until)).OrderBy(e => e.Id);

    /// <summary>What a person did, in the order in which it was written.</summary>
    public static IQueryable<AuditEvent> OfActor(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.AuditEvents.Where(e => e.ActorTenantId == tenantId && e.ActorAadObjectId == aadObjectId).OrderBy(e => e.Id);

    /// <summary>What was done to an object, in the order in which it was written.</summary>
    public static IQueryable<AuditEvent> OfSubject(RenkeiBotDbContext context, string subjectType, string subjectId) =>
        context.AuditEvents.Where(e => e.SubjectType == subjectType && e.SubjectId == subjectId).OrderBy(e => e.Id);

    /// <summary>The events that name an id as what something was done to, or in their detail.</summary>
    /// <remarks>Looks at every row: for reports about a person alone.</remarks>
    public static IQueryable<AuditEvent> Naming(RenkeiBotDbContext context, string id) =>
        context.AuditEvents.Where(e => e.SubjectId == id || e.Detail.Contains(id)).OrderBy(e => e.Id);

    /// <summary>Events of before a moment, oldest first.</summary>
    public static IQueryable<AuditEvent> OlderThan(RenkeiBotDbContext context, DateTimeOffset moment) => context.AuditEvents.Where(e => e.At < moment).OrderBy(e => e.At);
}
