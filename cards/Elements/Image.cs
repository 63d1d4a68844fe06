using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Image</c>.</summary>
/// <param name="Url">Where it is: https, or a <c>data:</c> address of the bot's own.</param>
/// <param name="AltText">What it shows, in words, for whoever cannot see it.</param>
public sealed record Image(Uri Url, string AltText) : CardElement
{
    /// <summary>Its size.</summary>
    public ImageSize Size { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Image"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("url"u8, Url.AbsoluteUri);
        writer.WritePlain("altText"u8, AltText);
        if (Size != ImageSize.Auto) writer.WriteString("size"u8, Size.Wire());
    }
}
