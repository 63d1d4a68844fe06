namespace RenkeiBot.Data.Records;

/// <summary>A project that one ward carries out with other municipalities (各区での実施連携事業, <c>ward-projects.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Name">The name an answer uses.</param>
/// <param name="Wards">The wards that carry it out.</param>
/// <param name="Aliases">Other names and parts of the name by which people ask.</param>
/// <param name="Description">What it is, in one or two complete sentences.</param>
/// <param name="Details">What is done, why, and with what result, one statement each.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="OfficialName">The formal name (正式名称), where the document has another one than the usual.</param>
/// <param name="CommonName">The usual name (通称).</param>
/// <param name="Participants">How many municipalities take part.</param>
/// <param name="ParticipantsAsOf">The date of that number.</param>
/// <param name="Partners">Municipalities and prefectures named as partners.</param>
/// <param name="Milestones">Dated steps.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record WardProject(
    string Key,
    string Name,
    IReadOnlyList<string> Wards,
    IReadOnlyList<string> Aliases,
    string Description,
    IReadOnlyList<WardProjectDetail> Details,
    IReadOnlyList<SourceRef> Sources,
    string? OfficialName = null,
    string? CommonName = null,
    int? Participants = null,
    DateOnly? ParticipantsAsOf = null,
    IReadOnlyList<NamedPlace>? Partners = null,
    IReadOnlyList<WardProjectMilestone>? Milestones = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>One statement about a ward's project.</summary>
/// <param name="Kind">What the statement tells.</param>
/// <param name="Text">The statement, in the document's own words.</param>
public sealed record WardProjectDetail(WardProjectDetailKind Kind, string Text);

/// <summary>A dated step of a ward's project.</summary>
/// <param name="Date">The day.</param>
/// <param name="What">What happened.</param>
/// <param name="Parties">Who took part in it.</param>
public sealed record WardProjectMilestone(DateOnly Date, string What, IReadOnlyList<string> Parties);

/// <summary>What a <see cref="WardProjectDetail"/> tells.</summary>
public enum WardProjectDetailKind
{
    /// <summary>What it is for (目的).</summary>
    Purpose,

    /// <summary>What is done (内容).</summary>
    Activity,

    /// <summary>What sets it apart, such as being the first in the country.</summary>
    Distinction,

    /// <summary>What each side gives or gets.</summary>
    Exchange,
}
