using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>A user or a bot (Bot Framework Activity 3.1.12, channel account).</summary>
public sealed record ChannelAccount
{
    /// <summary>The id on the channel: on Teams <c>29:…</c> for a user, <c>28:appId</c> for a bot. Opaque.</summary>
    public string? Id { get; set; }

    /// <summary>The display name; not an identity.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Entra object id: the stable key of a user. It need not be a well-formed GUID.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation (Bot Framework Activity 3.1.12, conversation account; Microsoft Teams: conversation basics).</summary>
public sealed record ConversationAccount
{
    /// <summary>Whether more than two take part.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>On Teams: personal, groupChat or channel.</summary>
    public string? ConversationType { get; set; }

    /// <summary>The tenant of the conversation.</summary>
    public string? TenantId { get; set; }

    /// <summary>The id; in a channel thread <c>19:…@thread.tacv2;messageid=rootId</c>. Opaque.</summary>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Entra object id, where the conversation has one.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Metadata about an activity; which properties are set depends on <see cref="Type"/> (Bot Framework Activity 3.1.12, entity).</summary>
public sealed record Entity
{
    /// <summary>mention, clientInfo or another.</summary>
    public string? Type { get; set; }

    /// <summary>mention: who is mentioned.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>mention: the part of the activity's text that is the mention, such as <c>&lt;at&gt;Bot&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }

    /// <summary>clientInfo: the language of the user's client.</summary>
    public string? Locale { get; set; }

    /// <summary>clientInfo: the country of the user's client.</summary>
    public string? Country { get; set; }

    /// <summary>clientInfo: Windows, Web, iOS …</summary>
    public string? Platform { get; set; }

    /// <summary>clientInfo: the IANA time zone of the user's client.</summary>
    public string? Timezone { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A card or a file (Bot Framework Activity 3.1.12, attachment). It has content or a content URL, never both (A7100).</summary>
public sealed record Attachment
{
    /// <summary>The media type; <see cref="ContentTypes.AdaptiveCard"/> for a card.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where the content is.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content itself, such as a card.</summary>
    public RawJson? Content { get; set; }

    /// <summary>The file name.</summary>
    public string? Name { get; set; }

    /// <summary>A small picture of the content.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>An attachment that holds an Adaptive Card.</summary>
    public static Attachment AdaptiveCard(RawJson card) => new() { ContentType = ContentTypes.AdaptiveCard, Content = card };
}

/// <summary>
/// A button outside a card (Bot Framework Activity 3.1.12, card action). What a pressed Adaptive Card sends is
/// <see cref="AdaptiveCardAction"/>.
/// </summary>
public sealed record CardAction
{
    /// <summary>imBack, postBack, messageBack, openUrl …</summary>
    public string? Type { get; set; }

    /// <summary>The text on the button.</summary>
    public string? Title { get; set; }

    /// <summary>The URL of a picture on the button.</summary>
    public string? Image { get; set; }

    /// <summary>A description of that picture.</summary>
    public string? ImageAltText { get; set; }

    /// <summary>The text that is sent: messageBack.</summary>
    public string? Text { get; set; }

    /// <summary>The text that the chat shows as sent: messageBack.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What the press means: the text of imBack, the URL of openUrl, any value of messageBack.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>The channel's own data.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Buttons under a message (Bot Framework Activity 3.1.12; Microsoft Teams: only imBack, only in personal chats, three are shown).</summary>
public sealed record SuggestedActions
{
    /// <summary>The ids of those who are to see them; an array of strings.</summary>
    public JsonElement? To { get; set; }

    /// <summary>The buttons.</summary>
    [JsonConverter(typeof(LenientListConverter<CardAction>))]
    public IReadOnlyList<CardAction>? Actions { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A reaction to a message (Bot Framework Activity 3.1.12, message reaction).</summary>
public sealed record MessageReaction
{
    /// <summary>On Teams: like, heart, laugh, surprised, sad, angry.</summary>
    public string? Type { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
