using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Input.ChoiceSet</c>; several chosen values come back in one string, joined by commas.</summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
/// <param name="Choices">The choices, in order.</param>
public sealed record ChoiceSetInput(string Id, string Label, IReadOnlyList<Choice> Choices) : CardInput(Id, Label)
{
    /// <summary>The values chosen at first.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True where several may be chosen.</summary>
    public bool IsMultiSelect { get; init; }

    /// <summary>How it is drawn.</summary>
    public ChoiceInputStyle Style { get; init; }

    /// <summary>A hint shown while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.ChoiceSet"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("choices"u8);
        foreach (var choice in Choices)
        {
            writer.WriteStartObject();
            // A drop-down shows its titles as they are; beside radio buttons and check boxes the renderer reads them as markdown.
            var title = CardText.FromString(choice.Title);
            writer.WriteString("title"u8, IsMultiSelect || Style == ChoiceInputStyle.Expanded ? title.Markdown : title.Literal);
            writer.WriteString("value"u8, choice.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (Values.Count > 0) writer.WriteString("value"u8, string.Join(',', Values));
        if (IsMultiSelect) writer.WriteBoolean("isMultiSelect"u8, true);
        writer.WriteString("style"u8, Style.Wire());
        writer.WriteBoolean("wrap"u8, true);
        writer.WritePlain("placeholder"u8, Placeholder);
    }
}

/// <summary><c>Input.Choice</c>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What comes back; it has no comma, which joins several values.</param>
public sealed record Choice(string Title, string Value)
{
    /// <summary>What comes back; it has no comma, which joins several values.</summary>
    /// <exception cref="ArgumentException">The value has a comma.</exception>
    public string Value { get; } = Value.Contains(',', StringComparison.Ordinal) ? throw new ArgumentException("A choice's value has no comma.", nameof(Value)) : Value;
}
