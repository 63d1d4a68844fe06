using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>A disaster with its totals: the one card in a channel that is kept up to date, and what a person opens.</summary>
public static class DisasterCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(DisasterCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(DisasterCardView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Opening(view.Sentence),
            .. DisasterParts.Facts(view.Facts, scale),
            .. DisasterParts.Support(view.Facts, scale),
            .. Buttons([.. view.Buttons.Distinct().Where(button => button != DisasterButton.Update).Take(6).Select(button => DisasterParts.Action(button, view.Id, view.Version, view.IsShared))]),
            .. view.Buttons.Contains(DisasterButton.Update) ? Update(view, scale) : [],
            .. Buttons([.. view.Buttons.Distinct().Where(button => button != DisasterButton.Update).Skip(6).Take(6).Select(button => DisasterParts.Action(button, view.Id, view.Version, view.IsShared))]),
        ],
    };

    private static IEnumerable<CardElement> Update(DisasterCardView view, CardScale scale) =>
    [
        .. view.UpdateError is { } error ? [Error(scale.Line(error, MaxLine))] : Array.Empty<CardElement>(),
        new TextInput(DisasterKeys.Situation, DisasterTexts.Situation) { Value = scale.Text(view.Typed, 3000), Placeholder = DisasterTexts.SituationHint, MaxLength = 1000, IsMultiline = true },
        .. Buttons(Button(DisasterTexts.UpdateButton, DisasterVerbs.Update, Of((view.Id, view.Version)))),
    ];
}
