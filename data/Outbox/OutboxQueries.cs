using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Outbox;

/// <summary>The questions about messages for other conversations, and about where people are reached.</summary>
public static class OutboxQueries
{
    /// <summary>
    /// Messages to be taken in hand now, the most urgent first: of each conversation at most one, the first of its lane, and none where one is in hand already, where the channel
    /// asked for a pause, or whose place is not known: a person who never wrote, a thread whose first message was not sent yet. What has begun to be tried keeps its place before later ones of its lane.
    /// </summary>
    /// <param name="context">The database.</param>
    /// <param name="now">The present time.</param>
    /// <param name="quiet">Whether new messages that are not about disasters wait. What corrects or withdraws one does not.</param>
    /// <param name="exhausted">The tenants whose budget is used up for the moment.</param>
    /// <param name="take">How many.</param>
    public static IQueryable<Delivery> Due(RenkeiBotDbContext context, DateTimeOffset now, bool quiet, IReadOnlyList<string> exhausted, int take)
    {
        // As the query compares them: a conversion or a negation within it would be compiled anew at each call.
        DateTimeOffset? moment = now;
        var loud = !quiet;
        return (
            from message in context.OutboxMessages
            where message.EndedAt == null && message.NotBefore <= now && (message.LeasedUntil == null || message.LeasedUntil <= moment)
                && (loud || message.Lane == OutboxLane.Disaster || message.ActivityId != null || message.IsWithdrawn)
                && !exhausted.Contains(message.TenantId)
                // What cannot go itself now, for quiet hours or for the thread that it waits for, holds nobody up.
                && !context.OutboxMessages.Any(other => other.EndedAt == null && other.Target == message.Target && other.Id != message.Id
                    && (other.LeasedUntil > moment
                        || (other.IsThrottled && other.NotBefore > now)
                        || ((loud || other.Lane == OutboxLane.Disaster || other.ActivityId != null || other.IsWithdrawn)
                            && !context.OutboxMessages.Any(first => first.Key == other.ParentKey && first.EndedAt == null && first.ActivityId == null)
                            && ((other.Lane == message.Lane && other.Id < message.Id && (other.NotBefore <= now || other.Attempts > 0))
                                || (other.Lane < message.Lane && other.NotBefore <= now)))))
            join parent in context.OutboxMessages on message.ParentKey equals parent.Key into parents
            from parent in parents.DefaultIfEmpty()
            where parent == null || parent.EndedAt != null || parent.ActivityId != null || message.IsWithdrawn
            join chat in context.PersonalChats on new { message.TenantId, message.AadObjectId } equals new { chat.TenantId, chat.AadObjectId } into chats
            from chat in chats.DefaultIfEmpty()
            where message.ConversationId != null || chat != null || (message.IsWithdrawn && message.ActivityId == null)
            orderby message.Lane, message.Id
            select new Delivery(
                message, chat, parent!.ActivityId,
                context.Channels.Any(channel => channel.ConversationId == message.Target && (channel.State == ChannelState.Removed || channel.State == ChannelState.Deleted)))).Take(take);
    }

    /// <summary>Contents by their ids.</summary>
    public static IQueryable<OutboxContent> Contents(RenkeiBotDbContext context, IReadOnlyList<Guid> ids) => context.OutboxContents.Where(c => ids.Contains(c.Id));

    /// <summary>Contents that no message has any more.</summary>
    public static IQueryable<OutboxContent> LeftContents(RenkeiBotDbContext context) =>
        context.OutboxContents.Where(c => !context.OutboxMessages.Any(m => m.ContentId == c.Id)).OrderBy(c => c.Id);

    /// <summary>What others than an instance have sent to some conversations since a moment: each message with its last send.</summary>
    public static IQueryable<RecentSend> SentByOthers(RenkeiBotDbContext context, IReadOnlyList<string> targets, string leaseholder, DateTimeOffset since) =>
        context.OutboxMessages.Where(m => m.SentAt > since && targets.Contains(m.Target) && m.Leaseholder != leaseholder)
            .OrderBy(m => m.SentAt).Select(m => new RecentSend(m.Target, m.SentAt!.Value));

    /// <summary>The budgets of all tenants, that of the empty tenant among them.</summary>
    public static IQueryable<OutboxBudget> Budgets(RenkeiBotDbContext context) => context.OutboxBudgets;

    /// <summary>How far the messages of a source have come: how many have the same state.</summary>
    public static IQueryable<OutboxCount> Counts(RenkeiBotDbContext context, string source) =>
        from message in context.OutboxMessages
        where message.Source == source
        group message by new { HasEnded = message.EndedAt != null, IsSent = message.SentAt != null, message.IsWithdrawn, message.Failure } into state
        select new OutboxCount(state.Key.HasEnded, state.Key.IsSent, state.Key.IsWithdrawn, state.Key.Failure, state.Count());

