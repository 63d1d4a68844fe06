using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>
/// Does in the background what announcements need: begins what is due, puts the copies, counts. Every instance does so; what stands in the tables says what is left to do, so that one that was stopped
/// in between is gone on from by the next.
/// </summary>
internal sealed partial class AnnouncementWork(
    IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementSending sending, IOptions<AnnouncementsOptions> options, TimeProvider time, ILogger<AnnouncementWork> logger) : BackgroundService
{
    private readonly OutboxSignal signal = new();

    /// <summary>Says that there is something to do. Without it, it is found within seconds.</summary>
    public void Wake() => signal.Set();

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isBusy = false;
            try
            {
                isBusy = await IsAnyDueAsync(stoppingToken) && await WorkAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }

            await signal.WaitAsync(isBusy ? options.Value.ProgressInterval : options.Value.CheckInterval, stoppingToken);
        }
    }

    /// <summary>Whether there is anything to do: what a service at rest asks, without a compiled query.</summary>
    private async Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null,
            sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("Announcements")} WHERE {sql("NextAt")} <= @now) "
                + $"OR EXISTS (SELECT 1 FROM {sql("AnnouncementOccurrences")} WHERE {sql("IsRunning")} = 1 OR {sql("IsDirty")} = 1)",
            ("@now", DbType.DateTime2));
        command.Parameters["@now"].Value = time.GetUtcNow().UtcDateTime;
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <returns>Whether something is still under way.</returns>
    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var id in await AnnouncementQueries.Due(context, time.GetUtcNow()).ToListAsync(cancellationToken))
        {
            if (await sending.StartAsync(id, cancellationToken))
                LogStarted(id);
        }

        var isBusy = false;
        var active = await AnnouncementQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var one in active)
        {
            var counted = Stopwatch.GetTimestamp();
            while (await sending.PutAsync(one.AnnouncementId, one.Number, cancellationToken))
            {
                if (Stopwatch.GetElapsedTime(counted) < options.Value.ProgressInterval)
                    continue;
                await sending.CountAsync(one.AnnouncementId, one.Number, cancellationToken);
                counted = Stopwatch.GetTimestamp();
            }

            isBusy |= await sending.CountAsync(one.AnnouncementId, one.Number, cancellationToken);
        }

        return isBusy;
    }

    [LoggerMessage(130, LogLevel.Warning, "The announcements could not be looked after; it will be tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(131, LogLevel.Information, "The sending of announcement {AnnouncementId} has begun")]
    private partial void LogStarted(Guid announcementId);
}
