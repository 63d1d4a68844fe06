using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>The reports of a disaster as CSV, also those that were taken back. No person is in it.</summary>
internal sealed class SupportReportsCsv(IDbContextFactory<RenkeiBotDbContext> contexts) : IDownload
{
    private static readonly string[] Columns = ["災害名", "訓練", "種別", "金額・数量", "単位", "報告した団体", "共同・各区", "期間", "支援先", "備考", "状態", "報告日時", "更新日時", "版"];

    public const string DownloadName = "support-reports-csv";

    public string Name => DownloadName;

    public async Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await SupportCsv.DisasterAsync(context, id, cancellationToken) is not { } disaster)
            return null;
        var reports = await DisasterQueries.Reports(context, disaster.Id).AsNoTracking().ToListAsync(cancellationToken);
        return await CsvFile.CreateAsync($"{DisasterViews.NameOf(disaster)}_支援の報告", Columns, reports.Select(report => (string[])
        [
            DisasterViews.NameOf(disaster), disaster.IsDrill ? "訓練" : "", report.Content.Sort.JapaneseName(), report.Content.Quantity.ToString("0.####", CultureInfo.InvariantCulture), report.Content.Unit.JapaneseName(),
            report.OrganisationName, report.IsJoint ? "共同" : "各区", report.Content.Period, report.Content.Recipient, report.Content.Note, report.Counts ? "有効" : "取り下げ",
            CsvFile.Moment(report.ReportedAt), CsvFile.Moment(report.UpdatedAt), report.Revision.ToString(CultureInfo.InvariantCulture),
        ]), cancellationToken);
    }
}

/// <summary>The requests of a disaster and the offers to them as CSV: a row for each offer, and one for a request without any. Messages and persons are not in it.</summary>
internal sealed class AidCsv(IDbContextFactory<RenkeiBotDbContext> contexts) : IDownload
{
    private static readonly string[] Columns =
        ["災害名", "訓練", "要請した自治体", "品目・職種", "数量", "単位", "残り", "いつまで", "場所", "備考", "要請日時", "締切日時", "申し出た区", "申し出た数量", "申し出の状態", "申し出日時"];

    public const string DownloadName = "aid-csv";

    public string Name => DownloadName;

    public async Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await SupportCsv.DisasterAsync(context, id, cancellationToken) is not { } disaster)
            return null;
        var requests = await DisasterQueries.Requests(context, disaster.Id).AsNoTracking().ToListAsync(cancellationToken);
        var offers = (await DisasterQueries.OffersOf(context, disaster.Id).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(offer => offer.RequestId);
        return await CsvFile.CreateAsync($"{DisasterViews.NameOf(disaster)}_応援・受援", Columns, requests.SelectMany(request => offers[request.Id].DefaultIfEmpty().Select(offer => (string[])
        [
            DisasterViews.NameOf(disaster), disaster.IsDrill ? "訓練" : "", request.OrganisationName, request.Item, Text(request.Quantity), request.Unit.JapaneseName(), Text(request.Remaining),
            request.NeededBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", request.Place, request.Note, CsvFile.Moment(request.RequestedAt), request.ClosedAt is { } closed ? CsvFile.Moment(closed) : "",
            offer?.OrganisationName ?? "", offer is null ? "" : Text(offer.Quantity), offer is null ? "" : AidViews.StateOf(offer.State), offer is null ? "" : CsvFile.Moment(offer.OfferedAt),
        ])), cancellationToken);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What those files are about.</summary>
internal static class SupportCsv
{
    public static async Task<DisasterCase?> DisasterAsync(RenkeiBotDbContext context, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var known) && await DisasterQueries.ById(context, known).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster ? disaster : null;
}
