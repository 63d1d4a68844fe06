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

    /// <summary>The channel of a conversation, where it or its team has no name yet. General has the team's id, and need not have a name.</summary>
    public static IQueryable<Channel> Nameless(RenkeiBotDbContext context, string conversationId) =>
        ById(context, conversationId).Where(c => c.TeamName == "" || (c.Name == "" && c.ConversationId != c.TeamId));

    /// <summary>A page of the channels that have all of some words and topics, those that can be sent to first.</summary>
    public static IQueryable<Channel> List(RenkeiBotDbContext context, IReadOnlyList<string> words, ChannelTopics topics, int skip, int take) =>
        Matching(context, words, topics).OrderBy(c => c.State == ChannelState.Active ? 0 : 1).ThenBy(c => c.TeamName).ThenBy(c => c.Name).ThenBy(c => c.ConversationId).Skip(skip).Take(take);

    /// <summary>The channels that have all of some words and topics, in no order: to be counted.</summary>
    public static IQueryable<Channel> Matching(RenkeiBotDbContext context, IReadOnlyList<string> words, ChannelTopics topics)
    {
        var found = context.Channels.Where(c => (c.Topics & topics) == topics);
        foreach (var word in words)
            found = found.Where(c => c.TeamName.Contains(word) || c.Name.Contains(word) || c.OrganisationName.Contains(word));
        return found;
    }

    /// <summary>The channels whose settings a member saved last.</summary>
    public static IQueryable<Channel> ChangedBy(RenkeiBotDbContext context, Guid memberId) => context.Channels.Where(c => c.ChangedBy == memberId);
}
