namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// The pairs among which an assignment is made: the best few of each proposal and of each organisation, as all pairs of ten thousand proposals would fill the memory and hardly any of them would ever be used.
/// </summary>
internal sealed class AssignmentCandidates
{
    private readonly Best<int>?[] ofProposals;
    private readonly Best<int>?[] ofOrganisations;

    private AssignmentCandidates(int proposals, int organisations) => (ofProposals, ofOrganisations) = (new Best<int>?[proposals], new Best<int>?[organisations]);

    /// <summary>The best organisation of a proposal, whatever its score; null where none is possible.</summary>
    public (int Organisation, int Score)? BestOfProposal(int proposal) => ofProposals[proposal]?.Items[0] is { } item ? (item.Item, item.Score) : null;

    /// <summary>The best proposal of an organisation, whatever its score; null where none is possible.</summary>
    public (int Proposal, int Score)? BestOfOrganisation(int organisation) => ofOrganisations[organisation]?.Items[0] is { } item ? (item.Item, item.Score) : null;

    /// <summary>The pairs that reach a score, each once, by proposal.</summary>
    public IReadOnlyList<(int Proposal, int Organisation, int Score)> Pairs(int leastScore) =>
        [.. ofProposals.Index().SelectMany(pair => (pair.Item?.Items ?? []).Select(item => (Proposal: pair.Index, Organisation: item.Item, item.Score)))
            .Concat(ofOrganisations.Index().SelectMany(pair => (pair.Item?.Items ?? []).Select(item => (Proposal: item.Item, Organisation: pair.Index, item.Score))))
            .Where(pair => pair.Score >= leastScore).Distinct().Order()];

    /// <param name="board">The board.</param>
    /// <param name="proposals">The proposals.</param>
    /// <param name="organisations">The organisations.</param>
    /// <param name="today">The day.</param>
    /// <param name="most">How many for each.</param>
    /// <param name="cancellation">Stops between two proposals.</param>
    public static AssignmentCandidates Of(
        MatchBoard board, IReadOnlyList<PreparedProposal> proposals, IReadOnlyList<PreparedOrganisation> organisations, DateOnly today, int most, CancellationToken cancellation)
    {
        var candidates = new AssignmentCandidates(proposals.Count, organisations.Count);
        // By Hall's theorem a ward with as many proposals to choose from as there are wards is served whatever the others choose: with so many candidates no ward loses its match by the choice of candidates.
        var mostOfWard = Math.Max(most, organisations.Count(organisation => organisation.Party.Profile.IsWard));
        for (var p = 0; p < proposals.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            var proposal = proposals[p];
            for (var o = 0; o < organisations.Count; o++)
            {
                var organisation = organisations[o];
                if (board.Weigh(proposal, organisation, today) is not { } tally || board.WasIntroduced(proposal.Id, organisation.Party.Profile.Organisation))
                    continue;
                var (score, order) = (tally.Sum, Spread.Pair(proposal.Order, organisation.Order));
                (candidates.ofProposals[p] ??= new Best<int>(most)).Offer(score, order, o);
                (candidates.ofOrganisations[o] ??= new Best<int>(organisation.Party.Profile.IsWard ? mostOfWard : most)).Offer(score, order, p);
            }
        }

        return candidates;
    }
}
