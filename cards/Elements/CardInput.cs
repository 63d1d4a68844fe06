using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>An input: the schema's <c>Extendable.Input</c>. What comes back is a string under <see cref="CardElement.Id"/>, and must be checked again.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id, string label)
    {
        Id = id;
        Label = label;
    }

    /// <summary>The label, always shown above the input; a required input's label carries the host's mark.</summary>
    public string Label { get; init; }

    /// <summary>What is shown when the input is empty or does not fit.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>True where the card cannot be sent without a value. Such an input needs an <see cref="ErrorMessage"/>.</summary>
    public bool IsRequired { get; init; }

    private protected sealed override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WritePlain("label"u8, Label);
        if (IsRequired) writer.WriteBoolean("isRequired"u8, true);
        writer.WritePlain("errorMessage"u8, ErrorMessage);
        WriteInputProperties(writer);
    }

    private protected abstract void WriteInputProperties(Utf8JsonWriter writer);
}
