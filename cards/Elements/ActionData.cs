using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>
/// What a button sends back: which handler is meant, and the ids it works on. The client holds it and can change it, so it carries ids and
/// versions only, never rights, organisations or amounts.
/// </summary>
/// <param name="Verb">The handler's key, for example <c>answers.ask</c>.</param>
/// <param name="Values">Further values; their keys differ from the ids of the card's inputs, which would win.</param>
public sealed record ActionData(string Verb, params IReadOnlyList<KeyValuePair<string, string>> Values)
{
    internal const string VerbKey = "verb";

    /// <summary>Data of one value.</summary>
    /// <param name="verb">The handler's key.</param>
    /// <param name="key">The key of the value.</param>
    /// <param name="value">The value.</param>
    public ActionData(string verb, string key, string value)
        : this(verb, KeyValuePair.Create(key, value))
    {
    }

    /// <summary>Writes <c>data</c>. The verb is part of it where the action has no verb of its own.</summary>
    internal void WriteTo(Utf8JsonWriter writer, bool withVerb)
    {
        writer.WriteStartObject("data"u8);
        if (withVerb) writer.WriteString(VerbKey, Verb);
        foreach (var (key, value) in Values) writer.WriteString(key, value);
        writer.WriteEndObject();
    }
}
