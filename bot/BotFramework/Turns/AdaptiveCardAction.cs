using System.Text.Json;

namespace RenkeiBot.BotFramework;

/// <summary>
/// What a pressed Adaptive Card sent: the action's data merged with the values of the inputs (Adaptive Cards: Universal Action Model;
/// Microsoft Teams: card actions). It comes from the client and can be forged: a request, never an authority.
/// </summary>
/// <param name="Verb">What is wanted: <c>action.verb</c> of an Action.Execute, or <c>verb</c> of the data; null when neither is a string.</param>
/// <param name="Data">The data and the inputs, always an object. Inputs are strings, also numbers; inputs left empty are missing.</param>
/// <param name="IsInvoke">True for Action.Execute (invoke <c>adaptiveCard/action</c>), false for Action.Submit (message).</param>
/// <param name="IsRefresh">True when the client refreshes a card by itself: <c>trigger</c> is automatic. Missing means manual.</param>
public sealed record AdaptiveCardAction(string? Verb, JsonElement Data, bool IsInvoke, bool IsRefresh)
{
    private static readonly JsonElement NoData = JsonDocument.Parse("{}").RootElement;

    /// <summary>A value of the data as text: strings as they are, numbers and booleans as their JSON text, all else null.</summary>
    public string? GetText(string name)
    {
        if (!Data.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => Decode(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The action of a message that is an Action.Submit, or null when it is something that a user wrote.</summary>
    internal static AdaptiveCardAction? OfMessage(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return null;
        var verb = Text(value, "verb");
        // messageBack sends text along with the value; only a verb tells it from a message with some value of a channel's own.
        return verb is null && !string.IsNullOrWhiteSpace(activity.Text) ? null : new(verb, value, IsInvoke: false, IsRefresh: false);
    }

    /// <summary>The action of an <c>adaptiveCard/action</c> invoke, or null when it is malformed.</summary>
    internal static AdaptiveCardAction? OfInvoke(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Object || Text(action, "type") is { } type && type != "Action.Execute")
            return null;
        var data = action.TryGetProperty("data", out var merged) && merged.ValueKind == JsonValueKind.Object ? merged : NoData;
        return new(Text(action, "verb") ?? Text(data, "verb"), data, IsInvoke: true, IsRefresh: Text(value, "trigger") == "automatic");
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Decode(value) is { Length: > 0 } text ? text : null;

    // Half a surrogate pair passes as JSON and cannot be decoded: such a value counts as missing.
    private static string? Decode(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
