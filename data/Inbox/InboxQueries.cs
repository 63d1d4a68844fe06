using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Inbox;

/// <summary>The questions about activities that were taken care of.</summary>
public static class InboxQueries
{
    /// <summary>The activity with a key.</summary>
    public static IQueryable<InboxActivity> ByKey(RenkeiBotDbContext context, string key) => context.InboxActivities.Where(a => a.Key == key);

    /// <summary>Activities received before a moment, oldest first.</summary>
    public static IQueryable<InboxActivity> OlderThan(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.InboxActivities.Where(a => a.ReceivedAt < moment).OrderBy(a => a.ReceivedAt);

    /// <summary>The activities in whose key a conversation stands.</summary>
    /// <remarks>Looks at every row: for reports about a person alone.</remarks>
    public static IQueryable<InboxActivity> In(RenkeiBotDbContext context, string conversationId) =>
        context.InboxActivities.Where(a => a.Key.Contains(conversationId)).OrderBy(a => a.ReceivedAt);
}
