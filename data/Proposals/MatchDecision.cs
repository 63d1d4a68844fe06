using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Proposals;

/// <summary>What was decided about a recommendation: this proposal with this organisation.</summary>
public sealed class MatchDecision
{
    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The kind of the organisation.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The organisation.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>What was decided.</summary>
    public required MatchDecisionKind Kind { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Which organisation.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>What was decided about a recommendation.</summary>
public enum MatchDecisionKind
{
    /// <summary>One of both sides does not want to see it again.</summary>
    Declined,

    /// <summary>The secretariat introduced both to each other (マッチング会議).</summary>
    Introduced,
}
