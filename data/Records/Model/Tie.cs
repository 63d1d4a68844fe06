namespace RenkeiBot.Data.Records;

/// <summary>A relation between wards and municipalities, an area or others that a document states.</summary>
/// <param name="Key">The key, unique among ties.</param>
/// <param name="Kind">What sort of relation.</param>
/// <param name="Title">The relation in a few words.</param>
/// <param name="Wards">The wards; empty where all 23 wards are meant together.</param>
/// <param name="Partners">The partner municipalities, each by name; empty where only an area or a number is given.</param>
/// <param name="What">What they are or do together, in full sentences.</param>
/// <param name="Sources">Where it stands in the documents.</param>
/// <param name="KindName">The relation as the document calls it (「友好都市」).</param>
/// <param name="Area">The partner area in words (「北海道十勝地域（16町・2村）」).</param>
/// <param name="PartnerCount">How many partner municipalities there are.</param>
/// <param name="Organisations">Other partners: prefectures, associations, companies.</param>
/// <param name="When">When, where a document says so.</param>
/// <param name="WhenWording">The same in words.</param>
/// <param name="Activities">What is done, one entry for each thing.</param>
/// <param name="Figures">Numbers with their units.</param>
/// <param name="Aliases">Other names people may use for the activity.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record Tie(
    string Key,
    TieKind Kind,
    string Title,
    IReadOnlyList<string> Wards,
    IReadOnlyList<NamedPlace> Partners,
    string What,
    IReadOnlyList<SourceRef> Sources,
    string? KindName = null,
    string? Area = null,
    int? PartnerCount = null,
    IReadOnlyList<string>? Organisations = null,
    Period? When = null,
    string? WhenWording = null,
    IReadOnlyList<string>? Activities = null,
    IReadOnlyList<RecordFigure>? Figures = null,
    IReadOnlyList<string>? Aliases = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<string>? Notes = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>The sort of a tie.</summary>
public enum TieKind
{
    /// <summary>友好都市.</summary>
    FriendshipCity,

    /// <summary>姉妹都市.</summary>
    SisterCity,

    /// <summary>連携事業, 共同計画.</summary>
    JointProject,

    /// <summary>物産展, マルシェ.</summary>
    Market,

    /// <summary>特別養護老人ホームの整備.</summary>
    NursingHome,

    /// <summary>雪の活用.</summary>
    Snow,

    /// <summary>森林整備.</summary>
    Forest,

    /// <summary>打診, 紹介.</summary>
    Approach,

    /// <summary>連合, サミット, 多数の自治体との集まり.</summary>
    Network,

    /// <summary>Appeared together in a lecture or panel.</summary>
    Lecture,
}
