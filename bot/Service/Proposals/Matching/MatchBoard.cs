using System.Collections.Concurrent;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// The proposals that take applications, in memory and ready to be compared with every organisation, and the other way round. One writer at a time; any number may read meanwhile, and see each change either wholly or
/// not at all. While it holds no proposal it holds almost nothing: words and profiles are read when the first one comes.
/// </summary>
internal sealed class MatchBoard
{
    private readonly OrganisationProfiles profiles;
    private readonly MatchScorer scorer;
    private readonly Lazy<MatchWording> wording;
    private readonly Lazy<PreparedOrganisation[]> derived;
    private readonly ConcurrentDictionary<Guid, PreparedProposal> proposals = new();
    private readonly ConcurrentDictionary<OrganisationKey, Lazy<PreparedOrganisation>> registered = new();
    private readonly ConcurrentDictionary<(Guid ProposalId, OrganisationKey Organisation), MatchDecisionKind> decisions = new();
    private readonly ConcurrentDictionary<(Guid ProposalId, OrganisationKey Organisation), ApplicationState> applications = new();
    private volatile Row row = new(0, []);
    private int changes;

    public MatchBoard(OrganisationProfiles profiles, MatchWeights weights)
    {
        this.profiles = profiles;
        scorer = new MatchScorer(weights);
        wording = new(() => new MatchWording(profiles.Vocabulary));
        derived = new(() => [.. profiles.All.Select(profile => PreparedOrganisation.Of(profile, profiles.Prefill(profile.Organisation), isDerived: true, profiles.Vocabulary))]);
    }

    /// <summary>How many proposals it holds.</summary>
    public int Count => proposals.Count;

    /// <summary>Puts a proposal as it is now in the place of what it was; one that takes no applications is taken out.</summary>
    public void Set(Proposal proposal)
    {
        if (PreparedProposal.Of(proposal, profiles, changes) is not { } prepared)
        {
            Remove(proposal.Id);
            return;
        }

        proposals[proposal.Id] = prepared;
        Interlocked.Increment(ref changes);
    }

    /// <summary>Takes a proposal out.</summary>
    public void Remove(Guid proposalId)
    {
        if (proposals.TryRemove(proposalId, out _))
            Interlocked.Increment(ref changes);
    }

    /// <summary>Puts what an organisation registered in the place of what the records know; null brings that back.</summary>
    public void SetInterest(OrganisationKey organisation, InterestContent? content)
    {
        if (content is null)
            registered.TryRemove(organisation, out _);
        else
            registered[organisation] = new(() => PreparedOrganisation.Of(profiles.Find(organisation), content, isDerived: false, profiles.Vocabulary));
    }

    /// <summary>Notes what was decided about a recommendation; null for nothing. One that was declined does not come again; one that was introduced comes, but is not assigned again.</summary>
    public void Decide(Guid proposalId, OrganisationKey organisation, MatchDecisionKind? decision)
    {
        if (decision is { } kind)
            decisions[(proposalId, organisation)] = kind;
        else
            decisions.TryRemove((proposalId, organisation), out _);
    }

    /// <summary>Notes where the application of an organisation stands: whoever has applied need not be told of the proposal, and what is agreed takes up some of what they take on.</summary>
    public void SetApplication(Guid proposalId, OrganisationKey organisation, ApplicationState state) => applications[(proposalId, organisation)] = state;

    /// <summary>The proposals of others that fit an organisation best, best first.</summary>
    public IReadOnlyList<Match> ProposalsFor(OrganisationKey organisation, int take, DateOnly today)
    {
        if (proposals.IsEmpty || Find(organisation) is not { } mine || !mine.Listens(today))
            return [];
        var best = new Best<(PreparedProposal, MatchTally)>(take);
        foreach (var proposal in InRow())
            Weigh(proposal, mine, today, best, proposal);
        return [.. best.Items.Select(item => ToMatch(item.Item.Item1, mine, item.Item.Item2))];
    }

    /// <summary>The organisations that fit a proposal best, best first; empty for one that takes no applications.</summary>
    public IReadOnlyList<Match> OrganisationsFor(Guid proposalId, int take, DateOnly today)
    {
        if (!proposals.TryGetValue(proposalId, out var proposal))
            return [];
        var best = new Best<(PreparedOrganisation, MatchTally)>(take);
        foreach (var organisation in Organisations())
            Weigh(proposal, organisation, today, best, organisation);
        return [.. best.Items.Select(item => ToMatch(proposal, item.Item.Item1, item.Item.Item2))];
    }

    /// <summary>The proposals of others that complete a proposal best: one gives what the other looks for. Points and words are the same from both sides.</summary>
    public IReadOnlyList<ProposalPair> ComplementsOf(Guid proposalId, int take, DateOnly today)
    {
        if (!proposals.TryGetValue(proposalId, out var proposal) || !proposal.IsOpen(today))
            return [];
        var best = new Best<PreparedProposal>(take);
        foreach (var other in InRow())
        {
            if (other.IsOpen(today) && Complete(proposal, other) is { } tally)
                best.Offer(tally.Sum, Spread.Pair(proposal.Order, other.Order), other);
        }

        return [.. best.Items.Select(item => ToPair(proposal, item.Item))];
    }

    /// <summary>The match of one proposal with one organisation; null for none.</summary>
    public Match? MatchOf(Guid proposalId, OrganisationKey organisation, DateOnly today) =>
        proposals.TryGetValue(proposalId, out var proposal) && Find(organisation) is { } found && Weigh(proposal, found, today) is { } tally ? ToMatch(proposal, found, tally) : null;

