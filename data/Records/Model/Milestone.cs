namespace RenkeiBot.Data.Records;

/// <summary>A dated step of the project that is neither an event, an exhibition nor a meeting: publications, ceremonies, cabinet decisions.</summary>
/// <param name="Key">The key, unique among milestones.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Description">What happened, in one or more full sentences.</param>
/// <param name="FiscalYear">The Gregorian year of the April in which the fiscal year began.</param>
/// <param name="Date">The day, or the month where no day is given.</param>
/// <param name="Sources">Where it stands in the documents.</param>
/// <param name="Aliases">Other names people may use.</param>
/// <param name="Details">Further facts, one entry for each.</param>
/// <param name="Actors">Who did it.</param>
/// <param name="Recipients">For whom, or with whom.</param>
/// <param name="Wards">Wards concerned.</param>
/// <param name="Municipalities">Municipalities concerned.</param>
/// <param name="Series">The series, for example 「東京23区全国連携ニュース」.</param>
/// <param name="Edition">The number in the series (創刊号 is 1).</param>
/// <param name="EditionLabel">The number as printed.</param>
/// <param name="Document">The document decided, published or drawn up.</param>
/// <param name="Content">What that document says about the project.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="DecidedBy">Where it was decided (「区長会総会」).</param>
/// <param name="Term">How long the thing that began is to run.</param>
/// <param name="TermYears">The same in years.</param>
/// <param name="Figures">Numbers with their units.</param>
/// <param name="Projects">The projects that began with it.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record Milestone(
    string Key,
    MilestoneKind Kind,
    string Title,
    string Description,
    int FiscalYear,
    Period Date,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<string>? Aliases = null,
    IReadOnlyList<string>? Details = null,
    IReadOnlyList<string>? Actors = null,
    IReadOnlyList<string>? Recipients = null,
    IReadOnlyList<string>? Wards = null,
    IReadOnlyList<NamedPlace>? Municipalities = null,
    string? Series = null,
    int? Edition = null,
    string? EditionLabel = null,
    string? Document = null,
    string? Content = null,
    string? Purpose = null,
    string? DecidedBy = null,
    Period? Term = null,
    int? TermYears = null,
    IReadOnlyList<RecordFigure>? Figures = null,
    IReadOnlyList<MilestoneProject>? Projects = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>A joint project of wards and an area.</summary>
/// <param name="Title">The title, with its motto.</param>
/// <param name="Aliases">Other names people may use.</param>
/// <param name="Wards">The wards that carry it.</param>
/// <param name="Area">The area that carries it (「北海道十勝地域」).</param>
/// <param name="Cities">How many cities (市) the area has in it.</param>
/// <param name="Towns">How many towns (町).</param>
/// <param name="Villages">How many villages (村).</param>
/// <param name="Operations">主な事業, in order.</param>
public sealed record MilestoneProject(
    string Title,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Wards,
    string Area,
    int Cities,
    int Towns,
    int Villages,
    IReadOnlyList<string> Operations);

/// <summary>The kind of a milestone.</summary>
public enum MilestoneKind
{
    /// <summary>The project, or a part of it, began.</summary>
    Start,

    /// <summary>アンケート.</summary>
    Survey,

    /// <summary>協定締結式.</summary>
    Signing,

    /// <summary>公表, 策定: policies, reports.</summary>
    Publication,

    /// <summary>ニュース, パンフレット.</summary>
    Newsletter,

    /// <summary>ホームページ, SNS.</summary>
    Website,

    /// <summary>閣議決定.</summary>
    CabinetDecision,

    /// <summary>助成金.</summary>
    Grant,

    /// <summary>提案, 打診.</summary>
    Proposal,

    /// <summary>Support for municipalities and festivals.</summary>
    Support,

    /// <summary>What was planned or expected.</summary>
    Plan,

    /// <summary>Anything else.</summary>
    Other,
}
