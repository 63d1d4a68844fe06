using RenkeiBot.Data.Members;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>A proposal and an organisation that fit each other.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Organisation">The organisation that could take part in it; never the one that proposes.</param>
/// <param name="Score">How well they fit: the sum of the points of the reasons.</param>
/// <param name="Reasons">Why they fit, in the order of <see cref="MatchReasonKind"/>; each with at least one point.</param>
internal sealed record Match(Guid ProposalId, OrganisationKey Organisation, int Score, IReadOnlyList<MatchReason> Reasons);

/// <summary>Two proposals that complete each other. It says the same from whichever of both it is looked at.</summary>
/// <param name="ProposalId">The proposal that was asked about.</param>
/// <param name="OtherId">The other one.</param>
/// <param name="Score">How well they fit: the sum of the points of the reasons.</param>
/// <param name="Reasons">Why they fit.</param>
internal sealed record ProposalPair(Guid ProposalId, Guid OtherId, int Score, IReadOnlyList<MatchReason> Reasons);

/// <summary>One reason for a match.</summary>
/// <param name="Kind">What sort of reason.</param>
/// <param name="Points">What it adds to the score, at least 1.</param>
/// <param name="Text">The reason in words, as a user reads it.</param>
internal sealed record MatchReason(MatchReasonKind Kind, int Points, string Text);

/// <summary>What sort of reason speaks for a match.</summary>
internal enum MatchReasonKind
{
    /// <summary>提供と求めが合う: one side gives what the other looks for.</summary>
    Complement,

    /// <summary>同じ分野.</summary>
    Field,

    /// <summary>対象地域に入っている.</summary>
    Region,

    /// <summary>時期が重なる.</summary>
    Season,

    /// <summary>交流の実績.</summary>
    Ties,

    /// <summary>連携協定がある.</summary>
    Agreement,

    /// <summary>募集の枠に余裕がある.</summary>
    Capacity,

    /// <summary>これまで縁のない地域, as long as something else fits.</summary>
    Novelty,
}
