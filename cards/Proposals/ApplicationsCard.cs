using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>An application as the owner of the proposal sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Organisation">Who applies.</param>
/// <param name="State">Where it stands, and since when.</param>
/// <param name="Message">What they wrote.</param>
/// <param name="CanBeApproved">True where it can be approved.</param>
/// <param name="CanBeDeclined">True where it can be declined: also after an approval to which the applicant has not agreed.</param>
public sealed record ApplicationLine(string Id, int Version, string Organisation, string State, string Message, bool CanBeApproved, bool CanBeDeclined);

/// <summary>What an <see cref="ApplicationsCard"/> shows.</summary>
/// <param name="Sentence">How many there are, or what became of the last press.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The page.</param>
public sealed record ApplicationsView(string Sentence, string ProposalId, string Title, IReadOnlyList<ApplicationLine> Lines)
{
    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The reason in the field.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason; null for nothing.</summary>
    public string? ReasonError { get; init; }
}

/// <summary>応募を見る: the applications to a proposal, for its owner to decide.</summary>
public static class ApplicationsCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 5;

    private const string Note = "承認すると、相手にお知らせが届きます。相手も合意した時点で、双方の担当者の氏名と連絡先が伝わります。";

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ApplicationsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                .. view.Lines.Take(scale.Rows).Any(line => line.CanBeDeclined) ? Reason(view, scale) : [],
                .. view.Lines.Take(scale.Rows).Select(line => Item(view, line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([
                    .. Pages(ProposalVerbs.Applications, view.Page, view.Pages, Of(CardKeys.Id, Id(view.ProposalId))),
                    Button(ProposalTexts.Open, ProposalVerbs.Open, Of(CardKeys.Id, Id(view.ProposalId))) with { IgnoresInputs = true },
                ]),
            ],
        });
    }

    private static IEnumerable<CardElement> Reason(ApplicationsView view, CardScale scale) =>
    [
        Small(Note),
        .. view.ReasonError is { } error ? [Error(error)] : Array.Empty<CardElement>(),
        new TextInput(ProposalKeys.Reason, ProposalTexts.ReasonLabel) { Value = scale.Line(view.Reason, 2 * MaxReason), Placeholder = ProposalTexts.DeclineHint, MaxLength = MaxReason },
    ];

    private static Container Item(ApplicationsView view, ApplicationLine line, CardScale scale) => new(
    [
        new TextBlock(Line(line.Organisation)) { Weight = FontWeight.Bolder },
        Small(Line(line.State), Spacing.None),
        .. line.Message.Length > 0 ? [new TextBlock(scale.Text(line.Message, MaxReason)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
        .. Buttons([
            .. line.CanBeApproved
                ? [Button(ProposalTexts.Approve, ProposalVerbs.Approve, [.. Of((line.Id, line.Version)), Of(CardKeys.Page, Number(view.Page))]) with { Style = ActionStyle.Positive }] : Array.Empty<CardAction>(),
            .. line.CanBeDeclined ? [Button(ProposalTexts.Decline, ProposalVerbs.Decline, [.. Of((line.Id, line.Version)), Of(CardKeys.Page, Number(view.Page))])] : Array.Empty<CardAction>(),
        ]),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
