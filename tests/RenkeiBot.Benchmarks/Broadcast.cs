using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Benchmarks;

/// <summary>A message of the size of an announcement's card, for many channels: as rows of the outbox, and as the bare loop posts it.</summary>
internal static class Broadcast
{
    private const int Batch = 5_000;
    private const string Tenant = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";

    /// <summary>Writes the rows into the database of a service.</summary>
    public static async Task WriteAsync(string folder, string serviceUrl, int targets)
    {
        var options = new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite($"Data Source={Path.Combine(folder, BotProcess.DatabaseFile)};Pooling=False").Options;
        var writer = new OutboxWriter(new OutboxSignal(), Options.Create(new OutboxOptions()));
        // In one transaction: a service that runs meanwhile sees all or nothing.
        await using var first = new RenkeiBotDbContext(options);
        await using var transaction = await first.Database.BeginTransactionAsync();
        var activity = Message();
        foreach (var numbers in Enumerable.Range(0, targets).Chunk(Batch))
        {
            foreach (var number in numbers)
                writer.Add(first, new OutboxPost($"broadcast/{number}", OutboxTarget.Of(Channel(number, serviceUrl)), activity, OutboxLane.Announcement), DateTimeOffset.UnixEpoch);
            await first.SaveChangesAsync();
            first.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Posts the same bodies through HttpClient and does nothing else.</summary>
    public static async Task LoopAsync(string serviceUrl, int targets, int concurrency)
    {
        var addressed = Message().AddressedTo(JsonSerializer.Deserialize(Channel(0, serviceUrl).Reference, BotFrameworkJson.ConversationReference)!);
        var body = JsonSerializer.SerializeToUtf8Bytes(addressed, BotFrameworkJson.Activity);
        using var http = new HttpClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, targets), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (number, cancellationToken) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await http.PostAsync($"{serviceUrl}v3/conversations/{Uri.EscapeDataString(Id(number))}/activities", content, cancellationToken);
            response.EnsureSuccessStatusCode();
        });
    }

    private static string Id(int number) => $"19:channel-{number:D6}@thread.tacv2";

    private static Activity Message()
    {
        var text = new StringBuilder();
        for (var line = 1; line <= 40; line++)
            text.Append("{\"type\":\"TextBlock\",\"wrap\":true,\"text\":\"").Append(line).Append(" 特別区全国連携プロジェクトからのお知らせです。来月の展示の準備についてご連絡します。\"},");
        var card = $"{{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{text.ToString().TrimEnd(',')}]}}";
        return Activity.CreateCard(RawJson.FromUtf8(Encoding.UTF8.GetBytes(card)), "展示の準備について");
    }

    private static Channel Channel(int number, string serviceUrl) => new()
    {
        ConversationId = Id(number),
        TenantId = Tenant,
        TeamId = Id(number),
        TeamName = "",
        Name = "",
        Reference = JsonSerializer.Serialize(
            new ConversationReference { Bot = new ChannelAccount { Id = "28:bot" }, Conversation = new ConversationAccount { Id = Id(number), ConversationType = "channel", TenantId = Tenant }, ChannelId = "msteams", ServiceUrl = serviceUrl },
            BotFrameworkJson.ConversationReference),
        ServiceUrl = serviceUrl,
        AddedAt = default,
        UpdatedAt = default,
    };
}
