using System.Globalization;
using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Input.Text</c>.</summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
public sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    /// <summary>What is in it at first: after a refused submit, what the user had typed.</summary>
    public string? Value { get; init; }

    /// <summary>A hint shown while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>True for several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>The longest text, in UTF-16 units; clients may ignore it.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression the text must match; clients may ignore it.</summary>
    public string? Regex { get; init; }

    /// <summary>What kind of text it takes.</summary>
    public TextInputStyle Style { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.Text"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        writer.WritePlain("value"u8, Value);
        writer.WritePlain("placeholder"u8, Placeholder);
        if (IsMultiline) writer.WriteBoolean("isMultiline"u8, true);
        if (MaxLength is { } maxLength) writer.WriteNumber("maxLength"u8, maxLength);
        if (Regex is not null) writer.WriteString("regex"u8, Regex);
        if (Style != TextInputStyle.Text) writer.WriteString("style"u8, Style.Wire());
    }
}

/// <summary><c>Input.Date</c>; the value comes back as <c>YYYY-MM-DD</c>.</summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
public sealed record DateInput(string Id, string Label) : CardInput(Id, Label)
{
    /// <summary>What is in it at first.</summary>
    public DateOnly? Value { get; init; }

    /// <summary>The first day allowed.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>The last day allowed.</summary>
    public DateOnly? Max { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.Date"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        Write(writer, "value"u8, Value);
        Write(writer, "min"u8, Min);
        Write(writer, "max"u8, Max);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is { } value) writer.WriteString(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

/// <summary><c>Input.Time</c>; the value comes back as <c>HH:MM</c> of 24 hours.</summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
public sealed record TimeInput(string Id, string Label) : CardInput(Id, Label)
{
    /// <summary>What is in it at first.</summary>
    public TimeOnly? Value { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.Time"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        if (Value is { } value) writer.WriteString("value"u8, value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}

/// <summary>
/// <c>Input.Number</c>; the value comes back as a string of digits. The official JavaScript renderer refuses an empty number below its minimum, required or not: bounds are written for a required
/// number only, and the server checks every one.
/// </summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
public sealed record NumberInput(string Id, string Label) : CardInput(Id, Label)
{
    /// <summary>What is in it at first.</summary>
    public decimal? Value { get; init; }

    /// <summary>The least number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public decimal? Max { get; init; }

    /// <summary>A hint shown while it is empty.</summary>
    public string? Placeholder { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.Number"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        if (Value is { } value) writer.WriteNumber("value"u8, value);
        if (IsRequired && Min is { } min) writer.WriteNumber("min"u8, min);
        if (IsRequired && Max is { } max) writer.WriteNumber("max"u8, max);
        writer.WritePlain("placeholder"u8, Placeholder);
    }
}

/// <summary><c>Input.Toggle</c>; the value comes back as <c>"true"</c> or <c>"false"</c>. A required one must be on.</summary>
/// <param name="Id">The key of the value.</param>
/// <param name="Label">The label.</param>
/// <param name="Title">The text beside the box.</param>
public sealed record ToggleInput(string Id, string Label, CardText Title) : CardInput(Id, Label)
{
    /// <summary>True where it is on at first.</summary>
    public bool Value { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Input.Toggle"u8;

    private protected override void WriteInputProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("title"u8, Title.Markdown);
        writer.WriteString("value"u8, Value ? "true"u8 : "false"u8);
        writer.WriteBoolean("wrap"u8, true);
    }
}
