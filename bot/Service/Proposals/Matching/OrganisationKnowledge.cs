using System.Collections.Frozen;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>Who there is, and who did what with whom, out of the records.</summary>
internal sealed class OrganisationKnowledge
{
    private const string Tokyo = "東京都";

    private readonly FrozenDictionary<OrganisationKey, int> byKey;
    private readonly Dictionary<int, Dictionary<int, KnownTie>> with = [];
    private readonly Dictionary<int, Dictionary<int, KnownTie>> inPrefecture = [];

    public OrganisationKnowledge(RecordSet records)
    {
        var profiles = Everybody(records).ToArray();
        byKey = profiles.ToFrozenDictionary(profile => profile.Organisation, profile => profile.Index);
        var numbers = records.Of<Prefecture>().ToDictionary(prefecture => prefecture.Name, prefecture => prefecture.Number, StringComparer.Ordinal);
        var places = new PlaceRegister(records);
        foreach (var deed in RecordedDeed.Of(records).Where(deed => deed.Strength > TieStrength.None))
        {
            var wards = deed.Wards.SelectMany(ward => Indexes(places, new NamedPlace(ward, Tokyo))).ToList();
            var others = deed.Others.SelectMany(other => Indexes(places, other)).Except(wards).ToList();
            foreach (var ward in wards)
            {
                foreach (var other in others)
                {
                    Put(with, ward, other, new KnownTie(deed.Strength, deed.Title));
                    Put(with, other, ward, new KnownTie(deed.Strength, deed.Title));
                }

                foreach (var prefecture in others.Select(other => profiles[other].Prefecture).Concat(deed.Prefectures.Select(name => numbers[name])).Distinct())
                    Put(inPrefecture, ward, prefecture, new KnownTie(TieStrength.Area, deed.Title));
            }
        }

        Profiles = [.. profiles.Select(profile => with.ContainsKey(profile.Index) || inPrefecture.ContainsKey(profile.Index) ? profile with { Ties = TiesOf(profile.Index) } : profile)];
    }

    public IReadOnlyList<OrganisationProfile> Profiles { get; }

    public OrganisationProfile? Find(OrganisationKey key) => byKey.TryGetValue(key, out var index) ? Profiles[index] : null;

    /// <summary>The keys under which a place of the records is known as an organisation.</summary>
    public static OrganisationKey KeyOf(IRecord place) => place switch
    {
        Municipality { Kind: MunicipalityKind.Ward } ward => new(OrganisationKind.Ward, ward.Code),
        Municipality municipality => new(OrganisationKind.Municipality, municipality.Code),
        RegionalAgreement agreement => new(OrganisationKind.Association, agreement.Name),
        _ => new(OrganisationKind.Municipality, place.Key),
    };

    private static IEnumerable<OrganisationProfile> Everybody(RecordSet records)
    {
        var prefectures = records.Of<Prefecture>().ToDictionary(prefecture => prefecture.Name, StringComparer.Ordinal);
        var agreements = records.Of<RegionalAgreement>().ToLookup(agreement => (agreement.Prefecture, agreement.Kind));
        var listed = records.Of<ExchangeEntry>().Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        var index = 0;
        foreach (var one in records.Of<Municipality>().OrderBy(one => one.Kind != MunicipalityKind.Ward).ThenBy(one => one.Code, StringComparer.Ordinal))
        {
            var kind = one.Kind == MunicipalityKind.City ? AssociationKind.MayorsAssociation : AssociationKind.TownVillageAssociation;
            var agreement = one.Kind == MunicipalityKind.Ward ? null : agreements[(one.Prefecture, kind)].FirstOrDefault()?.Name;
            yield return new(index++, KeyOf(one), one.Prefecture, one.Name, one.PrefectureNumber, prefectures[one.Prefecture].Region, agreement, listed.Contains(one.Code));
        }

        foreach (var one in prefectures.Values.Where(prefecture => prefecture.Name != Tokyo).OrderBy(prefecture => prefecture.Number))
            yield return new(index++, KeyOf(one), one.Name, one.Name, one.Number, one.Region, null, listed.Contains(one.Code));
        foreach (var one in records.Of<RegionalAgreement>().OrderBy(agreement => agreement.Order))
            yield return new(index++, KeyOf(one), one.Prefecture, one.Name, prefectures[one.Prefecture].Number, prefectures[one.Prefecture].Region, one.Name);
    }

    private IEnumerable<int> Indexes(PlaceRegister places, NamedPlace place) =>
        places.Candidates(place).Select(KeyOf).Where(byKey.ContainsKey).Select(key => byKey[key]);

    /// <summary>The closest tie stays, of equally close ones the first.</summary>
    private static void Put(Dictionary<int, Dictionary<int, KnownTie>> ties, int one, int other, KnownTie tie)
    {
        if (!ties.TryGetValue(one, out var ofOne))
            ties[one] = ofOne = [];
        if (!ofOne.TryGetValue(other, out var known) || known.Strength < tie.Strength)
            ofOne[other] = tie;
    }

    private OrganisationTies TiesOf(int index) => new(with.GetValueOrDefault(index) ?? [], inPrefecture.GetValueOrDefault(index) ?? []);
}
