namespace RenkeiBot.Data.Records;

/// <summary>A disaster whose municipalities the 23 wards supported (<c>disasters.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Name">The name as printed, without the quotation marks.</param>
/// <param name="Aliases">Other names people use for the same disaster. A name that fits two of the disasters is not an alias.</param>
/// <param name="Support">What was given, one entry for each printed statement, in the order of the document.</param>
/// <param name="Sources">Where the disaster and its support are listed.</param>
/// <param name="Began">When it happened or began, as far as its name tells; absent where the name tells nothing.</param>
/// <param name="Prefectures">The prefectures its name tells; absent where the name tells none.</param>
/// <param name="Decisions">The meetings of the mayors that confirmed the money, where the chronology has one.</param>
/// <param name="EarlierFigures">Figures that other documents give for the same support at an earlier date. They are part of <paramref name="Support"/>: never add them to it.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
/// <param name="Reported">What the wards report of it while they support it; absent for the disasters of the documents. <paramref name="Support"/> then has its sums.</param>
public sealed record Disaster(
    string Key,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<SupportRecord> Support,
    IReadOnlyList<SourceRef> Sources,
    DisasterDate? Began = null,
    IReadOnlyList<string>? Prefectures = null,
    IReadOnlyList<SupportDecision>? Decisions = null,
    IReadOnlyList<SupportFigure>? EarlierFigures = null,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    ReportedSupport? Reported = null) : IRecord;

/// <summary>What was reported after a disaster that the secretariat registered, exactly.</summary>
/// <param name="RegisteredAt">When it was registered: the newest one is 「今回」.</param>
/// <param name="IsActive">Whether reports are still taken.</param>
/// <param name="AsOf">The day of the newest report, correction or withdrawal.</param>
/// <param name="Items">What was given, one for each kind, giver and unit.</param>
/// <param name="Areas">被災地域; absent in a record of before they were kept.</param>
/// <param name="ByPlace">The same as <paramref name="Items"/>, kept apart by where it went; absent in a record of before that was kept. Never add the two.</param>
public sealed record ReportedSupport(
    DateTimeOffset RegisteredAt,
    bool IsActive,
    DateOnly AsOf,
    IReadOnlyList<ReportedItem> Items,
    IReadOnlyList<NamedPlace>? Areas = null,
    IReadOnlyList<PlacedItem>? ByPlace = null);

/// <summary>What one giver reported of one kind for the same places.</summary>
/// <param name="Item">What was given.</param>
/// <param name="Places">The municipalities and prefectures that 支援先 names; none where it names no place that is known.</param>
public sealed record PlacedItem(ReportedItem Item, IReadOnlyList<NamedPlace> Places);

/// <summary>What one giver reported of one kind.</summary>
/// <param name="Kind">種別, as the form calls it: 支援金, 職員派遣, 車両, ….</param>
/// <param name="Quantity">How much; money in 万円, exactly.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Ward">The ward; absent where the 23 wards gave it together (23区共同).</param>
public sealed record ReportedItem(string Kind, decimal Quantity, string Unit, string? Ward = null);

/// <summary>A date as far as the name of a disaster tells it.</summary>
/// <param name="Year">The western year.</param>
/// <param name="Month">The month, where the name has one.</param>
/// <param name="Day">The day, where the name has one.</param>
public sealed record DisasterDate(int Year, int? Month = null, int? Day = null);

/// <summary>One kind of support given after one disaster.</summary>
/// <param name="Kind">What was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Wording">The line of the document, cleaned of spaces inside numbers.</param>
/// <param name="Source">The line.</param>
/// <param name="AmountManYen">The money in units of 10,000 yen (万円).</param>
/// <param name="Persons">How many staff were sent.</param>
/// <param name="Cumulative">True where the document calls the number of persons cumulative (累積).</param>
/// <param name="GiverFromHeading">True where the line does not say who gave the money and <paramref name="By"/> is taken from the heading 「23区一体となった取り組み」.</param>
public sealed record SupportRecord(
    SupportKind Kind,
    SupportGiver By,
    string Wording,
    SourceRef Source,
    int? AmountManYen = null,
    int? Persons = null,
    bool Cumulative = false,
    bool GiverFromHeading = false);

/// <summary>A meeting's decision to give support.</summary>
/// <param name="Date">The day of the meeting.</param>
/// <param name="Meeting">The body (「区長会総会」).</param>
/// <param name="Wording">What was confirmed, as printed.</param>
/// <param name="Source">The row of the chronology.</param>
public sealed record SupportDecision(DateOnly Date, string Meeting, string Wording, SourceRef Source);

/// <summary>A number of staff that a document gives for an earlier date.</summary>
/// <param name="Kind">The kind of support counted.</param>
/// <param name="Persons">The number.</param>
/// <param name="Qualifier">What stands with the number: 「延べ」「超」「現在」.</param>
/// <param name="Wording">The statement as printed.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Note">What the reader of the number should know, in polite Japanese.</param>
public sealed record SupportFigure(SupportKind Kind, int Persons, string Qualifier, string Wording, SourceRef Source, string? Note = null);

/// <summary>Money that a document reports by fiscal year and recipients without naming the disaster (<c>relief-grants.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Name">What it is called in an answer.</param>
/// <param name="FiscalYear">The fiscal year it was given in, as the western year it begins in.</param>
/// <param name="Kind">What was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Prefectures">The prefectures that received it, in the order printed.</param>
/// <param name="Wording">The statement as printed.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="Note">What the document leaves out, in polite Japanese.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record ReliefGrant(
    string Key,
    string Name,
    int FiscalYear,
    SupportKind Kind,
    SupportGiver By,
    IReadOnlyList<string> Prefectures,
    string Wording,
    IReadOnlyList<SourceRef> Sources,
    string? Note = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>What was given to a stricken municipality.</summary>
public enum SupportKind
{
    /// <summary>義援金.</summary>
    Donation,

    /// <summary>復興支援金.</summary>
    RecoveryFund,

    /// <summary>災害見舞金.</summary>
    Condolence,

    /// <summary>救援物資.</summary>
    Supplies,

    /// <summary>職員派遣.</summary>
    StaffDispatch,

    /// <summary>清掃車両派遣.</summary>
    VehicleDispatch,
}

/// <summary>Who gave the support.</summary>
public enum SupportGiver
{
    /// <summary>The 23 wards together (23区共同).</summary>
    Joint,

    /// <summary>Each ward for itself (各区); the number is the sum over the wards.</summary>
    EachWard,

    /// <summary>The document does not say whether together or each for itself.</summary>
    NotStated,
}
