namespace RenkeiBot.Cards.Health;

/// <summary>How something is.</summary>
public enum HealthState
{
    /// <summary>正常.</summary>
    Good,

    /// <summary>注意: it works, and somebody should look at it.</summary>
    Caution,

    /// <summary>異常: it does not work.</summary>
    Trouble,
}

/// <summary>What a <see cref="HealthCard"/> shows.</summary>
/// <param name="State">How the service is on the whole.</param>
public sealed record HealthCardView(HealthState State)
{
    /// <summary>What was looked at.</summary>
    public IReadOnlyList<HealthLine> Lines { get; init; } = [];

    /// <summary>When, in words (「2026年11月21日 9時00分」).</summary>
    public required string CheckedAt { get; init; }

    /// <summary>The version of the service.</summary>
    public required string Version { get; init; }

    /// <summary>How long the service has run, in words (「3日4時間5分」).</summary>
    public required string Uptime { get; init; }
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What (「データベース」).</param>
/// <param name="State">How it is.</param>
/// <param name="Detail">A sentence about it.</param>
public sealed record HealthLine(string Name, HealthState State, string Detail);
