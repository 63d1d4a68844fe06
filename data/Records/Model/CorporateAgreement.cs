namespace RenkeiBot.Data.Records;

/// <summary>A 包括連携協定 between 特別区長会 and a company.</summary>
/// <param name="Key">The key, unique among corporate agreements.</param>
/// <param name="Company">The official name at the time of signing.</param>
/// <param name="Aliases">Other names people may use, former and later ones included.</param>
/// <param name="SignedOn">When it was signed: the day, or the month where no document gives the day.</param>
/// <param name="FiscalYear">The Gregorian year of the April in which the fiscal year began.</param>
/// <param name="Sources">Where it stands in the documents.</param>
/// <param name="CurrentName">The name now, where it is another one.</param>
/// <param name="Title">The name of the act as printed (「包括連携協定締結式」).</param>
/// <param name="ThemeCount">How many themes; null where the documents give no number.</param>
/// <param name="Themes">The themes that are named.</param>
/// <param name="ThemeWording">The themes as printed (「防災減災等5テーマで連携」).</param>
/// <param name="Activities">What is done under it, as printed.</param>
/// <param name="Confirmations">The general meetings that confirmed it, in order.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record CorporateAgreement(
    string Key,
    string Company,
    IReadOnlyList<string> Aliases,
    Period SignedOn,
    int FiscalYear,
    IReadOnlyList<SourceRef> Sources,
    string? CurrentName = null,
    string? Title = null,
    int? ThemeCount = null,
    IReadOnlyList<string>? Themes = null,
    string? ThemeWording = null,
    IReadOnlyList<string>? Activities = null,
    IReadOnlyList<AgreementConfirmation>? Confirmations = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>A general meeting that confirmed an agreement or its signing.</summary>
/// <param name="MeetingKey">The key of the meeting.</param>
/// <param name="Date">The day of the meeting.</param>
/// <param name="Wording">What it confirmed, as printed.</param>
public sealed record AgreementConfirmation(string MeetingKey, DateOnly Date, string Wording);
