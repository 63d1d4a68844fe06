using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>ColumnSet</c>: elements side by side.</summary>
/// <param name="Columns">The columns, from the left.</param>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    private protected override ReadOnlySpan<byte> TypeName => "ColumnSet"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in Columns) column.WriteTo(writer);
        writer.WriteEndArray();
    }
}

/// <summary><c>Column</c>: one column of a <see cref="ColumnSet"/>.</summary>
/// <param name="Items">The elements, from the top.</param>
public sealed record Column(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>True where the column takes only the width it needs; otherwise it takes what is left (schema: <c>width</c>).</summary>
    public bool IsAutoWidth { get; init; }

    /// <summary>True where the elements stand in the middle of the column's height.</summary>
    public bool IsVerticallyCentered { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Column"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteElements("items"u8, Items);
        writer.WriteString("width"u8, IsAutoWidth ? "auto"u8 : "stretch"u8);
        if (IsVerticallyCentered) writer.WriteString("verticalContentAlignment"u8, "center"u8);
    }
}
