using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RenkeiBot.Benchmarks;

/// <summary>The questions of the development set, and activities that ask them.</summary>
internal static class Questions
{
    public const string TenantId = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";

    /// <summary>Each question after what was asked before it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Conversations { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "dev.jsonl")).Where(line => line.Length > 0).Select(Parse)];

    /// <summary>A message as Teams sends it from a personal chat, just now. Its id and time are overwritten where it is sent again (<see cref="ActivityStamp"/>).</summary>
    public static byte[] Activity(string text, string conversation, string serviceUrl) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["type"] = "message",
            ["id"] = ActivityStamp.NextId(),
            ["timestamp"] = ActivityStamp.Now(),
            ["localTimestamp"] = "2026-11-21T06:26:58.075+09:00",
            ["localTimezone"] = "Asia/Tokyo",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new { id = "29:user-" + conversation, name = "山田 花子", aadObjectId = PersonOf(conversation) },
            ["recipient"] = new { id = "28:7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa", name = "RenkeiBot" },
            ["conversation"] = new { conversationType = "personal", tenantId = TenantId, id = "a:" + conversation },
            ["channelData"] = new { tenant = new { id = TenantId } },
            ["locale"] = "ja-JP",
            ["textFormat"] = "plain",
            ["text"] = text,
            ["entities"] = new[] { new { type = "clientInfo", locale = "ja-JP", country = "JP", platform = "Windows", timezone = "Asia/Tokyo" } },
        },
        Japanese);

    /// <summary>Each conversation is another person's: one person in many personal chats does not exist.</summary>
    public static string PersonOf(string conversation) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)).AsSpan(0, 16)).ToString();

    private static readonly JsonSerializerOptions Japanese = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IReadOnlyList<string> Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var question = json.RootElement.GetProperty("q").GetString()!;
        if (!json.RootElement.TryGetProperty("prev", out var before))
            return [question];
        return before.ValueKind == JsonValueKind.Array
            ? [.. before.EnumerateArray().Select(text => text.GetString()!), question]
            : [before.GetString()!, question];
    }
}
