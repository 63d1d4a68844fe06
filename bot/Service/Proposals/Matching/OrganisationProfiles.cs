using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// The organisations that there are: the 23 wards, the other municipalities, the prefectures and the associations with an agreement, with what the records know of each. Nothing is read before the first question. Immutable
/// and safe to share; when the records change, another one takes its place.
/// </summary>
internal sealed class OrganisationProfiles
{
    private readonly Lazy<Vocabulary> vocabulary;
    private readonly Lazy<OrganisationKnowledge> knowledge;
    private readonly Lazy<DerivedInterests> interests;

    public OrganisationProfiles(RecordSet records)
    {
        vocabulary = new(() => new Vocabulary(records));
        knowledge = new(() => new OrganisationKnowledge(records));
        interests = new(() => new DerivedInterests(records, vocabulary.Value, knowledge.Value));
    }

    /// <summary>The words of the records.</summary>
    public Vocabulary Vocabulary => vocabulary.Value;

    /// <summary>All of them, the wards first, then by code; the order is the same for the same records.</summary>
    public IReadOnlyList<OrganisationProfile> All => knowledge.Value.Profiles;

    /// <summary>The profile of an organisation; for one that the records do not have, one with its name alone.</summary>
    public OrganisationProfile Find(OrganisationKey organisation) => knowledge.Value.Find(organisation) ?? OrganisationProfile.Unlisted(organisation);

    /// <summary>What the records know that an organisation offers and looks for; empty where they know nothing. The form 「関心を登録」 opens with it, and it stands in until somebody registers.</summary>
    public InterestContent Prefill(OrganisationKey organisation) => knowledge.Value.Find(organisation) is { } profile ? interests.Value.Of(profile) : new InterestContent();
}
