using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>RichTextBlock</c>: runs of differently formatted text on one line. It reads no markdown.</summary>
/// <param name="Inlines">The runs, in order.</param>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    private protected override ReadOnlySpan<byte> TypeName => "RichTextBlock"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("inlines"u8);
        foreach (var run in Inlines) run.WriteTo(writer);
        writer.WriteEndArray();
    }
}

/// <summary><c>TextRun</c>: one run of a <see cref="RichTextBlock"/>.</summary>
/// <param name="Text">The text, shown literally.</param>
public sealed record TextRun(string Text)
{
    /// <summary>Weight of the text.</summary>
    public FontWeight Weight { get; init; }

    /// <summary>Colour of the text, by meaning.</summary>
    public TextColor Color { get; init; }

    /// <summary>Size of the text.</summary>
    public FontSize Size { get; init; }

    /// <summary>True for text that steps back.</summary>
    public bool IsSubtle { get; init; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "TextRun"u8);
        // The renderer expands date functions here too, and without markdown there is no other way to write the braces.
        writer.WritePlain("text"u8, Text.Replace("{{", "｛｛", StringComparison.Ordinal));
        if (Size != FontSize.Default) writer.WriteString("size"u8, Size.Wire());
        if (Weight != FontWeight.Default) writer.WriteString("weight"u8, Weight.Wire());
        if (Color != TextColor.Default) writer.WriteString("color"u8, Color.Wire());
        if (IsSubtle) writer.WriteBoolean("isSubtle"u8, true);
        writer.WriteEndObject();
    }
}
