using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Search;
using static RenkeiBot.Tests.Proposals.Search.SearchFixture;

namespace RenkeiBot.Tests.Proposals.Search;

public sealed class SearchConcurrencyTests
{
    /// <summary>Every proposal has one of two titles at any moment: a search sees one of them, however often they are replaced.</summary>
    [Fact]
    public async Task A_proposal_that_is_replaced_is_there_once_in_every_search()
    {
        var proposals = Enumerable.Range(0, 20).Select(i => Proposal($"雪の活用 {i}")).ToList();
        var index = Index(proposals);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var searches = 0;
            do
            {
                // Each proposal has 活用 in both of its forms.
                var found = index.Search(new SearchTerms { Words = "活用" }, ProposalOrder.Relevance, 0, 100, Today);
                Assert.Equal(proposals.Count, found.Total);
                Assert.Equal(proposals.Count, found.Ids.Distinct().Count());
                searches++;
            }
            while (!stop.IsCancellationRequested);
            return searches;
        })).ToList();

        for (var round = 0; round < 300; round++)
        {
            foreach (var proposal in proposals)
            {
                proposal.Content = proposal.Content with { Title = round % 2 == 0 ? $"海の活用と長い題 {round}" : $"雪の活用 {round}" };
                index.Set(proposal);
            }
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
        Assert.Equal(0, index.Search(new SearchTerms { Words = "海" }, ProposalOrder.Relevance, 0, 100, Today).Total);
    }

    [Fact]
    public async Task What_is_added_and_removed_meanwhile_is_seen_whole_or_not_at_all()
    {
        var kept = Proposal("雪の保存");
        var index = Index(kept);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Assert.Contains(kept.Id, index.Search(new SearchTerms { Words = "雪" }, ProposalOrder.Newest, 0, 10_000, Today).Ids);
        });

        var others = Enumerable.Range(0, 500).Select(i => Proposal($"雪の{i}番")).ToList();
        foreach (var other in others)
            index.Set(other);
        foreach (var other in others)
            index.Remove(other.Id);
        await stop.CancelAsync();
        await reader;

        Assert.Equal([kept.Id], index.Search(new SearchTerms(), ProposalOrder.Newest, 0, 10, Today).Ids);
    }
}
