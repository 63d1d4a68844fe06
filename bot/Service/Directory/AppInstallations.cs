using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>Takes down for whom the app is to be installed; <see cref="AppInstaller"/> does it behind the turn.</summary>
internal sealed class AppInstallations(IDbContextFactory<RenkeiBotDbContext> contexts, GraphTenant tenant, TurnInbox inbox, InstallationSignal signal, TimeProvider time)
{
    /// <summary>Asks for it, for all or for none: those that wait already go on waiting, those that failed are tried anew.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="target">Whether people or teams are meant.</param>
    /// <param name="targets">Their ids, each with how the audit names it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>How many were taken down; none where another delivery of the same press, or somebody else, was first.</returns>
    public async Task<int> RequestAsync(
        TurnContext turn, Actor actor, InstallationTarget target, IReadOnlyList<(string Id, string AuditType, string AuditId)> targets, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await DirectoryQueries.Of(context, tenant.Id, target).ToDictionaryAsync(one => one.TargetId, cancellationToken);
        var (now, count) = (time.GetUtcNow(), 0);
        foreach (var (id, auditType, auditId) in targets)
        {
            if (known.GetValueOrDefault(id) is not { } row)
                context.AppInstallations.Add(new AppInstallation
                {
                    TenantId = tenant.Id, Target = target, TargetId = id, State = InstallationState.Waiting, RequestedAt = now, RequestedBy = actor.Member.Id, NotBefore = now,
                });
            else if (row.State == InstallationState.Waiting)
                continue;
            else
                (row.State, row.Reason, row.Attempts, row.RequestedAt, row.RequestedBy, row.NotBefore) = (InstallationState.Waiting, "", 0, now, actor.Member.Id, now);
            context.Audit(Verbs.InstallApp, actor.Person, (auditType, auditId), AuditOutcome.Done, now, turn);
            count++;
        }

        if (count == 0)
            return 0;
        inbox.Claim(context, turn);
        if (!await context.TrySaveChangesAsync(cancellationToken))
            return 0;
        signal.Set();
        return count;
    }
}

/// <summary>Says within this process that there is something to be installed.</summary>
internal sealed class InstallationSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1);
    private readonly Lock gate = new();

    public void Set()
    {
        lock (gate)
        {
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    /// <summary>Waits until something was announced, or for a time.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => waiting.WaitAsync(time, cancellationToken);

    public void Dispose() => waiting.Dispose();
}
