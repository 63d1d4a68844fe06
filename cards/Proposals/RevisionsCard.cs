using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>What a proposal said from a moment on.</summary>
/// <param name="Title">The number and the moment.</param>
/// <param name="Changes">What had changed, one a line.</param>
public sealed record RevisionLine(string Title, IReadOnlyList<string> Changes);

/// <summary>What a <see cref="RevisionsCard"/> shows.</summary>
/// <param name="Sentence">How many there are.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The revisions, newest first.</param>
public sealed record RevisionsView(string Sentence, string ProposalId, string Title, IReadOnlyList<RevisionLine> Lines);

/// <summary>変更の履歴: what a proposal said before.</summary>
public static class RevisionsCard
{
    /// <summary>The most revisions shown.</summary>
    public const int MaxLines = 10;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(RevisionsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, MaxLines), scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                .. view.Lines.Take(scale.Rows).Select(line => new Container(
                [
                    new TextBlock(Line(line.Title)) { Weight = FontWeight.Bolder },
                    .. line.Changes.Take(12).Select(change => Small(scale.Line(change, 2 * MaxLine))),
                ])
                {
                    Spacing = Spacing.Medium,
                    Separator = true,
                }),
                .. Buttons(Button(ProposalTexts.Open, ProposalVerbs.Open, Of(CardKeys.Id, Id(view.ProposalId)))),
            ],
        });
    }
}
