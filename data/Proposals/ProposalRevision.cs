namespace RenkeiBot.Data.Proposals;

/// <summary>What a proposal said from a moment on: what others saw can be seen later.</summary>
public sealed class ProposalRevision
{
    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it said.</summary>
    public required ProposalContent Content { get; init; }

    /// <summary>From when on.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The member who wrote it.</summary>
    public required Guid By { get; init; }
}
