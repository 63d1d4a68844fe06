using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>A comment as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organisation">Who wrote it.</param>
/// <param name="When">When.</param>
/// <param name="Text">What.</param>
/// <param name="IsReply">True where it replies to the one above.</param>
/// <param name="IsOwn">True where the viewer can delete it.</param>
public sealed record CommentLine(string Id, string Organisation, string When, string Text, bool IsReply, bool IsOwn);

/// <summary>What a <see cref="CommentsCard"/> shows.</summary>
/// <param name="Sentence">How many there are, or what became of the last press.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The page, each reply below what it replies to.</param>
/// <param name="NewId">The id that a comment written on this card will have.</param>
public sealed record CommentsView(string Sentence, string ProposalId, string Title, IReadOnlyList<CommentLine> Lines, string NewId)
{
    /// <summary>The number of the page, from 1; the last page has the newest.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>What can be replied to.</summary>
    public IReadOnlyList<CardChoice> Parents { get; init; } = [];

    /// <summary>The comment that is replied to; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The text in the field.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Error { get; init; }

    /// <summary>False for those who may only read.</summary>
    public bool CanWrite { get; init; }
}

/// <summary>The comments on a proposal, and a field for a new one.</summary>
public static class CommentsCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 8;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(CommentsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(CommentsView view, CardScale scale)
    {
        var id = Of(CardKeys.Id, Id(view.ProposalId));
        return new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                .. view.Lines.Count == 0 ? [Small(ProposalTexts.CommentsEmpty)] : Array.Empty<CardElement>(),
                .. view.Lines.Take(scale.Rows).Select(line => Item(view, line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. view.CanWrite ? Inputs(view, scale) : [],
                .. Buttons([
                    .. view.CanWrite
                        ? [Button(ProposalTexts.SendComment, ProposalVerbs.Comments, id, Of(CardKeys.NewId, Id(view.NewId)), Of(CardKeys.Send, "1")) with { Style = ActionStyle.Positive }]
                        : Array.Empty<CardAction>(),
                    .. Pages(ProposalVerbs.Comments, view.Page, view.Pages, id).Select(action => action is ExecuteAction page ? page with { IgnoresInputs = true } : action),
                    Button(ProposalTexts.Open, ProposalVerbs.Open, id) with { IgnoresInputs = true },
                ]),
            ],
        };
    }

    private static IEnumerable<CardElement> Inputs(CommentsView view, CardScale scale) =>
    [
        .. view.Error is { } error ? [Error(error)] : Array.Empty<CardElement>(),
        .. view.Parents.Count > 0
            ? [Choices(ProposalKeys.Parent, ProposalTexts.ParentLabel, [.. view.Parents.Take(20)], [view.Parent], scale.Limit(40)) with { Placeholder = ProposalTexts.ParentNone, Separator = true }]
            : Array.Empty<CardElement>(),
        new TextInput(ProposalKeys.Message, ProposalTexts.CommentLabel)
        {
            Value = scale.Text(view.Text, 6000), MaxLength = MaxReason, IsMultiline = true, IsRequired = true, ErrorMessage = ProposalTexts.CommentError,
        },
    ];

    private static Container Item(CommentsView view, CommentLine line, CardScale scale) => new(
    [
        Small($"{(line.IsReply ? "↳ " : "")}{Line(line.Organisation)}・{Line(line.When)}", Spacing.None),
        new TextBlock(scale.Text(line.Text, MaxReason)) { Spacing = Spacing.None },
        .. line.IsOwn
            ? Buttons(Button(ProposalTexts.Delete, ProposalVerbs.DeleteComment, Of(CardKeys.Id, Id(line.Id)), Of(CardKeys.Page, Number(view.Page))) with { IgnoresInputs = true })
            : [],
    ])
    {
        Style = line.IsReply ? ContainerStyle.Emphasis : ContainerStyle.Default,
        Spacing = line.IsReply ? Spacing.Small : Spacing.Medium,
        Separator = !line.IsReply,
    };
}
