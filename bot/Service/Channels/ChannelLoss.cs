using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;

namespace RenkeiBot.Service.Channels;

/// <summary>What a refused message says of the channel that it was for (Microsoft Teams: status codes of the Connector).</summary>
internal static class ChannelLoss
{
    /// <summary>The code of a conversation that is gone.</summary>
    public const string ConversationNotFound = "ConversationNotFound";

    private const string NotInRoster = "BotNotInConversationRoster";

    /// <summary>What the channel is since; null where only this message was refused.</summary>
    public static ChannelState? Of(ConnectorException exception) => exception.Code switch
    {
        ConversationNotFound => ChannelState.Deleted,
        NotInRoster => ChannelState.Removed,
        _ => null,
    };
}
