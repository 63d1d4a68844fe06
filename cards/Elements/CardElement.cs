using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>What may stand in a body or a container: the schema's <c>Extendable.Element</c> and the properties all elements share.</summary>
public abstract record CardElement
{
    /// <summary>Unique within the card; inputs return their value under it.</summary>
    public string? Id { get; init; }

    /// <summary>Space before the element.</summary>
    public Spacing Spacing { get; init; }

    /// <summary>True where a line is drawn above the element.</summary>
    public bool Separator { get; init; }

    /// <summary>False where the element is hidden until an <see cref="ToggleVisibilityAction"/> shows it.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>The schema's name of the element.</summary>
    private protected abstract ReadOnlySpan<byte> TypeName { get; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, TypeName);
        if (Id is not null) writer.WriteString("id"u8, Id);
        WriteProperties(writer);
        if (Spacing != Spacing.Default) writer.WriteString("spacing"u8, Spacing.Wire());
        if (Separator) writer.WriteBoolean("separator"u8, true);
        if (!IsVisible) writer.WriteBoolean("isVisible"u8, false);
        writer.WriteEndObject();
    }

    private protected abstract void WriteProperties(Utf8JsonWriter writer);
}
