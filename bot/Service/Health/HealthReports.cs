using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Service.Telemetry;

namespace RenkeiBot.Service.Health;

/// <summary>
/// The health as it is, for probes and for 「診断」. Anyone may ask the probe, so however many ask at once, the checks run once; and what changed since the last time is
/// logged once instead of at every probe.
/// </summary>
internal sealed partial class HealthReports
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly HealthCheckService checks;
    private readonly TimeProvider time;
    private readonly ILogger<HealthReports> logger;
    private readonly Lock gate = new();
    private readonly Dictionary<string, HealthStatus> known = new(StringComparer.Ordinal);
    private Task<HealthReport>? running;
    private volatile HealthReport? last;
    private long begun;

    public HealthReports(HealthCheckService checks, IMeterFactory meters, TimeProvider time, ILogger<HealthReports> logger)
    {
        (this.checks, this.time, this.logger) = (checks, time, logger);
        // The last report alone: measuring must not begin a look of its own.
        meters.Create(ServiceTelemetry.Name).CreateObservableGauge("renkeibot.health", Measure, description: "Each check at the last look: 0 unhealthy, 1 needs care, 2 healthy.");
    }

    /// <summary>A report that is at most a second old.</summary>
    public Task<HealthReport> CurrentAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running is null || (running.IsCompleted && time.GetElapsedTime(begun) >= Freshness))
            {
                begun = time.GetTimestamp();
                // Not the token of whoever asks first: others wait for the same report.
                running = Task.Run(LookAsync, CancellationToken.None);
            }

            return running.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthReport> LookAsync()
    {
        var report = await checks.CheckHealthAsync();
        foreach (var (name, entry) in report.Entries)
        {
            var before = known.GetValueOrDefault(name, HealthStatus.Healthy);
            known[name] = entry.Status;
            if (entry.Status == before)
                continue;
            if (entry.Status == HealthStatus.Healthy)
                LogRecovered(name);
            else if (entry.Status == HealthStatus.Degraded)
                LogDegraded(name, Finding.Reason(entry));
            else
                LogUnhealthy(entry.Exception, name, Finding.Reason(entry));
        }

        return last = report;
    }

    private IEnumerable<Measurement<int>> Measure() => last is { } report
        ? report.Entries.Select(entry => new Measurement<int>((int)entry.Value.Status, new KeyValuePair<string, object?>("renkeibot.health.check", entry.Key)))
        : [];

    [LoggerMessage(70, LogLevel.Error, "Health: {Check} is unhealthy. {Reason}")]
    private partial void LogUnhealthy(Exception? exception, string check, string reason);

    [LoggerMessage(71, LogLevel.Warning, "Health: {Check} needs care. {Reason}")]
    private partial void LogDegraded(string check, string reason);

    [LoggerMessage(75, LogLevel.Information, "Health: {Check} is healthy again")]
    private partial void LogRecovered(string check);
}
