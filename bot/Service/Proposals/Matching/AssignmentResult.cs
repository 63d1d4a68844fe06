using RenkeiBot.Data.Members;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>Who is to be introduced to whom, and who remains.</summary>
/// <param name="Matches">The pairs, the best first.</param>
/// <param name="ProposalsLeft">The proposals that had a possible match and got none.</param>
/// <param name="OrganisationsLeft">The organisations that had a possible match and got none.</param>
internal sealed record AssignmentResult(IReadOnlyList<Match> Matches, IReadOnlyList<LeftOut> ProposalsLeft, IReadOnlyList<LeftOut> OrganisationsLeft);

/// <summary>A proposal or an organisation that had a possible match and got none.</summary>
/// <param name="Best">Its best possible match; of a proposal by its id, of an organisation by its key.</param>
/// <param name="Cause">Why it got none.</param>
/// <param name="Text">The same in words, as the secretariat reads it.</param>
internal sealed record LeftOut(Match Best, LeftOutCause Cause, string Text)
{
    /// <summary>The proposal: the one that is left, or the best one of the organisation that is left.</summary>
    public Guid ProposalId => Best.ProposalId;

    /// <summary>The organisation: the one that is left, or the best one of the proposal that is left.</summary>
    public OrganisationKey Organisation => Best.Organisation;
}

/// <summary>Why somebody with a possible match got none.</summary>
internal enum LeftOutCause
{
    /// <summary>No possible match reaches the least score.</summary>
    TooWeak,

    /// <summary>All it could be matched with are taken up by other matches.</summary>
    Taken,
}
