using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Meetings;

/// <summary>
/// Reminds of meetings when it is time, brings the counts on the cards in channels up to date, and has online meetings made. Several instances may do so at once: what is due is noted in the meeting's own row in the
/// transaction that writes the messages, and each message has a key of its own, so that one succeeds.
/// </summary>
internal sealed partial class MeetingWatch(
    IDbContextFactory<RenkeiBotDbContext> contexts, MeetingNotices notices, OnlineMeetings online, IOptions<MeetingsOptions> options, TimeProvider time, ILogger<MeetingWatch> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await IsAnyDueAsync(stoppingToken))
                {
                    await RemindAsync(stoppingToken);
                    await CountAsync(stoppingToken);
                    await online.ConnectAsync(stoppingToken);
                }
            }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }

            await Task.Delay(options.Value.CheckInterval, time, stoppingToken);
        }
    }

    /// <summary>Whether anything is due: what a service at rest asks, without a compiled query.</summary>
    private async Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null, sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("PlannedMeetings")} WHERE {sql("ReminderAt")} <= @now OR {sql("OnlineDueAt")} <= @now OR {sql("AreCountsOld")} = 1)", ("@now", DbType.DateTime2));
        command.Parameters["@now"].Value = time.GetUtcNow().UtcDateTime;
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var meeting in await MeetingQueries.ToRemind(context, now).AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var own = await contexts.OpenAsync(cancellationToken);
            await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);
            if (MeetingReminder.Due(meeting.StartsAt, now) is not { } reminder || !await TryNoteAsync(own, transaction, meeting, now, cancellationToken))
                continue;
            if (reminder == MeetingReminder.Beginning)
                await notices.DropUnsentAsync(own, meeting, cancellationToken);
            else
                await notices.RemindAsync(own, meeting, reminder, cancellationToken);
            if (!await own.TrySaveChangesAsync(cancellationToken))
                continue;
            await transaction.CommitAsync(cancellationToken);
            LogReminded(reminder.Name, meeting.Id);
        }

        notices.Wake();
    }

    /// <summary>Notes that this reminder is written and which is the next, past the counting of versions.</summary>
    /// <returns>False where another instance was first, or the meeting was changed since it was read.</returns>
    private static async Task<bool> TryNoteAsync(RenkeiBotDbContext context, IDbContextTransaction transaction, PlannedMeeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var update = context.Command(
            transaction,
            sql => $"UPDATE {sql("PlannedMeetings")} SET {sql("ReminderAt")} = @next WHERE {sql("Id")} = @id AND {sql("Version")} = @version AND {sql("ReminderAt")} <= @now",
            ("@next", DbType.DateTime2), ("@id", DbType.Guid), ("@version", DbType.Int32), ("@now", DbType.DateTime2));
        update.Parameters["@next"].Value = MeetingReminder.Next(meeting.StartsAt, now) is { } next ? next.UtcDateTime : DBNull.Value;
        update.Parameters["@id"].Value = meeting.Id;
        update.Parameters["@version"].Value = meeting.Version;
        update.Parameters["@now"].Value = now.UtcDateTime;
        return await update.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var meeting in await MeetingQueries.ToCount(context).AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var own = await contexts.OpenAsync(cancellationToken);
            await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);
            await using var update = own.Command(
                transaction, sql => $"UPDATE {sql("PlannedMeetings")} SET {sql("AreCountsOld")} = 0 WHERE {sql("Id")} = @id AND {sql("Version")} = @version AND {sql("AreCountsOld")} = 1",
                ("@id", DbType.Guid), ("@version", DbType.Int32));
            update.Parameters["@id"].Value = meeting.Id;
            update.Parameters["@version"].Value = meeting.Version;
            if (await update.ExecuteNonQueryAsync(cancellationToken) != 1)
                continue;
            await notices.CountAsync(own, meeting, cancellationToken);
            if (await own.TrySaveChangesAsync(cancellationToken))
                await transaction.CommitAsync(cancellationToken);
        }

        notices.Wake();
    }

    [LoggerMessage(151, LogLevel.Warning, "What is due of meetings could not be looked at; it will be tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(152, LogLevel.Information, "Reminder '{Reminder}' of meeting {MeetingId} was written")]
    private partial void LogReminded(string reminder, Guid meetingId);
}
