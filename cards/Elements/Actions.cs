using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary><c>Action.Submit</c>: sends the inputs and the data as a message of the user's.</summary>
/// <param name="Title">The text on the button.</param>
/// <param name="Data">What is sent beside the inputs; the verb is its property <c>verb</c>.</param>
public sealed record SubmitAction(string Title, ActionData Data) : CardAction(Title)
{
    /// <summary>True where the inputs are neither sent nor checked (schema: <c>associatedInputs: none</c>): 「取り消す」.</summary>
    public bool IgnoresInputs { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Action.Submit"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        Data.WriteTo(writer, withVerb: true);
        if (IgnoresInputs) writer.WriteString("associatedInputs"u8, "none"u8);
    }
}

/// <summary>
/// <c>Action.Execute</c>: sends the inputs and the data as an invoke (<c>adaptiveCard/action</c>), whose answer may replace the card. Where the
/// client does not know it, its fallback sends the same as an <see cref="SubmitAction"/>.
/// </summary>
/// <param name="Title">The text on the button.</param>
/// <param name="Data">The verb, and what is sent beside the inputs.</param>
public sealed record ExecuteAction(string Title, ActionData Data) : CardAction(Title)
{
    /// <summary>True where the inputs are neither sent nor checked.</summary>
    public bool IgnoresInputs { get; init; }

    private protected override ReadOnlySpan<byte> TypeName => "Action.Execute"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        WriteVerbAndData(writer);
        writer.WritePropertyName("fallback"u8);
        new SubmitAction(Title, Data) { Style = Style, IgnoresInputs = IgnoresInputs }.WriteTo(writer);
    }

    /// <summary>Writes the action of a card's <see cref="Refresh"/>, which has neither look nor fallback.</summary>
    internal void WriteRefreshAction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("action"u8);
        writer.WriteString("type"u8, TypeName);
        writer.WritePlain("title"u8, Title);
        WriteVerbAndData(writer);
        writer.WriteEndObject();
    }

    private void WriteVerbAndData(Utf8JsonWriter writer)
    {
        writer.WriteString("verb"u8, Data.Verb);
        Data.WriteTo(writer, withVerb: false);
        if (IgnoresInputs) writer.WriteString("associatedInputs"u8, "none"u8);
    }
}

/// <summary><c>Action.OpenUrl</c>: opens a page.</summary>
/// <param name="Title">The text on the button.</param>
/// <param name="Url">The page. Which hosts are allowed is the caller's rule; anything but https is refused here, unless it is on this machine, where it is being developed.</param>
public sealed record OpenUrlAction(string Title, Uri Url) : CardAction(Title)
{
    /// <summary>The page.</summary>
    /// <exception cref="ArgumentException">Not an absolute https address.</exception>
    public Uri Url { get; } = Url is { IsAbsoluteUri: true } && (Url.Scheme == Uri.UriSchemeHttps || (Url.Scheme == Uri.UriSchemeHttp && Url.IsLoopback)) ? Url : throw new ArgumentException("Only https pages are opened.", nameof(Url));

    private protected override ReadOnlySpan<byte> TypeName => "Action.OpenUrl"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer) => writer.WriteString("url"u8, Url.AbsoluteUri);
}

/// <summary><c>Action.ShowCard</c>: unfolds a card below the button.</summary>
/// <param name="Title">The text on the button.</param>
/// <param name="Body">The elements of that card.</param>
/// <param name="Actions">The buttons of that card; they send its inputs and those of the card around it.</param>
public sealed record ShowCardAction(string Title, IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction> Actions) : CardAction(Title)
{
    private protected override ReadOnlySpan<byte> TypeName => "Action.ShowCard"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("card"u8);
        writer.WriteString("type"u8, "AdaptiveCard"u8);
        writer.WriteElements("body"u8, Body);
        if (Actions.Count > 0) writer.WriteActions(Actions);
        writer.WriteEndObject();
    }
}

/// <summary><c>Action.ToggleVisibility</c>: shows hidden elements and hides shown ones.</summary>
/// <param name="Title">The text on the button.</param>
/// <param name="TargetElements">The ids of the elements.</param>
public sealed record ToggleVisibilityAction(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title)
{
    private protected override ReadOnlySpan<byte> TypeName => "Action.ToggleVisibility"u8;

    private protected override void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("targetElements"u8);
        foreach (var id in TargetElements) writer.WriteStringValue(id);
        writer.WriteEndArray();
    }
}
