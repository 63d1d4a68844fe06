using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Members;

/// <summary>People of the Development settings, in personal chats of their own, and what they press.</summary>
internal static class Personas
{
    public const string TenantId = "d0000000-0000-4000-8000-000000000000";

    public static TeamsUser Secretary(this RunningBot bot, string conversationType = "personal") => Someone(bot, 1, "事務局 太郎", conversationType);

    public static TeamsUser Arakawa(this RunningBot bot, string conversationType = "personal") => Someone(bot, 2, "荒川 花子", conversationType);

    public static TeamsUser Shinagawa(this RunningBot bot, string conversationType = "personal") => Someone(bot, 3, "品川 一郎", conversationType);

    public static TeamsUser Sakai(this RunningBot bot, string conversationType = "personal") => Someone(bot, 4, "坂井 夏子", conversationType);

    public static TeamsUser Kushiro(this RunningBot bot, string conversationType = "personal") => Someone(bot, 5, "釧路 冬樹", conversationType);

    public static TeamsUser Stranger(this RunningBot bot, string name = "新宿 次郎") => new(bot.Http, bot.Connector, "personal", name) { Tenant = TenantId };

    /// <summary>Fills in the form and presses 「申請する」.</summary>
    public static Task<TurnOutcome> ApplyAsync(
        this TeamsUser user, string organisation = "新宿区", string role = "LiaisonOfficer", string contact = "jiro@city.example.lg.jp", string name = "新宿 次郎", string? choice = null)
    {
        var value = new JsonObject { ["verb"] = "members.apply", ["name"] = name, ["organisation"] = organisation, ["role"] = role, ["contact"] = contact };
        if (choice is not null)
            value["organisationChoice"] = choice;
        return user.SubmitAsync(value);
    }

    /// <summary>Presses a button of a card, with what is typed beside it.</summary>
    public static Task<TurnOutcome> PressAsync(this TeamsUser user, JsonObject card, string title, params (string Key, string Value)[] typed)
    {
        var value = Data(card, title);
        foreach (var (key, text) in typed)
            value[key] = text;
        return user.SubmitAsync(value);
    }

    /// <summary>What a button sends back.</summary>
    public static JsonObject Data(JsonObject card, string title) => Actions(card).First(action => (string?)action["title"] == title)["data"]!.DeepClone().AsObject();

    /// <summary>All texts of a card, in order.</summary>
    public static string Text(JsonNode? card) => string.Join('\n', Nodes(card).SelectMany(node => new[] { (string?)node["text"], Value(node, "title"), Value(node, "value") }).OfType<string>());

    public static JsonObject Input(JsonObject card, string id) => Nodes(card).First(node => (string?)node["id"] == id);

    private static string? Value(JsonObject node, string name) => node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static IEnumerable<JsonObject> Actions(JsonObject card) => Nodes(card).Where(node => ((string?)node["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true);

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => Nodes(property.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    };

    private static TeamsUser Someone(RunningBot bot, int number, string name, string conversationType = "personal") =>
        new(bot.Http, bot.Connector, conversationType, name) { Tenant = TenantId, AadObjectId = $"d0000000-0000-4000-8000-{number:D12}" };
}
