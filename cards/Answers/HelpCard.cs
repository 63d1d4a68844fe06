using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>What can be asked, with examples to press, and the commands that can be typed.</summary>
public static class HelpCard
{
    /// <summary>The most commands shown.</summary>
    public const int MaxCommands = 40;

    /// <summary>The example questions on the card, in order. Each has an answer in the records.</summary>
    public static IReadOnlyList<string> Examples { get; } = [.. AnswerTexts.Topics.SelectMany(topic => topic.Examples)];

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(HelpCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(HelpCardView view, CardScale scale) => new()
    {
        FallbackText = AnswerTexts.HelpFallback,
        Speak = AnswerTexts.HelpFallback,
        Body =
        [
            new TextBlock(AnswerTexts.HelpTitle) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true },
            new TextBlock(AnswerTexts.HelpLead) { Spacing = Spacing.Small },
            .. AnswerTexts.Topics.Select(topic => Topic(topic, scale)),
            Small(AnswerTexts.FollowUp, Spacing.Medium),
            .. Commands(view.Commands, scale),
        ],
    };

    private static Container Topic(HelpTopic topic, CardScale scale) => new(
    [
        Heading(topic.Title),
        Small(topic.Description, Spacing.None),
        .. topic.Examples.Select(example => AskButton(example, example, scale)),
    ])
    {
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardElement> Commands(IReadOnlyList<TypedCommand> commands, CardScale scale)
    {
        if (commands.Count == 0) return [];
        return
        [
            Heading(AnswerTexts.CommandsTitle) with { Separator = true, Spacing = Spacing.Large },
            Small(AnswerTexts.CommandsLead, Spacing.None),
            .. commands.Take(MaxCommands).Select(command => Command(command, scale)),
        ];
    }

    private static ColumnSet Command(TypedCommand command, CardScale scale) => new(
    [
        new Column([AskButton(command.Text, command.Text, scale)]) { IsAutoWidth = true },
        new Column([Small(scale.Line(command.Description, MaxName))]) { IsVerticallyCentered = true },
    ])
    {
        Spacing = Spacing.Small,
    };
}
