using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>
/// One activity: what a channel tells the bot, or the bot the channel (Bot Framework Activity 3.1.12; the machine-readable form is
/// <c>definitions.Activity</c> of botframework-channel.json). Every property may be missing. Properties that are not known here are
/// kept in <see cref="Properties"/> and written again (A2005, A2006).
/// </summary>
public sealed record Activity
{
    /// <summary>What kind of activity this is: see <see cref="ActivityTypes"/>.</summary>
    [JsonConverter(typeof(StrictStringConverter))]
    public string? Type { get; set; }

    /// <summary>The channel's id of this activity; not to be sent by a bot (A2031).</summary>
    public string? Id { get; set; }

    /// <summary>When it was sent, in UTC; not to be sent by a bot (A2041).</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, in the sender's local time.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's IANA time zone, such as Asia/Tokyo.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Which bot or channel called this bot; only meaningful when set by the receiver itself.</summary>
    public string? CallerId { get; set; }

    /// <summary>Where the Connector is called for this conversation. It carries the tenant on modern Teams: store it, never build it.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The channel: msteams, emulator, webchat, directline ….</summary>
    public string? ChannelId { get; set; }

    /// <summary>The sender.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? From { get; set; }

    /// <summary>The conversation that it belongs to.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ConversationAccount>))]
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The receiver.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? Recipient { get; set; }

    /// <summary>plain, markdown or xml; a channel takes a missing one for markdown.</summary>
    public string? TextFormat { get; set; }

    /// <summary>list or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Who came into the conversation: conversationUpdate.</summary>
    [JsonConverter(typeof(LenientListConverter<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left the conversation: conversationUpdate.</summary>
    [JsonConverter(typeof(LenientListConverter<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions added to the message named by <see cref="ReplyToId"/>: messageReaction.</summary>
    [JsonConverter(typeof(LenientListConverter<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken back from the message named by <see cref="ReplyToId"/>: messageReaction.</summary>
    [JsonConverter(typeof(LenientListConverter<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>The conversation's new name: conversationUpdate.</summary>
    public string? TopicName { get; set; }

    /// <summary>The language of the text as a BCP 47 tag, such as ja-JP.</summary>
    public string? Locale { get; set; }

    /// <summary>The text of a message. It still contains mentions; <see cref="TurnContext.Text"/> does not.</summary>
    public string? Text { get; set; }

    /// <summary>What is to be spoken.</summary>
    public string? Speak { get; set; }

    /// <summary>acceptingInput, ignoringInput or expectingInput.</summary>
    public string? InputHint { get; set; }

    /// <summary>A short text standing for the attachments: a toast, a screen reader.</summary>
    public string? Summary { get; set; }

    /// <summary>Buttons offered under the message.</summary>
    [JsonConverter(typeof(LenientObjectConverter<SuggestedActions>))]
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Cards and files.</summary>
    [JsonConverter(typeof(LenientListConverter<Attachment>))]
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>Metadata about the text, such as mentions.</summary>
    [JsonConverter(typeof(LenientListConverter<Entity>))]
    public IReadOnlyList<Entity>? Entities { get; set; }

    /// <summary>The channel's own data; for Teams see <see cref="TeamsChannelData"/>.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>add or remove: installationUpdate, contactRelationUpdate.</summary>
    public string? Action { get; set; }

    /// <summary>The activity that this one answers; for a card action, the message that holds the card.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>A label for a trace.</summary>
    public string? Label { get; set; }

    /// <summary>What <see cref="Value"/> is, as a type name or URI.</summary>
    public string? ValueType { get; set; }

    /// <summary>The payload of an invoke, an event or a card action.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>The name of an invoke or an event.</summary>
    public string? Name { get; set; }

    /// <summary>Another conversation that this activity is about.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ConversationReference>))]
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why a conversation ended: endOfConversation.</summary>
    public string? Code { get; set; }

    /// <summary>When the activity stops being of interest.</summary>
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>low, normal or high.</summary>
    public string? Importance { get; set; }

    /// <summary>normal, notification, ephemeral or <see cref="DeliveryModes.ExpectReplies"/>; unknown ones count as normal (A3110).</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The tenant that the activity is of: the conversation's, or else that of the Teams channel data. The channel's token names none.</summary>
    [JsonIgnore]
    public string? TenantId => TenantIds is [var first, ..] ? first : null;

    /// <summary>Every tenant that the activity names, of the conversation first; more than one where they differ. Whoever admits tenants admits all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> TenantIds
    {
        get
        {
            var conversation = Conversation?.TenantId is { Length: > 0 } one ? one : null;
            var channel = TeamsChannelData.From(this)?.Tenant?.Id is { Length: > 0 } other ? other : null;
            return (conversation, channel) switch
            {
                (null, null) => [],
                (null, { } id) => [id],
                ({ } id, null) => [id],
                ({ } id, { } same) when string.Equals(id, same, StringComparison.OrdinalIgnoreCase) => [id],
                ({ } id, { } another) => [id, another],
            };
        }
    }

    /// <summary>A message of plain text: as user text may be in it, it is not left to a channel's default, markdown.</summary>
    public static Activity CreateMessage(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };

    /// <summary>A message of one Adaptive Card. Text and card belong in different messages: Teams splits a mixed one.</summary>
    /// <param name="card">The card, as JSON.</param>
    /// <param name="summary">What a toast or a screen reader says in place of the card.</param>
    public static Activity CreateCard(RawJson card, string? summary = null) =>
        new() { Type = ActivityTypes.Message, Summary = summary, Attachments = [Attachment.AdaptiveCard(card)] };

    /// <summary>This activity addressed to a conversation: everything that <paramref name="reference"/> knows and this activity leaves open.</summary>
    /// <remarks>On the wire only type and content are needed; the SDKs send these too, and connectors other than Teams rely on them.</remarks>
    public Activity AddressedTo(ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return this with
        {
            Type = Type ?? ActivityTypes.Message,
            From = From ?? reference.Bot,
            Recipient = Recipient ?? reference.User,
            Conversation = Conversation ?? reference.Conversation,
            ReplyToId = ReplyToId ?? reference.ActivityId,
            ChannelId = ChannelId ?? reference.ChannelId,
            ServiceUrl = ServiceUrl ?? reference.ServiceUrl,
            Locale = Locale ?? reference.Locale,
        };
    }
}
