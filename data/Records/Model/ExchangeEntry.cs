using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>
/// One printed entry of the list 「特別区連携市町村等一覧」 of 1 August 2015 (<c>exchange-2015.json</c>): a municipality or prefecture that had ties with at least one
/// ward. 564 municipality entries and 16 prefectures, in printed order. The list has slips: an entry keeps what is printed and points to what is meant.
/// </summary>
/// <param name="Key"><c>2015-001</c> and on for municipalities, <c>2015-pref-03</c> (the prefecture's number) for prefectures.</param>
/// <param name="Level">Whether a municipality or a whole prefecture is meant.</param>
/// <param name="Order">1 to 564 among the municipalities, 1 to 16 among the prefectures.</param>
/// <param name="Prefecture">The prefecture it stands under.</param>
/// <param name="Printed">The name as printed (a name broken over two lines is put together).</param>
/// <param name="Line">The line of the transcript where it stands.</param>
/// <param name="Name">The right name at that time; absent where no such municipality exists.</param>
/// <param name="Code">The code of the municipality or prefecture; absent where none exists.</param>
/// <param name="DuplicateOf">The key of the entry that names the same municipality, where the list counts it twice.</param>
/// <param name="Note">What is wrong with the entry and why, one sentence in Japanese; absent for a clean entry.</param>
public sealed record ExchangeEntry(
    string Key,
    ExchangeLevel Level,
    int Order,
    string Prefecture,
    string Printed,
    int Line,
    string? Name = null,
    string? Code = null,
    string? DuplicateOf = null,
    string? Note = null) : IRecord
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<SourceRef> Sources =>
        [new SourceRef("activities-2015", $"特別区連携市町村等一覧 {Prefecture} (L{Line})", new DateOnly(2015, 8, 1))];

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<OtherReading>? OtherReadings => null;
}

/// <summary>What an entry of the 2015 list stands for.</summary>
public enum ExchangeLevel
{
    /// <summary>A municipality (市町村).</summary>
    Municipality,

    /// <summary>The prefecture itself (区と県の交流).</summary>
    Prefecture,
}
