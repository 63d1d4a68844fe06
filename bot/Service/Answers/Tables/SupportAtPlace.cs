using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>What was reported after one disaster, looked at from places: what went there, and whether the disaster struck them.</summary>
internal sealed class SupportAtPlace
{
    private readonly IReadOnlyList<NamedPlace> asked;

    public SupportAtPlace(Disaster disaster, IReadOnlyList<NamedPlace> asked)
    {
        (Disaster, this.asked) = (disaster, asked);
        var reported = disaster.Reported!;
        Areas = reported.Areas ?? [.. (disaster.Prefectures ?? []).Select(prefecture => new NamedPlace(prefecture))];
        var placed = (reported.ByPlace ?? []).Where(one => one.Places.Count > 0).ToList();
        Own = [.. placed.Where(one => one.Places.All(IsAsked))];
        Shared = [.. placed.Where(one => one.Places.Any(IsAsked) && !one.Places.All(IsAsked))];
        Wider = [.. placed.Where(one => !one.Places.Any(IsAsked) && one.Places.All(place => asked.Any(wanted => IsWithin(wanted, place))))];
        Unplaced = [.. (reported.ByPlace ?? []).Where(one => one.Places.Count == 0)];
    }

    public Disaster Disaster { get; }

    /// <summary>被災地域.</summary>
    public IReadOnlyList<NamedPlace> Areas { get; }

    /// <summary>What went there and nowhere else.</summary>
    public IReadOnlyList<PlacedItem> Own { get; }

    /// <summary>What went there and elsewhere too: no report says how much of it where.</summary>
    public IReadOnlyList<PlacedItem> Shared { get; }

    /// <summary>What went to the prefecture in which the place lies.</summary>
    public IReadOnlyList<PlacedItem> Wider { get; }

    /// <summary>What went where no report says.</summary>
    public IReadOnlyList<PlacedItem> Unplaced { get; }

    /// <summary>Whether a report names the place.</summary>
    public bool IsSupported => Own.Count + Shared.Count > 0;

    /// <summary>Whether the disaster struck the place, or where it lies, or what lies in it.</summary>
    public bool IsStruck => asked.Any(place => Areas.Any(area => IsWithin(area, place) || IsWithin(place, area)));

    /// <summary>The places, a prefecture with what lies in it where something went there: 「石川県（県内の市町村を含む）」.</summary>
    public string Label => string.Join('と', asked.Select(place => FullName(place) + (Own.Concat(Shared).SelectMany(one => one.Places).Any(one => one != place && IsWithin(one, place)) ? $"（{place.Name[^1]}内の市町村を含む）" : "")));

    /// <summary>Which area it was that the disaster struck, in a sentence. Of a town in a prefecture that was struck it is not said that the town was.</summary>
    public string Struck()
    {
        var areas = asked.Select(place => Areas.Contains(place) ? FullName(place)
            : Areas.FirstOrDefault(area => IsWithin(place, area)) is { } wider ? $"{FullName(place)}のある{wider.Name}"
            : string.Join('、', Areas.Where(area => IsWithin(area, place)).Select(FullName))).Where(area => area.Length > 0).ToList();
        return $"{string.Join('、', areas)}は、{Disaster.Name}の被災地域です。";
    }

    public bool IsAsked(NamedPlace place) => asked.Any(wanted => IsWithin(place, wanted));

    /// <summary>「石川県輪島市」.</summary>
    public static string FullName(NamedPlace place) => place.Prefecture + place.Name;

    private static bool IsWithin(NamedPlace place, NamedPlace wider) => place == wider || wider.Prefecture is null && place.Prefecture == wider.Name;
}
