namespace RenkeiBot.Data.Settings;

/// <summary>A setting that the secretariat changes while the service runs.</summary>
public sealed class StoredSetting
{
    /// <summary>The name, as <c>Proposals:Review</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The member who changed it.</summary>
    public required Guid UpdatedBy { get; set; }
}
