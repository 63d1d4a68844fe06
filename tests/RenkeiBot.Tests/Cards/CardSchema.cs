using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Cards;

/// <summary>The official schema of Adaptive Cards 1.5.</summary>
public static class CardSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", "adaptive-card-1.5.0.json")).GetAwaiter().GetResult());

    /// <summary>What the schema has against a card, as one line a finding; empty for a valid card.</summary>
    public static IReadOnlyList<string> Problems(AdaptiveCard card) => Problems(card.ToUtf8Json());

    public static IReadOnlyList<string> Problems(ReadOnlySpan<byte> utf8Json)
    {
        var card = JsonNode.Parse(utf8Json)!.AsObject();
        card.Remove("msteams");
        return [.. Schema.Value.Validate(card.ToJsonString()).SelectMany(Innermost).Distinct().Take(20)];
    }

    /// <summary>
    /// The schema tells elements apart by anyOf, so that one wrong property fails every alternative. The findings of the alternatives whose
    /// <c>type</c> fits are the ones that say something.
    /// </summary>
    private static IEnumerable<string> Innermost(ValidationError error)
    {
        if (error is not ChildSchemaValidationError parent) return [$"{error.Path}: {error.Kind}"];
        var alternatives = parent.Errors.Values.Select(errors => errors.SelectMany(Innermost).ToArray()).Where(lines => lines.Length > 0).ToArray();
        var telling = alternatives.Where(lines => !lines.Any(line => line.Contains("type: NotInEnumeration", StringComparison.Ordinal))).ToArray();
        return (telling.Length > 0 ? telling : alternatives).SelectMany(lines => lines);
    }
}
