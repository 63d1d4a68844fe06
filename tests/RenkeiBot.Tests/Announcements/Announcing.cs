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

namespace RenkeiBot.Tests.Announcements;

/// <summary>How a test sends announcements, and where they arrive.</summary>
internal static class Announcing
{
    /// <summary>Quick, and with a second person of the secretariat.</summary>
    public static readonly (string, string)[] Settings =
    [
        ("Outbox:PollInterval", "00:00:00.05"), ("Outbox:UpdateInterval", "00:00:00"), ("Outbox:ConversationLimits", ""), ("Outbox:TenantRate", "0"), ("Outbox:TenantLimit", "0"),
        ("Announcements:CheckInterval", "00:00:00.2"), ("Announcements:ProgressInterval", "00:00:00.1"),
        .. Someone(5, 6, "事務局 次郎"), .. Someone(6, 7, "事務局 三郎"),
    ];

    public static TeamsUser Second(this RunningBot bot) => User(bot, 6, "事務局 次郎");

    public static TeamsUser Third(this RunningBot bot) => User(bot, 7, "事務局 三郎");

    /// <summary>Someone in the thread of a message in a channel.</summary>
    public static TeamsUser In(this RunningBot bot, string channel, int number, string name) =>
        new(bot.Http, bot.Connector, "channel", name) { Tenant = Personas.TenantId, AadObjectId = ObjectId(number), ConversationId = $"{ChannelId(channel)};messageid=1795210021393" };

    public static string ChannelId(string channel) => $"19:{channel}@thread.tacv2";

    /// <summary>A channel that the bot is in.</summary>
    public static async Task AddChannelsAsync(this RunningBot bot, IEnumerable<string> names, ChannelTopics topics = ChannelTopics.Announcements, string? ward = null)
    {
        await using var context = await bot.ContextAsync();
        foreach (var name in names)
        {
            var reference = new JsonObject
            {
                ["bot"] = new JsonObject { ["id"] = TeamsUser.BotId, ["name"] = TeamsUser.BotName },
                ["conversation"] = new JsonObject { ["id"] = ChannelId(name), ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Personas.TenantId },
                ["channelId"] = "msteams",
                ["serviceUrl"] = bot.Connector.ServiceUrl,
            };
            context.Channels.Add(new Channel
            {
                ConversationId = ChannelId(name),
                TenantId = Personas.TenantId,
                TeamId = TeamsUser.TeamId,
                TeamName = "全国連携",
                Name = name,
                Reference = reference.ToJsonString(),
                ServiceUrl = bot.Connector.ServiceUrl,
                Topics = topics,
                OrganisationKind = ward is null ? null : OrganisationKind.Ward,
                OrganisationId = ward ?? "",
                OrganisationName = ward is null ? "" : "荒川区",
                AddedAt = DateTimeOffset.Parse(RunningBot.Now, null),
                UpdatedAt = DateTimeOffset.Parse(RunningBot.Now, null),
            });
        }

        await context.SaveChangesAsync();
    }

    public static Task<RenkeiBotDbContext> ContextAsync(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    /// <summary>The inputs of an announcement that can be sent, and what differs from it.</summary>
    public static (string Key, string Value)[] Typed(params (string Key, string Value)[] different)
    {
        var inputs = new Dictionary<string, string>
        {
            ["title"] = "全国連携展示のご案内", ["text"] = "今年度の全国連携展示を開きます。", ["importance"] = "Important", ["targets"] = "Announcements", ["repeat"] = "None",
            ["linkTitle1"] = "詳しい案内", ["linkUrl1"] = "https://www.example.lg.jp/tenji", ["confirm"] = "false",
        };
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }

    /// <summary>Fills in the form and looks at the preview.</summary>
    public static async Task<JsonObject> PreviewAsync(this TeamsUser user, params (string Key, string Value)[] different)
    {
        var form = (await user.SendAsync("お知らせを配信")).Card!;
        return (await user.ExecuteAsync(form, "プレビュー", Typed(different))).Card!;
    }

    /// <summary>Fills in the form, looks at the preview, and sends it.</summary>
    public static async Task<JsonObject> AnnounceAsync(this TeamsUser user, params (string Key, string Value)[] different) =>
        (await user.ExecuteAsync(await user.PreviewAsync(different), "配信する")).Card!;

    /// <summary>A person writes to the bot, which then knows their personal chat.</summary>
    public static async Task GreetAsync(this RunningBot bot, TeamsUser user)
    {
        await user.SendAsync("ヘルプ");
        await using var context = await bot.ContextAsync();
        for (var i = 0; i < 400; i++)
        {
            if (await context.PersonalChats.AnyAsync(chat => chat.AadObjectId == user.AadObjectId))
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException("The personal chat was not written.");
    }

    /// <summary>What was sent into a channel, in order.</summary>
    public static IReadOnlyList<ConnectorCall> Posted(this RunningBot bot, string channel) =>
        [.. bot.Connector.Calls.Where(call => call.Operation == ConnectorOperation.Send && call.Status == 201 && call.ConversationId!.StartsWith(ChannelId(channel), StringComparison.Ordinal))];

    /// <summary>Has the next message into a channel refused.</summary>
    public static void RefuseOnce(this RunningBot bot, string channel, int status, string code)
    {
        var left = 1;
        bot.Connector.Trouble = call => call.Operation == ConnectorOperation.Send && call.ConversationId == ChannelId(channel) && Interlocked.Decrement(ref left) == 0
            ? new ConnectorFault(ConnectorOperation.Send, status, code)
            : null;
    }

    /// <summary>The message of a channel as it stands there now; null where it is deleted.</summary>
    public static JsonObject? Standing(this RunningBot bot, string channel) => bot.Posted(channel) is [.., var last] ? bot.Connector.Message(last.SentId!) : null;

    /// <summary>The card of a message.</summary>
    public static JsonObject Card(JsonObject message) => message["attachments"]![0]!["content"]!.AsObject();

    /// <summary>The last card that a person was sent, or that was changed, and says something.</summary>
    public static Task<ConnectorCall> SeenAsync(this RunningBot bot, TeamsUser user, string words) => bot.ToldAsync(user, words);

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var i = 0; i < 800; i++)
        {
            if (isSo())
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException(what);
    }

    private static (string, string)[] Someone(int index, int number, string name) =>
    [
        ($"Members:Preapproved:{index}:TenantId", Personas.TenantId), ($"Members:Preapproved:{index}:AadObjectId", ObjectId(number)), ($"Members:Preapproved:{index}:Name", name),
        ($"Members:Preapproved:{index}:Role", "Secretariat"), ($"Members:Preapproved:{index}:Organisation", "事務局"), ($"Members:Preapproved:{index}:Contact", "jimukyoku@example.jp"),
    ];

    private static TeamsUser User(RunningBot bot, int number, string name) => new(bot.Http, bot.Connector, "personal", name) { Tenant = Personas.TenantId, AadObjectId = ObjectId(number) };

    private static string ObjectId(int number) => $"d0000000-0000-4000-8000-{number:D12}";
}
