using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>What one side of a request is told of the other.</summary>
public static class SupportNoticeCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(SupportNoticeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxLine)) { Weight = FontWeight.Bolder },
                .. view.Text.Length > 0 ? [new TextBlock(scale.Text(view.Text, MaxReason)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
                .. Buttons(DisasterParts.Action(DisasterButton.OpenRequest, view.RequestId, 0, isShared: false)),
            ],
        });
    }
}
