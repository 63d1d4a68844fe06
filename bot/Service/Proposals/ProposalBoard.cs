using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Proposals.Matching;
using RenkeiBot.Service.Proposals.Search;

namespace RenkeiBot.Service.Proposals;

/// <summary>
/// The proposals on the board in memory, to be searched and matched. Read when first needed; what this instance changes is known at once, what others change after
/// <see cref="Freshness"/> at the latest.
/// </summary>
internal sealed class ProposalBoard(IDbContextFactory<RenkeiBotDbContext> contexts, RecordStore store, ProfileSource profiles, IOptions<ProposalsOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>What other instances change is seen after this time at the latest.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    /// <summary>How far the clocks of instances may differ, and how long a transaction may take: as much is read again.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly Lock writing = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<Guid, int> versions = [];
    private readonly Dictionary<Guid, Proposal> proposals = [];
    private readonly ProposalIndex index = new(() => store.Current);
    private readonly Dictionary<OrganisationKey, InterestContent> interests = [];
    private readonly Dictionary<(Guid, OrganisationKey), MatchDecision> decisions = [];
    private HashSet<(Guid ProposalId, OrganisationKey Organisation)> applicants = [];
    private (OrganisationProfiles Profiles, MatchBoard Board)? matches;
    private DateTimeOffset newest;
    private long readAt;
    private volatile bool isRead;

    /// <summary>A proposal has changed, and is committed.</summary>
    public void Changed(Proposal proposal)
    {
        lock (writing)
            Take(proposal);
    }

    /// <summary>What an organisation registered has changed, and is committed.</summary>
    public void Changed(InterestProfile profile)
    {
        lock (writing)
            Take(profile);
    }

    /// <summary>An application has changed, and is committed.</summary>
    public void Changed(Application application)
    {
        var (key, hasApplied) = ((application.ProposalId, application.Organisation), application.State != ApplicationState.Withdrawn);
        lock (writing)
        {
            if (hasApplied ? applicants.Add(key) : applicants.Remove(key))
                matches?.Board.SetApplicant(key.ProposalId, key.Organisation, hasApplied);
        }
    }

    /// <summary>Something was decided about a recommendation, and is committed.</summary>
    public void Changed(MatchDecision decision)
    {
        lock (writing)
            Take(decision);
    }

    /// <summary>What recommends, with everything in it that is known now.</summary>
    public async Task<MatchBoard> MatchesAsync(CancellationToken cancellationToken)
    {
        await FreshenAsync(cancellationToken);
        var current = profiles.Current;
        lock (writing)
        {
            // Other records are other ties: everything is prepared anew.
            if (matches is not var (known, board) || !ReferenceEquals(known, current))
                matches = (current, board = Prepare(current));
            return board;
        }
    }

    /// <summary>Whether a proposal is found by a saved search.</summary>
    public bool Fits(SearchTerms terms, Proposal proposal, DateOnly today) => index.Fits(terms, proposal, today);

    /// <summary>A page of what is found.</summary>
    public async Task<(int Total, bool HasAllWords, IReadOnlyList<Proposal> Proposals)> SearchAsync(
        SearchTerms terms, ProposalOrder order, int skip, int take, DateOnly today, CancellationToken cancellationToken)
    {
        await FreshenAsync(cancellationToken);
        var result = index.Search(terms, order, skip, take, today);
        return (result.Total, result.HasAllWords, Find(result.Ids));
    }

    /// <summary>The proposals on the board with these ids, in their order; those that have left it meanwhile are missing.</summary>
    public IReadOnlyList<Proposal> Find(IEnumerable<Guid> ids)
    {
        lock (writing)
            return [.. ids.Select(id => proposals.GetValueOrDefault(id)).OfType<Proposal>()];
    }

    /// <summary>Reads what has changed since the last reading, where that is some time ago.</summary>
    public async Task FreshenAsync(CancellationToken cancellationToken)
    {
        if (isRead && time.GetElapsedTime(Volatile.Read(ref readAt)) <= Freshness)
            return;
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (isRead && time.GetElapsedTime(readAt) <= Freshness)
                return;
            var startedAt = time.GetTimestamp();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = isRead ? ProposalQueries.ChangedSince(context, newest - Overlap) : ProposalQueries.OnBoard(context);
            var since = isRead ? newest - Overlap : DateTimeOffset.MinValue;
            foreach (var proposal in await rows.AsNoTracking().ToListAsync(cancellationToken))
                Changed(proposal);
            foreach (var profile in await ProposalQueries.InterestsSince(context, since).AsNoTracking().ToListAsync(cancellationToken))
                Changed(profile);
            foreach (var decision in await ProposalQueries.DecisionsSince(context, since).AsNoTracking().ToListAsync(cancellationToken))
                Changed(decision);
            Replace(await ProposalQueries.Applicants(context).AsNoTracking().ToListAsync(cancellationToken));
            Volatile.Write(ref readAt, startedAt);
            isRead = true;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private void Take(Proposal proposal)
    {
        // Of two who tell at once, the one with the older row may come second.
        if (versions.TryGetValue(proposal.Id, out var known) && known >= proposal.Version)
            return;
        versions[proposal.Id] = proposal.Version;
        See(proposal.UpdatedAt);
        if (proposal.IsOnBoard())
            proposals[proposal.Id] = proposal;
        else
            proposals.Remove(proposal.Id);
        index.Set(proposal);
        matches?.Board.Set(proposal);
    }

    private void Take(InterestProfile profile)
    {
        See(profile.UpdatedAt);
        interests[profile.Organisation] = profile.Content;
        matches?.Board.SetInterest(profile.Organisation, profile.Content);
    }

    private void Take(MatchDecision decision)
    {
        See(decision.At);
        decisions[(decision.ProposalId, decision.Organisation)] = decision;
        matches?.Board.Decide(decision.ProposalId, decision.Organisation, decision.Kind);
    }

    private void Replace(IReadOnlyList<Applicant> read)
    {
        var now = read.Select(one => (one.ProposalId, new OrganisationKey(one.OrganisationKind, one.OrganisationId))).ToHashSet();
        lock (writing)
        {
            foreach (var (proposal, organisation) in applicants.Except(now))
                matches?.Board.SetApplicant(proposal, organisation, hasApplied: false);
            foreach (var (proposal, organisation) in now.Except(applicants))
                matches?.Board.SetApplicant(proposal, organisation, hasApplied: true);
            applicants = now;
        }
    }

    private void See(DateTimeOffset moment) => newest = moment > newest ? moment : newest;

    private MatchBoard Prepare(OrganisationProfiles current)
    {
        var board = new MatchBoard(current, options.Value.Weights);
        foreach (var proposal in proposals.Values)
            board.Set(proposal);
        foreach (var (organisation, content) in interests)
            board.SetInterest(organisation, content);
        foreach (var (proposal, organisation) in applicants)
            board.SetApplicant(proposal, organisation, hasApplied: true);
        foreach (var decision in decisions.Values)
            board.Decide(decision.ProposalId, decision.Organisation, decision.Kind);
        return board;
    }
}
