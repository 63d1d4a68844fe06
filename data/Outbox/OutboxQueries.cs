using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Outbox;

/// <summary>The questions about messages for other conversations, and about where people are reached.</summary>
public static class OutboxQueries
{
    /// <summary>
    /// Messages to be tried now that no instance has in hand and whose personal chat is known, in the order in which they were written. Whoever takes one sets
    /// <see cref="OutboxMessage.LeasedUntil"/> and saves: of two who do so at once, the second gets a <c>DbUpdateConcurrencyException</c>.
    /// </summary>
    public static IQueryable<OutboxMessage> Due(RenkeiBotDbContext context, DateTimeOffset now, int take) =>
        context.OutboxMessages
            .Where(m => m.EndedAt == null && m.NotBefore <= now && (m.LeasedUntil == null || m.LeasedUntil <= now)
                && context.PersonalChats.Any(c => c.TenantId == m.TenantId && c.AadObjectId == m.AadObjectId))
            .OrderBy(m => m.Id)
            .Take(take);

    /// <summary>The messages of a person that have not ended, in the order in which they are delivered.</summary>
    public static IQueryable<OutboxMessage> WaitingFor(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        To(context, tenantId, aadObjectId).Where(m => m.EndedAt == null);

    /// <summary>All messages to a person, oldest first.</summary>
    public static IQueryable<OutboxMessage> To(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.OutboxMessages.Where(m => m.TenantId == tenantId && m.AadObjectId == aadObjectId).OrderBy(m => m.Id);

    /// <summary>The message with a key.</summary>
    public static IQueryable<OutboxMessage> ByKey(RenkeiBotDbContext context, string key) => context.OutboxMessages.Where(m => m.Key == key);

    /// <summary>The messages, to whomever, in whose text or key an id stands.</summary>
    /// <remarks>Looks at every row: for reports about a person alone.</remarks>
    public static IQueryable<OutboxMessage> Naming(RenkeiBotDbContext context, string id) =>
        context.OutboxMessages.Where(m => m.Activity.Contains(id) || m.Key.Contains(id)).OrderBy(m => m.Id);

    /// <summary>Messages that were delivered or given up before a moment, oldest first.</summary>
    public static IQueryable<OutboxMessage> EndedBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.OutboxMessages.Where(m => m.EndedAt < moment).OrderBy(m => m.EndedAt);

    /// <summary>Where a person is reached.</summary>
    public static IQueryable<PersonalChat> ChatOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.PersonalChats.Where(c => c.TenantId == tenantId && c.AadObjectId == aadObjectId);
}
