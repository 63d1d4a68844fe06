using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Channels;

/// <summary>The questions about channels.</summary>
public static class ChannelQueries
{
    /// <summary>The channel of a conversation.</summary>
    public static IQueryable<Channel> ById(RenkeiBotDbContext context, string conversationId) => context.Channels.Where(c => c.ConversationId == conversationId);

    /// <summary>The channels of a team, whatever their state.</summary>
    public static IQueryable<Channel> OfTeam(RenkeiBotDbContext context, string teamId) => context.Channels.Where(c => c.TeamId == teamId);

    /// <summary>All channels that can be sent to, by name.</summary>
    public static IQueryable<Channel> Active(RenkeiBotDbContext context) =>
        context.Channels.Where(c => c.State == ChannelState.Active).OrderBy(c => c.TeamName).ThenBy(c => c.Name).ThenBy(c => c.ConversationId);

    /// <summary>The channels that can be sent to and chose one of the topics.</summary>
    public static IQueryable<Channel> Subscribed(RenkeiBotDbContext context, ChannelTopics topics) =>
        Active(context).Where(c => (c.Topics & topics) != ChannelTopics.None);
}
