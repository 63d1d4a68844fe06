using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Proposals.ProposalParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>A pair of the assignment.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Organisation">The key of the organisation.</param>
/// <param name="Title">The proposal's title and who proposes.</param>
/// <param name="Partner">The organisation's name and the score.</param>
/// <param name="IsAdopted">True where both were introduced to each other already.</param>
public sealed record MeetingLine(string ProposalId, string Organisation, string Title, string Partner, bool IsAdopted)
{
    /// <summary>Why they fit, one a line.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>What a <see cref="MatchingMeetingCard"/> shows.</summary>
/// <param name="Sentence">What the assignment came to, or what became of the last press.</param>
/// <param name="Lines">The page.</param>
public sealed record MatchingMeetingView(string Sentence, IReadOnlyList<MeetingLine> Lines)
{
    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Who could have had a match and got none, and why; and how many there are in all.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The id of the assignment that is shown: what is adopted as a whole must be the one that was seen.</summary>
    public string Plan { get; init; } = "";

    /// <summary>True where the pages are those of <see cref="LeftOut"/>, not of the pairs.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>True where there are more that were left out than the card shows.</summary>
    public bool HasMoreLeftOut { get; init; }
}

/// <summary>マッチング会議: the assignment over all proposals and organisations, to be adopted in whole or in part.</summary>
public static class MatchingMeetingCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 5;

    /// <summary>The most lines of those that were left out.</summary>
    public const int MaxLeftOut = 20;

    /// <summary>What the button to the list of those that were left out sends.</summary>
    public const string LeftOutList = "left";

    private const string LeftOutTitle = "組み合わせに入らなかった提案と団体";

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MatchingMeetingView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => Item(view, line, scale)),
                .. view.LeftOut.Count == 0 ? Array.Empty<CardElement>() : [Heading(LeftOutTitle), .. view.LeftOut.Take(MaxLeftOut).Select(line => Small(scale.Line(line, MaxLine)))],
                .. PageOf(view.Page, view.Pages),
                .. Buttons([
                    .. view.Lines.Any(line => !line.IsAdopted) ? [Button(ProposalTexts.AdoptPage, ProposalVerbs.Adopt, Of(CardKeys.Page, Number(view.Page)), Of(ProposalKeys.Plan, Id(view.Plan)))] : Array.Empty<CardAction>(),
                    .. view.Pages > 1 && !view.IsLeftOut ? [Button(ProposalTexts.AdoptAll, ProposalVerbs.Adopt, Of(CardKeys.Page, Number(view.Page)), Of(ProposalKeys.Plan, Id(view.Plan)), Of(CardKeys.Send, "all"))] : Array.Empty<CardAction>(),
                    .. view.IsLeftOut ? Pages(ProposalVerbs.Meeting, view.Page, view.Pages, Of(CardKeys.Send, LeftOutList)) : Pages(ProposalVerbs.Meeting, view.Page, view.Pages),
                    .. view.HasMoreLeftOut ? [Button(ProposalTexts.LeftOut, ProposalVerbs.Meeting, Of(CardKeys.Send, LeftOutList))] : Array.Empty<CardAction>(),
                    .. view.IsLeftOut ? [Button(ProposalTexts.Pairs, ProposalVerbs.Meeting)] : Array.Empty<CardAction>(),
                ]),
            ],
        });
    }

    private static Container Item(MatchingMeetingView view, MeetingLine line, CardScale scale) => new(
    [
        new TextBlock(Line(line.Title)) { Weight = FontWeight.Bolder },
        new TextBlock(Line(line.Partner)) { Spacing = Spacing.None },
        .. line.Reasons.Take(8).Select(reason => Small(scale.Line(reason, MaxLine), Spacing.None)),
        .. line.IsAdopted
            ? [new TextBlock("採用済み") { Color = TextColor.Good, Spacing = Spacing.Small }]
            : Buttons(Button(ProposalTexts.Adopt, ProposalVerbs.Adopt, Of(CardKeys.Id, Id(line.ProposalId)), Of(ProposalKeys.Organisation, Key(line.Organisation)),
                Of(CardKeys.Page, Number(view.Page))) with { Style = ActionStyle.Positive }),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
