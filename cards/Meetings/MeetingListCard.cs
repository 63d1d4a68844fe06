using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>会議一覧: a page of meetings.</summary>
public static class MeetingListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MeetingListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale =>
        {
            var lines = view.Lines.Take(scale.Rows).ToList();
            var spoken = string.Join('\n', lines.Select(line => $"{scale.Line(line.Heading, MaxHeading)}、{Line(line.Detail)}").Prepend(Sentence(view.Sentence)));
            return new AdaptiveCard
            {
                FallbackText = spoken,
                Speak = spoken,
                Body =
                [
                    Opening(view.Sentence),
                    .. lines.Select(line => Item(line, scale)),
                    .. PageOf(view.Page, view.Pages),
                    .. Buttons([.. Pages(MeetingVerbs.List, view.Page, view.Pages), .. view.CanRegister ? [Button(MeetingTexts.New, MeetingVerbs.New)] : Array.Empty<CardAction>()]),
                ],
            };
        });
    }

    private static Container Item(ListedMeeting line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Heading, MaxHeading)) { Weight = FontWeight.Bolder },
        Small(scale.Line(line.Detail, MaxLine), Spacing.None),
        .. Buttons(Button(MeetingTexts.Open, MeetingVerbs.Open, CardParts.Of(CardKeys.Id, Id(line.Id)))),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
