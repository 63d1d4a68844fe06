using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>A sending as a table for a spreadsheet: whom it reached, and who confirmed.</summary>
internal sealed class AnnouncementExport(IDbContextFactory<RenkeiBotDbContext> contexts) : IDownload
{
    /// <summary>The name of this kind of file.</summary>
    public const string DownloadName = "announcement-csv";

    private static readonly string[] Columns = ["組織", "宛先", "種別", "配信状況", "理由", "送信日時", "確認", "確認した方", "確認した方の組織", "確認日時"];

    public string Name => DownloadName;

    /// <summary>What a link to the table of a sending is made with.</summary>
    public static string IdOf(Guid id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id:N}/{number}");

    public async Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Split('/') is not [var announcementId, var occurrence] || !Guid.TryParse(announcementId, out var guid) || !int.TryParse(occurrence, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await AnnouncementQueries.Occurrence(context, guid, number).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } sending)
            return null;
        var asks = await AnnouncementQueries.ById(context, guid).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { Content.AsksConfirmation: true };
        var copies = (await AnnouncementQueries.Copies(context, AnnouncementNames.Copies(guid, number)).ToListAsync(cancellationToken)).ToDictionary(copy => AnnouncementNames.TargetOf(copy.Key));
        var (entries, _) = await AnnouncementRoster.ReadAsync(context, guid, number, cancellationToken);
        var rows =
            from entry in entries.OrderBy(entry => entry.Organisation, StringComparer.Ordinal).ThenBy(entry => entry.Target.Number)
            from confirmation in entry.Confirmations.Cast<AnnouncementConfirmation?>().DefaultIfEmpty()
            select Row(entry, copies.GetValueOrDefault(entry.Target.Number), confirmation, asks);
        var day = sending.StartedAt.ToOffset(JapanTime.Offset).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return await CsvFile.CreateAsync($"お知らせの配信状況_{day}", Columns, rows, cancellationToken);
    }

    private static string[] Row(RosterEntry entry, CopyState? copy, AnnouncementConfirmation? confirmation, bool asks) =>
    [
        entry.Organisation,
        entry.Name,
        entry.Target.ConversationId is null ? "個人チャット" : "チャネル",
        AnnouncementMessages.Copy(copy),
        copy?.Failure is { } failure && copy.HasEnded ? OutboxFailures.Of(failure).Reason : "",
        copy?.SentAt is { } at ? CsvFile.ExactMoment(at) : "",
        confirmation is not null ? "確認済み" : asks ? "未確認" : "",
        confirmation?.Name ?? "",
        confirmation?.OrganisationName ?? "",
        confirmation is null ? "" : CsvFile.ExactMoment(confirmation.At),
    ];
}
