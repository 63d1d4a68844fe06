using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.Tests.Fakes;

/// <summary>
/// The Bot Connector as Teams serves it, on a port of its own: it records what the bot does, answers as Teams answers (protocol: 201 with
/// an id), knows the messages that can be updated or deleted, members and teams, and fails when told to.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ConnectorCall> calls = [];
    private readonly ConcurrentDictionary<string, JsonObject> messages = [];
    private readonly List<ConnectorFault> faults = [];
    private long lastId = 1_795_210_000_000;

    private FakeConnector(WebApplication app) => this.app = app;

    /// <summary>What activities are to name as their service URL; with a path and a trailing slash, as Teams has them.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <summary>The messages sent so far: sends, replies and created conversations that were answered with success.</summary>
    public IReadOnlyList<ConnectorCall> Sent => [.. calls.Where(c => c.SentId is not null && c.Operation is not ConnectorOperation.Update)];

    /// <summary>Members by conversation id; a conversation that is not here has none.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<JsonObject>> Members { get; } = [];

    /// <summary>Teams by thread id, each with its channels under "channels".</summary>
    public ConcurrentDictionary<string, JsonObject> Teams { get; } = [];

    /// <summary>The limits that it keeps; null for none.</summary>
    public ChannelLimits? Limits { get; set; }

    /// <summary>What goes wrong with a call that no <see cref="Fail"/> hits; null where nothing does. Asked after the limits.</summary>
    public Func<ConnectorCall, ConnectorFault?>? Trouble { get; set; }

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync();
        connector.ServiceUrl = connector.app.Urls.Single() + "/jp/";
        return connector;
    }

    /// <summary>Makes coming calls fail.</summary>
    public void Fail(ConnectorFault fault)
    {
        lock (faults)
            faults.Add(fault);
    }

    /// <summary>A message that the bot sent before, which it may update or delete.</summary>
    public void Knows(string activityId) => messages[activityId] = [];

    /// <summary>The message as it stands now, with its updates; null when it is not there or was deleted.</summary>
    public JsonObject? Message(string activityId) => messages.GetValueOrDefault(activityId);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var call = await ReadAsync(http);
        calls.Enqueue(call);
        if (Limits?.Refuse(call) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            call.Status = 429;
            await WriteAsync(http, 429, Error("TooManyRequests"));
            return;
        }
        if ((TakeFault(call.Operation) ?? Trouble?.Invoke(call)) is { } fault)
        {
            if (fault.DropAfter)
                call.Status = Answer(call).Status;
            if (fault.Until is { } until)
                await until.WaitAsync(http.RequestAborted);
            if (fault.Drop || fault.DropAfter)
            {
                http.Abort();
                return;
            }
            if (fault.RetryAfter is { } retryAfter)
                http.Response.Headers.RetryAfter = retryAfter;
            if (fault.Status != 0)
            {
                call.Status = fault.Status;
                await WriteAsync(http, fault.Status, fault.Body ?? Error(fault.Code));
                return;
            }
        }
        var (status, body) = Answer(call);
        call.Status = status;
        await WriteAsync(http, status, body);
    }

    private ConnectorFault? TakeFault(ConnectorOperation operation)
    {
        lock (faults)
        {
            var fault = faults.Find(f => f.Left > 0 && (f.Operation is null || f.Operation == operation));
            if (fault is not null)
                fault.Left--;
            return fault;
        }
    }

    private static async Task<ConnectorCall> ReadAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        target = target.StartsWith("/jp/", StringComparison.Ordinal) ? target[3..] : "(outside of the service URL) " + target;
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory);
        var body = memory.Length == 0 ? null : JsonNode.Parse(Encoding.UTF8.GetString(memory.ToArray())) as JsonObject;
        var path = target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var operation = (http.Request.Method, path) switch
        {
            ("POST", ["v3", "conversations"]) => ConnectorOperation.Create,
            ("POST", ["v3", "conversations", _, "activities"]) => ConnectorOperation.Send,
            ("POST", ["v3", "conversations", _, "activities", _]) => ConnectorOperation.Reply,
            ("PUT", ["v3", "conversations", _, "activities", _]) => ConnectorOperation.Update,
            ("DELETE", ["v3", "conversations", _, "activities", _]) => ConnectorOperation.Delete,
            ("GET", ["v3", "conversations", _, "pagedmembers"]) => ConnectorOperation.Members,
            ("GET", ["v3", "conversations", _, "members", _]) => ConnectorOperation.Member,
            ("GET", ["v3", "teams", _]) => ConnectorOperation.Team,
            ("GET", ["v3", "teams", _, "conversations"]) => ConnectorOperation.Channels,
            _ => ConnectorOperation.Unknown,
        };
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new ConnectorCall(operation, target, path.ElementAtOrDefault(2), path.ElementAtOrDefault(4), body, headers);
    }

    private (int Status, string Body) Answer(ConnectorCall call)
    {
        var conversation = call.ConversationId ?? "";
        switch (call.Operation)
        {
            case ConnectorOperation.Send or ConnectorOperation.Reply:
                return (201, Json(new JsonObject { ["id"] = Accept(call) }));
            case ConnectorOperation.Update when messages.ContainsKey(call.ActivityId!):
                messages[call.ActivityId!] = call.Body!;
                call.SentId = call.ActivityId;
                return (200, Json(new JsonObject { ["id"] = call.ActivityId }));
            case ConnectorOperation.Delete when messages.TryRemove(call.ActivityId!, out _):
                return (200, "");
            case ConnectorOperation.Update or ConnectorOperation.Delete:
                return (404, Error("ActivityNotFoundInConversation"));
            case ConnectorOperation.Create:
                return Create(call);
            case ConnectorOperation.Members:
                return (200, Json(Page(call)));
            case ConnectorOperation.Member:
                var member = Members.GetValueOrDefault(conversation, []).FirstOrDefault(m => (string?)m["id"] == call.ActivityId);
                return member is null ? (404, Error("MemberNotFoundInConversation")) : (200, Json(member));
            case ConnectorOperation.Team when Teams.TryGetValue(conversation, out var team):
                return (200, Json(team));
            case ConnectorOperation.Channels when Teams.TryGetValue(conversation, out var team):
                return (200, Json(new JsonObject { ["conversations"] = team["channels"]?.DeepClone() }));
            default:
                return (404, Error("NotFound"));
        }
    }

    private (int Status, string Body) Create(ConnectorCall call)
    {
        if ((string?)call.Body?["channelData"]?["channel"]?["id"] is { } channel)
        {
            if (call.Activity is null)
                return (400, Error("BadSyntax"));
            var root = Accept(call);
            return (201, Json(new JsonObject { ["id"] = $"{channel};messageid={root}", ["activityId"] = root, ["serviceUrl"] = ServiceUrl }));
        }
        if (call.Body?["members"] is not JsonArray { Count: 1 } members || (string?)members[0]?["id"] is not { } user)
            return (400, Error("BadSyntax"));
        if (call.Activity is not null)
            Accept(call);
        return (201, Json(new JsonObject { ["id"] = $"a:{user}" }));
    }

    private JsonObject Page(ConnectorCall call)
    {
        var query = QueryHelpers.ParseQuery(call.Target.Split('?').ElementAtOrDefault(1));
        var size = query.TryGetValue("pageSize", out var s) ? int.Parse(s.ToString(), CultureInfo.InvariantCulture) : 200;
        var start = query.TryGetValue("continuationToken", out var t) ? int.Parse(t.ToString().Split('=')[1], CultureInfo.InvariantCulture) : 0;
        var members = Members.GetValueOrDefault(call.ConversationId ?? "", []);
        var page = new JsonObject { ["members"] = new JsonArray([.. members.Skip(start).Take(size).Select(m => m.DeepClone())]) };
        if (start + size < members.Count)
            page["continuationToken"] = $"at={start + size}";
        return page;
    }

    private string Accept(ConnectorCall call)
    {
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        call.SentId = id;
        messages[id] = call.Activity ?? [];
        return id;
    }

    private static async Task WriteAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(body);
    }

    private static string Error(string code) => Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "as the test wants it" } });

    private static string Json(JsonNode node) => JsonSerializer.Serialize(node);
}
