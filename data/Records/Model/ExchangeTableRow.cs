namespace RenkeiBot.Data.Records;

/// <summary>
/// One row of the printed table 「特別区連携自治体数一覧（道府県・市町村別）」 of 1 August 2015 (<c>exchange-2015-table.json</c>): 47 prefectures, nine regions, and the whole
/// country. Numbers are the printed ones; where the list of names gives another count, it is in <see cref="OtherReadings"/>.
/// </summary>
/// <param name="Key"><c>prefecture-01</c> and on, <c>region-tohoku</c> and so on, <c>total</c>.</param>
/// <param name="Scope">What the row counts.</param>
/// <param name="Area">The prefecture's or region's name; 「全国」 for the total.</param>
/// <param name="Municipalities">市町村計; absent in a region's row, which prints only the sum.</param>
/// <param name="Cities">市; absent in a region's row.</param>
/// <param name="Towns">町; absent in a region's row.</param>
/// <param name="Villages">村; absent in a region's row.</param>
/// <param name="PrefectureLevel">区と県の交流: 1 where a ward has ties with the prefecture itself, 16 in the total; absent in a region's row.</param>
/// <param name="Sum">道府県・市町村合計; printed for the regions and the total only.</param>
/// <param name="Sources">Where the row stands.</param>
/// <param name="OtherReadings">Other counts.</param>
public sealed record ExchangeTableRow(
    string Key,
    ExchangeScope Scope,
    string Area,
    IReadOnlyList<SourceRef> Sources,
    int? Municipalities = null,
    int? Cities = null,
    int? Towns = null,
    int? Villages = null,
    int? PrefectureLevel = null,
    int? Sum = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>What a row of the 2015 table counts.</summary>
public enum ExchangeScope
{
    /// <summary>One prefecture.</summary>
    Prefecture,

    /// <summary>One of the nine regions.</summary>
    Region,

    /// <summary>The whole country.</summary>
    Country,
}
