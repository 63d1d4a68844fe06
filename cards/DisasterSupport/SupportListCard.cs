using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>A page of disasters, of reports, of what a report said, of a timeline, or of what municipalities need.</summary>
public static class SupportListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 6;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(SupportListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(SupportListView view, CardScale scale)
    {
        var spoken = string.Join('\n', view.Lines.Take(scale.Rows).Select(line => scale.Line(line.Title, MaxLine)).Prepend(Sentence(view.Sentence)));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => Item(view, line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(Id(view.PageVerb), view.Page, view.Pages, [.. view.Id.Length > 0 ? [Of(CardKeys.Id, Id(view.Id))] : Array.Empty<KeyValuePair<string, string>>()])]),
                .. Buttons([.. view.Buttons.Distinct().Take(6).Select(button => DisasterParts.Action(button, view.Id, 0, view.IsShared))]),
            ],
        };
    }

    private static Container Item(SupportListView view, SupportLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Title, MaxLine)) { Weight = FontWeight.Bolder },
        Small(scale.Line(line.Detail, MaxLine), Spacing.None),
        .. line.Text.Length > 0 ? [new TextBlock(scale.Text(line.Text, 300)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
        .. Buttons([.. line.Buttons.Distinct().Take(4).Select(button => DisasterParts.Action(button, line.Id, line.Version, view.IsShared))]),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
