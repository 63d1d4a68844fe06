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
            await TryAsync(id, () => StartAsync(id, cancellationToken), cancellationToken);

        var isBusy = false;
        foreach (var one in await AnnouncementQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken))
            isBusy |= await TryAsync(one.AnnouncementId, () => GoOnAsync(one.AnnouncementId, one.Number, cancellationToken), cancellationToken);
        return isBusy;
    }

    /// <summary>One that cannot be looked after does not keep the others waiting.</summary>
    private async Task<bool> TryAsync(Guid id, Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
#pragma warning disable CA1031 // Whatever is wrong with one announcement, the next round tries it again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogOneFailed(exception, id);
            return false;
        }
    }

    private async Task<bool> StartAsync(Guid id, CancellationToken cancellationToken)
    {
        var isStarted = await sending.StartAsync(id, cancellationToken);
        if (isStarted)
            LogStarted(id);
        return isStarted;
    }

    /// <returns>Whether it is still under way.</returns>
    private async Task<bool> GoOnAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        var counted = Stopwatch.GetTimestamp();
        while (await sending.PutAsync(id, number, cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(counted) < options.Value.ProgressInterval)
                continue;
            await sending.CountAsync(id, number, cancellationToken);
            counted = Stopwatch.GetTimestamp();
        }

        return await sending.CountAsync(id, number, cancellationToken);
    }

    [LoggerMessage(130, LogLevel.Warning, "The announcements could not be looked after; it will be tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(131, LogLevel.Information, "The sending of announcement {AnnouncementId} has begun")]
    private partial void LogStarted(Guid announcementId);

    [LoggerMessage(132, LogLevel.Warning, "Announcement {AnnouncementId} could not be looked after; it will be tried again")]
    private partial void LogOneFailed(Exception exception, Guid announcementId);
}
