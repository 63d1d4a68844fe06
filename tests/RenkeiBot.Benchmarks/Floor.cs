using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.Benchmarks;

/// <summary>The least that a bot can do: reads the activity, posts one reply through HttpClient. What a turn of the service costs is measured against it.</summary>
internal static class Floor
{
    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        using var http = new HttpClient();
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = await JsonSerializer.DeserializeAsync(request.Body, FloorJson.Default.FloorActivity);
            var reply = new FloorActivity { Type = "message", Text = "はい。", ReplyToId = activity!.Id, Conversation = activity.Conversation, Recipient = activity.From, From = activity.Recipient };
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
            content.Headers.ContentType = new("application/json");
            using var response = await http.PostAsync($"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{activity.Id}", content);
            response.EnsureSuccessStatusCode();
        });
        await app.RunAsync();
    }
}

internal sealed record FloorActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ReplyToId { get; init; }

    public FloorAccount? From { get; init; }

    public FloorAccount? Recipient { get; init; }

    public FloorAccount? Conversation { get; init; }
}

internal sealed record FloorAccount(string? Id, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
