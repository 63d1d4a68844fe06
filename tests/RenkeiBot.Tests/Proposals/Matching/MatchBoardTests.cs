using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class MatchBoardTests
{
    private static readonly DateOnly Today = MatchingRecords.Today;
    private static readonly OrganisationKey Sakai = MatchingRecords.Municipality("福井県", "坂井市");
    private static readonly OrganisationKey Nerima = MatchingRecords.Ward("練馬区");
    private static readonly ProposalContent Crabs = new() { Fields = [ProposalField.Industry], Offer = "越前がに", Need = "物産展の会場", Places = 2 };
    private static readonly InterestContent Market = new() { Fields = [ProposalField.Industry], Offer = "駅前の広場", Need = "海の幸" };

    private readonly MatchBoard board = MatchingRecords.Board();

    [Fact]
    public void Finds_a_proposal_for_an_organisation_and_the_organisation_for_the_proposal_alike()
    {
        var proposal = Post(Crabs);
        board.SetInterest(Nerima, Market);

        var there = Assert.Single(board.ProposalsFor(Nerima, 5, Today));
        var back = board.OrganisationsFor(proposal.Id, 1, Today).Single();

        Assert.Equal(proposal.Id, there.ProposalId);
        Assert.Equal(Nerima, back.Organisation);
        Assert.Equal(there.Score, back.Score);
        Assert.Equal(
            [
                "提供と求めが合う: 海産物（福井県坂井市が提供し、練馬区が求めています）", "提供と求めが合う: 会場・場所（練馬区が提供し、福井県坂井市が求めています）", "同じ分野: 産業・物産",
                "交流の実績: 福井県坂井市は特別区と交流のある自治体の一覧にあります", "募集の枠に余裕がある: 残り2団体",
            ],
            there.Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void Says_that_a_region_is_new_and_the_months_in_their_order()
    {
        var owner = MatchingRecords.Profiles.All.First(profile => profile is { IsListed: false, Agreement: null, IsWard: false, Prefecture: not 13 } && profile.Organisation.Kind == OrganisationKind.Municipality);
        Post(Crabs with { From = new(2026, 12, 5), Until = new(2027, 2, 3) }, owner.Organisation);
        board.SetInterest(Nerima, Market with { Months = [1, 2, 12, 7] });

        var reasons = board.ProposalsFor(Nerima, 5, Today).Single().Reasons.Select(reason => reason.Text).ToList();

        Assert.Contains("時期が重なる: 12月・1月・2月", reasons);
        Assert.Contains($"これまで縁のない地域: {owner.Name}", reasons);
    }

    [Fact]
    public void Gives_nobody_their_own_proposal()
    {
        var proposal = Post(Crabs);
        board.SetInterest(Sakai, Market);

        Assert.Empty(board.ProposalsFor(Sakai, 5, Today));
        Assert.DoesNotContain(board.OrganisationsFor(proposal.Id, 5000, Today), match => match.Organisation == Sakai);
    }

    public static TheoryData<InterestContent> Unwilling =>
    [
        Market with { OptOut = true },
        Market with { QuietFrom = Today, QuietUntil = Today },
        Market with { QuietUntil = Today.AddDays(3) },
        Market with { QuietFrom = Today.AddDays(-3) },
        Market with { Capacity = 0 },
        Market with { Areas = [Area.Of(Region.Hokkaido)] },
        new InterestContent { Fields = [ProposalField.Sports], Need = "サッカー" },
    ];

    [Theory]
    [MemberData(nameof(Unwilling))]
    public void Gives_nothing_to_who_does_not_want_it_or_has_nothing_in_common(InterestContent interest)
    {
        var proposal = Post(Crabs);
        board.SetInterest(Nerima, interest);

        Assert.Empty(board.ProposalsFor(Nerima, 5, Today));
        Assert.DoesNotContain(board.OrganisationsFor(proposal.Id, 5000, Today), match => match.Organisation == Nerima);
        Assert.Null(board.MatchOf(proposal.Id, Nerima, Today));
    }

    [Theory]
    [InlineData(-10, -1)]
    [InlineData(1, 10)]
    public void A_quiet_period_ends_and_has_not_always_begun(int from, int until)
    {
        Post(Crabs);
        board.SetInterest(Nerima, Market with { QuietFrom = Today.AddDays(from), QuietUntil = Today.AddDays(until) });

        Assert.Single(board.ProposalsFor(Nerima, 5, Today));
    }

    [Fact]
    public void Keeps_to_the_regions_of_the_proposal()
    {
        board.SetInterest(Nerima, Market);
        Post(Crabs with { Areas = [Area.Of(Region.Kyushu), Area.OfPrefecture(1)] });
        Assert.Empty(board.ProposalsFor(Nerima, 5, Today));

        Post(Crabs with { Areas = [Area.Wards] });
        Assert.Contains(board.ProposalsFor(Nerima, 5, Today).Single().Reasons, reason => reason.Text == "対象地域に入っている: 特別区（練馬区）");
    }

    [Fact]
    public void Holds_only_what_takes_applications()
    {
        board.SetInterest(Nerima, Market);
        var proposal = Post(Crabs with { Deadline = Today });
        Assert.Single(board.ProposalsFor(Nerima, 5, Today));
        Assert.Empty(board.ProposalsFor(Nerima, 5, Today.AddDays(1)));
        Assert.Empty(board.OrganisationsFor(proposal.Id, 5, Today.AddDays(1)));

        proposal.Taken = 2;
        board.Set(proposal);
        Assert.Equal(0, board.Count);

        proposal.Taken = 1;
        board.Set(proposal);
        Assert.DoesNotContain(board.ProposalsFor(Nerima, 5, Today).Single().Reasons, reason => reason.Kind == MatchReasonKind.Capacity);

        proposal.State = ProposalState.Withdrawn;
        board.Set(proposal);
        Assert.Empty(board.ProposalsFor(Nerima, 5, Today));
    }

    [Fact]
    public void Does_not_repeat_what_was_declined_until_that_is_taken_back()
    {
        var proposal = Post(Crabs);
        board.SetInterest(Nerima, Market);

        board.Decide(proposal.Id, Nerima, MatchDecisionKind.Declined);
        Assert.Empty(board.ProposalsFor(Nerima, 5, Today));
        board.Decide(proposal.Id, Nerima, MatchDecisionKind.Introduced);
        Assert.Single(board.ProposalsFor(Nerima, 5, Today));
        board.Decide(proposal.Id, Nerima, null);
        Assert.Single(board.ProposalsFor(Nerima, 5, Today));
    }

    [Fact]
    public void What_somebody_registered_takes_the_place_of_what_the_records_know_and_gives_it_back()
    {
        var itabashi = MatchingRecords.Ward("板橋区");
        Post(Crabs);
        Assert.Single(board.ProposalsFor(itabashi, 5, Today));

        board.SetInterest(itabashi, new InterestContent { Fields = [ProposalField.Sports] });
        Assert.Empty(board.ProposalsFor(itabashi, 5, Today));
        board.SetInterest(itabashi, null);
        Assert.Single(board.ProposalsFor(itabashi, 5, Today));
    }

    [Fact]
    public void Knows_a_company_by_what_it_registered()
    {
        var company = new OrganisationKey(OrganisationKind.Company, "株式会社どこか");
        var proposal = Post(Crabs);
        Assert.Empty(board.ProposalsFor(company, 5, Today));

        board.SetInterest(company, Market);
        Assert.Single(board.ProposalsFor(company, 5, Today));
        Assert.Contains(board.OrganisationsFor(proposal.Id, 5000, Today), match => match.Organisation == company);
    }

    [Fact]
    public void Gives_as_many_as_asked_for_the_best_first_in_the_same_order_whatever_came_first()
    {
        var proposals = Enumerable.Range(0, 30).Select(i => MatchingRecords.Proposal(Sakai, i % 3 == 0 ? Crabs : Crabs with { Need = "" }, new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).ToList();
        var other = MatchingRecords.Board();
        proposals.ForEach(board.Set);
        proposals.AsEnumerable().Reverse().ToList().ForEach(other.Set);
        board.SetInterest(Nerima, Market);
        other.SetInterest(Nerima, Market);

        var matches = board.ProposalsFor(Nerima, 12, Today);

        Assert.Equal(12, matches.Count);
        Assert.Equal(matches.Select(match => match.Score).OrderDescending(), matches.Select(match => match.Score));
        Assert.Equal(matches.Select(match => match.ProposalId), other.ProposalsFor(Nerima, 12, Today).Select(match => match.ProposalId));
        Assert.Empty(board.ProposalsFor(Nerima, 0, Today));
    }

    [Fact]
    public void Pairs_proposals_of_which_one_gives_what_the_other_looks_for()
    {
        var crabs = Post(Crabs);
        var market = Post(new ProposalContent { Offer = "区役所のロビー", Need = "冬の味覚、かに", Fields = [ProposalField.Facilities] }, Nerima);
        Post(new ProposalContent { Offer = "サッカー教室", Fields = [ProposalField.Industry] }, MatchingRecords.Ward("北区"));
        Post(Crabs);

        var pair = Assert.Single(board.ComplementsOf(crabs.Id, 5, Today));

        Assert.Equal(market.Id, pair.OtherId);
        Assert.Equal(2, pair.Reasons.Count(reason => reason.Kind == MatchReasonKind.Complement));
    }

    [Fact]
    public void An_empty_board_and_an_unknown_proposal_give_nothing()
    {
        Assert.Empty(board.ProposalsFor(Nerima, 5, Today));
        Assert.Empty(board.OrganisationsFor(Guid.NewGuid(), 5, Today));
        Assert.Empty(board.ComplementsOf(Guid.NewGuid(), 5, Today));
        board.Remove(Guid.NewGuid());
    }

    [Fact]
    public async Task May_be_read_while_it_is_written()
    {
        board.SetInterest(Nerima, Market);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var most = 0;
            while (!done.IsCancellationRequested)
                most = Math.Max(most, board.ProposalsFor(Nerima, 500, Today).Count);
            return most;
        });
        var posted = Enumerable.Range(0, 200).Select(_ => Post(Crabs)).ToList();
        posted.Take(100).ToList().ForEach(proposal => board.Remove(proposal.Id));
        await done.CancelAsync();

        Assert.InRange(await reader, 0, 200);
        Assert.Equal(100, board.ProposalsFor(Nerima, 500, Today).Count);
    }

    [Fact]
    public void The_weights_as_delivered_are_right_and_wrong_ones_are_named()
    {
        Assert.Empty(new MatchWeights().Failures());
        Assert.Contains(new MatchWeights { Field = -1 }.Failures(), failure => failure.Contains(nameof(MatchWeights.Field), StringComparison.Ordinal));
        Assert.NotEmpty(new MatchWeights { Novelty = 50 }.Failures());
        Assert.Empty(new AssignmentOptions().Failures());
        Assert.NotEmpty(new AssignmentOptions { Places = 0 }.Failures());
    }

    private Proposal Post(ProposalContent content, OrganisationKey? owner = null)
    {
        var proposal = MatchingRecords.Proposal(owner ?? Sakai, content);
        board.Set(proposal);
        return proposal;
    }
}
