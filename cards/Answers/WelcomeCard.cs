using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>The bot's first words where it was added: how to ask there, a few questions to press, and the way to the help card.</summary>
public static class WelcomeCard
{
    /// <summary>The example questions on the card, in order; all of them are among <see cref="HelpCard.Examples"/>.</summary>
    public static IReadOnlyList<string> Examples => AnswerTexts.FirstQuestions;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(WelcomeCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(WelcomeCardView view, CardScale scale)
    {
        var how = AnswerTexts.Welcome(view.Place, scale.Line(view.BotName, MaxName));
        return new AdaptiveCard
        {
            FallbackText = $"{AnswerTexts.WelcomeTitle}。{how}",
            Speak = $"{AnswerTexts.WelcomeTitle}。{how}",
            Body =
            [
                new TextBlock(AnswerTexts.WelcomeTitle) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true },
                new TextBlock(how) { Spacing = Spacing.Small },
                Small(AnswerTexts.WelcomeExamples, Spacing.Medium),
                .. Examples.Select(example => AskButton(example, example, scale)),
            ],
            Actions =
            [
                Typed(AnswerTexts.HelpButton, AnswerTexts.HelpCommand) with { Style = ActionStyle.Positive },
                // What the bot tells by itself is chosen where several read it.
                .. view.Place is WelcomePlace.Personal ? Array.Empty<CardAction>() : [Typed(AnswerTexts.SettingsCommand, AnswerTexts.SettingsCommand)],
            ],
        };
    }

    private static SubmitAction Typed(string title, string command) => new(title, new ActionData(AnswerVerbs.Ask, AnswerVerbs.QuestionKey, command));
}
