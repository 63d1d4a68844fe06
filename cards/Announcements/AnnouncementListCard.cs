using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>お知らせ一覧: a page of the announcements, those changed last first.</summary>
public static class AnnouncementListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 6;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementListView view, CardScale scale)
    {
        var spoken = string.Join('\n', view.Lines.Take(scale.Rows).Select(line => CardText.Line(line.Title, MaxTitle)).Prepend(Sentence(view.Sentence)));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => Item(line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(AnnouncementVerbs.History, view.Page, view.Pages)]),
                .. Buttons([Button(AnnouncementTexts.New, AnnouncementVerbs.New)]),
            ],
        };
    }

    private static Container Item(AnnouncementLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Title, MaxTitle)) { Weight = FontWeight.Bolder },
        Small(scale.Line(line.Detail, MaxLine), Spacing.None),
        .. Buttons(
        [
            Button(AnnouncementTexts.Open, AnnouncementVerbs.Open, Of(CardKeys.Id, Id(line.Id))),
            Button(AnnouncementTexts.Duplicate, AnnouncementVerbs.Duplicate, Of(CardKeys.Id, Id(line.Id))),
        ]),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
