using System.Text.Json.Serialization.Metadata;

namespace RenkeiBot.BotFramework;

/// <summary>How activities and references are written and read, for those who store them: camelCase, nothing for null, lenient on input.</summary>
public static class BotFrameworkJson
{
    /// <summary>The metadata of an activity.</summary>
    public static JsonTypeInfo<Activity> Activity => WireJson.Wire.Activity;

    /// <summary>The metadata of a conversation reference.</summary>
    public static JsonTypeInfo<ConversationReference> ConversationReference => WireJson.Wire.ConversationReference;

    /// <summary>The metadata of the parameters that open a conversation.</summary>
    public static JsonTypeInfo<ConversationParameters> ConversationParameters => WireJson.Wire.ConversationParameters;
}
