using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>
/// Whether the database has exactly the migrations that this version knows. Once it has, it is not asked again: only a newer version changes that, and that one checks
/// for itself.
/// </summary>
internal sealed class MigrationsHealth(IDbContextFactory<RenkeiBotDbContext> contexts) : IHealthCheck
{
    private volatile bool isUpToDate;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => isUpToDate
        ? UpToDate
        : await Task.Run(() => LookAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var pending = known.Count(migration => !applied.Contains(migration));
        if (pending > 0)
            return Finding.Bad($"{pending} migrations are pending.", $"データベースの移行が{pending}件残っています。");
        if (!applied.IsSubsetOf(known))
            return Finding.Care("The database has migrations of a newer version.", "データベースが、このサービスより新しい版のものです。");
        isUpToDate = true;
        return UpToDate;
    }

    private static HealthCheckResult UpToDate => Finding.Good("No migration is pending.", "最新の状態です。");
}
