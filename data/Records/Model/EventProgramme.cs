namespace RenkeiBot.Data.Records;

/// <summary>One item of the programme of an event, in the order of the document.</summary>
/// <param name="Title">What it is called: the title of a talk, or the name of the stage, booth or ceremony.</param>
/// <param name="Kind">What sort of item it is.</param>
/// <param name="Label">The number or heading printed before it, for example 「(1)」 or 「リレー講義①」.</param>
/// <param name="Speakers">Who speaks, presents, or takes part in it.</param>
/// <param name="Days">The days of this item, where they are not all days of the event.</param>
/// <param name="Times">The times of day of this item.</param>
/// <param name="Venue">The place of this item, where it is not the venue of the event.</param>
/// <param name="Count">A number the document gives for the item, for example 11 (limited menus).</param>
/// <param name="CountUnit">The unit of <see cref="Count"/>, for example 「種類」.</param>
/// <param name="Note">What else the document says about it.</param>
public sealed record EventProgrammeItem(
    string Title,
    EventProgrammeKind Kind = EventProgrammeKind.Other,
    string? Label = null,
    IReadOnlyList<EventSpeaker>? Speakers = null,
    IReadOnlyList<Period>? Days = null,
    IReadOnlyList<DayTime>? Times = null,
    string? Venue = null,
    int? Count = null,
    string? CountUnit = null,
    string? Note = null);

/// <summary>A person (or, where the document names none, an office) with a part in an event.</summary>
/// <param name="Role">The part taken.</param>
/// <param name="Affiliations">Organisation and position as printed, one entry for each (「北海道町村会会長」, 「白糠町長」); the first is the main one.</param>
/// <param name="Name">The name with a space between family and given name (「大杉 覚」); null where the document names only the office.</param>
/// <param name="Kana">The reading of the name, where a document gives it.</param>
/// <param name="Represents">The ward, municipality, prefecture or body spoken for, where it is one (「千代田区」).</param>
public sealed record EventSpeaker(
    EventSpeakerRole Role,
    IReadOnlyList<string> Affiliations,
    string? Name = null,
    string? Kana = null,
    string? Represents = null);

/// <summary>A stretch of time within a day (Japan time).</summary>
/// <param name="From">The beginning.</param>
/// <param name="Until">The end.</param>
public sealed record DayTime(TimeOnly From, TimeOnly Until);

/// <summary>The part a person has in an event.</summary>
public enum EventSpeakerRole
{
    /// <summary>基調講演.</summary>
    Keynote,

    /// <summary>講演, リレー講義.</summary>
    Lecture,

    /// <summary>パネリスト.</summary>
    Panelist,

    /// <summary>コーディネーター.</summary>
    Coordinator,

    /// <summary>事例報告.</summary>
    CaseReport,

    /// <summary>報告 on the project itself.</summary>
    Report,

    /// <summary>出席, 登壇, 参加.</summary>
    Attendee,
}

/// <summary>The sort of a programme item.</summary>
public enum EventProgrammeKind
{
    /// <summary>基調講演.</summary>
    Keynote,

    /// <summary>講演, リレー講義.</summary>
    Lecture,

    /// <summary>パネルディスカッション.</summary>
    Panel,

    /// <summary>事例報告, 事例紹介.</summary>
    CaseReport,

    /// <summary>報告 on the project itself.</summary>
    Report,

    /// <summary>式典, オープニングセレモニー, 認定式, 表彰式.</summary>
    Ceremony,

    /// <summary>ステージ, ショー, パレード.</summary>
    Stage,

    /// <summary>販売, マルシェ, 物産展.</summary>
    Sale,

    /// <summary>飲食: おでん, 地酒, グルメ, メニュー.</summary>
    Food,

    /// <summary>展示, 映像.</summary>
    Display,

    /// <summary>PRブース, PRコーナー, 広報.</summary>
    Publicity,

    /// <summary>体験, 講座, 植栽.</summary>
    Experience,

    /// <summary>交流会, 交流イベント, パーティー.</summary>
    Exchange,

    /// <summary>Anything else.</summary>
    Other,
}