    /// <summary>The proposals that take applications on a day, by id: the same board gives the same order.</summary>
    internal IReadOnlyList<PreparedProposal> OpenProposals(DateOnly today) => [.. InRow().Where(proposal => proposal.IsOpen(today)).OrderBy(proposal => proposal.Id)];

    /// <summary>All organisations with their interests, in the order of the profiles, those that the records do not have after them.</summary>
    internal IReadOnlyList<PreparedOrganisation> Organisations()
    {
        if (registered.IsEmpty)
            return derived.Value;
        return [.. derived.Value.Select(one => registered.TryGetValue(one.Party.Profile.Organisation, out var content) ? content.Value : one),
            .. registered.Values.Select(content => content.Value).Where(one => one.Party.Profile.Index < 0).OrderBy(one => one.Party.Profile.Organisation.Id, StringComparer.Ordinal)];
    }

    /// <summary>How many collaborations each organisation has in hand: approved or agreed, on proposals that still take applications.</summary>
    internal IReadOnlyDictionary<OrganisationKey, int> Taken() =>
        applications.Where(one => one.Value is ApplicationState.Approved or ApplicationState.Agreed && proposals.ContainsKey(one.Key.ProposalId))
            .GroupBy(one => one.Key.Organisation).ToDictionary(ofOne => ofOne.Key, ofOne => ofOne.Count());

    /// <summary>Whether a pair was introduced to each other before.</summary>
    internal bool WasIntroduced(Guid proposalId, OrganisationKey organisation) => decisions.TryGetValue((proposalId, organisation), out var kind) && kind == MatchDecisionKind.Introduced;

    /// <summary>The points of a pair on a day; null for no match.</summary>
    internal MatchTally? Weigh(PreparedProposal proposal, PreparedOrganisation organisation, DateOnly today)
    {
        var key = organisation.Party.Profile.Organisation;
        if (!proposal.IsOpen(today) || !organisation.Listens(today) || proposal.Party.Profile.Organisation == key || scorer.Compare(proposal.Party, organisation.Party, proposal.HasRoom) is not { } tally)
            return null;
        var isOver = (!decisions.IsEmpty && decisions.TryGetValue((proposal.Id, key), out var kind) && kind == MatchDecisionKind.Declined)
            || (!applications.IsEmpty && applications.TryGetValue((proposal.Id, key), out var state) && state is not (ApplicationState.Withdrawn or ApplicationState.Ended));
        return isOver ? null : tally;
    }

    /// <summary>Puts a pair that was found to match into words, whatever has been decided about it since.</summary>
    internal Match ToMatch(PreparedProposal proposal, PreparedOrganisation organisation) =>
        ToMatch(proposal, organisation, scorer.Compare(proposal.Party, organisation.Party, proposal.HasRoom)!.Value);

    /// <summary>Puts the points of a pair into words.</summary>
    private Match ToMatch(PreparedProposal proposal, PreparedOrganisation organisation, MatchTally tally) =>
        new(proposal.Id, organisation.Party.Profile.Organisation, tally.Sum, wording.Value.Reasons(tally, proposal.Party, organisation.Party, proposal.PlacesLeft));

    /// <summary>
    /// The proposals in the order in which they came, which is how they lie in memory: going through them in the dictionary's order takes the longer the more there are. Who reads first after a change puts them in a row; a
    /// row made while something changes is of an older count and not used again.
    /// </summary>
    private PreparedProposal[] InRow()
    {
        var (count, current) = (Volatile.Read(ref changes), row);
        if (current.Changes != count)
            row = current = new Row(count, [.. proposals.Select(pair => pair.Value).OrderBy(proposal => proposal.Number)]);
        return current.Proposals;
    }

    private void Weigh<T>(PreparedProposal proposal, PreparedOrganisation organisation, DateOnly today, Best<(T, MatchTally)> best, T item)
    {
        if (Weigh(proposal, organisation, today) is { } tally && best.Wants(tally.Sum))
            best.Offer(tally.Sum, Spread.Pair(proposal.Order, organisation.Order), (item, tally));
    }

    private PreparedOrganisation? Find(OrganisationKey organisation)
    {
        if (registered.TryGetValue(organisation, out var content))
            return content.Value;
        return profiles.Find(organisation) is { Index: >= 0 } profile ? derived.Value[profile.Index] : null;
    }

    /// <summary>Two proposals of different organisations of which one gives what the other looks for. The lower id comes first in the comparison, so that both see the same.</summary>
    private MatchTally? Complete(PreparedProposal one, PreparedProposal other)
    {
        if (one.Party.Profile.Organisation == other.Party.Profile.Organisation)
            return null;
        var (first, second) = Ordered(one, other);
        return scorer.Compare(first.Party, second.Party, first.HasRoom && second.HasRoom) is { } tally && tally.Given + tally.Received > 0 ? tally : null;
    }

    private ProposalPair ToPair(PreparedProposal one, PreparedProposal other)
    {
        var (first, second) = Ordered(one, other);
        var tally = Complete(one, other)!.Value;
        int? places = first.PlacesLeft is { } left && second.PlacesLeft is { } right ? Math.Min(left, right) : first.PlacesLeft ?? second.PlacesLeft;
        return new ProposalPair(one.Id, other.Id, tally.Sum, wording.Value.Reasons(tally, first.Party, second.Party, places));
    }

    private static (PreparedProposal First, PreparedProposal Second) Ordered(PreparedProposal one, PreparedProposal other) => one.Id.CompareTo(other.Id) < 0 ? (one, other) : (other, one);

    /// <param name="Changes">How many changes there had been.</param>
    /// <param name="Proposals">The proposals then.</param>
    private sealed record Row(int Changes, PreparedProposal[] Proposals);
}
