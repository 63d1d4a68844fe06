using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenkeiBot.Service.WebChat;

/// <summary>
/// The Connector of the chat page, in the Development environment and for this machine alone: what the bot says outside of a turn comes here, as it goes to Teams otherwise, and the page asks for it. It takes what
/// <c>BotFramework.ConnectorClient</c> sends: new messages, updates, deletes, and the questions for members and teams (Bot Connector API).
/// </summary>
internal static class WebChatConnector
{
    /// <summary>The service URL's path that the page names in its activities.</summary>
    private const string Root = "/webchat/connector";

    private const string TeamName = "全国連携（お試し）";
    private const int MaxConversations = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Map(WebApplication app, WebChatMail mail)
    {
        var conversation = Root + "/v3/conversations/{id}";
        app.MapPost(conversation + "/activities", (HttpContext http, string id) => LocalAsync(http, () => PostAsync(http, mail, id)));
        app.MapPost(conversation + "/activities/{activityId}", (HttpContext http, string id) => LocalAsync(http, () => PostAsync(http, mail, id)));
        app.MapPut(conversation + "/activities/{activityId}", (HttpContext http, string id, string activityId) => LocalAsync(http, () => PutAsync(http, mail, id, activityId)));
        app.MapDelete(conversation + "/activities/{activityId}", (HttpContext http, string id, string activityId) => LocalAsync(http, () => DeleteAsync(mail, id, activityId)));
        app.MapGet(conversation + "/members/{userId}", (HttpContext http, string userId) => LocalAsync(http, () => Task.FromResult(Json(new JsonObject { ["id"] = userId }))));
        app.MapGet(Root + "/v3/teams/{id}", (HttpContext http, string id) => LocalAsync(http, () => Task.FromResult(Json(new JsonObject { ["id"] = id, ["name"] = TeamName }))));
        app.MapGet(Root + "/v3/teams/{id}/conversations", (HttpContext http, string id) => LocalAsync(http, () => Task.FromResult(Json(new JsonObject { ["conversations"] = new JsonArray(new JsonObject { ["id"] = id }) }))));
        app.MapPost("/webchat/messages", FetchLocalAsync);

        Task FetchLocalAsync(HttpContext http) => LocalAsync(http, () => FetchAsync(http, mail, app.Lifetime.ApplicationStopping));
    }

    /// <summary>Whoever writes here speaks for the bot: it is for this machine alone.</summary>
    private static async Task LocalAsync(HttpContext http, Func<Task<IResult>> answer)
    {
        var result = http.IsLocal() ? await answer() : Results.NotFound();
        await result.ExecuteAsync(http);
    }

    private static async Task<IResult> PostAsync(HttpContext http, WebChatMail mail, string id)
    {
        if (await ReadAsync(http) is not { } activity)
            return Results.BadRequest();
        var activityId = Guid.NewGuid().ToString();
        activity["id"] = activityId;
        mail.Add(id, activity);
        return Json(new JsonObject { ["id"] = activityId }, StatusCodes.Status201Created);
    }

    private static async Task<IResult> PutAsync(HttpContext http, WebChatMail mail, string id, string activityId)
    {
        if (await ReadAsync(http) is not { } activity)
            return Results.BadRequest();
        activity["id"] = activityId;
        activity["type"] = "messageUpdate";
        mail.Add(id, activity);
        return Json(new JsonObject { ["id"] = activityId });
    }

    private static Task<IResult> DeleteAsync(WebChatMail mail, string id, string activityId)
    {
        mail.Add(id, new JsonObject { ["type"] = "messageDelete", ["id"] = activityId });
        return Task.FromResult(Results.Ok());
    }

    /// <summary>The page asks with the number of the last message that it has of each of its conversations, and is answered when there is one more, or after a while.</summary>
    private static async Task<IResult> FetchAsync(HttpContext http, WebChatMail mail, CancellationToken stopping)
    {
        var asked = await ReadAsync(http);
        if (asked is null || asked.Count > MaxConversations)
            return Results.BadRequest();
        var known = asked.ToDictionary(one => one.Key, one => one.Value is JsonValue value && value.TryGetValue(out long number) ? number : 0);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var found = await mail.WaitAsync(known, Patience, ending.Token);
        return Json(new JsonObject
        {
            ["messages"] = new JsonArray([.. found.Select(one => new JsonObject { ["conversation"] = one.Conversation, ["number"] = one.Number, ["activity"] = one.Activity.DeepClone() })]),
        });
    }

    private static async Task<JsonObject?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Json(JsonObject body, int status = StatusCodes.Status200OK) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
