using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Tenants;

/// <summary>
/// The tenants whose people may ask: those of the settings and the rows of AllowedTenants, in memory. Read before the service listens, every minute (another instance may
/// have changed them), and when this instance has changed them (<see cref="RefreshAsync"/>).
/// </summary>
internal sealed partial class AllowedTenants(
    IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<TenantOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<AllowedTenants> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly FrozenSet<string> configured = options.Value.Allowed.Select(id => Sender.Normalise(id)!).ToFrozenSet(StringComparer.Ordinal);
    private volatile FrozenSet<string> stored = FrozenSet<string>.Empty;

    /// <summary>The tenants of the settings.</summary>
    public IReadOnlyCollection<string> Configured => configured;

    /// <summary>Whether everyone may ask: in Development, as long as no tenant is configured.</summary>
    public bool IsEveryone => configured.Count == 0 && environment.IsDevelopment();

    /// <summary>Whether people of this tenant may ask.</summary>
    /// <param name="tenantId">The id as <see cref="Sender"/> has it.</param>
    public bool Contains(string tenantId) => IsEveryone || configured.Contains(tenantId) || stored.Contains(tenantId);

    /// <summary>Takes over what the table says now: call it after a change of it is saved.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await MemberQueries.TenantIds(context).ToListAsync(cancellationToken);
        stored = ids.ToFrozenSet(StringComparer.Ordinal);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsEveryone)
            await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!IsEveryone)
        {
            await Task.Delay(Interval, time, stoppingToken);
            try
            {
                await RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the database has against it, those who were allowed a minute ago are better than nobody.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotRead(exception);
            }
        }
    }

    [LoggerMessage(51, LogLevel.Warning, "The allowed tenants could not be read; those known before stay allowed")]
    private partial void LogNotRead(Exception exception);
}
