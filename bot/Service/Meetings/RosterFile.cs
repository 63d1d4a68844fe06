using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
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
        using var file = new MemoryStream();
        // What a spreadsheet would take for a formula is written so that it is taken for a text.
        await using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }))
        {
            await csv.WriteRecordAsync(Columns, cancellationToken);
            foreach (var (_, organisation, answers) in await roster.ReadAsync(context, meeting, cancellationToken))
            {
                if (answers.Count == 0)
                    await csv.WriteRecordAsync([organisation, "", "未回答", "", "", ""], cancellationToken);
                foreach (var answer in answers)
                    await csv.WriteRecordAsync(Fields(organisation, answer, meeting), cancellationToken);
            }
        }

        return new DownloadFile($"出欠_{meeting.Content.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv", "text/csv; charset=utf-8", file.ToArray());
    }

    private static string[] Fields(string organisation, MeetingAnswer answer, PlannedMeeting meeting) =>
    [
        organisation, answer.Name, MeetingMessages.Answer(answer.Attendance), answer.Substitute,
        answer.At.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), answer.DateRevision < meeting.DateRevision ? "日時の変更前の回答" : "",
    ];
}
