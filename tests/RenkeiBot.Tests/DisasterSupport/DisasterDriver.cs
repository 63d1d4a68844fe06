using System.Text.Json;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>How a test registers disasters and reports support, as people do it.</summary>
internal static class DisasterDriver
{
    public static readonly (string, string)[] Quick = [("Outbox:PollInterval", "00:00:00.05"), ("Outbox:UpdateInterval", "00:00:00")];

    /// <summary>The inputs of a disaster that can be published, and what differs from it.</summary>
    public static (string Key, string Value)[] Disaster(params (string Key, string Value)[] different) => With(
        [("name", "能登豪雨"), ("occurredOn", "2026-11-20"), ("areas", "石川県、輪島市、珠洲市"), ("situation", "断水が続いています。"), ("severity", "Severe"), ("drill", "false")], different);

    /// <summary>The inputs of a report.</summary>
    public static (string Key, string Value)[] Report(string sort, string quantity, string unit, params (string Key, string Value)[] different) => With(
        [("sort", sort), ("quantity", quantity), ("unit", unit), ("period", "2026-11-25から2026-11-30"), ("recipient", "石川県輪島市"), ("note", "")], different);

    /// <summary>The secretariat registers a disaster; the card that it gets.</summary>
    public static async Task<JsonObject> PublishAsync(this TeamsUser secretary, params (string Key, string Value)[] different)
    {
        var form = (await secretary.SendAsync("災害支援を登録")).Card!;
        return (await secretary.ExecuteAsync(form, "配信する", Disaster(different))).Card!;
    }

    /// <summary>Someone reports support; the card that they get. Where there is one disaster only, it is chosen in the form.</summary>
    public static async Task<JsonObject> ReportAsync(this TeamsUser user, string sort, string quantity, string unit, params (string Key, string Value)[] different)
    {
        var form = (await user.SendAsync("支援を報告")).Card!;
        var chosen = (string?)Members.Personas.Input(form, "disaster")["value"] ?? "";
        return (await user.ExecuteAsync(form, "報告する", Report(sort, quantity, unit, [("disaster", chosen), .. different]))).Card!;
    }

    /// <summary>Opens the newest disaster.</summary>
    public static async Task<JsonObject> OpenDisasterAsync(this TeamsUser user) => (await user.ExecuteAsync((await user.SendAsync("災害一覧")).Card!, "詳しく見る")).Card!;

    /// <summary>A channel with its subscription.</summary>
    public static async Task<string> AddChannelAsync(this RunningBot bot, int number, ChannelTopics topics = ChannelTopics.DisasterSupport)
    {
        var id = $"19:channel-{number}@thread.tacv2";
        await using var context = await bot.OpenContextAsync();
        context.Channels.Add(new Channel
        {
            ConversationId = id,
            TenantId = TeamsUser.TenantId,
            TeamId = $"19:team-{number}@thread.tacv2",
            TeamName = $"{number}区",
            Name = "災害",
            Reference = JsonSerializer.Serialize(
                new ConversationReference
                {
                    Bot = new ChannelAccount { Id = TeamsUser.BotId },
                    Conversation = new ConversationAccount { Id = id, ConversationType = "channel", IsGroup = true, TenantId = TeamsUser.TenantId },
                    ChannelId = "msteams",
                    ServiceUrl = bot.Connector.ServiceUrl,
                },
                BotFrameworkJson.ConversationReference),
            ServiceUrl = bot.Connector.ServiceUrl,
            Topics = topics,
            AddedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });
        await context.SaveChangesAsync();
        return id;
    }

    /// <summary>What was posted in a channel, as calls, once something there says these words.</summary>
    public static async Task<ConnectorCall> PostedAsync(this RunningBot bot, string channel, string words)
    {
        for (var i = 0; i < 600; i++)
        {
            if (bot.In(channel).LastOrDefault(call => Said(call).Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Nothing in {channel} says \"{words}\". Said: {string.Join(" | ", bot.In(channel).Select(Said))}");
    }

    /// <summary>All calls that went into a channel or a thread of it.</summary>
    public static IEnumerable<ConnectorCall> In(this RunningBot bot, string channel) => bot.Connector.Calls.Where(call => call.ConversationId?.StartsWith(channel, StringComparison.Ordinal) == true);

    public static string Said(ConnectorCall call) => $"{call.Text}\n{Pressing.Text(call.Card)}";

    private static (string Key, string Value)[] With((string Key, string Value)[] usual, (string Key, string Value)[] different)
    {
        var inputs = usual.ToDictionary(input => input.Key, input => input.Value);
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }
}
