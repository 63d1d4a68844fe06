using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>What a <see cref="ReviewSettingCard"/> shows.</summary>
/// <param name="Sentence">How it is set, or what became of the last press.</param>
/// <param name="IsOn">Whether new proposals wait for the secretariat.</param>
public sealed record ReviewSettingView(string Sentence, bool IsOn);

/// <summary>提案の審査: whether new proposals wait for the secretariat.</summary>
public static class ReviewSettingCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ReviewSettingView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                .. Buttons(
                    view.IsOn ? Button("審査をやめる", ProposalVerbs.Review, Of(CardKeys.Send, "off")) : Button("審査を始める", ProposalVerbs.Review, Of(CardKeys.Send, "on")),
                    Button("審査待ちの提案", ProposalVerbs.ReviewList)),
            ],
        };
    }
}
