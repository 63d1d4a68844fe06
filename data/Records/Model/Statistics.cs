namespace RenkeiBot.Data.Records;

/// <summary>A yearly series of a count of the project (<c>statistics.json</c>): 平成27年度 to 令和3年度, each year as of 1 August.</summary>
/// <param name="Key">For example <c>member-municipalities</c>.</param>
/// <param name="Name">The heading of the row, for example 「全国連携ホームページ 会員登録自治体」.</param>
/// <param name="Aliases">Other ways in which the documents and people name it.</param>
/// <param name="Unit">The unit of every value (自治体).</param>
/// <param name="Points">The values, oldest first; forecasts are separate points.</param>
/// <param name="Increases">The increases that the documents print.</param>
/// <param name="Sources">Where the series stands.</param>
/// <param name="OtherReadings">Other values.</param>
/// <param name="Note">What must be said with the numbers (for example that the total counts no municipality twice).</param>
public sealed record Series(
    string Key,
    string Name,
    IReadOnlyList<string> Aliases,
    string Unit,
    IReadOnlyList<SeriesPoint> Points,
    IReadOnlyList<SeriesIncrease> Increases,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    string? Note = null) : IRecord;

/// <summary>One value of a series.</summary>
/// <param name="FiscalYear">The western year in which the fiscal year begins: 2015 is 平成27年度.</param>
/// <param name="Value">The count.</param>
/// <param name="AsOf">The day it describes.</param>
/// <param name="Forecast">True for a value that the document expects (見込), not one that was counted.</param>
/// <param name="Printed">What is printed instead of a number (「—」, with the value 0: there was no agreement yet).</param>
public sealed record SeriesPoint(int FiscalYear, int Value, DateOnly AsOf, bool Forecast = false, string? Printed = null);

/// <summary>An increase that a document prints.</summary>
/// <param name="FromFiscalYear">The fiscal year of the first value.</param>
/// <param name="ToFiscalYear">The fiscal year of the last value.</param>
/// <param name="Value">The increase, signed.</param>
/// <param name="Forecast">True where it leads to the forecast, not to the counted value.</param>
public sealed record SeriesIncrease(int FromFiscalYear, int ToFiscalYear, int Value, bool Forecast = false);

/// <summary>A single figure with its date (<c>figures.json</c>).</summary>
/// <param name="Key">For example <c>registered-2015-09-29</c>.</param>
/// <param name="Subject">What is counted, in the words to show: 「会員登録自治体数」.</param>
/// <param name="Aliases">Other words for it.</param>
/// <param name="Unit">自治体, 団体, 市町村, 件, 名, 回, 割合 and so on.</param>
/// <param name="Wording">The document's own words with the figure in them.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="Value">The number in <paramref name="Unit"/>; absent where the document gives only words (約1/3).</param>
/// <param name="AsOf">The day the figure describes, where the document gives one.</param>
/// <param name="AtLeast">True for 「超」 and 「以上」: the value is a lower bound.</param>
/// <param name="Forecast">True for an expected figure.</param>
/// <param name="Series">The <see cref="Records.Series"/> of which it is a further value, where there is one.</param>
/// <param name="Note">What must be said with the figure.</param>
/// <param name="OtherReadings">Figures of other documents for the same thing and day.</param>
public sealed record Figure(
    string Key,
    string Subject,
    IReadOnlyList<string> Aliases,
    string Unit,
    string Wording,
    IReadOnlyList<SourceRef> Sources,
    decimal? Value = null,
    DateOnly? AsOf = null,
    bool AtLeast = false,
    bool Forecast = false,
    string? Series = null,
    string? Note = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;
