using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenkeiBot.Tests.Fakes;

/// <summary>What came of one turn.</summary>
/// <param name="Status">The HTTP status of /api/messages.</param>
/// <param name="Body">The HTTP body, when it is JSON.</param>
/// <param name="Calls">What the bot did in this conversation meanwhile.</param>
public sealed record TurnOutcome(HttpStatusCode Status, JsonNode? Body, IReadOnlyList<ConnectorCall> Calls)
{
    /// <summary>The messages that the bot sent: through the Connector, or in the response when the replies were expected there.</summary>
    public IReadOnlyList<JsonObject> Replies =>
    [
        .. Calls.Where(c => c is { Operation: ConnectorOperation.Send or ConnectorOperation.Reply, SentId: not null, Type: "message" })
            .Select(c => c.Activity!),
        .. (Body?["activities"] as JsonArray ?? []).OfType<JsonObject>().Where(a => (string?)a["type"] == "message"),
    ];

    /// <summary>What the user reads first: text or summary of the only reply.</summary>
    public string Answer => Replies.Single() is var reply ? (string?)reply["text"] ?? (string?)reply["summary"] ?? "" : "";

    /// <summary>The newest card: of an invoke response, else of an update or a reply.</summary>
    public JsonObject? Card => ((string?)Body?["type"] == "application/vnd.microsoft.card.adaptive" ? Body?["value"] as JsonObject : null)
        ?? Calls.LastOrDefault(c => c.Card is not null)?.Card
        ?? (Replies is [.., var last] ? last : null)?["attachments"]?[0]?["content"] as JsonObject;
}

/// <summary>
/// A user in one Teams conversation, talking to a bot through its front door. Activities are shaped as Teams shapes them; whatever a test
/// needs otherwise it changes in <see cref="Activity"/> before <see cref="PostAsync(JsonObject)"/>.
/// </summary>
/// <param name="bot">A client whose base address is the bot's.</param>
/// <param name="connector">Where the bot is to answer.</param>
/// <param name="conversationType">personal, groupChat or channel.</param>
/// <param name="name">The user's name; it also makes the ids.</param>
public sealed class TeamsUser(HttpClient bot, FakeConnector connector, string conversationType = "personal", string name = "山田 花子")
{
    public const string BotId = "28:7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa";
    public const string BotName = "RenkeiBot";
    public const string TenantId = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";
    public const string TeamId = "19:5a4e0d2b@thread.tacv2";

    private static int lastNumber;
    private readonly int number = Interlocked.Increment(ref lastNumber);
    private string? aadObjectId;

    /// <summary>The user's id on the channel.</summary>
    public string UserId => string.Create(CultureInfo.InvariantCulture, $"29:user-{number}");

