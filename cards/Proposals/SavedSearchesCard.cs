using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>A saved search.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Terms">What is looked for, in words.</param>
public sealed record SavedSearchLine(string Id, string Terms);

/// <summary>What a <see cref="SavedSearchesCard"/> shows.</summary>
/// <param name="Sentence">How many there are, or what became of the last press.</param>
/// <param name="Lines">The searches, oldest first.</param>
public sealed record SavedSearchesView(string Sentence, IReadOnlyList<SavedSearchLine> Lines);

/// <summary>保存した条件: the searches whose finds one is told of.</summary>
public static class SavedSearchesCard
{
    /// <summary>The most searches that a person saves.</summary>
    public const int MaxLines = 20;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(SavedSearchesView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, MaxLines), scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => new Container(
                [
                    new TextBlock(scale.Line(line.Terms, 2 * MaxLine)),
                    .. Buttons(Button(ProposalTexts.SearchButton, ProposalVerbs.Search, Of(CardKeys.Id, Id(line.Id))),
                        Button(ProposalTexts.Delete, ProposalVerbs.DeleteSearch, Of(CardKeys.Id, Id(line.Id)))),
                ])
                {
                    Spacing = Spacing.Medium,
                    Separator = true,
                }),
            ],
        });
    }
}
