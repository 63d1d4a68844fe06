namespace RenkeiBot.Cards.Outbox;

/// <summary>What the buttons of the outbox's cards do, and what they send along.</summary>
public static class OutboxVerbs
{
    /// <summary>Shows a page of what was not delivered.</summary>
    public const string List = "outbox.list";

    /// <summary>Sends one message once more.</summary>
    public const string Again = "outbox.again";

    /// <summary>Sends everything once more that was not delivered.</summary>
    public const string AllAgain = "outbox.allAgain";

    /// <summary>The number of the message.</summary>
    public const string Id = "id";

    /// <summary>The page.</summary>
    public const string Page = "page";
}
