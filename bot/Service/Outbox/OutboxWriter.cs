using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Outbox;

internal sealed class OutboxWriter
{
    private int wakes;

    public void Add(RenkeiBotDbContext context, string key, string tenantId, string aadObjectId, Activity activity, DateTimeOffset now) => wakes++;

    public void Wake() => wakes = 0;
}
