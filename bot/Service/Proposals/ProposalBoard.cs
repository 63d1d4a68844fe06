using System.Collections.Concurrent;
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
    private readonly SemaphoreSlim preparing = new(1, 1);
    private readonly Dictionary<Guid, int> versions = [];
    private readonly ConcurrentDictionary<Guid, Proposal> proposals = [];
    private readonly Dictionary<OrganisationKey, InterestProfile> interests = [];
    private readonly Dictionary<(Guid, OrganisationKey), MatchDecision> decisions = [];
    private readonly Dictionary<(Guid, OrganisationKey), Applicant> applicants = [];
    private readonly ProposalIndex index = new(() => store.Current);
    private (OrganisationProfiles Profiles, MatchBoard Board)? matches;

    // What changes while another match board is being prepared, to be done to that one too.
    private List<Action<MatchBoard>>? meanwhile;
    private DateTimeOffset readFrom;
    private long readAt;
    private volatile bool isRead;

    /// <summary>A proposal has changed, and is committed.</summary>
    public void Changed(Proposal proposal)
    {
        lock (writing)
        {
            // Of two who tell at once, the one with the older row may come second.
            if (versions.TryGetValue(proposal.Id, out var known) && known >= proposal.Version)
                return;
            versions[proposal.Id] = proposal.Version;
            if (proposal.IsOnBoard())
                proposals[proposal.Id] = proposal;
            else
                proposals.TryRemove(proposal.Id, out _);
            index.Set(proposal);
            Tell(board => board.Set(proposal));
        }
    }

    /// <summary>What an organisation registered has changed, and is committed.</summary>
    public void Changed(InterestProfile profile)
    {
        lock (writing)
        {
            if (interests.TryGetValue(profile.Organisation, out var known) && known.Version >= profile.Version)
                return;
            interests[profile.Organisation] = profile;
            Tell(board => board.SetInterest(profile.Organisation, profile.Content));
        }
    }

    /// <summary>An application has changed, and is committed.</summary>
    public void Changed(Applicant applicant)
    {
        var key = (applicant.ProposalId, applicant.Organisation);
        lock (writing)
        {
            if (applicants.TryGetValue(key, out var known) && known.Version >= applicant.Version)
                return;
            applicants[key] = applicant;
            Tell(board => board.SetApplication(applicant.ProposalId, applicant.Organisation, applicant.State));
        }
    }

    /// <summary>Something was decided about a recommendation, and is committed.</summary>
    public void Changed(MatchDecision decision)
    {
        var key = (decision.ProposalId, decision.Organisation);
        lock (writing)
        {
            if (decisions.TryGetValue(key, out var known) && known.At > decision.At)
                return;
            decisions[key] = decision;
            Tell(board => board.Decide(decision.ProposalId, decision.Organisation, decision.Kind));
        }
    }

    /// <summary>What recommends, with everything in it that is known now. Other records are other ties: then everything is prepared anew, while others go on to search.</summary>
    public async Task<MatchBoard> MatchesAsync(CancellationToken cancellationToken)
    {
        await FreshenAsync(cancellationToken);
        var current = profiles.Current;
        if (Known(current) is { } known)
            return known;
        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (Known(current) is { } prepared)
                return prepared;
            List<Action<MatchBoard>> all;
            lock (writing)
            {
                meanwhile = [];
                all = Everything();
            }

            var board = new MatchBoard(current, options.Value.Weights);
            all.ForEach(change => change(board));
            lock (writing)
            {
                meanwhile.ForEach(change => change(board));
                (meanwhile, matches) = (null, (current, board));
            }

            return board;
        }
        finally
        {
            preparing.Release();
        }
    }

    /// <summary>Whether saved searches find a proposal.</summary>
    public Predicate<SearchTerms> Fitting(Proposal proposal, DateOnly today) => index.Fitting(proposal, today);

    /// <summary>A page of what is found.</summary>
    public async Task<(int Total, bool HasAllWords, IReadOnlyList<Proposal> Proposals)> SearchAsync(
        SearchTerms terms, ProposalOrder order, int skip, int take, DateOnly today, CancellationToken cancellationToken)
    {
        await FreshenAsync(cancellationToken);
        var result = index.Search(terms, order, skip, take, today);
        return (result.Total, result.HasAllWords, Find(result.Ids));
    }

    /// <summary>The proposals on the board with these ids, in their order; those that have left it meanwhile are missing.</summary>
    public IReadOnlyList<Proposal> Find(IEnumerable<Guid> ids) => [.. ids.Select(id => proposals.GetValueOrDefault(id)).OfType<Proposal>()];

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
            var (startedAt, startedOn) = (time.GetTimestamp(), time.GetUtcNow());
            var since = isRead ? readFrom - Overlap : DateTimeOffset.MinValue;
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = isRead ? ProposalQueries.ChangedSince(context, since) : ProposalQueries.OnBoard(context);
            foreach (var proposal in await rows.AsNoTracking().ToListAsync(cancellationToken))
                Changed(proposal);
            foreach (var profile in await ProposalQueries.InterestsSince(context, since).AsNoTracking().ToListAsync(cancellationToken))
                Changed(profile);
            foreach (var decision in await ProposalQueries.DecisionsSince(context, since).AsNoTracking().ToListAsync(cancellationToken))
                Changed(decision);
            foreach (var applicant in await ProposalQueries.Applicants(context).AsNoTracking().ToListAsync(cancellationToken))
                Changed(applicant);
            readFrom = startedOn;
            Volatile.Write(ref readAt, startedAt);
            isRead = true;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose()
    {
        reading.Dispose();
        preparing.Dispose();
    }

    private MatchBoard? Known(OrganisationProfiles current)
    {
        lock (writing)
            return matches is var (known, board) && ReferenceEquals(known, current) ? board : null;
    }

    private void Tell(Action<MatchBoard> change)
    {
        if (matches is var (_, board))
            change(board);
        meanwhile?.Add(change);
    }

    private List<Action<MatchBoard>> Everything() =>
    [
        .. proposals.Values.Select(proposal => (Action<MatchBoard>)(board => board.Set(proposal))),
        .. interests.Values.Select(profile => (Action<MatchBoard>)(board => board.SetInterest(profile.Organisation, profile.Content))),
        .. applicants.Values.Select(applicant => (Action<MatchBoard>)(board => board.SetApplication(applicant.ProposalId, applicant.Organisation, applicant.State))),
        .. decisions.Values.Select(decision => (Action<MatchBoard>)(board => board.Decide(decision.ProposalId, decision.Organisation, decision.Kind))),
    ];
}
