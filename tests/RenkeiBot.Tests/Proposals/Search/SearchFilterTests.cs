using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Proposals.Search;
using static RenkeiBot.Tests.Proposals.Search.SearchFixture;

namespace RenkeiBot.Tests.Proposals.Search;

public sealed class SearchFilterTests
{
    [Theory]
    [InlineData(ProposalState.Open, true)]
    [InlineData(ProposalState.Negotiating, true)]
    [InlineData(ProposalState.Agreed, true)]
    [InlineData(ProposalState.Draft, false)]
    [InlineData(ProposalState.InReview, false)]
    [InlineData(ProposalState.Done, false)]
    [InlineData(ProposalState.Withdrawn, false)]
    [InlineData(ProposalState.Expired, false)]
    [InlineData(ProposalState.Rejected, false)]
    public void Only_what_others_see_and_is_not_over_is_found(ProposalState state, bool isFound)
    {
        var proposal = Proposal("雪");
        var index = Index(proposal);
        proposal.State = state;
        index.Set(proposal);

        Assert.Equal(isFound ? 1 : 0, index.Search(new SearchTerms(), ProposalOrder.Newest, 0, 10, Today).Total);
        Assert.Equal(isFound, index.Fits(new SearchTerms { Words = "雪" }, proposal, Today));
    }

    [Fact]
    public void Fields_are_any_of()
    {
        var (snow, tea) = (Proposal("雪", with: content => content with { Fields = [ProposalField.Sports, ProposalField.Tourism] }), Proposal("茶", with: content => content with { Fields = [ProposalField.Culture] }));

        Assert.Equal(["雪"], Titles(new SearchTerms { Fields = [ProposalField.Tourism, ProposalField.Disaster] }, snow, tea));
    }

    [Theory]
    [InlineData("18", "坂井市")]
    [InlineData("Chubu", "坂井市")]
    [InlineData("182109", "坂井市")]
    [InlineData("Wards", "荒川区")]
    [InlineData("13", "荒川区")]
    [InlineData("Kanto", "荒川区,群馬県市長会")]
    [InlineData("10", "群馬県市長会")]
    [InlineData("Shikoku", "")]
    [InlineData("forged", "")]
    public void Areas_are_where_the_organisation_is(string area, string titles)
    {
        Proposal[] all = [Of("坂井市", "坂井市"), Of("荒川区", "荒川区"), Proposal("群馬県市長会", "群馬県市長会", OrganisationKind.Association), Proposal("会社", "株式会社一", OrganisationKind.Company)];

        Assert.Equal(titles.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), Titles(new SearchTerms { Areas = [area] }, all).Order());
    }

    [Fact]
    public void A_prefecture_itself_lies_in_its_area() => Assert.Equal(["県"], Titles(new SearchTerms { Areas = [Area.Of(Region.Tohoku)] }, Proposal("県", "030007"), Proposal("別", "180009")));

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", true)]
    [InlineData("2026-11-10", null, true)]
    [InlineData("2026-11-11", null, false)]
    [InlineData(null, "2026-10-01", true)]
    [InlineData(null, "2026-09-30", false)]
    public void A_period_overlaps(string? from, string? until, bool isFound)
    {
        var terms = new SearchTerms { From = Day(from), Until = Day(until) };
        var proposal = Proposal("雪", with: content => content with { From = new DateOnly(2026, 10, 1), Until = new DateOnly(2026, 11, 10) });

        Assert.Equal(isFound, Titles(terms, proposal).Count == 1);
        Assert.Single(Titles(terms, Proposal("いつでも")));
    }

    [Fact]
    public void Only_open_means_that_one_can_still_apply()
    {
        var past = Proposal("締切後", with: content => content with { Deadline = Today.AddDays(-1) });
        var last = Proposal("締切日", with: content => content with { Deadline = Today });
        var full = Proposal("満員", with: content => content with { Places = 2 });
        full.Taken = 2;
        var room = Proposal("空き", with: content => content with { Places = 2 });
        room.Taken = 1;

        Assert.Equal(["空き", "締切日"], Titles(new SearchTerms { OnlyOpen = true }, past, last, full, room).Order());
    }

    [Fact]
    public void Sorts_by_deadline_the_next_one_first_and_those_without_one_before_the_past()
    {
        Proposal[] all =
        [
            Proposal("なし", posted: 3), Proposal("過去", with: content => content with { Deadline = Today.AddDays(-1) }),
            Proposal("後", with: content => content with { Deadline = Today.AddDays(9) }), Proposal("先", with: content => content with { Deadline = Today }),
        ];

        Assert.Equal(["先", "後", "なし", "過去"], Titles(new SearchTerms(), ProposalOrder.Deadline, all));
        Assert.Equal("なし", Titles(new SearchTerms(), ProposalOrder.Newest, all)[0]);
    }

    [Fact]
    public void A_changed_proposal_is_found_as_it_is_now_only()
    {
        var proposal = Proposal("雪の活用");
        var index = Index(proposal, Proposal("茶会"));
        proposal.Content = proposal.Content with { Title = "海の活用" };
        index.Set(proposal);

        Assert.Equal(0, index.Search(new SearchTerms { Words = "雪" }, ProposalOrder.Relevance, 0, 10, Today).Total);
        Assert.Equal([proposal.Id], index.Search(new SearchTerms { Words = "海" }, ProposalOrder.Relevance, 0, 10, Today).Ids);
        index.Remove(proposal.Id);
        index.Remove(proposal.Id);
        Assert.Equal(0, index.Search(new SearchTerms { Words = "海" }, ProposalOrder.Relevance, 0, 10, Today).Total);
    }

    [Fact]
    public void A_saved_search_fits_what_has_all_words_and_passes()
    {
        var index = Index();
        var proposal = Of("坂井市", "黄金がにの活用", content => content with { Fields = [ProposalField.Industry], From = new DateOnly(2026, 12, 1), Until = new DateOnly(2027, 3, 31) });

        Assert.All(["カニ", "蟹 福井", "産業 活用", "1月 蟹", "坂井市の黄金がに", ""], words => Assert.True(index.Fits(new SearchTerms { Words = words }, proposal, Today), words));
        Assert.All(["カニ 餃子", "岩手", "5月 蟹"], words => Assert.False(index.Fits(new SearchTerms { Words = words }, proposal, Today), words));
        Assert.False(index.Fits(new SearchTerms { Words = "カニ", Areas = [Area.Wards] }, proposal, Today));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
