using System.Text.Json.Nodes;
using NJsonSchema;

namespace RenkeiBot.Tests.BotFramework;

/// <summary>The Connector's own contract (botframework-channel.json 3.1.12), made strict: a property that it does not define is an error.</summary>
internal static class ChannelContract
{
    private static readonly Lazy<JsonObject> Definitions = new(() =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, "BotFramework", "Schemas", "botframework-channel.json");
        var definitions = JsonNode.Parse(File.ReadAllText(path))!["definitions"]!.AsObject();
        foreach (var name in new[] { "Activity", "ChannelAccount", "ConversationAccount", "Attachment", "ConversationParameters", "ConversationReference" })
            definitions[name]!["additionalProperties"] = false;
        return definitions;
    });

    public static void AssertValid(string definition, JsonObject body)
    {
        var document = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = Definitions.Value.DeepClone(),
            ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{definition}" }),
        };
        var schema = JsonSchema.FromJsonAsync(document.ToJsonString()).GetAwaiter().GetResult();
        Assert.Empty(schema.Validate(body.ToJsonString()).Select(e => e.ToString()));
    }
}
