using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>対象地域 (<see cref="Area"/>), prepared for asking whether an organisation lies in it.</summary>
internal sealed class AreaSet
{
    /// <summary>Anywhere.</summary>
    public static readonly AreaSet Anywhere = new([]);

    private readonly bool wards;
    private readonly ulong regions;
    private readonly ulong prefectures;
    private readonly string[] codes;

    private AreaSet(IReadOnlyList<string> areas)
    {
        IsAnywhere = areas.Count == 0;
        wards = areas.Contains(Area.Wards);
        foreach (var area in areas)
        {
            if (Area.IsRegion(area, out var region))
                regions |= 1UL << (int)region;
            else if (Area.IsPrefecture(area, out var prefecture))
                prefectures |= 1UL << prefecture;
        }

        codes = [.. areas.Where(area => Area.IsCode(area))];
    }

    /// <summary>How an organisation lies in an area.</summary>
    public enum Place
    {
        /// <summary>Outside.</summary>
        Outside,

        /// <summary>Nothing is said, so that everybody is in it.</summary>
        Open,

        /// <summary>Among the wards, in a region or in a prefecture that is named.</summary>
        Inside,

        /// <summary>Named itself.</summary>
        Named,
    }

    /// <summary>Whether it names no area.</summary>
    public bool IsAnywhere { get; }

    public static AreaSet Of(IReadOnlyList<string> areas) => areas.Count == 0 ? Anywhere : new AreaSet(areas);

    /// <summary>How an organisation lies in it.</summary>
    public Place PlaceOf(OrganisationProfile profile)
    {
        if (IsAnywhere)
            return Place.Open;
        if (codes.Length > 0 && Array.IndexOf(codes, profile.Organisation.Id) >= 0)
            return Place.Named;
        return (wards && profile.IsWard) || (prefectures >> profile.Prefecture & 1) != 0 || (profile.Region is { } region && (regions >> (int)region & 1) != 0) ? Place.Inside : Place.Outside;
    }

    /// <summary>The area in which an organisation lies, in words: the narrowest that is named.</summary>
    public string NameFor(OrganisationProfile profile)
    {
        if (Array.IndexOf(codes, profile.Organisation.Id) >= 0)
            return profile.Name;
        if (wards && profile.IsWard)
            return "特別区";
        return (prefectures >> profile.Prefecture & 1) != 0 ? profile.PrefectureName : profile.Region?.JapaneseName() ?? "";
    }
}
