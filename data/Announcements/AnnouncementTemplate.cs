namespace RenkeiBot.Data.Announcements;

/// <summary>A beginning for announcements that the secretariat has kept.</summary>
public sealed class AnnouncementTemplate
{
    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name: the title of what it was made of.</summary>
    public required string Name { get; set; }

    /// <summary>What it fills in.</summary>
    public required AnnouncementContent Content { get; set; }

    /// <summary>The member who kept it; the number alone.</summary>
    public required Guid CreatedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
}
