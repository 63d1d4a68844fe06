using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Table</c> (since 1.5). The first row is announced as the header.</summary>
/// <param name="Columns">The columns, from the left.</param>
/// <param name="Rows">The rows, the header first.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    private protected override ReadOnlySpan<byte> TypeName => "Table"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in Columns)
        {
            writer.WriteStartObject();
            writer.WriteNumber("width"u8, column.Width);
            if (column.HorizontalAlignment != HorizontalAlignment.Default)
                writer.WriteString("horizontalCellContentAlignment"u8, column.HorizontalAlignment.Wire());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("firstRowAsHeader"u8, true);
        writer.WriteStartArray("rows"u8);
        foreach (var row in Rows) row.WriteTo(writer);
        writer.WriteEndArray();
    }
}

/// <summary><c>TableColumnDefinition</c>.</summary>
/// <param name="Width">The weight of the column's width against the others'.</param>
/// <param name="HorizontalAlignment">The alignment of its cells.</param>
public sealed record TableColumn(int Width = 1, HorizontalAlignment HorizontalAlignment = HorizontalAlignment.Default);

/// <summary><c>TableRow</c>.</summary>
/// <param name="Cells">The cells, from the left.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "TableRow"u8);
        writer.WriteStartArray("cells"u8);
        foreach (var cell in Cells)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "TableCell"u8);
            writer.WriteElements("items"u8, cell.Items);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary><c>TableCell</c>.</summary>
/// <param name="Items">The elements in it.</param>
public sealed record TableCell(IReadOnlyList<CardElement> Items);
