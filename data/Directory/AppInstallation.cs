namespace RenkeiBot.Data.Directories;

/// <summary>That the Teams app is to be installed for a person or in a team, as the secretariat asked, and what became of it: one row for each of them.</summary>
public sealed class AppInstallation
{
    /// <summary>The tenant of the person or team.</summary>
    public required string TenantId { get; init; }

    /// <summary>Whether it is a person or a team.</summary>
    public required InstallationTarget Target { get; init; }

    /// <summary>The person's object id in Entra ID, or the id of the team in Microsoft Graph.</summary>
    public required string TargetId { get; init; }

    /// <summary>How far it has come.</summary>
    public required InstallationState State { get; set; }

    /// <summary>Why it failed, or why it is tried once more: status and code of Microsoft Graph; empty for no reason.</summary>
    public string Reason { get; set; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked for last.</summary>
    public required DateTimeOffset RequestedAt { get; set; }

    /// <summary>The member who asked last.</summary>
    public required Guid RequestedBy { get; set; }

    /// <summary>When it is tried at the earliest.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }
}

/// <summary>For whom the app is installed.</summary>
public enum InstallationTarget
{
    /// <summary>A person, in their personal chat.</summary>
    Person,

    /// <summary>A team.</summary>
    Team,
}

/// <summary>How far an installation has come.</summary>
public enum InstallationState
{
    /// <summary>It is to be made.</summary>
    Waiting,

    /// <summary>It was made.</summary>
    Installed,

    /// <summary>The app was there already.</summary>
    Present,

    /// <summary>It was given up.</summary>
    Failed,
}
