namespace RenkeiBot.Cards;

/// <summary>Something to choose.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What comes back.</param>
public readonly record struct CardChoice(string Title, string Value);
