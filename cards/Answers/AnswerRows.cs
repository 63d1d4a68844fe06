using System.Buffers;
using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Answers.AnswerParts;

namespace RenkeiBot.Cards.Answers;

/// <summary>The list or table of an answer. Rows that do not fit are counted at its end.</summary>
internal static class AnswerRows
{
    /// <summary>More than this nobody reads on a card.</summary>
    private const int MaxRows = 60;

    /// <summary>More than this cannot be read side by side on a phone.</summary>
    private const int MaxColumns = 5;

    private const int MaxCell = 120;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789,.千万億");

    /// <summary>How many rows the card should show.</summary>
    internal static int Count(AnswerTable? table) => Math.Min(table?.Rows.Count ?? 0, MaxRows);

    /// <summary>The elements, as many rows as the scale allows.</summary>
    internal static IEnumerable<CardElement> Elements(AnswerTable? table, CardScale scale)
    {
        if (table is null || table.Columns.Count == 0) yield break;
        var rows = table.Rows.Take(scale.Rows);
        if (scale.Rows > 0) yield return table.Columns.Count == 1 ? List(table, rows, scale) : Grid(table, rows, scale);
        var left = table.Rows.Count - scale.Rows + Math.Max(0, table.MoreRows);
        if (left > 0) yield return Small(AnswerTexts.More(left));
    }

    private static Container List(AnswerTable table, IEnumerable<IReadOnlyList<string>> rows, CardScale scale) => new(
    [
        new TextBlock(scale.Line(table.Columns[0], MaxLabel)) { Weight = FontWeight.Bolder },
        .. rows.Select(row => new TextBlock("・" + Cell(row, 0, scale)) { Spacing = Spacing.Small }),
    ])
    {
        Spacing = Spacing.Medium,
    };

    private static Table Grid(AnswerTable table, IEnumerable<IReadOnlyList<string>> rows, CardScale scale)
    {
        var count = Math.Min(table.Columns.Count, MaxColumns);
        var shown = rows.ToArray();
        var columns = Enumerable.Range(0, count).Select(column => Column(table.Columns[column], shown, column)).ToArray();
        return new Table(columns,
        [
            new TableRow([.. table.Columns.Take(count).Select(heading => new TableCell([new TextBlock(scale.Line(heading, MaxLabel)) { Weight = FontWeight.Bolder }]))]),
            .. shown.Select(row => new TableRow([.. Enumerable.Range(0, count).Select(column => new TableCell([new TextBlock(Cell(row, column, scale))]))])),
        ])
        {
            Spacing = Spacing.Medium,
        };
    }

    /// <summary>Figures stand to the right, and the column that holds the longest text is given the most room.</summary>
    private static TableColumn Column(string heading, IReadOnlyList<string>[] rows, int column)
    {
        var longest = heading.Length;
        var figures = rows.Length > 0;
        foreach (var row in rows)
        {
            var cell = column < row.Count ? row[column] : "";
            longest = Math.Max(longest, cell.Length);
            figures &= IsFigure(cell);
        }

        return new TableColumn(Math.Clamp(longest / 4, 1, 4), figures ? HorizontalAlignment.Right : HorizontalAlignment.Default);
    }

    /// <summary>True for 「35」, 「1,096」 and 「1億1,300万円」: a number, with a unit of at most two characters.</summary>
    private static bool IsFigure(string cell) => cell.AsSpan().IndexOfAnyExcept(Digits) is var unit && (unit < 0 || (unit > 0 && cell.Length - unit <= 2));

    private static string Cell(IReadOnlyList<string> row, int column, CardScale scale) =>
        column < row.Count && scale.Line(row[column], MaxCell) is { Length: > 0 } text ? text : AnswerTexts.NoCell;
}
