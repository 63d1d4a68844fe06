using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Directories;

/// <summary>Teams連携: what Microsoft Graph can be used for, and lists of teams and people with what can be done for each.</summary>
public static class DirectoryCard
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 10;

    /// <summary>The most lines of a card that has no pages.</summary>
    public const int MaxLines = 40;

    private const int MaxNotes = 4;
    private const int MaxNote = 200;
    private const int MaxLine = 100;
    private const int MaxId = 40;
    private const int MaxButtons = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(DirectoryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, MaxLines), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(DirectoryView view, CardScale scale)
    {
        var sentence = scale.Line(view.Sentence, MaxSentence);
        var left = view.Lines.Count - scale.Rows;
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                new TextBlock(sentence) { Size = FontSize.Medium },
                .. view.Notes.Take(MaxNotes).Select(note => Small(scale.Line(note, MaxNote))),
                .. view.Lines.Take(scale.Rows).Select(line => Line(line, scale)),
                .. left > 0 ? [Small(DirectoryTexts.More(left), Spacing.Medium)] : Array.Empty<CardElement>(),
                .. view.Pages > 1 ? [Small(DirectoryTexts.PageOf(view.Page, view.Pages), Spacing.Medium)] : Array.Empty<CardElement>(),
            ],
            Actions = [.. view.Buttons.Take(MaxButtons).Select(button => Button(button, scale))],
        };
    }

    private static Container Line(DirectoryLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Title, MaxLine)) { Weight = FontWeight.Bolder },
        new TextBlock(scale.Line(line.Detail, MaxNote)) { Size = FontSize.Small, Spacing = Spacing.None, Color = Color(line.Tone) },
        .. line.Button is { } button ? [new ActionSet([Button(button, scale)]) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };

    private static SubmitAction Button(DirectoryButton button, CardScale scale) => new(scale.Line(button.Title, MaxId), new ActionData(CardText.Line(button.Verb, MaxId),
        [
            .. button.Id.Length > 0 ? [KeyValuePair.Create(DirectoryVerbs.Id, CardText.Line(button.Id, MaxId))] : Array.Empty<KeyValuePair<string, string>>(),
            .. button.Page > 0 ? [KeyValuePair.Create(DirectoryVerbs.Page, Number(button.Page))] : Array.Empty<KeyValuePair<string, string>>(),
        ]))
    {
        Style = button.IsMain ? ActionStyle.Positive : ActionStyle.Default,
    };

    private static TextColor Color(DirectoryTone tone) => tone switch
    {
        DirectoryTone.Good => TextColor.Good,
        DirectoryTone.Bad => TextColor.Attention,
        _ => TextColor.Default,
    };
}
