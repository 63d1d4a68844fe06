using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Outbox;

/// <summary>A message that was not delivered.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Target">Where it was to go.</param>
/// <param name="What">What it was: its kind and when it was given up.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Advice">What can be done.</param>
public sealed record UndeliveredLine(string Id, string Target, string What, string Reason, string Advice);

/// <summary>What <see cref="UndeliveredCard"/> shows.</summary>
/// <param name="Sentence">What the list is, with its number.</param>
/// <param name="Lines">One page of it.</param>
public sealed record UndeliveredView(string Sentence, IReadOnlyList<UndeliveredLine> Lines)
{
    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; init; } = 1;
}

/// <summary>A page of messages that were not delivered, each with its reason and a button to try again.</summary>
public static class UndeliveredCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 8;

    private const int MaxName = 80;
    private const int MaxId = 20;
    private const string Again = "再送する";
    private const string AllAgain = "すべて再送する";
    private const string Previous = "前のページ";
    private const string Next = "次のページ";

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(UndeliveredView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale.Rows));
    }

    private static AdaptiveCard Build(UndeliveredView view, int lines)
    {
        var sentence = Sentence(view.Sentence);
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(lines).Select(Item),
                .. view.Pages > 1 ? [Small($"{Number(view.Page)}／{Number(view.Pages)}ページ", Spacing.Medium)] : Array.Empty<CardElement>(),
            ],
            Actions =
            [
                .. view.Lines.Count > 1 ? [new SubmitAction(AllAgain, new ActionData(OutboxVerbs.AllAgain))] : Array.Empty<CardAction>(),
                .. view.Page > 1 ? [Turn(Previous, view.Page - 1)] : Array.Empty<CardAction>(),
                .. view.Page < view.Pages ? [Turn(Next, view.Page + 1)] : Array.Empty<CardAction>(),
            ],
        };
    }

    private static Container Item(UndeliveredLine line) => new(
    [
        new TextBlock(CardText.Line(line.Target, MaxName)) { Weight = FontWeight.Bolder },
        Small(CardText.Line(line.What, MaxName), Spacing.None),
        new TextBlock(CardText.Line($"{line.Reason}。{line.Advice}", MaxSentence)) { Spacing = Spacing.Small },
        new ActionSet([new SubmitAction(Again, new ActionData(OutboxVerbs.Again, OutboxVerbs.Id, CardText.Line(line.Id, MaxId)))]) { Spacing = Spacing.Small },
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };

    private static SubmitAction Turn(string title, int page) => new(title, new ActionData(OutboxVerbs.List, OutboxVerbs.Page, Number(page)));
}
