using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>An event or exhibition on record, as the secretariat sees it.</summary>
public static class EventCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(EventCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var spoken = $"{Sentence(view.Sentence)}\n{CardText.Line(view.Facts.Title, EventParts.MaxEventTitle)}";
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. EventParts.Event(view.Facts, scale),
                .. view.Removal.Length > 0 ? [Small(Line(view.Removal))] : Array.Empty<CardElement>(),
                .. Buttons([.. Actions(view)]),
            ],
        });
    }

    private static IEnumerable<CardAction> Actions(EventCardView view)
    {
        var open = Of((view.Id, view.Version));
        yield return Button(EventTexts.Edit, EventVerbs.Edit, open) with { Style = ActionStyle.Positive };
        if (view.Removal.Length > 0)
            yield return Button(EventTexts.Remove, EventVerbs.Remove, open) with { Style = ActionStyle.Destructive };
        foreach (var page in EventParts.Page(view.Facts))
            yield return page;
        yield return Button(EventTexts.List, EventVerbs.List);
    }
}
