using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Events;

/// <summary>How a test registers events, and where their channels are.</summary>
internal static class EventDriver
{
    /// <summary>Outbox and rounds fast enough for a test, at another time of a clock that stands still.</summary>
    public static (string, string)[] At(string moment, params (string, string)[] more) =>
        [("Clock:Now", moment), ("Outbox:PollInterval", "00:00:00.1"), ("Events:CheckInterval", "00:00:00.1"), ("Outbox:QuietHours", "21:00-07:00"), ("Outbox:UpdateInterval", "00:00:00"), .. more];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The inputs of an event that can be registered, and what differs from it.</summary>
    public static (string Key, string Value)[] Inputs(params (string Key, string Value)[] different)
    {
        var inputs = new Dictionary<string, string>
        {
            ["kind"] = "Exhibition",
            ["title"] = "令和8年度 第2回 全国連携展示（福井県坂井市）",
            ["from"] = "2026-12-05",
            ["until"] = "2026-12-18",
            ["hours"] = "9:00～20:30",
            ["venue"] = "東京区政会館 1階エントランスホール",
            ["address"] = "東京都千代田区飯田橋3-5-1",
            ["theme"] = "越前がにと三国湊",
            ["contents"] = "パネル展示\nパンフレット配架",
            ["hosts"] = "特別区長会",
            ["coHosts"] = "坂井市観光協会",
            ["supporters"] = "福井県市長会",
            ["participants"] = "福井県坂井市",
            ["inquiries"] = "特別区長会事務局（電話 03-0000-0000）",
            ["url"] = "https://example.jp/kani",
        };
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }

    /// <summary>A lecture on one day.</summary>
    public static (string Key, string Value)[] Lecture(params (string Key, string Value)[] different) => Inputs(
    [
        ("kind", "Lecture"), ("title", "令和8年度 第1回 全国連携講演会"), ("from", "2026-12-10"), ("until", ""), ("hours", "14:00～16:00"), ("theme", "関係人口のこれから"),
        ("venue", "東京区政会館 20階"), ("contents", "基調講演"), ("coHosts", ""), ("supporters", ""), ("participants", ""), .. different,
    ]);

    public static async Task<JsonObject> RegisterAsync(this TeamsUser user, params (string Key, string Value)[] inputs)
    {
        var form = (await user.SendAsync("行事を登録")).Card!;
        return (await user.ExecuteAsync(form, "登録する", inputs)).Card!;
    }

    /// <summary>Finds an event by words, opens it and changes it.</summary>
    public static async Task<JsonObject> EditAsync(this TeamsUser user, string words, params (string Key, string Value)[] changed)
    {
        var form = await user.FormAsync(words);
        return (await user.ExecuteAsync(form, "保存する", [.. Typed(form, changed)])).Card!;
    }

    public static async Task<JsonObject> FindAsync(this TeamsUser user, string words) =>
        (await user.ExecuteAsync((await user.SendAsync($"行事一覧 {words}")).Card!, "詳しく見る")).Card!;

    public static async Task<JsonObject> FormAsync(this TeamsUser user, string words) => (await user.ExecuteAsync(await user.FindAsync(words), "編集する")).Card!;

    /// <summary>What is in a form, with some of it typed anew: a client sends all inputs.</summary>
    public static IEnumerable<(string Key, string Value)> Typed(JsonObject form, params (string Key, string Value)[] changed)
    {
        foreach (var input in Inputs(form))
        {
            var key = (string)input["id"]!;
            if (changed.All(one => one.Key != key))
                yield return (key, (string?)input["value"] ?? "");
        }

        foreach (var one in changed)
            yield return one;
    }

    /// <summary>The answer and everything on its card.</summary>
    public static async Task<string> AskAsync(this RunningBot bot, string question)
    {
        var outcome = await bot.User().SendAsync(question);
        return $"{outcome.Answer} {outcome.Card?.ToJsonString(Readable)}";
    }

    /// <summary>Adds a channel that wants to be told of something.</summary>
    public static async Task ChannelAsync(this RunningBot bot, string conversationId, ChannelTopics topics = ChannelTopics.Events)
    {
        await using var context = await bot.ContextAsync();
        context.Channels.Add(new Channel
        {
            ConversationId = conversationId,
            TenantId = Personas.TenantId,
            TeamId = "19:team@thread.tacv2",
            TeamName = "連携",
            Name = conversationId,
            Reference = new JsonObject
            {
                ["channelId"] = "msteams",
                ["serviceUrl"] = bot.Connector.ServiceUrl,
                ["bot"] = new JsonObject { ["id"] = TeamsUser.BotId },
                ["conversation"] = new JsonObject { ["id"] = conversationId, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Personas.TenantId },
            }.ToJsonString(),
            ServiceUrl = bot.Connector.ServiceUrl,
            Topics = topics,
            AddedAt = DateTimeOffset.Parse(RunningBot.Now, null),
            UpdatedAt = DateTimeOffset.Parse(RunningBot.Now, null),
        });
        await context.SaveChangesAsync();
    }

    public static Task<RenkeiBotDbContext> ContextAsync(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    /// <summary>What the bot wrote into a channel, as texts, new messages alone.</summary>
    public static IReadOnlyList<string> Said(this RunningBot bot, string conversationId) =>
        [.. bot.Connector.Sent.Where(call => call.ConversationId?.StartsWith(conversationId, StringComparison.Ordinal) is true || ChannelOf(call) == conversationId).Select(call => call.Card is null ? call.Text ?? "" : Personas.Text(call.Card))];

    /// <summary>Waits until so many messages stand in a channel, and a little longer for one too many.</summary>
    public static async Task<IReadOnlyList<string>> SaidAsync(this RunningBot bot, string conversationId, int count)
    {
        for (var i = 0; i < 400 && bot.Said(conversationId).Count < count; i++)
            await Task.Delay(25);
        await Task.Delay(400);
        return bot.Said(conversationId);
    }

    /// <summary>Waits until so many messages about events are made, and noted as sent or held.</summary>
    public static async Task RowsAsync(this RunningBot bot, int count, bool isSent)
    {
        for (var i = 0; i < 400; i++)
        {
            await using var context = await bot.ContextAsync();
            if (await context.OutboxMessages.CountAsync(message => message.Source.StartsWith("event:") && (message.EndedAt != null) == isSent) >= count)
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException("The messages about events are not there.");
    }

    private static string? ChannelOf(ConnectorCall call) => (string?)call.Body?["channelData"]?["channel"]?["id"];

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject item when ((string?)item["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [item],
        JsonObject item => item.SelectMany(property => Inputs(property.Value)),
        JsonArray items => items.SelectMany(Inputs),
        _ => [],
    };
}
