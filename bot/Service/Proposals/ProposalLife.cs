using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals;

/// <summary>Where a proposal can go from where it stands.</summary>
internal static class ProposalLife
{
    /// <summary>Whether members see it on the board.</summary>
    public static bool IsOnBoard(this Proposal proposal) => proposal.State is ProposalState.Open or ProposalState.Negotiating or ProposalState.Agreed;

    /// <summary>Whether all members may see it: it was posted, and is neither being reviewed again nor rejected since.</summary>
    public static bool IsPublic(this Proposal proposal) => proposal.State is not (ProposalState.Draft or ProposalState.InReview or ProposalState.Rejected) && proposal.PostedAt is not null;

    /// <summary>Whether it takes applications on a day.</summary>
    public static bool TakesApplications(this Proposal proposal, DateOnly today) =>
        proposal.IsOnBoard() && !(proposal.Deadline < today) && proposal.HasPlacesLeft();

    /// <summary>Whether another application can be approved.</summary>
    public static bool HasPlacesLeft(this Proposal proposal) => proposal.Content.Places is not { } places || proposal.Taken < places;

    /// <summary>Whether an organisation may apply once more: it took the application back, or the proposal ended before it was decided and is open again.</summary>
    public static bool CanBeMadeAgain(this Application application) => application.State is ApplicationState.Withdrawn or ApplicationState.Ended;

    /// <summary>The state of a proposal on the board, by its applications.</summary>
    public static ProposalState StateOf(IReadOnlyCollection<Application> applications) =>
        applications.Any(one => one.State == ApplicationState.Approved) ? ProposalState.Negotiating
        : applications.Any(one => one.State == ApplicationState.Agreed) ? ProposalState.Agreed
        : ProposalState.Open;

    /// <summary>How many places applications take.</summary>
    public static int TakenBy(IReadOnlyCollection<Application> applications) => applications.Count(one => one.State is ApplicationState.Approved or ApplicationState.Agreed);
}
