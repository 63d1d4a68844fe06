using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Directories;

namespace RenkeiBot.Service.Meetings;

/// <summary>
/// Makes, moves and cancels the online meetings of those for which no address was typed, in the calendar of the configured mailbox (Microsoft Graph), behind the turns. Where that fails the notice
/// stands without the address, and it is tried again.
/// </summary>
internal sealed partial class OnlineMeetings(
    IDbContextFactory<RenkeiBotDbContext> contexts, MeetingCalendar calendar, MeetingNotices notices, IOptions<MeetingsOptions> options, TimeProvider time, ILogger<OnlineMeetings> logger)
{
    /// <summary>Why the last try failed, by meeting: to be told by this instance, and known again after the next try.</summary>
    private readonly ConcurrentDictionary<Guid, string> failures = [];

    /// <summary>What the secretariat is to know of an online meeting that is not as it should be yet; null for nothing.</summary>
    public string? Trouble(PlannedMeeting meeting) =>
        !calendar.IsConfigured || meeting.OnlineDueAt is null ? null
        : failures.TryGetValue(meeting.Id, out var reason) ? MeetingMessages.NotConnected + DirectoryMessages.CalendarTrouble(GraphFailures.Text(reason, GraphPermissions.Calendar))
        : MeetingMessages.Connecting;

    /// <summary>Does what is due.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (!calendar.IsConfigured)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var due in await MeetingQueries.ToConnect(context, time.GetUtcNow()).AsNoTracking().ToListAsync(cancellationToken))
        {
            try
            {
                var made = due.WantsOnlineMeeting() ? await PutAsync(due, cancellationToken) : await CancelAsync(due, cancellationToken);
                failures.TryRemove(due.Id, out _);
                await KeepAsync(due, made, cancellationToken);
            }
            catch (GraphException exception)
            {
                LogNotConnected(exception, due.Id);
                failures[due.Id] = GraphFailures.Reason(exception);
                await SetAsync(due.Id, "OnlineDueAt", DbType.DateTime2, (time.GetUtcNow() + options.Value.OnlineRetry).UtcDateTime, cancellationToken);
            }
        }
    }

    private async Task<CalendarEvent?> PutAsync(PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        var content = meeting.Content;
        var entry = new CalendarMeeting(content.Heading(), string.Join('\n', content.Agenda), content.Place, meeting.StartsAt, meeting.EndsAt);
        if (meeting.OnlineEventId.Length > 0 && await calendar.UpdateAsync(meeting.OnlineEventId, entry, cancellationToken) is { } moved)
            return moved;
        // One that somebody deleted in the calendar keeps its name: under the same one Graph might take the new event for it.
        var name = meeting.OnlineEventId.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{meeting.Id:D}/{meeting.Sequence}") : meeting.Id.ToString("D");
        var made = await calendar.CreateAsync(name, entry, cancellationToken);
        // Known at once: should the meeting be changed in this moment, the next round moves what was made.
        await SetAsync(meeting.Id, "OnlineEventId", DbType.String, made.EventId, cancellationToken);
        return made;
    }

    private async Task<CalendarEvent?> CancelAsync(PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        if (meeting.OnlineEventId.Length > 0)
            await calendar.CancelAsync(meeting.OnlineEventId, cancellationToken);
        return null;
    }

    private async Task KeepAsync(PlannedMeeting due, CalendarEvent? made, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await MeetingQueries.ById(context, due.Id).SingleAsync(cancellationToken);
        // What was changed meanwhile is due once more.
        if (meeting.Version != due.Version)
            return;
        var address = made is null ? "" : made.JoinUrl?.AbsoluteUri ?? meeting.JoinUrl;
        (meeting.OnlineDueAt, meeting.OnlineEventId) = (null, made?.EventId ?? "");
        if (address != meeting.JoinUrl)
        {
            meeting.JoinUrl = address;
            await notices.PutAsync(context, meeting, cancellationToken);
        }

        await context.TrySaveChangesAsync(cancellationToken);
    }

    /// <summary>Sets one column, past the counting of versions.</summary>
    private async Task SetAsync(Guid id, string column, DbType type, object value, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var update = context.Command(null, sql => $"UPDATE {sql("PlannedMeetings")} SET {sql(column)} = @value WHERE {sql("Id")} = @id", ("@value", type), ("@id", DbType.Guid));
        update.Parameters["@value"].Value = value;
        update.Parameters["@id"].Value = id;
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(153, LogLevel.Warning, "The online meeting of meeting {MeetingId} could not be made, moved or cancelled; it will be tried again")]
    private partial void LogNotConnected(Exception exception, Guid meetingId);
}
