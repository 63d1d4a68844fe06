using System.Collections.Frozen;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>
/// The members as they are now, for what is asked at every turn: held in memory, read again after each change of this instance and, for those of others, after
/// <see cref="Freshness"/>. What changes something reads the member from the database instead.
/// </summary>
internal sealed class MemberDirectory(IDbContextFactory<RenkeiBotDbContext> contexts, TimeProvider time) : IDisposable
{
    /// <summary>What other instances change is seen after this time at the latest.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Snapshot? snapshot;
    private long askedAt = long.MinValue;

    /// <summary>The active member that a person is; null for none.</summary>
    public async ValueTask<Member?> FindAsync(Sender? person, CancellationToken cancellationToken)
    {
        if (person is not { } who)
            return null;
        var known = snapshot;
        if (!IsFresh(known))
            known = await ReadAsync(known, cancellationToken);
        return known!.Members.GetValueOrDefault(who);
    }

    /// <summary>
    /// The active member that a person was when the members were last read; null for none, and before the first reading. Never waits: what is old is read behind the turn,
    /// once in <see cref="Freshness"/>, also where the database does not answer. To be told by, not to decide by.
    /// </summary>
    public Member? Peek(Sender? person)
    {
        var known = snapshot;
        if (!IsFresh(known))
            ReadBehind(known);
        return person is null ? null : known?.Members.GetValueOrDefault(person);
    }

    /// <summary>Reads the members now.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => ReadAsync(snapshot, cancellationToken);

    /// <summary>What is in memory is not to be used any more: something has changed.</summary>
    public void Forget() => snapshot = null;

    public void Dispose() => reading.Dispose();

    private bool IsFresh(Snapshot? known) => known is not null && time.GetElapsedTime(known.ReadAt) <= Freshness;

    private void ReadBehind(Snapshot? old)
    {
        var (now, before) = (time.GetTimestamp(), Volatile.Read(ref askedAt));
        if ((before == long.MinValue || time.GetElapsedTime(before, now) > Freshness) && Interlocked.CompareExchange(ref askedAt, now, before) == before)
            _ = Task.Run(() => ReadAsync(old, CancellationToken.None)).ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
    }

    private async Task<Snapshot> ReadAsync(Snapshot? old, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (snapshot is { } fresh && !ReferenceEquals(fresh, old))
                return fresh;
            var readAt = time.GetTimestamp();
            await using var context = await contexts.OpenAsync(cancellationToken);
            var members = await MemberTable.ReadAsync(context, cancellationToken);
            var read = new Snapshot(members.Where(member => member.IsActive).ToFrozenDictionary(member => new Sender(member.TenantId, member.AadObjectId)), readAt);
            snapshot = read;
            return read;
        }
        catch (DbException) when (old is not null)
        {
            // Without the database nothing can be changed anyway; that something is wrong with it can still be looked at (「診断」).
            return old;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Snapshot(FrozenDictionary<Sender, Member> Members, long ReadAt);
}
