using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>The weekly digest for a channel.</summary>
public static class EventDigestCard
{
    /// <summary>How many lines a section has at most.</summary>
    public const int MaxLines = 8;

    private const int MaxSections = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(EventDigestView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(EventDigestView view, CardScale scale)
    {
        var titles = view.Sections.Take(MaxSections).Select(section => scale.Line(section.Title, MaxSentence));
        var spoken = string.Join('\n', titles.Prepend(Sentence(view.Sentence)));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body = [Opening(view.Sentence), .. view.Sections.Take(MaxSections).SelectMany(section => Section(section, scale))],
        };
    }

    private static IEnumerable<CardElement> Section(EventDigestSection section, CardScale scale)
    {
        yield return Heading(scale.Line(section.Title, MaxSentence));
        foreach (var line in section.Lines.Take(MaxLines))
            yield return EventParts.Item(line, scale);
        if (section.More > 0)
            yield return Small($"ほか{Number(section.More)}件");
    }
}
