using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>FactSet</c>: pairs of a name and a value, in two columns.</summary>
/// <param name="Facts">The pairs, in order.</param>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    private protected override ReadOnlySpan<byte> TypeName => "FactSet"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("facts"u8);
        foreach (var fact in Facts)
        {
            writer.WriteStartObject();
            writer.WriteString("title"u8, fact.Title.Markdown);
            writer.WriteString("value"u8, fact.Value.Markdown);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

/// <summary><c>Fact</c>: one pair of a <see cref="FactSet"/>.</summary>
/// <param name="Title">The name.</param>
/// <param name="Value">The value.</param>
public sealed record Fact(CardText Title, CardText Value);
