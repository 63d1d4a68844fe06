using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>Says that something is not in the records, and offers the nearest things that are.</summary>
public static class NotFoundCard
{
    /// <summary>The most of the nearest things shown.</summary>
    public const int MaxNearest = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(NotFoundCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(NotFoundCardView view, CardScale scale)
    {
        var sentence = scale.Text(view.Sentence, MaxAnswer);
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                Opening(sentence),
                .. Nearest(view.Nearest, scale),
                .. Sources(view.Sources, scale),
                .. Suggestions(view.Suggestions, scale),
                Small(AnswerTexts.HelpHint, Spacing.Medium),
            ],
        };
    }

    private static IEnumerable<CardElement> Nearest(IReadOnlyList<ChoiceOption> nearest, CardScale scale) =>
        nearest.Count == 0 ? [] : [Heading(AnswerTexts.Nearest), .. Options(nearest, MaxNearest, scale)];
}
