using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>How a sending comes along, for the secretariat: one card that is kept up to date, and the summary in the end.</summary>
public static class AnnouncementProgressCard
{
    private const int MaxFailures = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementProgressView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementProgressView view, CardScale scale)
    {
        var spoken = $"{Sentence(view.Sentence)}\n{scale.Line(view.Title, MaxTitle)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true },
                .. AnnouncementParts.Notes(view.Notes, scale),
                .. AnnouncementParts.Facts(view.Facts, scale),
                .. Failures(view.Failures, scale),
                .. AnnouncementParts.ButtonRows(view.Buttons, AnnouncementParts.Of(view.Id, view.Version, view.Number)),
            ],
        };
    }

    private static IEnumerable<CardElement> Failures(IReadOnlyList<AnnouncementFailure> failures, CardScale scale) => failures.Count == 0 ? [] :
    [
        Heading(AnnouncementTexts.Failures),
        .. failures.Take(MaxFailures).SelectMany(failure => new[]
        {
            new TextBlock(scale.Line(failure.Reason, MaxLine)) { Color = TextColor.Attention, Spacing = Spacing.Small },
            Small($"{AnnouncementTexts.Advice}：{scale.Line(failure.Advice, MaxLine)}", Spacing.None),
        }),
    ];
}
