using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>Writes messages for the personal chats of people, and replacements of cards in channels, in the transaction of the change that causes them.</summary>
internal sealed class OutboxWriter(OutboxSignal signal)
{
    private const int MaxKeyLength = 200;

    /// <summary>Adds a message; it is delivered after the caller has saved it.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="key">What makes the message one and the same: a second one with this key is refused by the database, and the change with it.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="aadObjectId">The person's object id in Entra ID. While their personal chat is not known, the message waits.</param>
    /// <param name="activity">What to send; whom it goes to is filled in at the sending.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">The ids cannot be those of a person.</exception>
    public void Add(RenkeiBotDbContext context, string key, string tenantId, string aadObjectId, Activity activity, DateTimeOffset now)
    {
        context.OutboxMessages.Add(new OutboxMessage
        {
            Key = Fitting(key),
            TenantId = Sender.Normalise(tenantId) ?? throw new ArgumentException("This is no tenant id.", nameof(tenantId)),
            AadObjectId = Sender.Normalise(aadObjectId) ?? throw new ArgumentException("This is no object id.", nameof(aadObjectId)),
            Activity = JsonSerializer.Serialize(activity, BotFrameworkJson.Activity),
            CreatedAt = now,
            NotBefore = now,
        });
        context.SavedChanges += (_, _) => signal.Set();
    }

    /// <summary>Adds a message that takes the place of an older one of the bot's in a channel or group chat.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="key">What makes the message one and the same.</param>
    /// <param name="card">Where the older one stands.</param>
    /// <param name="activity">What takes its place.</param>
    /// <param name="now">The present time.</param>
    public void Replace(RenkeiBotDbContext context, string key, PostedCard card, Activity activity, DateTimeOffset now)
    {
        context.OutboxMessages.Add(new OutboxMessage
        {
            Key = Fitting(key),
            TenantId = "",
            AadObjectId = "",
            ConversationId = card.ConversationId,
            Reference = card.Reference,
            ServiceUrl = card.ServiceUrl,
            ReplacesActivityId = card.ActivityId,
            Activity = JsonSerializer.Serialize(activity, BotFrameworkJson.Activity),
            CreatedAt = now,
            NotBefore = now,
        });
        context.SavedChanges += (_, _) => signal.Set();
    }

    /// <summary>Says that the rows are committed, where the caller commits a transaction of its own. Without it they are found within seconds.</summary>
    public void Wake() => signal.Set();

    private static string Fitting(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Length <= MaxKeyLength ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
