using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.Meetings;

/// <summary>「カレンダーに追加」: a meeting as it is now, for everyone's calendar. One that was changed or cancelled takes the place of what the calendar had.</summary>
internal sealed class CalendarDownload(IDbContextFactory<RenkeiBotDbContext> contexts) : IDownload
{
    public const string FileKind = "meeting-calendar";

    public string Name => FileKind;

    public async Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = Guid.TryParse(id, out var known) ? await MeetingQueries.ById(context, known).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (meeting is null || meeting.State == MeetingState.Draft)
            return null;
        return new DownloadFile($"会議_{meeting.Content.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.ics", CalendarFile.ContentType, CalendarFile.Write(Entry(meeting)));
    }

    private static CalendarEntry Entry(PlannedMeeting meeting) =>
        new($"{MeetingCards.Id(meeting.Id)}@renkeibot", meeting.Sequence, meeting.UpdatedAt, meeting.StartsAt, meeting.EndsAt, meeting.Content.Heading())
        {
            Location = meeting.Content.Where(),
            Description = string.Join('\n',
            [
                .. meeting.CancelReason.Length > 0 ? [$"中止の理由：{meeting.CancelReason}"] : Array.Empty<string>(),
                .. meeting.OnlineAddress() is { Length: > 0 } address ? [$"オンライン：{address}"] : Array.Empty<string>(),
                .. meeting.Content.Agenda.Select((item, index) => $"議題{(index + 1).ToString(CultureInfo.InvariantCulture)}：{item}"),
                .. meeting.Content.Materials.Select(link => $"資料：{link.Name} {link.Url}"),
            ]),
            Url = meeting.OnlineAddress(),
            IsCancelled = meeting.State == MeetingState.Cancelled,
        };
}
