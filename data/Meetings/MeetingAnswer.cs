using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Meetings;

/// <summary>What one person answered to a meeting's notice for their organisation; the last answer counts.</summary>
public sealed class MeetingAnswer
{
    /// <summary>The id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>The meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>The person's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id in Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>What kind of organisation they answered for.</summary>
    public required OrganisationKind OrganisationKind { get; set; }

    /// <summary>Which one (<see cref="Member.OrganisationId"/>).</summary>
    public required string OrganisationId { get; set; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; set; }

    /// <summary>The person's name as shown.</summary>
    public required string Name { get; set; }

    /// <summary>The answer.</summary>
    public required Attendance Attendance { get; set; }

    /// <summary>Who comes in their place; empty where nobody does.</summary>
    public required string Substitute { get; set; }

    /// <summary>For which date it was given (<see cref="PlannedMeeting.DateRevision"/>).</summary>
    public required int DateRevision { get; set; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }
}

/// <summary>The answers.</summary>
public enum Attendance
{
    /// <summary>出席.</summary>
    Attending,

    /// <summary>欠席.</summary>
    Absent,

    /// <summary>代理.</summary>
    Substitute,
}
