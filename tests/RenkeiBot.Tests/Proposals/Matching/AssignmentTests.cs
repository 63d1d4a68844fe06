using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class AssignmentTests
{
    private static readonly DateOnly Today = MatchingRecords.Today;
    private static readonly OrganisationKey Sakai = MatchingRecords.Municipality("福井県", "坂井市");

    private static readonly Arbitrary<(Proposal[] Proposals, (OrganisationKey Key, InterestContent Content, int Capacity)[] Interests, AssignmentOptions Options)> Boards =
        (from proposals in GeneratedProposals.Proposals.ArrayOf(6)
         from interests in (from key in GeneratedProposals.Organisations from content in GeneratedProposals.Interests from capacity in Gen.Choose(0, 3) select (key, content, capacity)).ArrayOf(8)
         from candidates in Gen.Choose(1, 30)
         from first in Gen.Choose(0, 40)
         select (proposals, interests, new AssignmentOptions { Candidates = candidates, FirstMatch = first })).ToArbitrary();

    [Fact]
    public void Keeps_the_places_and_capacities_says_who_is_left_and_is_the_same_again() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Boards, one =>
    {
        var board = Board(one.Proposals, one.Interests);
        var result = new Assignment(board, one.Options).Solve(Today);

        Assert.Equal(result.Matches.Count, result.Matches.Select(match => (match.ProposalId, match.Organisation)).Distinct().Count());
        Assert.All(result.Matches, match => Assert.True(match.Score >= one.Options.LeastScore && match.Score == match.Reasons.Sum(reason => reason.Points)));
        Assert.All(result.Matches.CountBy(match => match.ProposalId), count =>
            Assert.True(count.Value <= (one.Proposals.Single(proposal => proposal.Id == count.Key).Content.Places ?? one.Options.Places)));
        var capacities = one.Interests.GroupBy(interest => interest.Key).ToDictionary(group => group.Key, group => group.Last().Capacity);
        Assert.All(result.Matches.CountBy(match => match.Organisation), count => Assert.True(count.Value <= capacities.GetValueOrDefault(count.Key, one.Options.Capacity)));

        // Everybody with a possible match is either matched or listed, never both.
        var possible = one.Proposals.Where(proposal => board.OrganisationsFor(proposal.Id, 1, Today).Count > 0).Select(proposal => proposal.Id);
        Assert.Equal(possible.Order(), result.Matches.Select(match => match.ProposalId).Distinct().Concat(result.ProposalsLeft.Select(left => left.ProposalId)).Order());
        var listening = MatchingRecords.Profiles.All.Select(profile => profile.Organisation).Union(one.Interests.Select(interest => interest.Key)).Where(key => board.ProposalsFor(key, 1, Today).Count > 0);
        Assert.Equal(listening.ToHashSet(), [.. result.Matches.Select(match => match.Organisation), .. result.OrganisationsLeft.Select(left => left.Organisation)]);
        Assert.Empty(result.Matches.Select(match => match.Organisation).Intersect(result.OrganisationsLeft.Select(left => left.Organisation)));
        Assert.All(result.ProposalsLeft.Concat(result.OrganisationsLeft), left => Assert.Equal(left.Cause == LeftOutCause.TooWeak, left.Best.Score < one.Options.LeastScore));

        var again = new Assignment(Board(one.Proposals.AsEnumerable().Reverse(), one.Interests), one.Options).Solve(Today);
        Assert.Equal(result.Matches.Select(match => (match.ProposalId, match.Organisation)), again.Matches.Select(match => (match.ProposalId, match.Organisation)));
    }));

    [Fact]
    public void As_many_wards_as_possible_have_a_match_even_where_others_fit_better()
    {
        // Three places; all wards but one can only be served by this proposal, and municipalities fit it better.
        var proposal = MatchingRecords.Proposal(Sakai, new ProposalContent { Fields = [ProposalField.Industry], Offer = "越前がに", Need = "会場", Places = 3 });
        var content = new InterestContent { Fields = [ProposalField.Industry], Offer = "会場", Need = "かに、海産物" };
        List<OrganisationKey> wards = [MatchingRecords.Ward("練馬区"), MatchingRecords.Ward("北区"), MatchingRecords.Ward("足立区")];
        var better = new[] { MatchingRecords.Municipality("沖縄県", "那覇市"), MatchingRecords.Municipality("岩手県", "北上市") };
        var board = Board([proposal],
            [.. wards.Select(ward => (ward, content with { Offer = "" }, 2)), .. better.Select(key => (key, content, 2)), .. MatchingRecords.Profiles.All.Take(23).Select(profile => profile.Organisation).Except(wards).Select(key => (key, content, 0))]);
        var fit = board.OrganisationsFor(proposal.Id, 2, Today);
        Assert.Equal(better.ToHashSet(), fit.Select(match => match.Organisation).ToHashSet());

        var result = new Assignment(board, new AssignmentOptions()).Solve(Today);

        Assert.Equal(wards.ToHashSet(), result.Matches.Select(match => match.Organisation).ToHashSet());
        Assert.Contains(result.OrganisationsLeft, left => better.Contains(left.Organisation) && left.Cause == LeftOutCause.Taken && left.Text.Contains("募集数に達しました", StringComparison.Ordinal));
    }

    [Fact]
    public void A_first_match_goes_before_a_second_one_that_is_a_little_better()
    {
        var proposals = Enumerable.Range(1, 2).Select(i => MatchingRecords.Proposal(Sakai, new ProposalContent { Fields = [ProposalField.Industry], Offer = "越前がに", Places = 1, Areas = [Area.Wards] }, new Guid(i, 0, 0, new byte[8]))).ToList();
        var (keen, other) = (MatchingRecords.Ward("練馬区"), MatchingRecords.Ward("北区"));
        var content = new InterestContent { Fields = [ProposalField.Industry], Need = "海産物", Areas = [] };
        var nobody = MatchingRecords.Profiles.All.Take(23).Select(profile => profile.Organisation).Except([keen, other]).Select(key => (key, content, 0));
        var board = Board(proposals, [(keen, content with { Areas = [Area.OfPrefecture(18)] }, 2), (other, content, 2), .. nobody]);

        var result = new Assignment(board, new AssignmentOptions()).Solve(Today);

        Assert.Equal([keen, other], result.Matches.Select(match => match.Organisation));
    }

    [Fact]
    public void Who_was_introduced_before_is_not_introduced_again_and_who_declined_neither()
    {
        var proposal = MatchingRecords.Proposal(Sakai, new ProposalContent { Fields = [ProposalField.Industry], Offer = "越前がに", Need = "会場" });
        var board = Board([proposal], []);
        var before = new Assignment(board, new AssignmentOptions()).Solve(Today).Matches;
        board.Decide(proposal.Id, before[0].Organisation, MatchDecisionKind.Introduced);
        board.Decide(proposal.Id, before[1].Organisation, MatchDecisionKind.Declined);

        var after = new Assignment(board, new AssignmentOptions()).Solve(Today).Matches;

        Assert.Equal(3, before.Count);
        Assert.DoesNotContain(after, match => match.Organisation == before[0].Organisation || match.Organisation == before[1].Organisation);
    }

    [Fact]
    public void An_empty_board_gives_an_empty_assignment()
    {
        var result = new Assignment(MatchingRecords.Board(), new AssignmentOptions()).Solve(Today);

        Assert.Empty(result.Matches);
        Assert.Empty(result.OrganisationsLeft);
    }

    private static MatchBoard Board(IEnumerable<Proposal> proposals, IEnumerable<(OrganisationKey Key, InterestContent Content, int Capacity)> interests)
    {
        var board = MatchingRecords.Board();
        foreach (var proposal in proposals)
            board.Set(proposal);
        foreach (var (key, content, capacity) in interests)
            board.SetInterest(key, content with { Capacity = capacity });
        return board;
    }
}
