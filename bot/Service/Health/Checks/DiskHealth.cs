using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether there is room beside the SQLite file, whose write-ahead log grows with every change. A database server looks after its own disk.</summary>
internal sealed class DiskHealth(IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<HealthOptions> options) : IHealthCheck
{
    /// <summary>With less than this the next larger change may fail.</summary>
    private const long FullMegabytes = 16;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(Look, cancellationToken).WaitAsync(cancellationToken);

    private HealthCheckResult Look()
    {
        using var context = contexts.CreateDbContext();
        if (context.Database.GetDbConnection() is not SqliteConnection { DataSource: var file } || !Path.IsPathRooted(file) || Path.GetDirectoryName(file) is not { } folder)
            return Finding.Good("The database is not a file.", "データベースはファイルではありません。");
        if (!Directory.Exists(folder))
            return Finding.Bad("The folder of the database is gone.", "データベースを置く場所が見つかりません。");

        var free = new DriveInfo(folder).AvailableFreeSpace / (1024 * 1024);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{free} MB are free.");
        var japanese = string.Create(CultureInfo.InvariantCulture, $"空き容量は{free:N0} MBです。");
        return free < FullMegabytes ? Finding.Bad(reason, japanese) : free < options.Value.LowDiskMegabytes ? Finding.Care(reason, japanese) : Finding.Good(reason, japanese);
    }
}
