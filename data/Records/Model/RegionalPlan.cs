using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>A project that wards and the municipalities of a region planned together and that a national grant pays for (<c>plans.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Name">The name an answer uses.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Wards">The wards in it.</param>
/// <param name="Region">The region (「北海道十勝地域」).</param>
/// <param name="Prefecture">The region's prefecture.</param>
/// <param name="MainProjects">What is carried out (主な事業), in order.</param>
/// <param name="Grant">The grant that pays for it.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="Motto">The part of the title between the waves (「大地のタカラ×江戸のチカラ」).</param>
/// <param name="Members">How many municipalities of the region take part, by kind.</param>
/// <param name="Participants">Everyone who takes part, where the document names them.</param>
/// <param name="Period">When it runs.</param>
/// <param name="Years">For how many years.</param>
/// <param name="GrantThousandYen">The amount of the grant in units of 1,000 yen (千円).</param>
/// <param name="CaseNumber">The number in the national collection of cases (「No.00026」).</param>
/// <param name="Field">The field it is filed under there.</param>
/// <param name="Background">Background and outline, one paragraph each.</param>
/// <param name="Indicators">The key performance indicators (KPI).</param>
/// <param name="Pioneering">What is pioneering in it (先駆性), by heading.</param>
/// <param name="PointsToNote">What others may take from it (参考となるポイント).</param>
/// <param name="Editions">Events held within it.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record RegionalPlan(
    string Key,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Wards,
    string Region,
    string Prefecture,
    IReadOnlyList<string> MainProjects,
    string Grant,
    IReadOnlyList<SourceRef> Sources,
    string? Motto = null,
    RegionMembers? Members = null,
    IReadOnlyList<NamedPlace>? Participants = null,
    Period? Period = null,
    int? Years = null,
    int? GrantThousandYen = null,
    string? CaseNumber = null,
    string? Field = null,
    IReadOnlyList<string>? Background = null,
    IReadOnlyList<PlanIndicator>? Indicators = null,
    IReadOnlyList<PlanTopic>? Pioneering = null,
    IReadOnlyList<string>? PointsToNote = null,
    IReadOnlyList<PlanEdition>? Editions = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>How many municipalities of a region take part.</summary>
/// <param name="Cities">市.</param>
/// <param name="Towns">町.</param>
/// <param name="Villages">村.</param>
public sealed record RegionMembers(int Cities, int Towns, int Villages)
{
    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Total => Cities + Towns + Villages;
}

/// <summary>A key performance indicator and its values at several dates.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Points">The values, earliest first.</param>
public sealed record PlanIndicator(string Name, string Unit, IReadOnlyList<PlanIndicatorPoint> Points);

/// <summary>One value of an indicator.</summary>
/// <param name="At">The month the value is for.</param>
/// <param name="Value">The value.</param>
/// <param name="Wording">As printed.</param>
public sealed record PlanIndicatorPoint(Period At, decimal Value, string Wording);

/// <summary>Statements under one heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Texts">The statements, in order.</param>
public sealed record PlanTopic(string Heading, IReadOnlyList<string> Texts);

/// <summary>An event held within a plan.</summary>
/// <param name="Name">The event.</param>
/// <param name="Period">When it was held.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PlanEdition(string Name, Period Period, SourceRef Source);
