using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>What several elements write in the same way.</summary>
internal static class CardWriting
{
    internal static void WriteElements(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<CardElement> elements)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < elements.Count; i++) elements[i].WriteTo(writer);
        writer.WriteEndArray();
    }

    internal static void WriteActions(this Utf8JsonWriter writer, IReadOnlyList<CardAction> actions)
    {
        writer.WriteStartArray("actions"u8);
        for (var i = 0; i < actions.Count; i++) actions[i].WriteTo(writer);
        writer.WriteEndArray();
    }

    /// <summary>Writes text for a place that reads no markdown.</summary>
    internal static void WritePlain(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) writer.WriteString(name, CardText.Clean(text));
    }
}
