using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Announcements;

/// <summary>「確認しました」 of one person for one sending: once, wherever they press.</summary>
public sealed class AnnouncementConfirmation
{
    /// <summary>The number of the row.</summary>
    public long Id { get; init; }

    /// <summary>The announcement.</summary>
    public required Guid AnnouncementId { get; init; }

    /// <summary>Which sending.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The person's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id in Entra ID.</summary>
    public required string AadObjectId { get; set; }

    /// <summary>The person's name: of the registration, or as Teams says it where there is none.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of organisation the person acts for; null without a registration.</summary>
    public OrganisationKind? OrganisationKind { get; init; }

    /// <summary>Which one; empty without a registration.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name; empty without a registration.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>The number of the target in whose conversation it was pressed.</summary>
    public required int Target { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
