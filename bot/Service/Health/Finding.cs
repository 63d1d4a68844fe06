using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RenkeiBot.Service.Health;

/// <summary>
/// What a check found, in two languages: English for probes and logs, Japanese for the card of 「診断」. Both are sentences of the check's own, never the text of an
/// exception, so that no path, server name or secret gets out with them.
/// </summary>
internal static class Finding
{
    private const string JapaneseKey = "ja";

    public static HealthCheckResult Good(string reason, string japanese) => Of(HealthStatus.Healthy, reason, japanese);

    public static HealthCheckResult Care(string reason, string japanese) => Of(HealthStatus.Degraded, reason, japanese);

    public static HealthCheckResult Bad(string reason, string japanese, Exception? exception = null) => Of(HealthStatus.Unhealthy, reason, japanese, exception);

    /// <summary>The reason in English; for what a check threw, or for one that ran out of time, the framework has none that could be shown.</summary>
    public static string Reason(HealthReportEntry entry) => entry switch
    {
        { Data.Count: > 0, Description: { } reason } => reason,
        { Exception: { } exception } => $"The check failed: {exception.GetType().Name}.",
        _ => "The check did not come to its end in time.",
    };

    public static string Japanese(HealthReportEntry entry) => entry.Data.GetValueOrDefault(JapaneseKey) as string ?? "確認できませんでした。";

    private static HealthCheckResult Of(HealthStatus status, string reason, string japanese, Exception? exception = null) =>
        new(status, reason, exception, new Dictionary<string, object> { [JapaneseKey] = japanese });
}
