namespace RenkeiBot.BotFramework;

/// <summary>Types of activities (Bot Framework Activity 3.1.12). Others exist and are ignored (A2014).</summary>
public static class ActivityTypes
{
    /// <summary>A message, or an Action.Submit of a card.</summary>
    public const string Message = "message";

    /// <summary>Members or the conversation itself changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The bot was installed or uninstalled.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that wants its answer in the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>The answer to an invoke among expected replies.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Reactions were added or taken back.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was changed.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Somebody is typing.</summary>
    public const string Typing = "typing";
}

/// <summary>Values of <see cref="Activity.ChannelId"/> (Bot Framework Activity 3.1.12).</summary>
public static class ChannelIds
{
    /// <summary>Microsoft Teams.</summary>
    public const string MsTeams = "msteams";
}

/// <summary>Values of <see cref="Activity.DeliveryMode"/> (Bot Framework Activity 3.1.12, A3110 to A3116).</summary>
public static class DeliveryModes
{
    /// <summary>The sender wants every reply in the HTTP response, and none through the service URL.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>Media types of attachments and of answers to <c>adaptiveCard/action</c> (Adaptive Cards: Universal Action Model).</summary>
public static class ContentTypes
{
    /// <summary>An Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A text to show to the user who acted.</summary>
    public const string Message = "application/vnd.microsoft.activity.message";

    /// <summary>An error with code and message.</summary>
    public const string Error = "application/vnd.microsoft.error";
}

/// <summary>Names of invokes that this library knows itself.</summary>
public static class InvokeNames
{
    /// <summary>An Action.Execute of an Adaptive Card, or its refresh.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";
}
