using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>Where an organisation is: what areas it lies in, and by what names and readings it is looked for.</summary>
/// <param name="Code">The code of a ward, municipality or prefecture; empty where the organisation is none.</param>
/// <param name="Prefecture">The number of its prefecture; 0 where it has no place.</param>
/// <param name="Region">The region of its prefecture.</param>
/// <param name="IsWard">Whether it is one of the 23 wards.</param>
/// <param name="Names">What the place is called.</param>
internal sealed record ProposalPlace(string Code, int Prefecture, Region Region, bool IsWard, IReadOnlyList<string> Names)
{
    private const int Tokyo = 13;

    private static readonly ProposalPlace Nowhere = new("", 0, default, false, []);

    // Names of regions in everyday use beside the nine of the table of 2015, by the numbers of their prefectures.
    private static readonly (string Name, int[] Prefectures)[] CommonRegions =
    [
        ("北関東", [8, 9, 10]), ("南関東", [11, 12, 13, 14]), ("首都圏", [8, 9, 10, 11, 12, 13, 14, 19]), ("甲信越", [15, 19, 20]), ("信越", [15, 20]), ("北陸", [16, 17, 18]),
        ("東海", [21, 22, 23, 24]), ("関西", [25, 26, 27, 28, 29, 30]), ("山陰", [31, 32]), ("山陽", [33, 34, 35]), ("中四国", [31, 32, 33, 34, 35, 36, 37, 38, 39]), ("北東北", [2, 3, 5]), ("南東北", [4, 6, 7]),
    ];

    /// <summary>The names of all regions, for taking apart what was typed in one piece.</summary>
    public static IEnumerable<string> RegionWords => Enum.GetValues<Region>().Select(region => region.JapaneseName()).Concat(CommonRegions.Select(region => region.Name));

    /// <summary>The place of an organisation: of a ward or municipality by its code, of an association by its prefecture; the secretariat and companies have none.</summary>
    public static ProposalPlace Of(OrganisationKey organisation, RecordSet records)
    {
        switch (organisation.Kind)
        {
            case OrganisationKind.Ward or OrganisationKind.Municipality when records.Find<Municipality>(organisation.Id) is { } municipality:
                return Of(PrefectureNamed(records, municipality.Prefecture), municipality);
            case OrganisationKind.Municipality:
                return Of(records.Find<Prefecture>(organisation.Id), null);
            case OrganisationKind.Association:
                var name = records.Of<RegionalAgreement>().FirstOrDefault(agreement => agreement.Name == organisation.Id)?.Prefecture ?? organisation.Id;
                return Of(records.Of<Prefecture>().FirstOrDefault(prefecture => name.StartsWith(prefecture.Name, StringComparison.Ordinal)), null) with { Code = "" };
            default:
                return Nowhere;
        }
    }

    /// <summary>Whether the place lies in an area (<see cref="Area"/>).</summary>
    public bool LiesIn(string area) =>
        area == Area.Wards ? IsWard
        : Prefecture == 0 ? false
        : Area.IsRegion(area, out var region) ? region == Region
        : Area.IsPrefecture(area, out var number) ? number == Prefecture
        : Code == area;

    private static ProposalPlace Of(Prefecture? prefecture, Municipality? municipality)
    {
        if (prefecture is null)
            return Nowhere;
        var isWard = municipality is { Kind: MunicipalityKind.Ward };
        // きょうと stands at the end of とうきょうと.
        var kana = prefecture.Number == Tokyo ? prefecture.Kana[..^1] : prefecture.Kana;
        List<string> names = [prefecture.Name, kana, prefecture.Region.JapaneseName(), .. CommonRegions.Where(region => region.Prefectures.Contains(prefecture.Number)).Select(region => region.Name)];
        if (municipality is not null)
            names.AddRange([municipality.Name, municipality.Kana, .. (municipality.Aliases ?? []).Select(alias => alias.Name)]);
        if (isWard)
            names.AddRange(["特別区", "東京23区"]);
        return new ProposalPlace(municipality?.Code ?? prefecture.Code, prefecture.Number, prefecture.Region, isWard, names);
    }

    private static Prefecture? PrefectureNamed(RecordSet records, string name) => records.Of<Prefecture>().FirstOrDefault(prefecture => prefecture.Name == name);
}
