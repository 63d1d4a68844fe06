using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.Meetings;

/// <summary>Who comes to a meeting, as a table for spreadsheets.</summary>
internal sealed class RosterFile(IDbContextFactory<RenkeiBotDbContext> contexts, MeetingRoster roster) : IDownload
{
    public const string FileKind = "meeting-roster";

    private static readonly string[] Columns = ["団体", "氏名", "回答", "代理の方", "回答日時", "備考"];

    public string Name => FileKind;

    public async Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = Guid.TryParse(id, out var known) ? await MeetingQueries.ById(context, known).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (meeting is null)
            return null;
        var rows = (await roster.ReadAsync(context, meeting, cancellationToken)).SelectMany(row =>
            row.Answers.Select(answer => Fields(row.Name, answer, meeting)).DefaultIfEmpty([row.Name, "", "未回答", "", "", ""]));
        return await CsvFile.CreateAsync($"出欠_{meeting.Content.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}", Columns, rows, cancellationToken);
    }

    private static string[] Fields(string organisation, MeetingAnswer answer, PlannedMeeting meeting) =>
    [
        organisation, answer.Name, MeetingMessages.Answer(answer.Attendance), answer.Substitute,
        CsvFile.Moment(answer.At), answer.DateRevision < meeting.DateRevision ? "日時の変更前の回答" : "",
    ];
}
