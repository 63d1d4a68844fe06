using System.Collections.Frozen;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// What organisations offer and look for, as far as the records tell: what they did is what they may do again. A record seldom says who gave what, so that each concept goes to the side that usually gives it
/// (<see cref="FieldConcept.GivenBy"/>). What the records say of a prefecture as a whole gives its municipalities their 分野, no more.
/// </summary>
internal sealed class DerivedInterests
{
    /// <summary>More than this is not what somebody stands for, and would fit everything.</summary>
    private const int MostConcepts = 12;

    private const int MostFields = 4;

    private readonly Vocabulary vocabulary;
    private readonly FrozenDictionary<int, InterestContent> known;
    private readonly FrozenDictionary<int, InterestContent> ofPrefectures;
    private readonly InterestContent nothing = new();

    public DerivedInterests(RecordSet records, Vocabulary vocabulary, OrganisationKnowledge knowledge)
    {
        this.vocabulary = vocabulary;
        var places = new PlaceRegister(records);
        var numbers = records.Of<Prefecture>().ToDictionary(prefecture => prefecture.Name, prefecture => prefecture.Number, StringComparer.Ordinal);
        var (said, saidOfPrefectures) = (new Dictionary<int, Dictionary<string, int>>(), new Dictionary<int, Dictionary<string, int>>());
        foreach (var deed in RecordedDeed.Of(records))
        {
            var concepts = vocabulary.Concepts(vocabulary.Read(deed.Text).Concepts).Select(concept => concept.Key).ToList();
            var organisations = deed.Wards.Select(ward => new NamedPlace(ward, "東京都")).Concat(deed.Others).SelectMany(places.Candidates).Select(OrganisationKnowledge.KeyOf).Distinct();
            foreach (var organisation in organisations)
            {
                if (knowledge.Find(organisation) is { } profile)
                    Count(said, profile.Index, concepts);
            }

            foreach (var prefecture in deed.Prefectures)
                Count(saidOfPrefectures, numbers[prefecture], concepts);
        }

        known = said.ToFrozenDictionary(pair => pair.Key, pair => Content(records, pair.Value, knowledge.Profiles[pair.Key].IsWard));
        ofPrefectures = saidOfPrefectures.ToFrozenDictionary(pair => pair.Key, pair => Content(records, pair.Value, isWard: false));
    }

    /// <summary>What the records know of an organisation.</summary>
    public InterestContent Of(OrganisationProfile profile)
    {
        if (known.TryGetValue(profile.Index, out var content))
            return content;
        if (profile.IsWard || !ofPrefectures.TryGetValue(profile.Prefecture, out var shared))
            return nothing;
        // The association is who brought the prefecture's things to the wards.
        return profile.Organisation.Kind == OrganisationKind.Association ? shared : new InterestContent { Fields = shared.Fields };
    }

    private InterestContent Content(RecordSet records, Dictionary<string, int> counts, bool isWard)
    {
        var order = records.Of<FieldConcept>().Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index, StringComparer.Ordinal);
        var chosen = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => order[pair.Key]).Take(MostConcepts).Select(pair => records.Find<FieldConcept>(pair.Key)!).ToList();
        UInt128 all = 0;
        foreach (var concept in chosen)
            all |= vocabulary.Set(concept);
        var (offer, need) = vocabulary.Sides(all, isWard);
        var fields = chosen.SelectMany(concept => concept.Fields.Select(field => (Field: field, Count: counts[concept.Key])))
            .GroupBy(pair => pair.Field).OrderByDescending(group => group.Sum(pair => pair.Count)).ThenBy(group => group.Key).Take(MostFields).Select(group => group.Key).Order();
        return new InterestContent { Fields = [.. fields], Offer = Text(offer), Need = Text(need) };
    }

    private string Text(UInt128 concepts) => string.Join('、', vocabulary.Names(concepts));

    private static void Count(Dictionary<int, Dictionary<string, int>> said, int of, List<string> concepts)
    {
        if (concepts.Count == 0)
            return;
        if (!said.TryGetValue(of, out var counts))
            said[of] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var concept in concepts)
            counts[concept] = counts.GetValueOrDefault(concept) + 1;
    }
}
