using System.Globalization;
using CsvHelper;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Downloads;

/// <summary>Writes tables for spreadsheets: UTF-8 with a byte order mark, as Excel wants it, and what a spreadsheet would take for a formula so that it is taken for a text.</summary>
internal static class CsvFile
{
    /// <summary>A table as a file that people load.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="columns">The row above all others.</param>
    /// <param name="rows">The other rows.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task<DownloadFile> CreateAsync(string name, string[] columns, IEnumerable<string[]> rows, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await using (var csv = Write(content))
        {
            await csv.WriteRecordAsync(columns, cancellationToken);
            foreach (var row in rows)
                await csv.WriteRecordAsync(row, cancellationToken);
        }

        return new DownloadFile($"{name}.csv", "text/csv; charset=utf-8", content.ToArray());
    }

    /// <summary>Writes a table into a stream, row by row; the writer is to be disposed by the caller.</summary>
    public static CsvWriter Write(Stream stream) => CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape });

    /// <summary>A moment as spreadsheets read it, in Japanese time.</summary>
    public static string Moment(DateTimeOffset moment) => In(moment, "yyyy-MM-dd HH:mm");

    /// <summary>The same, to the second.</summary>
    public static string ExactMoment(DateTimeOffset moment) => In(moment, "yyyy-MM-dd HH:mm:ss");

    private static string In(DateTimeOffset moment, string format) => moment.ToOffset(JapanTime.Offset).ToString(format, CultureInfo.InvariantCulture);
}
