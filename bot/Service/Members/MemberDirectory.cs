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

    /// <summary>The active member that a person is; null for none.</summary>
    public async ValueTask<Member?> FindAsync(Sender? person, CancellationToken cancellationToken)
    {
        if (person is not { } who)
            return null;
        var known = snapshot;
        if (known is null || time.GetElapsedTime(known.ReadAt) > Freshness)
            known = await ReadAsync(known, cancellationToken);
        return known.Members.GetValueOrDefault(who);
    }

    /// <summary>What is in memory is not to be used any more: something has changed.</summary>
    public void Forget() => snapshot = null;

    public void Dispose() => reading.Dispose();

    private async Task<Snapshot> ReadAsync(Snapshot? old, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (snapshot is { } fresh && !ReferenceEquals(fresh, old))
                return fresh;
            var readAt = time.GetTimestamp();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var members = await MemberQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken);
            var read = new Snapshot(members.ToFrozenDictionary(member => new Sender(member.TenantId, member.AadObjectId)), readAt);
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
