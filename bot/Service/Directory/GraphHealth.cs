using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Service.Health;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// Whether Microsoft Graph answers the bot. Probes come every few seconds, so what it said is good for <see cref="Freshness"/>. Without Graph everything else works: it asks for care, never for
/// a restart.
/// </summary>
internal sealed class GraphHealth(GraphTenant tenant, GraphClient graph, MeetingCalendar calendar, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);

    private volatile Known? known;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (known is { } last && time.GetElapsedTime(last.At) <= Freshness)
            return last.Result;
        var result = await AskAsync(cancellationToken);
        known = new Known(result, time.GetTimestamp());
        return result;
    }

    /// <summary>Asks for the least that the settings make possible.</summary>
    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (tenant.CanInstall)
                await graph.FindAppAsync(cancellationToken);
            else if (calendar.IsConfigured)
                await calendar.TryAsync(cancellationToken);
            else
                await graph.FindUserAsync(Guid.Empty.ToString(), cancellationToken);
            return Finding.Good("Microsoft Graph answers.", "応答しています。");
        }
        catch (GraphException exception)
        {
            return Finding.Care($"Microsoft Graph: {GraphFailures.Reason(exception)}.", exception.IsForbidden
                ? "許可が足りません。「Teams連携」で確かめられます。" : "使えません。「Teams連携」で確かめられます。");
        }
        catch (OperationCanceledException)
        {
            return Finding.Care("Microsoft Graph did not answer in time.", "時間内に応答がありませんでした。「Teams連携」で確かめられます。");
        }
    }

    private sealed record Known(HealthCheckResult Result, long At);
}
