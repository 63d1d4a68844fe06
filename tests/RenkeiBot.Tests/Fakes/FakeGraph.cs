using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.Tests.Fakes;

/// <summary>A request that the fake Graph got.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path after /v1.0, as it was escaped.</param>
/// <param name="Query">The query, unescaped, without its question mark.</param>
/// <param name="Body">The body, where it is a JSON object.</param>
public sealed record GraphCall(string Method, string Path, string Query, JsonObject? Body);

/// <summary>How calls are to fail.</summary>
/// <param name="PathEnd">Those whose path ends so.</param>
/// <param name="Status">With which status; 0 drops the connection after the call was carried out.</param>
public sealed record GraphFault(string PathEnd, int Status)
{
    public string? RetryAfter { get; init; }

    public string Code { get; init; } = "TooManyRequests";

    /// <summary>Holds the answer back, and then gives it as it would have been.</summary>
    public TimeSpan Delay { get; init; }

    public int Left { get; set; } = 1;
}

/// <summary>
/// Microsoft Graph v1.0 on a port of its own, as far as it is documented for the calls of the bot (<see cref="FakeGraphTenant"/>): method, path, query, body and token of every request are held
/// against the documentation. What does not fit is answered with 400 and fails the test when the fake is disposed of.
/// </summary>
public sealed class FakeGraph : IAsyncDisposable
{
    public const string Token = "token-for-https://graph.microsoft.com";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<GraphCall> calls = [];
    private readonly ConcurrentQueue<string> problems = [];
    private readonly List<GraphFault> faults = [];

    private FakeGraph(WebApplication app) => this.app = app;

    /// <summary>The setting Graph:BaseUrl.</summary>
    public string BaseUrl { get; private set; } = "";

    public FakeGraphTenant Tenant { get; private set; } = null!;

    public IReadOnlyList<GraphCall> Calls => [.. calls];

    public IReadOnlyList<string> Problems => [.. problems];

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph.app.Run(graph.AnswerAsync);
        await graph.app.StartAsync();
        graph.BaseUrl = graph.app.Urls.Single() + "/v1.0";
        graph.Tenant = new FakeGraphTenant(graph.BaseUrl);
        return graph;
    }

    /// <summary>Makes coming calls fail.</summary>
    public void Fail(GraphFault fault)
    {
        lock (faults)
            faults.Add(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        Assert.Empty(Problems);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var call = await ReadAsync(http);
        calls.Enqueue(call);
        http.Response.Headers["request-id"] = "5f1d0a6e-0001-4c11-9d5b-000000000001";
        if (http.Request.Headers.Authorization.ToString() != $"Bearer {Token}")
        {
            problems.Enqueue($"{call.Method} {call.Path}: the token is not Graph's");
            await WriteAsync(http, new GraphAnswer(401, Error("InvalidAuthenticationToken")));
            return;
        }

        var fault = TakeFault(call);
        if (fault is { Delay: { Ticks: > 0 } delay })
            await Task.Delay(delay, http.RequestAborted);
        if (fault is { Status: > 0 })
        {
            if (fault.RetryAfter is { } retryAfter)
                http.Response.Headers.RetryAfter = retryAfter;
            await WriteAsync(http, new GraphAnswer(fault.Status, Error(fault.Code)));
            return;
        }

        GraphAnswer answer;
        try
        {
            answer = Tenant.Answer(call);
        }
        catch (UndocumentedException problem)
        {
            problems.Enqueue($"{call.Method} {call.Path}?{call.Query} {call.Body?.ToJsonString()}: {problem.Message}");
            answer = new GraphAnswer(400, Error("BadRequest"));
        }

        if (fault is { Status: 0, Delay.Ticks: 0 })
            http.Abort();
        else
            await WriteAsync(http, answer);
    }

    private GraphFault? TakeFault(GraphCall call)
    {
        lock (faults)
        {
            var fault = faults.Find(one => one.Left > 0 && call.Path.EndsWith(one.PathEnd, StringComparison.Ordinal));
            if (fault is not null)
                fault.Left--;
            return fault;
        }
    }

    private static async Task<GraphCall> ReadAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var parts = target.Split('?', 2);
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory);
        var body = memory.Length > 0 && http.Request.ContentType == "application/json; charset=utf-8" ? JsonNode.Parse(memory.ToArray()) as JsonObject : null;
        return new GraphCall(http.Request.Method, parts[0].StartsWith("/v1.0/", StringComparison.Ordinal) ? parts[0][5..] : parts[0], Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""), body);
    }

    private static async Task WriteAsync(HttpContext http, GraphAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        http.Response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
        await http.Response.WriteAsync(answer.Body.ToJsonString());
    }

    internal static JsonObject Error(string code) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = "山田 花子 (hanako@city.example.lg.jp): as the test wants it",
            ["innerError"] = new JsonObject { ["date"] = "2026-11-21T00:00:00", ["request-id"] = "5f1d0a6e-0001-4c11-9d5b-000000000001", ["client-request-id"] = "5f1d0a6e-0001-4c11-9d5b-000000000002" },
        },
    };
}

/// <summary>What the fake answers.</summary>
public sealed record GraphAnswer(int Status, JsonObject? Body = null);

/// <summary>A request that the documentation does not know.</summary>
public sealed class UndocumentedException(string message) : Exception(message);
