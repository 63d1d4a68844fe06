using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Meetings;

/// <summary>What tests of meetings do: channels that want to know, forms that are filled in, messages that are waited for.</summary>
internal static class MeetingSteps
{
    public const string Channel = "19:shinagawa@thread.tacv2";

    /// <summary>Quick to look and to send, and with an address for files.</summary>
    public static (string, string)[] Settings(params (string, string)[] more) =>
    [
        ("Outbox:PollInterval", "00:00:00.1"), ("Outbox:UpdateInterval", "00:00:00"), ("Meetings:CheckInterval", "00:00:00.2"), ("Meetings:OnlineRetry", "00:00:01"), ("Downloads:PublicUrl", "https://renkei.example.jp"), .. more,
    ];

    /// <summary>A running bot with one channel that subscribes to meetings.</summary>
    public static async Task<RunningBot> StartAsync(Action<IServiceCollection>? change = null, params (string, string)[] settings)
    {
        var bot = await RunningBot.StartAsync(null, change, Settings(settings));
        await bot.AddChannelAsync(Channel, "品川区 企画課", "131091", "品川区");
        return bot;
    }

    public static async Task AddChannelAsync(this RunningBot bot, string id, string team, string organisation, string name, ChannelTopics topics = ChannelTopics.Meetings)
    {
        await using var context = await bot.ContextAsync();
        context.Channels.Add(new Channel
        {
            ConversationId = id,
            TenantId = Personas.TenantId,
            TeamId = id,
            TeamName = team,
            Name = "",
            Reference = new JsonObject
            {
                ["channelId"] = "msteams",
                ["serviceUrl"] = bot.Connector.ServiceUrl,
                ["bot"] = new JsonObject { ["id"] = TeamsUser.BotId },
                ["conversation"] = new JsonObject { ["id"] = id, ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = Personas.TenantId },
            }.ToJsonString(),
            ServiceUrl = bot.Connector.ServiceUrl,
            Topics = topics,
            OrganisationKind = OrganisationKind.Ward,
            OrganisationId = organisation,
            OrganisationName = name,
            AddedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });
        await context.SaveChangesAsync();
    }

    public static Task<RenkeiBotDbContext> ContextAsync(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    /// <summary>The inputs of a meeting three weeks ahead that can be sent, and what differs from it.</summary>
    public static (string Key, string Value)[] Typed(params (string Key, string Value)[] different)
    {
        var inputs = new Dictionary<string, string>
        {
            ["kind"] = "LiaisonGroup",
            ["title"] = "令和8年度 第2回 連絡会",
            ["date"] = "2026-12-10",
            ["start"] = "14:00",
            ["end"] = "16:00",
            ["place"] = "東京区政会館20階",
            ["online"] = "false",
            ["agenda"] = "令和9年度の全国連携展示について\n広域連携協定の更新について",
            ["materials"] = "次第 https://www.example.lg.jp/agenda.pdf",
            ["audience"] = "subscribers,officers",
        };
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }

    /// <summary>Fills in the form and sends it.</summary>
    public static async Task<JsonObject> CallMeetingAsync(this RunningBot bot, params (string Key, string Value)[] different)
    {
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;
        return (await bot.Secretary().ExecuteAsync(form, "配信する", Typed(different))).Card!;
    }

    /// <summary>What was sent to a conversation or its threads, as new messages.</summary>
    public static IReadOnlyList<ConnectorCall> SentTo(this RunningBot bot, string conversation) =>
        [.. bot.Connector.Sent.Where(call => call.Card is not null && call.ConversationId!.StartsWith(conversation, StringComparison.Ordinal))];

    /// <summary>All cards that were sent to a conversation or put in the place of one there.</summary>
    public static IReadOnlyList<JsonObject> SentAndUpdated(this RunningBot bot, string conversation) => [.. bot.In(conversation).Select(call => call.Card!)];

    /// <summary>The last message or update in a conversation that says these words; waits for it.</summary>
    public static async Task<ConnectorCall> SaidAsync(this RunningBot bot, string conversation, string words)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (bot.In(conversation).LastOrDefault(call => Personas.Text(call.Card).Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Nobody said \"{words}\". Said: {string.Join(" | ", bot.In(conversation).Select(call => Personas.Text(call.Card)))}");
    }

    /// <summary>Waits until nothing is left to do for the outbox and the meetings.</summary>
    public static async Task SettleAsync(this RunningBot bot)
    {
        for (var i = 0; i < 600; i++)
        {
            await Task.Delay(50);
            await using var context = await bot.ContextAsync();
            var now = bot.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var chats = await context.PersonalChats.Select(chat => chat.AadObjectId).ToListAsync();
            if (!await context.OutboxMessages.AnyAsync(message => message.EndedAt == null && message.NotBefore <= now && (message.AadObjectId == "" || chats.Contains(message.AadObjectId)))
                && !await context.PlannedMeetings.AnyAsync(meeting => meeting.AreCountsOld || meeting.ReminderAt <= now))
                return;
        }

        throw new TimeoutException("The outbox does not come to rest.");
    }

    private static IEnumerable<ConnectorCall> In(this RunningBot bot, string conversation) =>
        bot.Connector.Calls.Where(call => call.Card is not null && call.Status is 200 or 201 && call.ConversationId?.StartsWith(conversation, StringComparison.Ordinal) == true);
}
