namespace RenkeiBot.BotFramework;

/// <summary>What a user wrote to the bot, without the mention that brought it there.</summary>
internal static class MessageText
{
    /// <summary>
    /// The text without the mentions of the recipient, with ordinary spaces, trimmed. Only entities tell a mention from text that looks
    /// like one (Microsoft Teams: channel and group conversations); other people's mentions stay.
    /// </summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text;
        if (string.IsNullOrEmpty(text))
            return "";
        if (activity is { Entities: { Count: > 0 } entities, Recipient.Id: { Length: > 0 } bot })
        {
            foreach (var entity in entities)
            {
                if (string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
                    && string.Equals(entity.Mentioned?.Id, bot, StringComparison.Ordinal))
                    text = Without(text, entity);
            }
        }
        return Plain(text);
    }

    /// <summary>A text with ordinary spaces, trimmed.</summary>
    public static string Plain(string text)
    {
        if (text.Contains("&nbsp;", StringComparison.OrdinalIgnoreCase))
            text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
        return text.Replace('\u00A0', ' ').Trim();
    }

    private static string Without(string text, Entity mention)
    {
        var tag = !string.IsNullOrWhiteSpace(mention.Text) ? mention.Text : mention.Mentioned?.Name is { Length: > 0 } name ? $"<at>{name}</at>" : null;
        return tag is null ? text : text.Replace(tag, "", StringComparison.OrdinalIgnoreCase);
    }
}
