namespace RenkeiBot.Data.Records;

/// <summary>A 全国連携展示: an exhibition in 東京区政会館, which may then tour the ward offices (巡回展示).</summary>
/// <param name="Key">The key, unique among exhibitions.</param>
/// <param name="Title">The official, full title, with fiscal year, number and exhibitor.</param>
/// <param name="ShortTitle">A short name for lists and buttons.</param>
/// <param name="Aliases">Other names people may use.</param>
/// <param name="FiscalYear">The Gregorian year of the April in which the fiscal year began.</param>
/// <param name="EditionLabel">The number as printed, for example 「平成30年度 第1回」.</param>
/// <param name="Prefectures">The prefectures shown, with their suffix.</param>
/// <param name="Period">The days of the exhibition in 東京区政会館.</param>
/// <param name="Venue">The venue.</param>
/// <param name="Sources">Where it stands in the documents.</param>
/// <param name="Exhibitor">Whose exhibition it is, as printed (「青森県市町村」).</param>
/// <param name="Theme">The theme, without brackets.</param>
/// <param name="Edition">The number within the fiscal year; null where there was only one and the document prints no number.</param>
/// <param name="ThemeWordings">Other wordings of the theme in the documents.</param>
/// <param name="Address">The address, where printed.</param>
/// <param name="OpeningHours">The opening hours by day of the week, where printed.</param>
/// <param name="ClosedDays">When it is closed, where printed (「日曜・祝日」).</param>
/// <param name="Contents">What was shown, one entry for each thing.</param>
/// <param name="Hosts">主催.</param>
/// <param name="Supporters">後援.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="RelatedEvents">The events around it (sales, courses, opening ceremony).</param>
/// <param name="Tours">The touring exhibitions in the ward offices.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="CoHosts">共催.</param>
/// <param name="Participants">The municipalities that take part, each by name, where not only their prefecture is known.</param>
/// <param name="Hours">The opening hours in words, where they are not known by the day of the week.</param>
/// <param name="Inquiries">Whom to ask, in one line, where <see cref="Contact"/> does not say it.</param>
/// <param name="Url">Its page.</param>
public sealed record Exhibition(
    string Key,
    string Title,
    string ShortTitle,
    IReadOnlyList<string> Aliases,
    int FiscalYear,
    string EditionLabel,
    IReadOnlyList<string> Prefectures,
    Period Period,
    string Venue,
    IReadOnlyList<SourceRef> Sources,
    string? Exhibitor = null,
    string? Theme = null,
    int? Edition = null,
    IReadOnlyList<string>? ThemeWordings = null,
    string? Address = null,
    IReadOnlyList<ExhibitionHours>? OpeningHours = null,
    string? ClosedDays = null,
    IReadOnlyList<string>? Contents = null,
    IReadOnlyList<string>? Hosts = null,
    IReadOnlyList<string>? Supporters = null,
    ExhibitionContact? Contact = null,
    IReadOnlyList<ExhibitionRelatedEvent>? RelatedEvents = null,
    ExhibitionTour? Tours = null,
    string? Purpose = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    EventStatus Status = EventStatus.Held,
    IReadOnlyList<string>? CoHosts = null,
    IReadOnlyList<NamedPlace>? Participants = null,
    string? Hours = null,
    string? Inquiries = null,
    string? Url = null) : IRecord;

/// <summary>When an exhibition is open.</summary>
/// <param name="Days">Which days (「平日」, 「土曜日」).</param>
/// <param name="From">Opening time (Japan time).</param>
/// <param name="Until">Closing time.</param>
public sealed record ExhibitionHours(string Days, TimeOnly From, TimeOnly Until);

/// <summary>The office that answers questions about an exhibition.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Section">The section in it.</param>
/// <param name="Telephone">The telephone number with hyphens.</param>
public sealed record ExhibitionContact(string Organisation, string Section, string Telephone);

/// <summary>An event around an exhibition.</summary>
/// <param name="Title">The name as printed (「お茶の淹れ方講座」).</param>
/// <param name="Kind">What sort of event.</param>
/// <param name="Days">The days; null where the document gives none.</param>
/// <param name="Times">The times of day, on each of the days.</param>
/// <param name="Venue">The place, where printed.</param>
/// <param name="Goods">What was sold, as printed.</param>
public sealed record ExhibitionRelatedEvent(
    string Title,
    EventProgrammeKind Kind,
    IReadOnlyList<Period>? Days = null,
    IReadOnlyList<DayTime>? Times = null,
    string? Venue = null,
    string? Goods = null);

/// <summary>The tour of an exhibition through ward offices.</summary>
/// <param name="Wards">The wards, in the order of the document.</param>
/// <param name="Status">Whether the document says that it took place.</param>
/// <param name="Wording">The sentence as printed.</param>
public sealed record ExhibitionTour(IReadOnlyList<string> Wards, ExhibitionTourStatus Status, string Wording);

/// <summary>What the document says about a tour.</summary>
public enum ExhibitionTourStatus
{
    /// <summary>実施.</summary>
    Held,

    /// <summary>実施予定: no document says whether it took place.</summary>
    Planned,
}
