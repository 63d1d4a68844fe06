using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>Figures of one field or region.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Posted">Proposals posted.</param>
/// <param name="Applied">Applications.</param>
/// <param name="Agreed">Collaborations agreed.</param>
/// <param name="FirstAnswer">The usual time to the first answer, in words.</param>
public sealed record FiguresLine(string Name, string Posted, string Applied, string Agreed, string FirstAnswer);

/// <summary>What a <see cref="ProposalFiguresCard"/> shows.</summary>
/// <param name="Sentence">The figures of all, in one sentence.</param>
public sealed record ProposalFiguresView(string Sentence)
{
    /// <summary>By field.</summary>
    public IReadOnlyList<FiguresLine> Fields { get; init; } = [];

    /// <summary>By region of who proposes.</summary>
    public IReadOnlyList<FiguresLine> Regions { get; init; } = [];
}

/// <summary>提案の集計: what was posted, applied for and agreed.</summary>
public static class ProposalFiguresCard
{
    private const int MaxLines = 20;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ProposalFiguresView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(MaxLines, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body = [Opening(view.Sentence), .. Figures("分野別", "分野", view.Fields, scale), .. Figures("地域別（投稿者）", "地域", view.Regions, scale)],
        });
    }

    private static IEnumerable<CardElement> Figures(string title, string name, IReadOnlyList<FiguresLine> lines, CardScale scale) => lines.Count == 0 ? [] :
    [
        Heading(title),
        new Table([new TableColumn(3), new TableColumn(2), new TableColumn(2), new TableColumn(2), new TableColumn(3)],
        [
            Row(name, "投稿", "応募", "合意", "最初の返答"),
            .. lines.Take(scale.Rows).Select(line => Row(Cell(line.Name, scale), Cell(line.Posted, scale), Cell(line.Applied, scale), Cell(line.Agreed, scale), Cell(line.FirstAnswer, scale))),
        ]),
    ];

    private static TableRow Row(params IReadOnlyList<string> cells) => new([.. cells.Select(cell => new TableCell([new TextBlock(cell)]))]);

    private static string Cell(string text, CardScale scale) => scale.Line(text, 30);
}
