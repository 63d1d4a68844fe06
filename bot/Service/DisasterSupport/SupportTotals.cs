using RenkeiBot.Data.DisasterSupport;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What was given of one kind in one unit.</summary>
internal sealed record SupportTotal(SupportSort Sort, SupportUnit Unit, decimal Joint, decimal Each)
{
    public decimal Sum => Joint + Each;
}

/// <summary>What one ward, or the 23 wards together, gave.</summary>
internal sealed record GiverTotal(string OrganisationId, string Name, IReadOnlyList<(SupportSort Sort, SupportUnit Unit, decimal Quantity)> Given);

/// <summary>Adds up the reports of one disaster: by kind, and by ward. Different units are never added to each other, and what was taken back does not count.</summary>
internal static class SupportTotals
{
    public static IReadOnlyList<SupportTotal> ByKind(IEnumerable<SupportReport> reports) =>
    [
        .. reports.Where(report => report.Counts).GroupBy(report => (report.Content.Sort, report.Content.Unit)).OrderBy(group => group.Key)
            .Select(group => new SupportTotal(group.Key.Sort, group.Key.Unit,
                group.Where(report => report.IsJoint).Sum(report => report.Content.Quantity), group.Where(report => !report.IsJoint).Sum(report => report.Content.Quantity))),
    ];

    /// <summary>23区共同 first, then the wards by their codes.</summary>
    public static IReadOnlyList<GiverTotal> ByGiver(IEnumerable<SupportReport> reports) =>
    [
        .. reports.Where(report => report.Counts).GroupBy(report => report.OrganisationId).OrderByDescending(group => group.Key == SupportReport.Joint).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GiverTotal(group.Key, group.First().OrganisationName,
                [.. group.GroupBy(report => (report.Content.Sort, report.Content.Unit)).OrderBy(kind => kind.Key).Select(kind => (kind.Key.Sort, kind.Key.Unit, kind.Sum(report => report.Content.Quantity)))])),
    ];
}
