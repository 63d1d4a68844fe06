using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>An event of the project: lecture, symposium, promotion event, festival, market and so on. Exhibitions are <see cref="Exhibition"/>s.</summary>
/// <param name="Key">The key, unique among events.</param>
/// <param name="Kind">The kind of event.</param>
/// <param name="Title">The official, full title, with fiscal year and number where the document has them.</param>
/// <param name="ShortTitle">A short name for lists and buttons.</param>
/// <param name="Aliases">Other names people may use: former names, kana, English names, abbreviations.</param>
/// <param name="FiscalYear">The Gregorian year of the April in which the fiscal year began.</param>
/// <param name="Periods">The days; several where the event has several; precision month or fiscal year where the documents give no day.</param>
/// <param name="Sources">Where the event stands in the documents.</param>
/// <param name="Series">The series it belongs to, for example 「全国連携講演会」.</param>
/// <param name="Edition">The number within <see cref="Series"/> as printed: within the fiscal year (「第1回」 is 1), or overall where <see cref="EditionIsOverall"/>.</param>
/// <param name="EditionLabel">The number as printed, for example 「平成30年度 第1回」.</param>
/// <param name="EditionIsOverall">True where the number counts all years (「第2回全国連携シンポジウム」), false where it counts within the fiscal year.</param>
/// <param name="EditionInferred">True where no document prints the number and it follows from the order within the fiscal year.</param>
/// <param name="PartOf">The key of the event of which this is a part; a part is not counted as an event of its series.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Involvement">What part the project has in it.</param>
/// <param name="Theme">The theme or title of the talk, in full.</param>
/// <param name="ThemeWordings">Shorter or other wordings of the theme in the documents.</param>
/// <param name="Online">True where it was held online.</param>
/// <param name="DeliveryMethod">How it was broadcast, for example 「YouTubeによるライブ配信」.</param>
/// <param name="Venue">The venue as printed.</param>
/// <param name="Address">The address, where printed.</param>
/// <param name="VenuePlace">The municipality or ward of the venue.</param>
/// <param name="Programme">The items in order.</param>
/// <param name="Hosts">主催.</param>
/// <param name="CoHosts">共催.</param>
/// <param name="Cooperation">協力.</param>
/// <param name="SpecialCooperation">特別協力.</param>
/// <param name="Sponsors">協賛.</param>
/// <param name="Supporters">後援.</param>
/// <param name="Organisers">Who carries it out together, where the document names parties but not their part.</param>
/// <param name="Wards">The wards involved.</param>
/// <param name="Participants">The municipalities that take part, each by name.</param>
/// <param name="Region">The region they form, in words, for example 「北海道十勝地域（16町・2村）」.</param>
/// <param name="ParticipantsWording">Who takes part, as printed.</param>
/// <param name="ParticipantCount">How many municipalities take part.</param>
/// <param name="ParticipantAreaCount">How many areas (地域) they form.</param>
/// <param name="ParticipantAssociationCount">How many associations (団体) they form.</param>
/// <param name="Attendance">How many people came.</param>
/// <param name="AttendanceWording">The same as printed (「約2万人」).</param>
/// <param name="ExhibitorCount">How many exhibitors or stalls.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Support">What the wards did for it, one entry for each thing.</param>
/// <param name="SupportAmountManYen">What the wards paid for it, in 万円.</param>
/// <param name="SupportAmountName">What that payment is called (「支援事業費」).</param>
/// <param name="GrantFunded">True where a document marks it as paid with the national grant (地方創生推進交付金).</param>
/// <param name="Relation">The agreement, partner or project it belongs to, as printed (「第一生命保険関連事業」).</param>
/// <param name="Figures">Other numbers with their units.</param>
/// <param name="Notes">Anything else, for example why it was reduced or postponed.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c> (<c>exhibitions:2021-2-tohoku-kizuna</c>).</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
/// <param name="Hours">The times of day in words (「14:00～16:00（開場 13:30）」).</param>
/// <param name="Inquiries">Whom to ask, in one line.</param>
/// <param name="Url">Its page.</param>
public sealed record ProjectEvent(
    string Key,
    EventKind Kind,
    string Title,
    string ShortTitle,
    IReadOnlyList<string> Aliases,
    int FiscalYear,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<SourceRef> Sources,
    string? Series = null,
    int? Edition = null,
    string? EditionLabel = null,
    bool EditionIsOverall = false,
    bool EditionInferred = false,
    string? PartOf = null,
    EventStatus Status = EventStatus.Held,
    EventInvolvement Involvement = EventInvolvement.Organised,
    string? Theme = null,
    IReadOnlyList<string>? ThemeWordings = null,
    bool Online = false,
    string? DeliveryMethod = null,
    string? Venue = null,
    string? Address = null,
    NamedPlace? VenuePlace = null,
    IReadOnlyList<EventProgrammeItem>? Programme = null,
    IReadOnlyList<string>? Hosts = null,
    IReadOnlyList<string>? CoHosts = null,
    IReadOnlyList<string>? Cooperation = null,
    IReadOnlyList<string>? SpecialCooperation = null,
    IReadOnlyList<string>? Sponsors = null,
    IReadOnlyList<string>? Supporters = null,
    IReadOnlyList<string>? Organisers = null,
    IReadOnlyList<string>? Wards = null,
    IReadOnlyList<NamedPlace>? Participants = null,
    string? Region = null,
    string? ParticipantsWording = null,
    int? ParticipantCount = null,
    int? ParticipantAreaCount = null,
    int? ParticipantAssociationCount = null,
    int? Attendance = null,
    string? AttendanceWording = null,
    int? ExhibitorCount = null,
    string? Audience = null,
    string? Purpose = null,
    IReadOnlyList<string>? Support = null,
    int? SupportAmountManYen = null,
    string? SupportAmountName = null,
    bool GrantFunded = false,
    string? Relation = null,
    IReadOnlyList<RecordFigure>? Figures = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    string? Hours = null,
    string? Inquiries = null,
    string? Url = null) : IRecord
{
    /// <summary>Everybody named in the programme, in its order; a person with two parts comes twice.</summary>
    [JsonIgnore]
    public IEnumerable<EventSpeaker> Speakers => (Programme ?? []).SelectMany(item => item.Speakers ?? []);
}

