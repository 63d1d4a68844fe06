using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>TextBlock</c>: a text of one or more lines. It always wraps: cut text helps nobody on a phone.</summary>
/// <param name="Text">The text; a string is shown literally.</param>
public sealed record TextBlock(CardText Text) : CardElement
{
    /// <summary>Size of the text.</summary>
    public FontSize Size { get; init; }

    /// <summary>Weight of the text.</summary>
    public FontWeight Weight { get; init; }

    /// <summary>Colour of the text, by meaning.</summary>
    public TextColor Color { get; init; }

    /// <summary>True for text that steps back: sources, hints.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>True for a heading: screen readers announce and jump to it (schema: <c>style: heading</c>).</summary>
    public bool IsHeading { get; init; }

    /// <summary>Horizontal alignment of the text.</summary>
    public HorizontalAlignment HorizontalAlignment { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "TextBlock"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("text"u8, Text.Markdown);
        writer.WriteBoolean("wrap"u8, true);
        if (IsHeading) writer.WriteString("style"u8, "heading"u8);
        if (Size != FontSize.Default) writer.WriteString("size"u8, Size.Wire());
        if (Weight != FontWeight.Default) writer.WriteString("weight"u8, Weight.Wire());
        if (Color != TextColor.Default) writer.WriteString("color"u8, Color.Wire());
        if (IsSubtle) writer.WriteBoolean("isSubtle"u8, true);
        if (HorizontalAlignment != HorizontalAlignment.Default) writer.WriteString("horizontalAlignment"u8, HorizontalAlignment.Wire());
    }
}
