using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>An announcement before it goes, for the secretariat: the copy as it will be seen, whom it reaches and when; as a preview, as a request to a second person, as what is planned.</summary>
public static class AnnouncementCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementCardView view, CardScale scale)
    {
        var spoken = $"{Sentence(view.Sentence)}\n{AnnouncementParts.Headline(view.Copy, scale)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. AnnouncementParts.Notes(view.Notes, scale),
                .. AnnouncementParts.Copy(view.Copy, scale),
                .. AnnouncementParts.Facts(view.Facts, scale),
                .. Reason(view, scale),
                .. AnnouncementParts.ButtonRows(view.Buttons, AnnouncementParts.Of(view.Id, view.Version, 0)),
            ],
        };
    }

    private static IEnumerable<CardElement> Reason(AnnouncementCardView view, CardScale scale) => !view.Buttons.Contains(AnnouncementButton.Reject) ? [] :
    [
        .. view.ReasonError is { } error ? [Error(error)] : Array.Empty<CardElement>(),
        new TextInput(AnnouncementKeys.Reason, AnnouncementTexts.Reason) { Value = scale.Line(view.Reason, 2 * MaxReason), Placeholder = AnnouncementTexts.ReasonHint, MaxLength = MaxReason },
    ];
}
