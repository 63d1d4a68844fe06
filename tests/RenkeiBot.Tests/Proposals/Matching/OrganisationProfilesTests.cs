using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class OrganisationProfilesTests
{
    [Fact]
    public void Everybody_is_there_once_the_wards_first()
    {
        var all = MatchingRecords.Profiles.All;

        Assert.All(all.Take(23), profile => Assert.True(profile.IsWard));
        Assert.Equal(1741, all.Count(profile => profile.IsWard || MatchingRecords.Records.Find<Municipality>(profile.Organisation.Id) is not null));
        Assert.Equal(MatchingRecords.Records.Of<RegionalAgreement>().Count, all.Count(profile => profile.Organisation.Kind == OrganisationKind.Association));
        Assert.Equal(all.Count, all.Select(profile => profile.Organisation).Distinct().Count());
    }

    [Fact]
    public void Names_regions_and_agreements_are_those_of_the_records()
    {
        var sakai = MatchingRecords.Profiles.Find(MatchingRecords.Municipality("福井県", "坂井市"));
        var tobetsu = MatchingRecords.Profiles.Find(MatchingRecords.Municipality("北海道", "当別町"));

        Assert.Equal(("福井県坂井市", 18, Region.Chubu), (sakai.Name, sakai.Prefecture, sakai.Region));
        Assert.Equal(("北海道当別町", "北海道町村会"), (tobetsu.Name, tobetsu.Agreement));
        Assert.Equal("荒川区", MatchingRecords.Profiles.Find(MatchingRecords.Ward("荒川区")).Name);
        Assert.Equal("北海道町村会", MatchingRecords.Profiles.Find(new OrganisationKey(OrganisationKind.Association, "北海道町村会")).Name);
        Assert.Equal("株式会社どこか", MatchingRecords.Profiles.Find(new OrganisationKey(OrganisationKind.Company, "株式会社どこか")).Name);
    }

    [Fact]
    public void A_ward_is_offered_to_register_what_the_records_know_of_it()
    {
        var interest = MatchingRecords.Profiles.Prefill(MatchingRecords.Ward("板橋区"));

        Assert.Contains(ProposalField.Industry, interest.Fields);
        Assert.Contains("販売の場", interest.Offer, StringComparison.Ordinal);
        Assert.Contains("特産品", interest.Need, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_the_records_do_not_know_begins_with_an_empty_form()
    {
        Assert.Equal(new InterestContent().Offer, MatchingRecords.Profiles.Prefill(new OrganisationKey(OrganisationKind.Company, "株式会社どこか")).Offer);
        Assert.Empty(MatchingRecords.Profiles.Prefill(MatchingRecords.Ward("練馬区")).Fields);
    }

    [Fact]
    public void What_stands_in_the_form_is_short_and_read_again_as_what_it_was()
    {
        var vocabulary = MatchingRecords.Profiles.Vocabulary;
        foreach (var profile in MatchingRecords.Profiles.All)
        {
            var interest = MatchingRecords.Profiles.Prefill(profile.Organisation);
            Assert.InRange(interest.Offer.Length, 0, ProposalContent.SideLength);
            Assert.InRange(interest.Need.Length, 0, ProposalContent.SideLength);
            Assert.Equal(interest.Need, string.Join('、', vocabulary.Names(vocabulary.Read(interest.Need).Concepts)));
            Assert.Equal(interest.Offer, string.Join('、', vocabulary.Names(vocabulary.Read(interest.Offer).Concepts)));
        }
    }

    [Fact]
    public void Ties_are_mutual()
    {
        var all = MatchingRecords.Profiles.All;

        Assert.All(all.Where(profile => profile.Ties is not null), profile => Assert.All(profile.Ties!.With, pair => Assert.Equal(pair.Value, all[pair.Key].Ties!.With[profile.Index])));
    }
}
