namespace RenkeiBot.Data.Downloads;

/// <summary>A link that was given out: whoever has it may load one file, until it expires.</summary>
public sealed class DownloadTicket
{
    /// <summary>SHA-256 of the link's secret in hexadecimal: who reads the table has no link.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What makes the file, by its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the file is about: an id that its maker understands.</summary>
    public required string SubjectId { get; init; }

    /// <summary>From when on the link opens nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
