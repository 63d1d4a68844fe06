namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// マッチング会議: who is introduced to whom, over all open proposals and all organisations at once. 募集数 and what each organisation takes on are kept; what a proposal takes on is its 募集数 alone, it does not use up
/// what its owner takes on from others. Of all assignments that do, it is one with
/// <list type="number">
/// <item>a match for as many of the 23 wards as can have one: the wards carry the project together, and a meeting that serves some of them twice and others not at all would not be theirs;</item>
/// <item>then the greatest sum of the scores, in which the first match of each proposal and of each organisation counts <see cref="AssignmentOptions.FirstMatch"/> more. That spreads the matches: a second one for somebody
/// is worth less than the first for another. It has a measure, though: were everybody to be served first whatever the score, one excellent match would be given up for two poor ones.</item>
/// </list>
/// Both are one number for each assignment (the wards weigh more than all the rest together), so that the greatest is found exactly, as a flow of minimum cost (<see cref="CapacityNetwork"/>). A pair below
/// <see cref="AssignmentOptions.LeastScore"/> is not introduced, not even for a ward: nobody is served by it.
/// Who had a possible match and got none is listed with the cause.
/// </summary>
internal sealed class Assignment(MatchBoard board, AssignmentOptions options)
{
    /// <summary>The best assignment of the board as it is now. It takes seconds on a full board: not on a turn.</summary>
    /// <param name="today">The day: proposals past their deadline and organisations in a quiet period are left out.</param>
    /// <param name="cancellation">Stops the search for candidates.</param>
    public AssignmentResult Solve(DateOnly today, CancellationToken cancellation = default)
    {
        var proposals = board.OpenProposals(today);
        if (proposals.Count == 0)
            return new AssignmentResult([], [], []);
        var organisations = board.Organisations();
        var candidates = AssignmentCandidates.Of(board, proposals, organisations, today, options.Candidates, cancellation);
        var pairs = candidates.Pairs(options.LeastScore);
        var chosen = Choose(proposals, organisations, pairs);
        var (served, given) = (chosen.Select(pair => pair.Proposal).ToHashSet(), chosen.Select(pair => pair.Organisation).ToHashSet());

        Match ToMatch(int proposal, int organisation) => board.ToMatch(proposals[proposal], organisations[organisation]);
        var matches = chosen.Select(pair => ToMatch(pair.Proposal, pair.Organisation)).OrderByDescending(match => match.Score).ThenBy(match => match.ProposalId).ThenBy(match => match.Organisation.Kind)
            .ThenBy(match => match.Organisation.Id, StringComparer.Ordinal);
        var proposalsLeft = Enumerable.Range(0, proposals.Count).Where(p => !served.Contains(p) && candidates.BestOfProposal(p) is not null)
            .Select(p => OfProposal(ToMatch(p, candidates.BestOfProposal(p)!.Value.Organisation), organisations[candidates.BestOfProposal(p)!.Value.Organisation]));
        var organisationsLeft = Enumerable.Range(0, organisations.Count).Where(o => !given.Contains(o) && candidates.BestOfOrganisation(o) is not null)
            .Select(o => OfOrganisation(ToMatch(candidates.BestOfOrganisation(o)!.Value.Proposal, o), proposals[candidates.BestOfOrganisation(o)!.Value.Proposal]));
        return new AssignmentResult([.. matches], [.. proposalsLeft], [.. organisationsLeft]);
    }

    private IReadOnlyList<(int Organisation, int Proposal)> Choose(
        IReadOnlyList<PreparedProposal> proposals, IReadOnlyList<PreparedOrganisation> organisations, IReadOnlyList<(int Proposal, int Organisation, int Score)> pairs)
    {
        var taken = board.Taken();
        var units = organisations.Select(organisation => Math.Max(0, (organisation.Content.Capacity ?? options.Capacity) - taken.GetValueOrDefault(organisation.Party.Profile.Organisation))).ToList();
        var places = proposals.Select(proposal => proposal.PlacesLeft ?? options.Places).ToList();
        // More than all the rest can come to: every pair with its score, and every first match.
        var ward = 1 + pairs.Sum(pair => (long)pair.Score) + (long)options.FirstMatch * (proposals.Count + organisations.Count);
        var network = new CapacityNetwork(
            units,
            places,
            [.. organisations.Select(organisation => options.FirstMatch + (organisation.Party.Profile.IsWard ? ward : 0))],
            [.. Enumerable.Repeat((long)options.FirstMatch, proposals.Count)],
            pairs.Select(pair => (pair.Organisation, pair.Proposal, (long)pair.Score)));
        return network.Solve();
    }

    private LeftOut OfProposal(Match best, PreparedOrganisation organisation)
    {
        var name = organisation.Party.Profile.Name;
        return best.Score < options.LeastScore
            ? new LeftOut(best, LeftOutCause.TooWeak, $"最も合う{name}でも{best.Score}点で、引き合わせの目安（{options.LeastScore}点）に届きませんでした。")
            : new LeftOut(best, LeftOutCause.Taken, $"候補はありましたが、ほかの組み合わせで受け入れ数に達しました。最も合うのは{name}（{best.Score}点）です。");
    }

    private LeftOut OfOrganisation(Match best, PreparedProposal proposal)
    {
        var name = proposal.Party.Profile.Name;
        return best.Score < options.LeastScore
            ? new LeftOut(best, LeftOutCause.TooWeak, $"最も合う{name}の提案でも{best.Score}点で、引き合わせの目安（{options.LeastScore}点）に届きませんでした。")
            : new LeftOut(best, LeftOutCause.Taken, $"候補はありましたが、ほかの組み合わせで募集数に達しました。最も合うのは{name}の提案（{best.Score}点）です。");
    }
}
