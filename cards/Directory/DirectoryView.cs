namespace RenkeiBot.Cards.Directories;

/// <summary>What the buttons of a <see cref="DirectoryCard"/> send back.</summary>
public static class DirectoryVerbs
{
    /// <summary>How Microsoft Graph can be used now.</summary>
    public const string Status = "directory.status";

    /// <summary>A page of the teams: <see cref="Page"/>.</summary>
    public const string Teams = "directory.teams";

    /// <summary>A team with its channels: <see cref="Id"/>, and the <see cref="Page"/> to come back to.</summary>
    public const string Team = "directory.team";

    /// <summary>Install the app in a team: <see cref="Id"/>.</summary>
    public const string InstallTeam = "directory.team.install";

    /// <summary>The liaison officers who are not reached, and how far installing has come.</summary>
    public const string Officers = "directory.officers";

    /// <summary>Install the app for those.</summary>
    public const string InstallOfficers = "directory.officers.install";

    /// <summary>The members whose account is gone or disabled.</summary>
    public const string Departed = "directory.departed";

    /// <summary>The id of a team.</summary>
    public const string Id = "id";

    /// <summary>The number of a page.</summary>
    public const string Page = "page";
}

/// <summary>How a line is coloured.</summary>
public enum DirectoryTone
{
    /// <summary>As text is.</summary>
    Plain,

    /// <summary>It is as it should be.</summary>
    Good,

    /// <summary>Something is missing.</summary>
    Bad,
}

/// <summary>A button.</summary>
/// <param name="Title">The text on it.</param>
/// <param name="Verb">One of <see cref="DirectoryVerbs"/>.</param>
public sealed record DirectoryButton(string Title, string Verb)
{
    /// <summary>The id of what it works on; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The page that it leads to; 0 for none.</summary>
    public int Page { get; init; }

    /// <summary>Whether it is what one comes here to do.</summary>
    public bool IsMain { get; init; }
}

/// <summary>A permission, a team, a channel or a person.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Detail">How it stands.</param>
/// <param name="Tone">How that is coloured.</param>
public sealed record DirectoryLine(string Title, string Detail, DirectoryTone Tone)
{
    /// <summary>What can be done with it; null for nothing.</summary>
    public DirectoryButton? Button { get; init; }
}

/// <summary>What a <see cref="DirectoryCard"/> shows.</summary>
/// <param name="Sentence">The answer in one sentence.</param>
public sealed record DirectoryView(string Sentence)
{
    /// <summary>What is to be known besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<DirectoryLine> Lines { get; init; } = [];

    /// <summary>The buttons below.</summary>
    public IReadOnlyList<DirectoryButton> Buttons { get; init; } = [];

    /// <summary>The page that is shown.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;
}
