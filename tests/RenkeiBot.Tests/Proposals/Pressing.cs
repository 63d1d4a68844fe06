using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Proposals;

/// <summary>How a test presses the buttons of the proposals' cards.</summary>
internal static class Pressing
{
    /// <summary>The inputs of a proposal that can be posted, and what differs from it.</summary>
    public static (string Key, string Value)[] Inputs(params (string Key, string Value)[] different)
    {
        var inputs = new Dictionary<string, string>
        {
            ["title"] = "黄金がにのPRイベント",
            ["text"] = "特別区の施設で、坂井市の黄金がにを紹介する催しを開きたいです。",
            ["fields"] = "Industry,Tourism",
            ["offer"] = "黄金がに、観光のパネル、職員の派遣",
            ["need"] = "集客力のある施設の会場",
            ["areas"] = "Wards",
            ["from"] = "2027-03-01",
            ["until"] = "2027-03-31",
            ["places"] = "1",
            ["deadline"] = "2027-02-05",
            ["contact"] = "kani@city.sakai.example.jp",
        };
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }

    /// <summary>Presses an Action.Execute of a card, with what is typed beside it.</summary>
    public static Task<TurnOutcome> ExecuteAsync(this TeamsUser user, JsonObject card, string title, params (string Key, string Value)[] typed)
    {
        var action = Actions(card).First(one => (string?)one["title"] == title);
        var data = action["data"]!.DeepClone().AsObject();
        foreach (var (key, text) in typed)
            data[key] = text;
        return user.ExecuteAsync((string)action["verb"]!, data);
    }

    /// <summary>Presses what a client that does not know Action.Execute shows instead.</summary>
    public static Task<TurnOutcome> PressFallbackAsync(this TeamsUser user, JsonObject card, string title, params (string Key, string Value)[] typed)
    {
        var action = Actions(card).First(one => (string?)one["title"] == title);
        var data = action["fallback"]!["data"]!.DeepClone().AsObject();
        foreach (var (key, text) in typed)
            data[key] = text;
        return user.SubmitAsync(data, replyToId: "card-1");
    }

    /// <summary>Fills in the form and posts it.</summary>
    public static async Task<JsonObject> PostAsync(this TeamsUser user, params (string Key, string Value)[] different)
    {
        var form = (await user.SendAsync("提案を投稿")).Card!;
        return (await user.ExecuteAsync(form, "投稿する", Inputs(different))).Card!;
    }

    /// <summary>Finds a proposal by words and opens it.</summary>
    public static async Task<JsonObject> OpenAsync(this TeamsUser user, string words)
    {
        var found = (await user.SendAsync($"提案を探す {words}")).Card!;
        return (await user.ExecuteAsync(found, "詳しく見る")).Card!;
    }

    /// <summary>Applies to the proposal that the words find.</summary>
    public static async Task<TurnOutcome> ApplyAsync(this TeamsUser user, string words, string message = "しながわ水族館で開きませんか。")
    {
        var form = (await user.ExecuteAsync(await user.OpenAsync(words), "応募する")).Card!;
        return await user.ExecuteAsync(form, "応募する", ("message", message));
    }

    /// <summary>The titles of the buttons of a card.</summary>
    public static IReadOnlyList<string> Buttons(JsonNode? card) => [.. Actions(card).Select(action => (string)action["title"]!)];

    /// <summary>All texts of a card.</summary>
    public static string Text(JsonNode? card) => Personas.Text(card);

    /// <summary>What the bot told a person since the bot started, newest last, once it says these words.</summary>
    public static async Task<ConnectorCall> ToldAsync(this RunningBot bot, TeamsUser user, string words)
    {
        for (var i = 0; i < 400; i++)
        {
            if (bot.Told(user).LastOrDefault(call => Text(call.Card).Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Nobody said \"{words}\". Said: {string.Join(" | ", bot.Told(user).Select(call => (string?)call.Activity!["summary"]))}");
    }

    /// <summary>The messages with cards that the bot sent into a person's conversation.</summary>
    public static IEnumerable<ConnectorCall> Told(this RunningBot bot, TeamsUser user) =>
        bot.Connector.Calls.Where(call => call.ConversationId == user.ConversationId && call.Card is not null);

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject item when (string?)item["type"] == "Action.ShowCard" => Actions(item["card"]).Prepend(item),
        JsonObject item when ((string?)item["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => [item],
        JsonObject item => item.SelectMany(property => property.Key == "refresh" ? [] : Actions(property.Value)),
        JsonArray items => items.SelectMany(Actions),
        _ => [],
    };
}
