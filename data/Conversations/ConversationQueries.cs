using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Conversations;

/// <summary>The questions about what is remembered of conversations, beside those that the writer asks in prepared SQL.</summary>
public static class ConversationQueries
{
    /// <summary>What is remembered of a person: of the personal chat, and of what the person asked in groups and channels.</summary>
    /// <param name="context">The database.</param>
    /// <param name="conversationId">The id of the personal chat.</param>
    /// <param name="userId">The person's id in the channel, with which the keys of group conversations end.</param>
    public static IQueryable<ConversationState> Of(RenkeiBotDbContext context, string conversationId, string userId) =>
        context.ConversationStates.Where(s => s.ConversationId == conversationId || s.ConversationId.EndsWith("|" + userId)).OrderBy(s => s.ConversationId);
}
