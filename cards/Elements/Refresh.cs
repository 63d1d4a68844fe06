namespace RenkeiBot.Cards.Elements;

/// <summary><c>Refresh</c>: how a client brings a card up to date. The handler is called by many clients at once: it only reads.</summary>
/// <param name="Action">What the client sends.</param>
/// <param name="UserIds">Whose clients refresh by themselves, at most 60; empty for by hand only.</param>
public sealed record Refresh(ExecuteAction Action, IReadOnlyList<string> UserIds)
{
    /// <summary>The most users that Teams takes.</summary>
    public const int MaxUserIds = 60;
}
