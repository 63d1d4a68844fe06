using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Audit;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Writes the audit as a table for a spreadsheet.</summary>
internal static class AuditExportCommand
{
    private static readonly TimeSpan JapanOffset = TimeSpan.FromHours(9);

    private static readonly string[] Columns =
    [
        nameof(AuditEvent.Id), nameof(AuditEvent.At), nameof(AuditEvent.Type), nameof(AuditEvent.Outcome), nameof(AuditEvent.ActorTenantId), nameof(AuditEvent.ActorAadObjectId),
        nameof(AuditEvent.SubjectType), nameof(AuditEvent.SubjectId), nameof(AuditEvent.Detail), nameof(AuditEvent.ConversationId), nameof(AuditEvent.ActivityId),
    ];

    public static Command Create(MaintenanceHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "The CSV file to make (UTF-8 with a byte order mark, as Excel wants it)." };
        var from = Day("--from", "The first day, in Japanese time: 2026-04-01.");
        var until = Day("--until", "The last day, in Japanese time: 2027-03-31.");
        var command = new Command("audit-export", "Writes the audit as CSV: who did what to which object, and how it ended, oldest first.") { file, from, until };
        host.OnDatabase(command, (run, cancellationToken) => ExportAsync(
            run,
            run.Arguments.GetRequiredValue(file),
            StartOf(run.Arguments.GetValue(from)),
            StartOf(run.Arguments.GetValue(until)?.AddDays(1)),
            cancellationToken));
        return command;
    }

    private static async Task ExportAsync(MaintenanceRun run, FileInfo file, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await using var context = await run.OpenAsync(cancellationToken);

        await using var csv = CsvFile.Write(PrivateFile.Create(file));
        await csv.WriteRecordAsync(Columns, cancellationToken);
        var count = 0;
        await foreach (var audited in AuditQueries.Between(context, from, until).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(Fields(audited), cancellationToken);
            count++;
        }

        await run.Output.WriteLineAsync($"{file.FullName} has {count} events.");
    }

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, JapanOffset) : null;

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens is [var token] ? token.Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} wants a day as 2026-04-01.");
            return null;
        },
    };

    private static string[] Fields(AuditEvent e) =>
    [
        e.Id.ToString(CultureInfo.InvariantCulture),
        e.At.ToOffset(JapanOffset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        e.Type,
        e.Outcome.ToString(),
        e.ActorTenantId,
        e.ActorAadObjectId,
        e.SubjectType,
        e.SubjectId,
        e.Detail,
        e.ConversationId ?? "",
        e.ActivityId ?? "",
    ];
}
