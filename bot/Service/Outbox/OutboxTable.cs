using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// The table OutboxMessages as the dispatcher sees it. A lease is taken against the value that was read, which never comes back: it stays with a message that has ended, and
/// becomes the moment of the release where the message is to be tried again. So who read too early cannot take a message that others had meanwhile.
/// </summary>
internal sealed class OutboxTable(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const int Batch = 50;

    /// <summary>Whether any message has not ended: what a service at rest asks every few seconds.</summary>
    public async Task<bool> HasAnyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(null, sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("OutboxMessages")} WHERE {sql("EndedAt")} IS NULL)");
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Messages that may be sent now, of each person the first one that has not ended: their order is kept, and one flies at a time.</summary>
    public async Task<IReadOnlyList<Delivery>> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OutboxQueries.FirstDue(context, now, Batch).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Takes a message in hand for one try.</summary>
    /// <returns>False where another instance was faster.</returns>
    public Task<bool> TryLeaseAsync(OutboxMessage message, DateTimeOffset until, CancellationToken cancellationToken) => TryChangeAsync(message, () =>
    {
        message.LeasedUntil = until;
        message.Attempts++;
    }, cancellationToken);

    /// <summary>Says that a message was delivered, or given up with a reason.</summary>
    public Task<bool> TryEndAsync(OutboxMessage message, DateTimeOffset now, string? activityId, string? failure, CancellationToken cancellationToken) => TryChangeAsync(message, () =>
    {
        message.EndedAt = now;
        message.ActivityId = Cut(activityId, RenkeiBotDbContext.ConversationIdLength);
        message.Failure = Cut(failure, RenkeiBotDbContext.ReasonLength);
    }, cancellationToken);

    /// <summary>Lets a message be tried again later.</summary>
    public Task<bool> TryReleaseAsync(OutboxMessage message, DateTimeOffset now, DateTimeOffset notBefore, CancellationToken cancellationToken) => TryChangeAsync(message, () =>
    {
        message.LeasedUntil = now;
        message.NotBefore = notBefore;
    }, cancellationToken);

    private async Task<bool> TryChangeAsync(OutboxMessage message, Action change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Attach(message);
        change();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
