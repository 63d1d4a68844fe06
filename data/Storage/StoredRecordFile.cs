namespace RenkeiBot.Data.Storage;

/// <summary>A record file whose records are in the database, and the hash by which a change of the file is seen.</summary>
public sealed class StoredRecordFile
{
    /// <summary>The kind's name: the file's name without its ending.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>When the file was taken over.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
