using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RenkeiBot.BotFramework;

/// <summary>
/// A JSON value that this library carries without knowing it, such as a card. Made from UTF-8 it is written out as it is, without
/// being parsed: a card that was serialised once costs one copy for each time that it is sent.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson
{
    private readonly JsonElement? element;
    private readonly ReadOnlyMemory<byte> utf8;

    private RawJson(JsonElement element) => this.element = element;

    private RawJson(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    /// <summary>Takes over UTF-8 JSON text without a byte order mark. It is not checked: it must be one complete JSON value.</summary>
    /// <param name="utf8">The text; it must not change afterwards.</param>
    public static RawJson FromUtf8(ReadOnlyMemory<byte> utf8) => new(utf8);

    /// <summary>Takes over an element, which must not belong to a document that will be disposed.</summary>
    public static RawJson FromElement(JsonElement element) => new(element);

    /// <summary>Serialises a node.</summary>
    public static RawJson FromNode(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(Encoding.UTF8.GetBytes(node.ToJsonString(WireJson.Wire.Options)));
    }

    /// <summary>Serialises a value by the metadata of its own source-generated context.</summary>
    public static RawJson From<T>(T value, JsonTypeInfo<T> typeInfo) => new(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>Serialises a text.</summary>
    public static RawJson FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return From(text, WireJson.Wire.String);
    }

    /// <summary>The element of a JSON value: <see cref="FromElement"/>.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "FromElement is the named alternative.")]
    public static implicit operator RawJson(JsonElement element) => new(element);

    /// <summary>The UTF-8 text of a JSON value: <see cref="FromUtf8"/>.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "FromUtf8 is the named alternative.")]
    public static implicit operator RawJson(byte[] utf8) => new((ReadOnlyMemory<byte>)utf8);

    /// <summary>A node: <see cref="FromNode"/>.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "FromNode is the named alternative.")]
    public static implicit operator RawJson(JsonNode node) => FromNode(node);

    /// <summary>The value as an element; text is parsed at each call.</summary>
    /// <exception cref="JsonException">The text that it was made from is not JSON.</exception>
    public JsonElement ToElement()
    {
        if (element is { } known)
            return known;
        var reader = new Utf8JsonReader(utf8.Span);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => element is { } known ? known.GetRawText() : Encoding.UTF8.GetString(utf8.Span);

    /// <summary>The JSON text as UTF-8, to be written to a response.</summary>
    public ReadOnlyMemory<byte> ToUtf8() => element is { } known ? Encoding.UTF8.GetBytes(known.GetRawText()) : utf8;

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (element is { } known)
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(known), skipInputValidation: true);
        else
            writer.WriteRawValue(utf8.Span, skipInputValidation: true);
    }
}

/// <summary>Writes a <see cref="RawJson"/> as it is, and keeps whatever value is read.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RawJson.FromElement(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}
