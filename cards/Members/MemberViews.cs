namespace RenkeiBot.Cards.Members;

/// <summary>What a <see cref="RegistrationFormCard"/> shows: what was typed, and what is wrong with it.</summary>
public sealed record RegistrationFormView
{
    /// <summary>True where someone registered changes their registration.</summary>
    public bool IsChange { get; init; }

    /// <summary>True where fields hold what the organisation's directory knows of the person.</summary>
    public bool IsPrefilled { get; init; }

    /// <summary>The name in the field.</summary>
    public string Name { get; init; } = "";

    /// <summary>The words for the organisation in the field.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The organisations that the words fit, where there are several.</summary>
    public IReadOnlyList<CardChoice> Organisations { get; init; } = [];

    /// <summary>The value of the chosen role, or empty.</summary>
    public string Role { get; init; } = "";

    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<CardChoice> Roles { get; init; } = [];

    /// <summary>The contact in the field.</summary>
    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by the key of the input (<see cref="MemberVerbs"/>).</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>Someone's registration as cards show it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Role">The role in words.</param>
/// <param name="Contact">The contact; empty where none was given.</param>
public sealed record MemberFacts(string Name, string Organisation, string Role, string Contact);

/// <summary>What an <see cref="OwnRegistrationCard"/> shows.</summary>
/// <param name="Sentence">Where the registration stands, in one sentence.</param>
public sealed record OwnRegistrationView(string Sentence)
{
    /// <summary>What is registered; null for none.</summary>
    public MemberFacts? Registered { get; init; }

    /// <summary>What was applied for and waits; null for none.</summary>
    public MemberFacts? Applied { get; init; }

    /// <summary>Id and version of the waiting registration, for 「申請を取り下げる」.</summary>
    public (string Id, int Version)? Withdrawable { get; init; }
}

/// <summary>What a <see cref="RegistrationRequestCard"/> shows to the secretariat.</summary>
/// <param name="Sentence">What it is about, or what has become of it.</param>
/// <param name="Facts">What was applied for.</param>
/// <param name="AppliedOn">When, in words.</param>
public sealed record RegistrationRequestView(string Sentence, MemberFacts Facts, string AppliedOn)
{
    /// <summary>What was registered before, where the request changes it.</summary>
    public MemberFacts? Before { get; init; }

    /// <summary>Id and version, while it can be decided; null afterwards.</summary>
    public (string Id, int Version)? Open { get; init; }

    /// <summary>The reason in the field, or of the decision.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason; null for nothing.</summary>
    public string? ReasonError { get; init; }
}

/// <summary>What a <see cref="MemberListCard"/> shows: members or waiting registrations, a page of them.</summary>
/// <param name="Sentence">How many there are.</param>
/// <param name="Lines">The page.</param>
/// <param name="OpenVerb">What the button of a line does.</param>
/// <param name="PageVerb">What the buttons for pages do.</param>
public sealed record MemberListView(string Sentence, IReadOnlyList<MemberLine> Lines, string OpenVerb, string PageVerb)
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The words that the list is limited to.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A line of a list.</summary>
/// <param name="Id">The opaque id.</param>
/// <param name="Title">The name and the organisation.</param>
/// <param name="Detail">Role and date.</param>
/// <param name="Button">The button's text.</param>
public sealed record MemberLine(string Id, string Title, string Detail, string Button);

/// <summary>What a <see cref="MemberCard"/> shows to the secretariat.</summary>
/// <param name="Sentence">What it is about, or what has been done.</param>
/// <param name="Facts">What is registered.</param>
/// <param name="Since">Since when, in words.</param>
public sealed record MemberView(string Sentence, MemberFacts Facts, string Since)
{
    /// <summary>Id and version, while it can be changed; null for a registration that was taken back.</summary>
    public (string Id, int Version)? Open { get; init; }

    /// <summary>The value of the role in the field.</summary>
    public string Role { get; init; } = "";

    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<CardChoice> Roles { get; init; } = [];

    /// <summary>The contact in the field.</summary>
    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}
