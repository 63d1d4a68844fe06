using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>What a <see cref="ProposalNoticeCard"/> shows.</summary>
/// <param name="Sentence">What happened.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
public sealed record ProposalNoticeView(string Sentence, string ProposalId, string Title)
{
    /// <summary>What someone wrote: a message, a comment, a reason; empty for nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why it is told to this reader, one a line.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>「応募を見る」 or 「コメント」 beside 「詳しく見る」, or 「応募する」; null for nothing more.</summary>
    public ProposalButton? Button { get; init; }
}

/// <summary>Tells someone in their personal chat that something happened to a proposal.</summary>
public static class ProposalNoticeCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ProposalNoticeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var spoken = $"{Sentence(view.Sentence)}\n{CardText.Line(view.Title, MaxTitle)}";
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                .. view.Text.Length > 0 ? [new TextBlock(scale.Text(view.Text, MaxReason))] : Array.Empty<CardElement>(),
                .. view.Reasons.Take(8).Select(reason => Small(scale.Line(reason, MaxLine))),
                .. Buttons([.. Actions(view)]),
            ],
        });
    }

    private static IEnumerable<CardAction> Actions(ProposalNoticeView view)
    {
        var id = Of(CardKeys.Id, Id(view.ProposalId));
        if (view.Button is ProposalButton.Applications)
            yield return Button(ProposalTexts.Applications, ProposalVerbs.Applications, id) with { Style = ActionStyle.Positive };
        if (view.Button is ProposalButton.Comments)
            yield return Button(ProposalTexts.Comments, ProposalVerbs.Comments, id);
        if (view.Button is ProposalButton.Apply)
            yield return Button(ProposalTexts.Apply, ProposalVerbs.Apply, id) with { Style = ActionStyle.Positive };
        yield return Button(ProposalTexts.Open, ProposalVerbs.Open, id);
    }
}
