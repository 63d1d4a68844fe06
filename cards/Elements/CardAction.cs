using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>A button: the schema's <c>Extendable.Action</c> and the properties all actions share.</summary>
public abstract record CardAction
{
    private protected CardAction(string title) => Title = title;

    /// <summary>The text on the button. It reads no markdown.</summary>
    public string Title { get; init; }

    /// <summary>How it is drawn.</summary>
    public ActionStyle Style { get; init; }

    /// <summary>Text shown when the pointer rests on it, where the title had to be cut.</summary>
    public string? Tooltip { get; init; }

    /// <summary>True where the host puts it behind 「…」 (schema: <c>mode: secondary</c>).</summary>
    public bool IsSecondary { get; init; }

    /// <summary>The schema's name of the action.</summary>
    private protected abstract ReadOnlySpan<byte> TypeName { get; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, TypeName);
        writer.WritePlain("title"u8, Title);
        WriteProperties(writer);
        if (Style != ActionStyle.Default) writer.WriteString("style"u8, Style.Wire());
        writer.WritePlain("tooltip"u8, Tooltip);
        if (IsSecondary) writer.WriteString("mode"u8, "secondary"u8);
        writer.WriteEndObject();
    }

    private protected abstract void WriteProperties(Utf8JsonWriter writer);
}
