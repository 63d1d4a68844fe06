using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>Tells a channel that an event comes, or what changed of one that it was told of.</summary>
public static class EventNoticeCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(EventNoticeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var spoken = $"{Sentence(view.Sentence)}\n{CardText.Line(view.Facts.Title, EventParts.MaxEventTitle)}";
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body = [Opening(view.Sentence), .. EventParts.Event(view.Facts, scale), .. Buttons([.. EventParts.Page(view.Facts)])],
        });
    }
}
