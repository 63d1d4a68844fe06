using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>
/// What is needed to say something in a conversation later (Bot Framework Activity 3.1.12, conversation reference). Take a new one
/// from every inbound activity: the service URL of a conversation can change.
/// </summary>
public sealed record ConversationReference
{
    /// <summary>The activity that is to be answered; leave it out for a message that answers nothing.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The user.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? User { get; set; }

    /// <summary>The bot.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ConversationAccount>))]
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The channel, such as msteams.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Where the Connector is called.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The user's language.</summary>
    public string? Locale { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The reference of an activity that was received: its sender is the user, its recipient the bot.</summary>
    public static ConversationReference From(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new()
        {
            ActivityId = activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Locale = activity.Locale,
        };
    }
}
