using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards.Answers;

/// <summary>The parts that several answer cards are put together from.</summary>
internal static class AnswerParts
{
    /// <summary>The contract's 600 characters for a list, and some room.</summary>
    internal const int MaxAnswer = 700;
    internal const int MaxButton = 40;
    internal const int MaxQuestion = 200;
    internal const int MaxName = 80;
    internal const int MaxLabel = 30;
    internal const int MaxSentence = 300;

    /// <summary>The sentence a card opens with.</summary>
    internal static TextBlock Opening(string sentence) => new(sentence) { Size = FontSize.Medium };

    /// <summary>A heading within a card. Its size is named, or the host would draw it larger than the sentence above it.</summary>
    internal static TextBlock Heading(string text) => new(text) { Size = FontSize.Medium, Weight = FontWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };

    /// <summary>A small line that steps back.</summary>
    internal static TextBlock Small(string text, Spacing spacing = Spacing.Small) => new(text) { Size = FontSize.Small, IsSubtle = true, Spacing = spacing };

    /// <summary>A button of its own line: side by side, hosts cut titles and drop what is beyond their limit.</summary>
    internal static ActionSet AskButton(string title, string question, CardScale scale)
    {
        var whole = scale.Line(question, MaxQuestion);
        var shown = scale.Line(title, MaxButton);
        return new ActionSet([new SubmitAction(shown, new ActionData(AnswerVerbs.Ask, AnswerVerbs.QuestionKey, whole)) { Tooltip = shown == whole ? null : whole }])
        {
            Spacing = Spacing.Small,
        };
    }

    /// <summary>Where the answer stands, below a line.</summary>
    internal static IEnumerable<CardElement> Sources(IReadOnlyList<SourceLine> sources, CardScale scale)
    {
        for (var i = 0; i < Math.Min(sources.Count, AnswerCard.MaxSources); i++)
        {
            var source = sources[i];
            var text = AnswerTexts.Source(new SourceLine(
                scale.Line(source.Title, MaxName),
                source.Place is null ? null : scale.Line(source.Place, MaxName),
                source.AsOf is null ? null : scale.Line(source.AsOf, MaxLabel)));
            yield return i == 0 ? Small(text, Spacing.Medium) with { Separator = true } : Small(text, Spacing.None);
        }

        if (sources.Count > AnswerCard.MaxSources) yield return Small(AnswerTexts.More(sources.Count - AnswerCard.MaxSources), Spacing.None);
    }

    /// <summary>Questions to press.</summary>
    internal static IEnumerable<CardElement> Suggestions(IReadOnlyList<string> questions, CardScale scale)
    {
        if (questions.Count == 0) yield break;
        yield return Small(AnswerTexts.AskNext, Spacing.Medium);
        foreach (var question in questions.Take(AnswerCard.MaxSuggestions)) yield return AskButton(question, question, scale);
    }

    /// <summary>Things to choose from: each a button, with what sets it apart below.</summary>
    internal static IEnumerable<CardElement> Options(IReadOnlyList<ChoiceOption> options, int most, CardScale scale)
    {
        var spacing = Spacing.Medium;
        foreach (var option in options.Take(most))
        {
            var button = AskButton(option.Label, option.Question, scale);
            if (string.IsNullOrWhiteSpace(option.Detail))
            {
                yield return button with { Spacing = spacing };
                spacing = Spacing.Small;
            }
            else
            {
                yield return new Container([button, Small(scale.Line(option.Detail, MaxName))]) { Spacing = Spacing.Medium };
            }
        }

        if (options.Count > most) yield return Small(AnswerTexts.More(options.Count - most));
    }
}
