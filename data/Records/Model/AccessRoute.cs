using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>Where a building stands, when it is open, and how to get there (<c>access.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Venue">The building.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="PostalCode">The postal code, without 〒.</param>
/// <param name="Address">The address as printed.</param>
/// <param name="Routes">The lines, in the order printed.</param>
/// <param name="Hours">The opening hours.</param>
/// <param name="ClosedOn">The days it is closed.</param>
/// <param name="Rooms">The places in the building that the documents name.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record VenueAccess(
    string Key,
    string Venue,
    IReadOnlyList<string> Aliases,
    string PostalCode,
    string Address,
    IReadOnlyList<AccessRoute> Routes,
    IReadOnlyList<OpeningHours> Hours,
    IReadOnlyList<string> ClosedOn,
    IReadOnlyList<VenueRoom> Rooms,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>A railway line to a building.</summary>
/// <param name="Operator">Who runs it (「東京メトロ」).</param>
/// <param name="Line">The line (「東西線」).</param>
/// <param name="Station">The station (「飯田橋駅」).</param>
/// <param name="Exit">The exit (「A5出口」).</param>
/// <param name="Wording">The row as printed.</param>
/// <param name="Source">The row.</param>
/// <param name="WalkMinutes">Minutes on foot from the exit; absent where the document says 「すぐ」.</param>
/// <param name="Aliases">Other names of the line.</param>
public sealed record AccessRoute(
    string Operator,
    string Line,
    string Station,
    string Exit,
    string Wording,
    SourceRef Source,
    int? WalkMinutes = null,
    IReadOnlyList<string>? Aliases = null)
{
    /// <summary>The way from the exit in words: 「すぐ」 or 「徒歩2分」.</summary>
    [JsonIgnore]
    public string Walk => WalkMinutes is { } minutes ? $"徒歩{minutes}分" : "すぐ";
}

/// <summary>Opening hours on some days.</summary>
/// <param name="Days">The days as printed (「平日」「土曜日」).</param>
/// <param name="From">When it opens.</param>
/// <param name="Until">When it closes.</param>
public sealed record OpeningHours(string Days, TimeOnly From, TimeOnly Until);

/// <summary>A place in a building.</summary>
/// <param name="Name">The name as printed (「20階会議室」).</param>
/// <param name="Use">What it was used for.</param>
/// <param name="Source">Where it is named.</param>
public sealed record VenueRoom(string Name, string Use, SourceRef Source);
