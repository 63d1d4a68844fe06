using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RenkeiBot.Service.WebChat;

namespace RenkeiBot.BrowserTests;

/// <summary>The real page, with a bot behind it that says what the test tells it to.</summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedBot(WebApplication app) => this.app = app;

    /// <summary>What the page sent, in order.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    /// <summary>What is answered: activities, as JSON.</summary>
    public Func<JsonObject, Task<JsonArray>> Answer { get; set; } = _ => Task.FromResult(new JsonArray());

    /// <summary>The HTTP status of the answers.</summary>
    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public Uri Address => new(app.Urls.First());

    /// <summary>The last thing sent that is not the opening.</summary>
    public JsonObject LastReceived => Received.Last(activity => activity["type"]!.GetValue<string>() != "conversationUpdate");

    /// <summary>Starts it on a free port, or again on the port of one that has gone.</summary>
    public static async Task<ScriptedBot> StartAsync(Uri? address = null, string environment = "Development")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new ScriptedBot(app);
        app.MapWebChat();
        app.MapPost("/api/messages", bot.HandleAsync);
        await app.StartAsync();
        return bot;
    }

    /// <summary>Answers every message with the same activities.</summary>
    public ScriptedBot Always(params JsonObject[] activities)
    {
        Answer = received => Task.FromResult(
            received["type"]!.GetValue<string>() == "conversationUpdate" ? [] : new JsonArray([.. activities.Select(activity => activity.DeepClone())]));
        return this;
    }

    public static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JsonObject Card(string card, string? summary = null, string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["summary"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = JsonNode.Parse(card) }),
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Received.Enqueue(activity);
        var activities = await Answer(activity);
        context.Response.StatusCode = StatusCode;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(new JsonObject { ["activities"] = activities }.ToJsonString());
    }
}
