using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace RenkeiBot.Tests.Service;

/// <summary>Runs alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzAlone;

/// <summary>Ten thousand bodies that no channel would send, the same ones each time.</summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests
{
    private const int Bodies = 10_000;
    private const int Seed = 20261121;
    private const long MaxGrowth = 96L * 1024 * 1024;

    private static readonly string[] Names =
        ["type", "id", "text", "from", "recipient", "conversation", "channelData", "entities", "attachments", "value", "membersAdded", "serviceUrl", "timestamp", "locale", "name", "deliveryMode", "replyToId", "あ", ""];

    private static readonly string[] Types = ["message", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "typing", "event", "秘密"];

    private static readonly string[] Texts =
        ["ヘルプ", "第2回の会場は？", "\0\u0001\u202E\u200B", "\uFFFF", "<at>", "<at>RenkeiBot</at>", "' OR 1=1 --", "{{7*7}}", "1e309", "9999-12-31T23:59:59Z", "../../etc/passwd", "👩‍👩‍👧‍👦", "expectReplies", "adaptiveCard/action"];

    [Fact]
    public async Task Ten_thousand_malformed_activities_leave_the_bot_as_it_was()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.NotEmpty((await bot.User().SendAsync("ヘルプ")).Replies);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var failures = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Bodies), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, token) =>
        {
            var (body, mediaType) = Body(new Random(Seed + number), bot);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            using var response = await bot.Http.PostAsync("/api/messages", content, token);
            // That nobody handles an invoke is said with 501 (Bot Framework Activity 3.1.12).
            var status = response.StatusCode;
            if ((int)status < 500 || status == HttpStatusCode.NotImplemented && Encoding.UTF8.GetString(body).Contains("invoke", StringComparison.Ordinal))
                return;
            lock (failures)
                failures.Add($"{number}: {(int)status} {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300)))}");
        });
        Assert.Empty(failures);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxGrowth);
        Assert.NotEmpty((await bot.User().SendAsync("ヘルプ")).Replies);
    }

    private static (byte[] Body, string MediaType) Body(Random random, RunningBot bot)
    {
        var mediaType = random.Next(50) == 0 ? "text/plain" : "application/json";
        if (random.Next(200) == 0)
            return (Encoding.UTF8.GetBytes(Activity(random, bot).ToJsonString()[..^1] + ",\"x\":\"" + new string('x', 256 * 1024) + "\"}"), mediaType);
        switch (random.Next(6))
        {
            case 0:
                var bytes = new byte[random.Next(300)];
                random.NextBytes(bytes);
                return (bytes, mediaType);
            case 1:
                var whole = Encoding.UTF8.GetBytes(Activity(random, bot).ToJsonString());
                return (whole[..random.Next(whole.Length)], mediaType);
            case 2:
                var flipped = Encoding.UTF8.GetBytes(Activity(random, bot).ToJsonString());
                for (var i = random.Next(1, 8); i > 0; i--)
                    flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return (flipped, mediaType);
            case 3:
                var depth = random.Next(1, 3000);
                var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"value\":", "}");
                var inner = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
                return (Encoding.UTF8.GetBytes($"{{\"type\":\"{Types[random.Next(Types.Length)]}\",\"{Names[random.Next(Names.Length)]}\":{inner}}}"), mediaType);
            default:
                return (Encoding.UTF8.GetBytes(Activity(random, bot).ToJsonString()), mediaType);
        }
    }

    /// <summary>An activity as Teams sends it, of which some parts are something else.</summary>
    private static JsonObject Activity(Random random, RunningBot bot)
    {
        var activity = bot.User().Activity(Types[random.Next(Types.Length)]);
        activity["text"] = Texts[random.Next(Texts.Length)];
        if (random.Next(10) != 0)
            activity["serviceUrl"] = null;
        for (var i = random.Next(6); i > 0; i--)
            Part(activity, random)[Names[random.Next(Names.Length)]] = Value(random, 3);
        return activity;
    }

    private static JsonObject Part(JsonObject activity, Random random) =>
        random.Next(3) == 0 && activity.Select(property => property.Value).OfType<JsonObject>().ToList() is { Count: > 0 } parts ? parts[random.Next(parts.Count)] : activity;

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonValue.Create(random.NextDouble() * 1e300),
        4 => JsonValue.Create(Texts[random.Next(Texts.Length)]),
        5 => JsonValue.Create(string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(1, 0xD7FF)))),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth - 1))]),
        7 => new JsonObject([.. Enumerable.Range(0, random.Next(5)).Select(i => KeyValuePair.Create($"{Names[random.Next(Names.Length)]}{(i == 0 ? "" : i)}", Value(random, depth - 1)))]),
        _ => new JsonObject { ["type"] = "Action.Execute", ["verb"] = Value(random, 0), ["data"] = Value(random, depth - 1), ["action"] = Value(random, depth - 1) },
    };
}
