using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Messages for channels as tests of the delivery write them, and what became of them.</summary>
internal static class OutboxRows
{
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse(RunningBot.Now, null);

    /// <summary>A channel of a number.</summary>
    public static Channel Channel(int number, string serviceUrl) => new()
    {
        ConversationId = $"19:channel-{number}@thread.tacv2",
        TenantId = TeamsUser.TenantId,
        TeamId = $"19:team-{number}@thread.tacv2",
        TeamName = $"{number}区",
        Name = "お知らせ",
        Reference = JsonSerializer.Serialize(
            new ConversationReference
            {
                Bot = new ChannelAccount { Id = TeamsUser.BotId },
                Conversation = new ConversationAccount { Id = $"19:channel-{number}@thread.tacv2", ConversationType = "channel", IsGroup = true, TenantId = TeamsUser.TenantId },
                ChannelId = "msteams",
                ServiceUrl = serviceUrl,
            },
            BotFrameworkJson.ConversationReference),
        ServiceUrl = serviceUrl,
        AddedAt = Now,
        UpdatedAt = Now,
    };

    /// <summary>A message for the channel of a number.</summary>
    public static OutboxPost Post(int channel, string serviceUrl, string key, string text, OutboxLane lane = OutboxLane.Announcement) =>
        new(key, OutboxTarget.Of(Channel(channel, serviceUrl)), Activity.CreateMessage(text), lane) { Source = "test" };

    /// <summary>Writes messages in one transaction.</summary>
    public static async Task AddAsync(RunningBot bot, IEnumerable<OutboxPost> posts)
    {
        await using var context = await ContextAsync(bot);
        var writer = bot.Services.GetRequiredService<OutboxWriter>();
        foreach (var post in posts)
            writer.Add(context, post, Now);
        await context.SaveChangesAsync();
    }

    /// <summary>Says what a message should be now.</summary>
    public static async Task PutAsync(RunningBot bot, OutboxPost post)
    {
        await using var context = await ContextAsync(bot);
        await bot.Services.GetRequiredService<OutboxWriter>().PutAsync(context, post, Now, CancellationToken.None);
        await context.SaveChangesAsync();
    }

    /// <summary>Writes messages into a database that other processes use, whose clock goes on: due for a long time.</summary>
    public static async Task AddAsync(string file, IEnumerable<OutboxPost> posts)
    {
        await using var context = Context(file);
        var writer = new OutboxWriter(new OutboxSignal(), Options.Create(new OutboxOptions()));
        foreach (var post in posts)
            writer.Add(context, post, DateTimeOffset.UnixEpoch);
        await context.SaveChangesAsync();
    }

    public static RenkeiBotDbContext Context(string file) => new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    public static Task<RenkeiBotDbContext> ContextAsync(RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    public static async Task<OutboxMessage> RowAsync(RunningBot bot, string key)
    {
        await using var context = await ContextAsync(bot);
        return await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.Key == key);
    }

    /// <summary>Waits until nothing is left to do.</summary>
    public static async Task DoneAsync(Func<RenkeiBotDbContext> contexts, TimeSpan patience)
    {
        using var over = new CancellationTokenSource(patience);
        while (true)
        {
            await using (var context = contexts())
            {
                if (!await context.OutboxMessages.AnyAsync(message => message.EndedAt == null, over.Token))
                    return;
            }

            await Task.Delay(50, over.Token);
        }
    }

    public static Task DoneAsync(RunningBot bot, int seconds = 60) =>
        DoneAsync(bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContext, TimeSpan.FromSeconds(seconds));
}
