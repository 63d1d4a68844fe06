using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Retention;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Outbox;

/// <summary>Gives up messages for people who never wrote to the bot: what is old would only surprise them, and is not kept for ever. The secretariat sees them in 「未配信一覧」 and can send them again.</summary>
internal sealed class UnreachedMessages(IDbContextFactory<RenkeiBotDbContext> contexts, TimeProvider time)
{
    /// <summary>Gives up what has waited since before a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="kept">Sources whose messages wait on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many.</returns>
    public async Task<int> GiveUpAsync(DateTimeOffset moment, IReadOnlyList<string> kept, CancellationToken cancellationToken)
    {
        for (var all = 0; ;)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var messages = await OutboxQueries.UnreachedSince(context, moment, now, kept).Take(OldRows.BatchSize).ToListAsync(cancellationToken);
            foreach (var message in messages)
                (message.EndedAt, message.Failure) = (now, OutboxFailures.Unreached);
            // Where another instance was first, it does the rest too.
            if (!await context.TrySaveChangesAsync(cancellationToken))
                return all;
            all += messages.Count;
            if (messages.Count < OldRows.BatchSize)
                return all;
        }
    }
}
