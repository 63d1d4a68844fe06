using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>A proposal on the board: what it says as the comparison needs it, and when it takes applications.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Party">Its side of a match.</param>
/// <param name="Deadline">The last day of applying; null for none.</param>
/// <param name="PlacesLeft">How many more organisations it takes, at least 1; null for any number.</param>
/// <param name="Order">Spreads equals among organisations, see <see cref="Spread"/>.</param>
/// <param name="Number">Counts what was put on the board.</param>
internal sealed record PreparedProposal(Guid Id, Party Party, DateOnly? Deadline, int? PlacesLeft, ulong Order, int Number)
{
    /// <summary>Whether there is room for more than one.</summary>
    public bool HasRoom => PlacesLeft is null or > 1;

    /// <summary>The proposal, or null where it takes no applications, whatever day it is.</summary>
    public static PreparedProposal? Of(Proposal proposal, OrganisationProfiles profiles, int number)
    {
        var left = proposal.Content.Places - proposal.Taken;
        if (proposal.State is not (ProposalState.Open or ProposalState.Negotiating or ProposalState.Agreed) || left <= 0)
            return null;
        var party = Party.Of(profiles.Find(proposal.Organisation), proposal.Content, profiles.Vocabulary);
        return new PreparedProposal(proposal.Id, party, proposal.Content.Deadline, left, Spread.Of(proposal.Id), number);
    }

    /// <summary>Whether it takes applications on a day.</summary>
    public bool IsOpen(DateOnly today) => Deadline is not { } last || last >= today;
}
