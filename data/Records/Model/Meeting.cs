namespace RenkeiBot.Data.Records;

/// <summary>A meeting, visit or talk of the project. One record is one row of the chronology.</summary>
/// <param name="Key">The key, unique among meetings: the date and the body.</param>
/// <param name="Body">Who met.</param>
/// <param name="BodyName">The same in Japanese, as shown to users (「区長会総会」).</param>
/// <param name="Title">What the meeting was, in one line.</param>
/// <param name="FiscalYear">The Gregorian year of the April in which the fiscal year began.</param>
/// <param name="Dates">The days.</param>
/// <param name="Sources">Where it stands in the documents.</param>
/// <param name="Items">Agenda items and decisions, in order.</param>
/// <param name="Aliases">Other names people may use.</param>
/// <param name="Edition">The number of the meeting (「第2回」 is 2), where it is counted.</param>
/// <param name="EditionLabel">The number as printed.</param>
/// <param name="Place">The place as printed.</param>
/// <param name="PlaceName">The municipality, ward or prefecture of the place.</param>
/// <param name="People">Persons named, and what they did.</param>
/// <param name="Organisations">Organisations that took part.</param>
/// <param name="Wards">Wards concerned.</param>
/// <param name="Municipalities">Municipalities concerned.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="Figures">Numbers with their units.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
/// <param name="IsAnnounced">True where only its announcement is known, not what came of it.</param>
/// <param name="IsCancelled">True where it was announced and will not be, or was not, held.</param>
/// <param name="Hours">From when to when, as shown to users (「14:00～16:00」), where it is known.</param>
public sealed record Meeting(
    string Key,
    MeetingBody Body,
    string BodyName,
    string Title,
    int FiscalYear,
    IReadOnlyList<Period> Dates,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<MeetingItem>? Items = null,
    IReadOnlyList<string>? Aliases = null,
    int? Edition = null,
    string? EditionLabel = null,
    string? Place = null,
    NamedPlace? PlaceName = null,
    IReadOnlyList<MeetingPerson>? People = null,
    IReadOnlyList<string>? Organisations = null,
    IReadOnlyList<string>? Wards = null,
    IReadOnlyList<NamedPlace>? Municipalities = null,
    string? Purpose = null,
    IReadOnlyList<RecordFigure>? Figures = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    bool? IsAnnounced = null,
    bool? IsCancelled = null,
    string? Hours = null) : IRecord;

/// <summary>An item of a meeting.</summary>
/// <param name="Text">The item as printed, with its verb where it has one (「第一生命保険株式会社との包括連携協定案を確認」).</param>
/// <param name="Verb">What was done with it.</param>
/// <param name="Number">The number printed before it (① is 1).</param>
public sealed record MeetingItem(string Text, MeetingVerb Verb, int? Number = null);

/// <summary>A person named in a meeting.</summary>
/// <param name="Role">What the person did.</param>
/// <param name="Affiliations">Organisation and position as printed.</param>
/// <param name="Name">The name with a space between family and given name; null where only the office is named.</param>
/// <param name="Kana">The reading, where a document gives it.</param>
public sealed record MeetingPerson(MeetingPersonRole Role, IReadOnlyList<string> Affiliations, string? Name = null, string? Kana = null);

/// <summary>Who met.</summary>
public enum MeetingBody
{
    /// <summary>区長会総会.</summary>
    WardMayorsAssembly,

    /// <summary>特別区制度懇談会.</summary>
    SystemRoundTable,

    /// <summary>東京23区・京都府市長会・京都府町村会連携協力推進委員会.</summary>
    CooperationCommittee,

    /// <summary>「特別区全国連携プロジェクト」推進協議会.</summary>
    PromotionCouncil,

    /// <summary>連絡会, 幹事会, 担当課長会 and its 分科会.</summary>
    LiaisonGroup,

    /// <summary>意見交換会, 意見交換.</summary>
    ExchangeOfViews,

    /// <summary>訪問, 来館.</summary>
    Visit,

    /// <summary>説明 to municipalities or prefectures.</summary>
    Briefing,

    /// <summary>座談会, 懇談.</summary>
    Talk,

    /// <summary>A body of others in which the project took part.</summary>
    ExternalBody,
}

/// <summary>What was done with an item of a meeting.</summary>
public enum MeetingVerb
{
    /// <summary>決定, 申し合わせ.</summary>
    Decided,

    /// <summary>確認.</summary>
    Confirmed,

    /// <summary>了承.</summary>
    Approved,

    /// <summary>報告.</summary>
    Reported,

    /// <summary>説明.</summary>
    Explained,

    /// <summary>提案 received or made.</summary>
    Proposed,

    /// <summary>申入れ, 依頼.</summary>
    Requested,

    /// <summary>創設.</summary>
    Established,

    /// <summary>意見交換, 情報交換.</summary>
    ExchangedViews,

    /// <summary>検討, 協議.</summary>
    Discussed,

    /// <summary>講演.</summary>
    Lectured,

    /// <summary>紹介, 情報提供.</summary>
    Presented,

    /// <summary>An agenda item printed without a verb (「…について」).</summary>
    OnAgenda,

    /// <summary>Anything else that was done (実施, 提出).</summary>
    Done,
}

/// <summary>What a person did in a meeting.</summary>
public enum MeetingPersonRole
{
    /// <summary>Came to visit (訪問, 来館).</summary>
    Visitor,

    /// <summary>Was visited.</summary>
    Visited,

    /// <summary>Explained an item.</summary>
    Explainer,

    /// <summary>Gave a talk.</summary>
    Lecturer,

    /// <summary>Greeted the meeting (挨拶).</summary>
    Greeter,

    /// <summary>Reported an item.</summary>
    Reporter,

    /// <summary>Took part.</summary>
    Participant,

    /// <summary>Received visitors on behalf of the wards (事務局対応).</summary>
    Receiver,
}