/// <summary>The kind of an event.</summary>
public enum EventKind
{
    /// <summary>講演会.</summary>
    Lecture,

    /// <summary>シンポジウム.</summary>
    Symposium,

    /// <summary>魅力発信イベント.</summary>
    Promotion,

    /// <summary>まつり (東北六魂祭, 東北絆まつり, 新虎まつり).</summary>
    Festival,

    /// <summary>物産展, マルシェ, 食材フェア, ねぎサミット.</summary>
    Market,

    /// <summary>交流会, 交流事業, 婚活イベント, 植栽.</summary>
    Exchange,

    /// <summary>Forums and other events in which the project took part.</summary>
    Other,
}

/// <summary>What part the project has in an event.</summary>
public enum EventInvolvement
{
    /// <summary>The wards together (特別区長会) hold it, alone or with others.</summary>
    Organised,

    /// <summary>Single wards hold it together with municipalities or areas.</summary>
    WardProject,

    /// <summary>協力・連携, 協力事業.</summary>
    Cooperated,

    /// <summary>参画, 出展.</summary>
    TookPart,

    /// <summary>支援.</summary>
    Supported,
}

/// <summary>Whether an event took place.</summary>
public enum EventStatus
{
    /// <summary>It took place.</summary>
    Held,

    /// <summary>It took place on a much smaller scale than usual (縮小).</summary>
    Reduced,

    /// <summary>It was postponed (延期).</summary>
    Postponed,

    /// <summary>The document speaks of it as planned, and no document says that it took place.</summary>
    Planned,

    /// <summary>The secretariat announces it for its days: what is said of it holds before and after them.</summary>
    Scheduled,

    /// <summary>It is not held (中止); its days are those on which it was to be.</summary>
    Cancelled,
}
