namespace RenkeiBot.Cards.Elements;

/// <summary>A mention of a person, one of the card's <c>msteams.entities</c>. Its <see cref="Text"/> must stand in the card (<see cref="CardText.WithMention"/>).</summary>
/// <param name="Id">The user's id in the channel (<c>29:…</c>) or Entra object id, known to the server; never one that a client sent.</param>
/// <param name="Name">The name shown.</param>
public sealed record Mention(string Id, string Name)
{
    private const int MaxName = 60;

    /// <summary>The name shown, without the marks that would end the tag or be read as markdown.</summary>
    public string Name { get; } = string.Concat(CardText.Line(Name, MaxName).Where(unit => !"\\*_[]`<>~|&{}".Contains(unit, StringComparison.Ordinal)));

    /// <summary>The tag as it stands in a text block and in the entity; Teams compares the two.</summary>
    public string Text => $"<at>{Name}</at>";
}
