using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Announcements;

/// <summary>A person or a channel that one sending reaches.</summary>
public sealed class AnnouncementTarget
{
    /// <summary>The announcement.</summary>
    public required Guid AnnouncementId { get; init; }

    /// <summary>Which sending.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The number among those of the sending, from 1: the key of the copy names it.</summary>
    public required int Number { get; init; }

    /// <summary>The channel or group chat; null for a person.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The person's tenant, or the channel's.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id in Entra ID; empty for a channel.</summary>
    public required string AadObjectId { get; set; }

    /// <summary>What kind of organisation it belongs to; null where nobody has said.</summary>
    public OrganisationKind? OrganisationKind { get; init; }

    /// <summary>Which one; empty where nobody has said.</summary>
    public string OrganisationId { get; init; } = "";

    /// <summary>Whether its copy has been put into the outbox: it is put there once, and only changed after that.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Whether its copy is to be put or changed.</summary>
    public bool IsPending { get; set; } = true;

    /// <summary>How many have confirmed here.</summary>
    public int Confirmed { get; set; }
}
