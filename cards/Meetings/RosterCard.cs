using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>出欠: who answered what, by organisation, with those who have not.</summary>
public static class RosterCard
{
    /// <summary>How many organisations a page has.</summary>
    public const int PageSize = 15;

    private const int MaxAnswers = 10;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(RosterView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale =>
        {
            var spoken = $"{Sentence(view.Sentence)}\n{scale.Line(view.Heading, MaxHeading)}\n{Line(view.Counts)}";
            return new AdaptiveCard
            {
                FallbackText = spoken,
                Speak = spoken,
                Body =
                [
                    Opening(view.Sentence),
                    new TextBlock(scale.Line(view.Heading, MaxHeading)) { Weight = FontWeight.Bolder, IsHeading = true },
                    new TextBlock(scale.Line(view.Counts, MaxLine)),
                    .. view.Lines.Take(scale.Rows).Select(line => Item(line, scale)),
                    .. PageOf(view.Page, view.Pages),
                    .. Buttons([.. Pages(MeetingVerbs.Roster, view.Page, view.Pages, CardParts.Of(CardKeys.Id, Id(view.Id)))]),
                    .. Buttons(
                    [
                        .. Link(MeetingTexts.OpenFile, view.FileUrl),
                        Button(MeetingTexts.RosterFile, MeetingVerbs.RosterFile, CardParts.Of(CardKeys.Id, Id(view.Id)), CardParts.Of(CardKeys.Page, Number(view.Page))),
                        Button(MeetingTexts.Back, MeetingVerbs.Open, CardParts.Of(CardKeys.Id, Id(view.Id))),
                    ]),
                ],
            };
        });
    }

    private static Container Item(RosterLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Organisation, MaxName)) { Weight = FontWeight.Bolder },
        .. line.Answers.Take(MaxAnswers).Select(answer => new TextBlock(scale.Line(answer, MaxLine)) { Spacing = Spacing.None }),
    ])
    {
        Spacing = Spacing.Small,
        Separator = true,
    };
}
