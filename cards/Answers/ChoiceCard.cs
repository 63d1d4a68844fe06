using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>The question back where a name or a condition fits several things: 「どれのことですか」, with a button for each.</summary>
public static class ChoiceCard
{
    /// <summary>The most options shown.</summary>
    public const int MaxOptions = 12;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ChoiceCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(ChoiceCardView view, CardScale scale)
    {
        var sentence = scale.Text(view.Sentence, MaxAnswer);
        var labels = string.Join("、", view.Options.Take(MaxOptions).Select(option => scale.Line(option.Label, MaxButton)));
        var spoken = labels.Length == 0 ? sentence : $"{sentence}\n{labels}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(sentence),
                .. Options(view.Options, MaxOptions, scale),
                Small(AnswerTexts.OneMore, Spacing.Medium),
            ],
        };
    }
}
