using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>The answer to a question: the sentence, then the details, what the documents disagree on, the source and what to ask next.</summary>
public static class AnswerCard
{
    /// <summary>The most details shown.</summary>
    public const int MaxDetails = 16;

    /// <summary>The most notes shown.</summary>
    public const int MaxNotes = 4;

    /// <summary>The most sources shown.</summary>
    public const int MaxSources = 3;

    /// <summary>The most questions to ask next.</summary>
    public const int MaxSuggestions = 3;

    private const int MaxValue = 300;
    private const int MaxPassage = 600;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnswerCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(AnswerRows.Count(view.Table), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnswerCardView view, CardScale scale)
    {
        var answer = scale.Text(view.Answer, MaxAnswer);
        return new AdaptiveCard
        {
            FallbackText = answer,
            Speak = answer,
            Body =
            [
                Opening(answer),
                .. Passage(view.Passage, scale),
                .. Details(view, scale),
                .. AnswerRows.Elements(view.Table, scale),
                .. Notes(view.Notes, scale),
                .. Sources(view.Sources, scale),
                .. Suggestions(view.Suggestions, scale),
            ],
        };
    }

    private static IEnumerable<CardElement> Passage(string? passage, CardScale scale)
    {
        if (string.IsNullOrWhiteSpace(passage)) yield break;
        yield return new Container([Small(AnswerTexts.PassageLabel), new TextBlock(scale.Text(passage, MaxPassage)) { Spacing = Spacing.Small }])
        {
            Style = ContainerStyle.Emphasis,
            Spacing = Spacing.Medium,
        };
    }

    private static IEnumerable<CardElement> Details(AnswerCardView view, CardScale scale)
    {
        if (!string.IsNullOrWhiteSpace(view.Heading)) yield return Heading(scale.Line(view.Heading, MaxName));
        if (view.Details.Count == 0) yield break;
        yield return new FactSet([.. view.Details.Take(MaxDetails).Select(detail => new Fact(scale.Line(detail.Label, MaxLabel), scale.Text(detail.Value, MaxValue)))])
        {
            Spacing = Spacing.Small,
        };
        if (view.Details.Count > MaxDetails) yield return Small(AnswerTexts.More(view.Details.Count - MaxDetails));
    }

    private static IEnumerable<CardElement> Notes(IReadOnlyList<string> notes, CardScale scale)
    {
        if (notes.Count == 0) yield break;
        var lines = notes.Take(MaxNotes).Select(note => new TextBlock(scale.Line(note, MaxSentence)) { Size = FontSize.Small, Spacing = Spacing.Small });
        yield return new Container([new TextBlock(AnswerTexts.Disagreement) { Size = FontSize.Small, Weight = FontWeight.Bolder }, .. lines])
        {
            Style = ContainerStyle.Emphasis,
            Spacing = Spacing.Medium,
        };
    }
}
