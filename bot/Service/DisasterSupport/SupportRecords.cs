using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Puts what was reported after a disaster on record, beside the disasters of the documents, so that questions about it are answered at once. An exercise never is on record.</summary>
internal sealed partial class SupportRecords(RecordStore store, AnswerEngineSource engines, DisasterAreas areas, ILogger<SupportRecords> logger)
{
    /// <summary>The reports among the documents.</summary>
    private const string Document = "support";

    /// <summary>Puts the record, or takes it out, in the caller's transaction. A report stands also where its record is refused.</summary>
    public async Task PutAsync(RenkeiBotDbContext context, DisasterCase disaster, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (disaster.IsDrill)
            return;
        if (disaster.State == DisasterState.Withdrawn)
        {
            await RecordStore.RemoveAsync<Disaster>(context, KeyOf(disaster), cancellationToken);
            return;
        }

        await DisasterQueries.Reports(context, disaster.Id).LoadAsync(cancellationToken);
        try
        {
            await store.PutAsync(context, Record(disaster, [.. context.SupportReports.Local.Where(report => report.DisasterId == disaster.Id)], now), now, cancellationToken);
        }
        catch (RecordFileException exception)
        {
            LogRefused(exception, disaster.Id);
        }
    }

    /// <summary>The record is committed: questions are to know it. Ends when they do.</summary>
    public Task ChangedAsync(DisasterCase disaster, CancellationToken cancellationToken) => disaster.IsDrill ? Task.CompletedTask : engines.RefreshAsync(cancellationToken);

    /// <summary>Whether a disaster of the documents, or one that is over, bears the name already. Those under way are in the database, where no other instance is missed.</summary>
    public bool IsOnRecord(string name, Guid id) => store.Current.Of<Disaster>()
        .Any(disaster => disaster.Key != KeyOf(id) && disaster.Reported is not { IsActive: true } && (disaster.Name == name || disaster.Aliases.Contains(name)));

    private static string KeyOf(DisasterCase disaster) => KeyOf(disaster.Id);

    private static string KeyOf(Guid id) => $"support-{id:N}";

    private Disaster Record(DisasterCase disaster, IReadOnlyList<SupportReport> reports, DateTimeOffset now)
    {
        var (today, day) = (DateOnly.FromDateTime(now.ToOffset(JapanTime.Offset).DateTime), disaster.OccurredOn);
        var source = new SourceRef(Document, $"「{disaster.Name}」への支援の報告", today);
        var prefectures = areas.PrefecturesOf(disaster.Areas);
        return new Disaster(
            KeyOf(disaster),
            disaster.Name,
            Aliases(disaster),
            [.. SupportTotals.ByKind(reports).SelectMany(total => Sums(total, source))],
            [source],
            new DisasterDate(day.Year, day.Month, day.Day),
            prefectures.Count > 0 ? prefectures : null,
            Reported: new ReportedSupport(disaster.RegisteredAt, disaster.State == DisasterState.Active, today,
            [
                .. SupportTotals.ByGiver(reports).SelectMany(giver => giver.Given.Select(one =>
                    new ReportedItem(one.Sort.JapaneseName(), one.Quantity, one.Unit.JapaneseName(), giver.OrganisationId == SupportReport.Joint ? null : giver.Name))),
            ],
            areas.PlacesOf(disaster.Areas),
            ByPlace(disaster, reports)));
    }

    /// <summary>The reports by where they went. What was written as 支援先 stays with the report, for it may name people; the record has the places only.</summary>
    private List<PlacedItem> ByPlace(DisasterCase disaster, IReadOnlyList<SupportReport> reports)
    {
        var reader = new RecipientPlaces(store.Current, areas.PrefecturesOf(disaster.Areas));
        return
        [
            .. reports.Select(report => (Report: report, Places: reader.Read(report.Content.Recipient))).GroupBy(one => string.Join('/', one.Places.Select(place => place.Prefecture + place.Name)))
                .SelectMany(group => SupportTotals.ByGiver(group.Select(one => one.Report)).SelectMany(giver => giver.Given.Select(one => new PlacedItem(
                    new ReportedItem(one.Sort.JapaneseName(), one.Quantity, one.Unit.JapaneseName(), giver.OrganisationId == SupportReport.Joint ? null : giver.Name), group.First().Places)))),
        ];
    }

    /// <summary>「令和8年能登半島豪雨」 is 「能登半島豪雨」 to most, unless another disaster may be meant by that.</summary>
    private IReadOnlyList<string> Aliases(DisasterCase disaster)
    {
        var name = YearBefore().Replace(disaster.Name, "");
        return name.Length is < 4 || name == disaster.Name || char.IsDigit(name[0])
            || store.Current.Of<Disaster>().Any(other => other.Key != KeyOf(disaster) && (other.Name.EndsWith(name, StringComparison.Ordinal) || other.Aliases.Contains(name))) ? [] : [name];
    }

    [GeneratedRegex(@"^((令和|平成)?(元|\d{1,4})年)の?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearBefore();

    /// <summary>
    /// The sums as the documents count: whole 万円, halves up. 車両 and その他 are left out, for the documents know no vehicles but those of the cleaning and nothing else; what was reported has them exactly.
    /// </summary>
    private static IEnumerable<SupportRecord> Sums(SupportTotal total, SourceRef source)
    {
        SupportKind? kind = total.Sort switch
        {
            SupportSort.Fund => SupportKind.RecoveryFund,
            SupportSort.Donation => SupportKind.Donation,
            SupportSort.Condolence => SupportKind.Condolence,
            SupportSort.Supplies => SupportKind.Supplies,
            SupportSort.Staff => SupportKind.StaffDispatch,
            _ => null,
        };
        if (kind is not { } known)
            yield break;
        foreach (var (quantity, by) in new[] { (total.Joint, SupportGiver.Joint), (total.Each, SupportGiver.EachWard) })
        {
            if (quantity == 0)
                continue;
            var whole = (int)Math.Min(int.MaxValue, Math.Round(quantity, MidpointRounding.AwayFromZero));
            var wording = $"{total.Sort.JapaneseName()} {SupportAmounts.Text(quantity, total.Unit)}";
            yield return new SupportRecord(known, by, wording, source, total.Sort.IsMoney() ? Math.Max(1, whole) : null, total.Sort == SupportSort.Staff ? whole : null);
        }
    }

    [LoggerMessage(170, LogLevel.Error, "The record of disaster {DisasterId} was refused")]
    private partial void LogRefused(Exception exception, Guid disasterId);
}