    /// <summary>The user's Microsoft Entra object id.</summary>
    public string AadObjectId
    {
        get => aadObjectId ??= string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:D12}");
        init => aadObjectId = value;
    }

    /// <summary>The user's tenant.</summary>
    public string Tenant { get; init; } = TenantId;

    /// <summary>The id of the conversation.</summary>
    public string ConversationId { get; init; } = conversationType switch
    {
        "personal" => "a:" + Guid.NewGuid().ToString("N"),
        "groupChat" => $"19:{Guid.NewGuid():N}@thread.v2",
        _ => $"{TeamId};messageid=1795210021393",
    };

    /// <summary>Whether the replies are expected in the HTTP response.</summary>
    public bool ExpectsReplies { get; init; }

    /// <summary>An activity as Teams sends it, to be changed as needed.</summary>
    public JsonObject Activity(string type)
    {
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (conversationType == "channel")
        {
            channelData["team"] = new JsonObject { ["id"] = TeamId, ["name"] = "全国連携", ["aadGroupId"] = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001" };
            channelData["channel"] = new JsonObject { ["id"] = TeamId };
        }
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["timestamp"] = "2026-11-20T21:26:58.075Z",
            ["localTimestamp"] = "2026-11-21T06:26:58.075+09:00",
            ["localTimezone"] = "Asia/Tokyo",
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = UserId, ["name"] = name, ["aadObjectId"] = AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
            ["conversation"] = new JsonObject { ["conversationType"] = conversationType, ["tenantId"] = Tenant, ["id"] = ConversationId },
            ["channelData"] = channelData,
            ["locale"] = "ja-JP",
            ["entities"] = JsonNode.Parse("""[{"type":"clientInfo","locale":"ja-JP","country":"JP","platform":"Windows","timezone":"Asia/Tokyo"}]"""),
        };
        if (conversationType != "personal")
            activity["conversation"]!["isGroup"] = true;
        if (ExpectsReplies)
            activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    /// <summary>Writes to the bot; outside of personal chats with a mention, as Teams demands.</summary>
    public Task<TurnOutcome> SendAsync(string text)
    {
        var activity = Activity("message");
        activity["textFormat"] = "plain";
        activity["text"] = text;
        if (conversationType != "personal")
        {
            const string tag = $"<at>{BotName}</at>";
            activity["text"] = $"{tag} {text}";
            var mentioned = new JsonObject { ["id"] = BotId, ["name"] = BotName };
            activity["entities"]!.AsArray().Insert(0, new JsonObject { ["type"] = "mention", ["mentioned"] = mentioned, ["text"] = tag });
        }
        return PostAsync(activity);
    }

    /// <summary>Presses an Action.Submit: data and inputs in one object.</summary>
    public Task<TurnOutcome> SubmitAsync(JsonObject value, string? replyToId = null)
    {
        var activity = Activity("message");
        activity["value"] = value;
        if (replyToId is not null)
            activity["replyToId"] = replyToId;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return PostAsync(activity);
    }

    /// <summary>Presses an Action.Execute, or refreshes the card.</summary>
    public Task<TurnOutcome> ExecuteAsync(string? verb, JsonObject? data = null, string? replyToId = null, string? trigger = "manual")
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["data"] = data ?? [] };
        if (verb is not null)
            action["verb"] = verb;
        var value = new JsonObject { ["action"] = action };
        if (trigger is not null)
            value["trigger"] = trigger;
        return InvokeAsync("adaptiveCard/action", value, replyToId);
    }

    /// <summary>Sends any invoke.</summary>
    public Task<TurnOutcome> InvokeAsync(string? invokeName, JsonNode? value, string? replyToId = null)
    {
        var activity = Activity("invoke");
        if (invokeName is not null)
            activity["name"] = invokeName;
        activity["value"] = value;
        if (replyToId is not null)
            activity["replyToId"] = replyToId;
        return PostAsync(activity);
    }

    /// <summary>The bot comes into this conversation.</summary>
    public Task<TurnOutcome> AddBotAsync() => PostAsync(Update("membersAdded", "teamMemberAdded", conversationType == "personal" ? [BotId, UserId] : [BotId]));

    /// <summary>The bot is removed from this conversation.</summary>
    public Task<TurnOutcome> RemoveBotAsync() => PostAsync(Update("membersRemoved", "teamMemberRemoved", [BotId]));

    /// <summary>Somebody comes into this conversation.</summary>
    public Task<TurnOutcome> JoinAsync(string userId) => PostAsync(Update("membersAdded", "teamMemberAdded", [userId]));

    /// <summary>The app is installed (add) or uninstalled (remove).</summary>
    public Task<TurnOutcome> InstallAsync(string action = "add")
    {
        var activity = Activity("installationUpdate");
        activity["action"] = action;
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = ConversationId } };
        return PostAsync(activity);
    }

    /// <summary>Posts an activity and waits for the end of its turn.</summary>
    public Task<TurnOutcome> PostAsync(JsonObject activity) => PostAsync(bot, connector, activity);

    /// <summary>Posts an activity and waits for the end of its turn.</summary>
    public static async Task<TurnOutcome> PostAsync(HttpClient bot, FakeConnector connector, JsonObject activity)
    {
        var before = connector.Calls.Count;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await bot.PostAsync("/api/messages", content);
        var body = await response.Content.ReadAsStringAsync();
        var conversation = (string?)activity["conversation"]?["id"];
        return new TurnOutcome(
            response.StatusCode,
            body.Length == 0 ? null : JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 128 }),
            [.. connector.Calls.Skip(before).Where(c => (c.ConversationId == conversation && (activity["id"] is null || !IsToldMeanwhile(c))) || c.Operation == ConnectorOperation.Create)]);
    }

    /// <summary>What the outbox brings into the conversation while a turn runs answers nothing, and is not of that turn.</summary>
    private static bool IsToldMeanwhile(ConnectorCall call) => call.Operation == ConnectorOperation.Send && call.Body?["replyToId"] is null;

    private JsonObject Update(string list, string eventType, string[] ids)
    {
        var activity = Activity("conversationUpdate");
        activity[list] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id })]);
        if (conversationType == "channel")
            activity["channelData"]!["eventType"] = eventType;
        return activity;
    }
}
