using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>A page of members, or of registrations that wait.</summary>
public static class MemberListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 10;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MemberListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale.Rows));
    }

    private static AdaptiveCard Build(MemberListView view, int lines)
    {
        var sentence = Sentence(view.Sentence);
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(lines).Select(line => Item(line, CardText.Line(view.OpenVerb, MaxId))),
                .. PageOf(view.Page, view.Pages),
            ],
            Actions =
            [
                .. view.Page > 1 ? [Page(Previous, view, view.Page - 1)] : Array.Empty<CardAction>(),
                .. view.Page < view.Pages ? [Page(Next, view, view.Page + 1)] : Array.Empty<CardAction>(),
            ],
        };
    }

    private static Container Item(MemberLine line, string verb) => new(
    [
        new TextBlock(Short(line.Title)) { Weight = FontWeight.Bolder },
        Small(Short(line.Detail), Spacing.None),
        new ActionSet([new SubmitAction(Short(line.Button), new ActionData(verb, CardKeys.Id, CardText.Line(line.Id, MaxId)))]) { Spacing = Spacing.Small },
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };

    private static SubmitAction Page(string title, MemberListView view, int page) => new(title, new ActionData(CardText.Line(view.PageVerb, MaxId),
        KeyValuePair.Create(CardKeys.Page, Number(page)),
        KeyValuePair.Create(CardKeys.Words, Short(view.Words))));
}
