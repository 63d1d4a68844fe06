using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Outbox;

/// <summary>The questions about messages for other conversations, and about where people are reached.</summary>
public static class OutboxQueries
{
    /// <summary>
    /// Messages to be tried now that no instance has in hand, with the personal chats where they go: of each person and each conversation the first one that has not ended, so
    /// that their order is kept. Whoever takes one sets <see cref="OutboxMessage.LeasedUntil"/> and saves: of two who do so at once, the second gets a <c>DbUpdateConcurrencyException</c>.
    /// </summary>
    public static IQueryable<Delivery> FirstDue(RenkeiBotDbContext context, DateTimeOffset now, int take) => (
        from message in context.OutboxMessages
        where message.EndedAt == null && message.NotBefore <= now && (message.LeasedUntil == null || message.LeasedUntil <= now)
            && !context.OutboxMessages.Any(earlier => earlier.EndedAt == null && earlier.TenantId == message.TenantId
                && earlier.AadObjectId == message.AadObjectId && earlier.ConversationId == message.ConversationId && earlier.Id < message.Id)
        join chat in context.PersonalChats on new { message.TenantId, message.AadObjectId } equals new { chat.TenantId, chat.AadObjectId } into chats
        from chat in chats.DefaultIfEmpty()
        where message.ConversationId != null || chat != null
        orderby message.Id
        select new Delivery(message, chat)).Take(take);

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

/// <summary>A message and where it goes.</summary>
/// <param name="Message">The message.</param>
/// <param name="Chat">The personal chat of its person; null where it goes to a conversation of its own.</param>
public sealed record Delivery(OutboxMessage Message, PersonalChat? Chat);
