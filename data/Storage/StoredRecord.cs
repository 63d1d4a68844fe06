namespace RenkeiBot.Data.Storage;

/// <summary>A record as a row: what kind, which key, from where, and the record itself as JSON.</summary>
public sealed class StoredRecord
{
    /// <summary>Whether the row is kept in step with a file or was made by a member. A member's row with the key of a file's record takes its place.</summary>
    public required RecordOrigin Origin { get; init; }

    /// <summary>The kind's name: the file's name without its ending.</summary>
    public required string Kind { get; init; }

    /// <summary>The record's key, unique within kind and origin.</summary>
    public required string Key { get; init; }

    /// <summary>The record as JSON, of the same shape as in the file.</summary>
    public required string Payload { get; set; }

    /// <summary>SHA-256 of <see cref="Payload"/> in hexadecimal: whether a row changed is seen without reading the payload.</summary>
    public required string Hash { get; set; }

    /// <summary>When the row was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Where a stored record comes from.</summary>
public enum RecordOrigin
{
    /// <summary>From a file of <c>data/Records</c>; written at start only.</summary>
    File,

    /// <summary>From a member through the bot; never touched at start.</summary>
    Member,
}
