using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class ScoringPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static readonly Arbitrary<(Proposal Proposal, OrganisationKey Organisation, InterestContent Interest)> Pairs =
        (from proposal in GeneratedProposals.Proposals
         from organisation in GeneratedProposals.Organisations
         from interest in GeneratedProposals.Interests
         select (proposal, organisation, interest)).ToArbitrary();

    private static readonly Arbitrary<(Proposal One, Proposal Other)> TwoProposals =
        (from one in GeneratedProposals.Proposals
         from other in GeneratedProposals.Proposals
         select (one, other)).ToArbitrary();

    [Fact]
    public void A_score_is_the_sum_of_its_reasons_each_with_points_and_words() => Check.One(Many, Prop.ForAll(Pairs, pair =>
    {
        if (MatchOf(pair) is not { } match)
            return;
        Assert.Equal(match.Score, match.Reasons.Sum(reason => reason.Points));
        Assert.All(match.Reasons, reason => Assert.True(reason.Points > 0 && reason.Text.Length > 0));
        Assert.Equal(match.Reasons.Select(reason => reason.Kind).Order(), match.Reasons.Select(reason => reason.Kind));
        Assert.Contains(match.Reasons, reason => reason.Kind is MatchReasonKind.Complement or MatchReasonKind.Field);
    }));

    [Fact]
    public void The_same_pair_always_gets_the_same_match() => Check.One(Many, Prop.ForAll(Pairs, pair => Assert.Equal(Words(MatchOf(pair)), Words(MatchOf(pair)))));

    [Fact]
    public void Swapping_offer_and_need_on_both_sides_keeps_the_score() => Check.One(Many, Prop.ForAll(Pairs, pair =>
    {
        // A proposal without either is read from its title, in which who gives is not said.
        if (pair.Proposal.Content is { Offer: "", Need: "" })
            return;
        var content = pair.Proposal.Content;
        var swapped = (MatchingRecords.Proposal(pair.Proposal.Organisation, content with { Offer = content.Need, Need = content.Offer }, pair.Proposal.Id), pair.Organisation,
            pair.Interest with { Offer = pair.Interest.Need, Need = pair.Interest.Offer });
        Assert.Equal(MatchOf(pair)?.Score, MatchOf(swapped)?.Score);
    }));

    [Fact]
    public void Two_proposals_complete_each_other_alike_from_both_sides() => Check.One(Many, Prop.ForAll(TwoProposals, pair =>
    {
        var board = MatchingRecords.Board();
        board.Set(pair.One);
        board.Set(pair.Other);
        var there = board.ComplementsOf(pair.One.Id, 5, MatchingRecords.Today).SingleOrDefault();
        var back = board.ComplementsOf(pair.Other.Id, 5, MatchingRecords.Today).SingleOrDefault();
        Assert.Equal(there?.Score, back?.Score);
        Assert.Equal(there?.Reasons, back?.Reasons);
        if (there is not null)
        {
            Assert.Equal(there.Score, there.Reasons.Sum(reason => reason.Points));
            Assert.Contains(there.Reasons, reason => reason.Kind == MatchReasonKind.Complement);
            Assert.Equal((pair.One.Id, pair.Other.Id), (there.ProposalId, there.OtherId));
        }
    }));

    [Fact]
    public void One_more_field_in_common_never_lowers_the_score() => Rises((pair, _) =>
        (pair.Proposal, pair.Interest with { Fields = [.. pair.Interest.Fields.Concat(pair.Proposal.Content.Fields).Distinct()] }));

    [Fact]
    public void One_more_thing_offered_and_looked_for_never_lowers_the_score() => Rises((pair, thing) =>
        (Changed(pair.Proposal, content => content with { Offer = $"{content.Offer}、{thing}" }), pair.Interest with { Need = $"{pair.Interest.Need}、{thing}" }));

    [Fact]
    public void One_more_month_that_suits_never_lowers_the_score() => Rises((pair, thing) =>
        (pair.Proposal, pair.Interest.Months.Count == 0 ? pair.Interest : pair.Interest with { Months = [.. pair.Interest.Months.Append(thing.Length).Distinct()] }));

    [Fact]
    public void To_be_named_as_a_partner_never_lowers_the_score() => Rises((pair, _) =>
        (Changed(pair.Proposal, content => content.Areas.Count == 0 ? content : content with { Areas = [.. content.Areas, pair.Organisation.Id] }), pair.Interest));

    [Fact]
    public void Room_for_more_never_lowers_the_score() => Rises((pair, _) => (Changed(pair.Proposal, content => content with { Places = content.Places + 1 }), pair.Interest));

    [Fact]
    public void To_have_registered_the_same_never_lowers_the_score() => Check.One(Many, Prop.ForAll(Pairs, pair =>
    {
        var derived = MatchOf((pair.Proposal, pair.Organisation, null));
        var registered = MatchOf((pair.Proposal, pair.Organisation, MatchingRecords.Profiles.Prefill(pair.Organisation)));
        Assert.True(derived is null || registered!.Score >= derived.Score);
    }));

    /// <summary>What was a match stays one with at least its score when something that speaks for it is added.</summary>
    private static void Rises(Func<(Proposal Proposal, OrganisationKey Organisation, InterestContent Interest), string, (Proposal, InterestContent)> add) =>
        Check.One(Many, Prop.ForAll(Pairs, GeneratedProposals.Thing.ToArbitrary(), (pair, thing) =>
        {
            if (MatchOf(pair) is not { } before)
                return;
            var (proposal, interest) = add(pair, thing);
            Assert.True(MatchOf((proposal, pair.Organisation, interest)) is { } after && after.Score >= before.Score);
        }));

    private static Proposal Changed(Proposal proposal, Func<ProposalContent, ProposalContent> change) => MatchingRecords.Proposal(proposal.Organisation, change(proposal.Content), proposal.Id);

    private static Match? MatchOf((Proposal Proposal, OrganisationKey Organisation, InterestContent? Interest) pair)
    {
        var board = MatchingRecords.Board();
        board.Set(pair.Proposal);
        board.SetInterest(pair.Organisation, pair.Interest);
        return board.MatchOf(pair.Proposal.Id, pair.Organisation, MatchingRecords.Today);
    }

    private static string Words(Match? match) => match is null ? "" : $"{match.Score} {string.Join(" / ", match.Reasons)}";
}