    /// <summary>The messages of a source, in the order of their numbers.</summary>
    public static IQueryable<OutboxMessage> OfSource(RenkeiBotDbContext context, string source) =>
        context.OutboxMessages.Where(m => m.Source == source).OrderBy(m => m.Id);

    /// <summary>The messages that were given up, newest first.</summary>
    public static IQueryable<OutboxMessage> GivenUp(RenkeiBotDbContext context) =>
        context.OutboxMessages.Where(m => m.EndedAt != null && m.Failure != null).OrderByDescending(m => m.EndedAt).ThenByDescending(m => m.Id);

    /// <summary>The message with a number.</summary>
    public static IQueryable<OutboxMessage> ById(RenkeiBotDbContext context, long id) => context.OutboxMessages.Where(m => m.Id == id);

    /// <summary>All messages to a person, oldest first.</summary>
    public static IQueryable<OutboxMessage> To(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.OutboxMessages.Include(m => m.Content).Where(m => m.TenantId == tenantId && m.AadObjectId == aadObjectId).OrderBy(m => m.Id);

    /// <summary>The message with a key.</summary>
    public static IQueryable<OutboxMessage> ByKey(RenkeiBotDbContext context, string key) => context.OutboxMessages.Where(m => m.Key == key);

    /// <summary>The messages, to whomever, in whose text or key an id stands.</summary>
    /// <remarks>Looks at every row: for reports about a person alone.</remarks>
    public static IQueryable<OutboxMessage> Naming(RenkeiBotDbContext context, string id) =>
        context.OutboxMessages.Include(m => m.Content).Where(m => m.Content!.Activity.Contains(id) || m.Key.Contains(id)).OrderBy(m => m.Id);

    /// <summary>
    /// Messages that were delivered or given up before a moment, oldest first, but not the notices of meetings that ended later, nor those of sources that are kept: those are still changed where they stand.
    /// </summary>
    public static IQueryable<OutboxMessage> EndedBefore(RenkeiBotDbContext context, DateTimeOffset moment, IReadOnlyList<string> kept) =>
        context.OutboxMessages.Where(m => m.EndedAt < moment && !kept.Contains(m.Source) && !context.PlannedMeetings.Any(p => p.Source == m.Source && p.EndsAt >= moment)).OrderBy(m => m.EndedAt);

    /// <summary>
    /// Messages that have waited since before a moment for a person whose chat is not known, oldest first; but not the notices of meetings that have not ended, nor those of sources that are kept: those may still be wanted.
    /// </summary>
    public static IQueryable<OutboxMessage> UnreachedSince(RenkeiBotDbContext context, DateTimeOffset moment, DateTimeOffset now, IReadOnlyList<string> kept) =>
        context.OutboxMessages.Where(m => m.EndedAt == null && m.ConversationId == null && m.SentAt == null && m.NotBefore < moment && !kept.Contains(m.Source)
            && !context.PlannedMeetings.Any(p => p.Source == m.Source && p.EndsAt >= now)
            && !context.PersonalChats.Any(c => c.TenantId == m.TenantId && c.AadObjectId == m.AadObjectId)).OrderBy(m => m.Id);

    /// <summary>Where a person is reached.</summary>
    public static IQueryable<PersonalChat> ChatOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.PersonalChats.Where(c => c.TenantId == tenantId && c.AadObjectId == aadObjectId);
}

/// <summary>A message and where it goes.</summary>
/// <param name="Message">The message.</param>
/// <param name="Chat">The personal chat of its person; null where it goes to a conversation of its own.</param>
/// <param name="ParentActivityId">The message in whose thread it stands; null where it stands in none, or that one was not delivered.</param>
/// <param name="IsToLostChannel">Whether its channel has been left out since it refused a message, or since the bot was removed.</param>
public sealed record Delivery(OutboxMessage Message, PersonalChat? Chat, string? ParentActivityId, bool IsToLostChannel);

/// <summary>A send.</summary>
/// <param name="Target">The conversation (<see cref="OutboxMessage.Target"/>).</param>
/// <param name="SentAt">When.</param>
public sealed record RecentSend(string Target, DateTimeOffset SentAt);

/// <summary>How many messages of a source have one state.</summary>
/// <param name="HasEnded">Whether nothing is left to do.</param>
/// <param name="IsSent">Whether the channel has had it at least once.</param>
/// <param name="IsWithdrawn">Whether it should not stand there.</param>
/// <param name="Failure">Why it was given up; null where it was not.</param>
/// <param name="Number">How many.</param>
public sealed record OutboxCount(bool HasEnded, bool IsSent, bool IsWithdrawn, string? Failure, int Number);
