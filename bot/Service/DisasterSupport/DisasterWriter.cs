using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What a change has made of its object, before it is saved.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Now">The object.</param>
internal sealed record DisasterWrite<T>(ChangeOutcome Outcome, T? Now)
    where T : class
{
    /// <summary>Why it is not allowed.</summary>
    public string? Refusal { get; init; }

    /// <summary>The disaster whose card and totals follow.</summary>
    public DisasterCase? Disaster { get; init; }

    /// <summary>What its timeline says of it; null for nothing.</summary>
    public (DisasterEntryKind Kind, string Text)? Entry { get; init; }
}

/// <summary>
/// Saves the changes of the disaster support: each is one transaction with its audit, the card in the channels, its reply, and the record that questions are answered from. The disaster's row counts every
/// change of what belongs to it, so that of two at the same moment one loses and is tried again on the newest rows: sums never miss a report, and a request is never filled beyond its quantity.
/// </summary>
internal sealed class DisasterWriter(IDbContextFactory<RenkeiBotDbContext> contexts, DisasterPosting posting, SupportRecords records, TurnInbox inbox, TimeProvider time) : IDisposable
{
    /// <summary>As many may press at the same moment.</summary>
    private const int Attempts = 40;

    /// <summary>Within this instance they go one after another, so that only other instances make them try again.</summary>
    private readonly SemaphoreSlim turns = new(1);

    /// <summary>Changes something.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="change">Reads and changes the rows, and adds the audit. It may be called several times.</param>
    /// <param name="reload">Reads the object as it is, where somebody else was first to the end.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Change<T>> WriteAsync<T>(
        TurnContext turn, Func<RenkeiBotDbContext, DateTimeOffset, Task<DisasterWrite<T>>> change, Func<RenkeiBotDbContext, Task<T?>> reload, CancellationToken cancellationToken)
        where T : class
    {
        await turns.WaitAsync(cancellationToken);
        (Change<T> Change, DisasterCase? Changed) saved;
        try
        {
            saved = await SaveAsync(turn, change, reload, cancellationToken);
        }
        finally
        {
            turns.Release();
        }

        if (saved.Changed is { } disaster)
            await records.ChangedAsync(disaster, cancellationToken);
        return saved.Change;
    }

    public void Dispose() => turns.Dispose();

    private async Task<(Change<T> Change, DisasterCase? Changed)> SaveAsync<T>(
        TurnContext turn, Func<RenkeiBotDbContext, DateTimeOffset, Task<DisasterWrite<T>>> change, Func<RenkeiBotDbContext, Task<T?>> reload, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            var written = await change(context, now);
            if (written is { Outcome: ChangeOutcome.Done, Disaster: { } disaster })
                await FollowAsync(context, disaster, written.Entry, now, cancellationToken);
            if (written.Outcome == ChangeOutcome.Done)
                inbox.Claim(context, turn);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && DatabaseRaces.IsRace(exception) && !TurnInbox.IsDuplicate(exception))
            {
                continue;
            }
            catch (DbUpdateException exception) when (DatabaseRaces.IsRace(exception))
            {
                await using var other = await contexts.CreateDbContextAsync(cancellationToken);
                return (new(TurnInbox.IsDuplicate(exception) ? ChangeOutcome.Unchanged : ChangeOutcome.Stale, await reload(other)), null);
            }

            return (new(written.Outcome, written.Now, written.Refusal), written.Outcome == ChangeOutcome.Done ? written.Disaster : null);
        }
    }

    private async Task FollowAsync(RenkeiBotDbContext context, DisasterCase disaster, (DisasterEntryKind Kind, string Text)? said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        disaster.UpdatedAt = now;
        // Also at the same moment as the last change: the version is to count this one.
        if (context.Entry(disaster).State != EntityState.Added)
            context.Entry(disaster).Property(one => one.UpdatedAt).IsModified = true;
        DisasterEntry? entry = null;
        if (said is var (kind, text))
            context.DisasterEntries.Add(entry = new DisasterEntry { Id = Guid.NewGuid(), DisasterId = disaster.Id, At = now, Kind = kind, Text = text });
        if (disaster.State == DisasterState.Withdrawn)
            await posting.WithdrawAsync(context, disaster, now, cancellationToken);
        else
            await posting.PutAsync(context, disaster, entry, now, cancellationToken);
        await records.PutAsync(context, disaster, now, cancellationToken);
    }
}
