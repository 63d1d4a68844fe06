namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>The points of each reason, before any is put into words: of thousands of pairs only the best few are.</summary>
internal readonly record struct MatchTally
{
    /// <summary>What the first party gives and the second looks for.</summary>
    public int Given { get; init; }

    /// <summary>What the second party gives and the first looks for.</summary>
    public int Received { get; init; }

    public int Field { get; init; }

    /// <summary>The second party lies where the first looks for partners.</summary>
    public int RegionOfSecond { get; init; }

    /// <summary>The first party lies where the second looks for partners.</summary>
    public int RegionOfFirst { get; init; }

    public int Season { get; init; }

    public int Ties { get; init; }

    public int Agreement { get; init; }

    public int Capacity { get; init; }

    public int Novelty { get; init; }

    /// <summary>The score.</summary>
    public int Sum => Given + Received + Field + RegionOfSecond + RegionOfFirst + Season + Ties + Agreement + Capacity + Novelty;
}
