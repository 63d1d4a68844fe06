using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether the records have been read, and how many they are.</summary>
internal sealed class RecordsHealth(RecordStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        int count;
        try
        {
            count = store.Current.Count;
        }
        catch (InvalidOperationException e)
        {
            return Finding.Bad("The records have not been read.", "記録がまだ読み込まれていません。", e);
        }

        return count > 0
            ? Finding.Good(string.Create(CultureInfo.InvariantCulture, $"{count} records."), string.Create(CultureInfo.InvariantCulture, $"{count:N0}件を読み込んでいます。"))
            : Finding.Bad("There are no records.", "記録が1件もありません。");
    }
}
