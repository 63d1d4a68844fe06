using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>行事一覧: a page of the events and exhibitions on record.</summary>
public static class EventListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 6;

    /// <summary>The longest words that are looked for.</summary>
    public const int WordsLength = 60;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(EventListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(EventListView view, CardScale scale)
    {
        var spoken = string.Join('\n', view.Lines.Take(scale.Rows).Select(line => CardText.Line(line.Title, EventParts.MaxEventTitle)).Prepend(Sentence(view.Sentence)));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => EventParts.Item(line, scale, Button(EventTexts.Open, EventVerbs.Open, Of(EventKeys.Id, Id(line.Id))) with { IgnoresInputs = true })),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(EventVerbs.List, view.Page, view.Pages, Of(EventKeys.Words, CardText.Line(view.Words, WordsLength))).Select(page => ((ExecuteAction)page) with { IgnoresInputs = true })]),
                new TextInput(EventKeys.Words, EventTexts.Words) { Value = scale.Line(view.Words, WordsLength), MaxLength = WordsLength },
                .. Buttons(Button(EventTexts.Search, EventVerbs.List), Button(EventTexts.New, EventVerbs.New) with { IgnoresInputs = true }),
            ],
        };
    }
}
