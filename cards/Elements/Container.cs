using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Container</c>: elements that belong together.</summary>
/// <param name="Items">The elements.</param>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>The meaning of the background.</summary>
    public ContainerStyle Style { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Container"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteElements("items"u8, Items);
        if (Style != ContainerStyle.Default) writer.WriteString("style"u8, Style.Wire());
    }
}
