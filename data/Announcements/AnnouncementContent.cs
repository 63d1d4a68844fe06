using RenkeiBot.Data.Channels;

namespace RenkeiBot.Data.Announcements;

/// <summary>What an announcement says, to whom and when: everything that the secretariat types. It never changes; an edit makes another one.</summary>
public sealed record AnnouncementContent
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 80;

    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The most links.</summary>
    public const int MaxLinks = 3;

    /// <summary>The longest name of a link, in characters: what fits on a button.</summary>
    public const int LinkTitleLength = 30;

    /// <summary>The longest link, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>件名.</summary>
    public string Title { get; init; } = "";

    /// <summary>本文.</summary>
    public string Text { get; init; } = "";

    /// <summary>重要度.</summary>
    public AnnouncementImportance Importance { get; init; }

    /// <summary>Pages to open, https only.</summary>
    public IReadOnlyList<AnnouncementLink> Links { get; init; } = [];

    /// <summary>確認を求める.</summary>
    public bool AsksConfirmation { get; init; }

    /// <summary>対象: channels that chose one of these topics.</summary>
    public ChannelTopics Topics { get; init; }

    /// <summary>対象: all liaison officers in their personal chats.</summary>
    public bool Officers { get; init; }

    /// <summary>対象: every channel and every member.</summary>
    public bool Everyone { get; init; }

    /// <summary>区・地域 (<see cref="Proposals.Area"/>); empty for everywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>チャネル: conversation ids.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>配信日 in Japan; null for now.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>配信時刻 in Japan; null for now.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>繰り返し.</summary>
    public AnnouncementRepeat Repeat { get; init; }

    /// <summary>繰り返しの終了日, included; null for no end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A page that a copy opens.</summary>
/// <param name="Title">What is on the button.</param>
/// <param name="Url">The page.</param>
public sealed record AnnouncementLink(string Title, string Url);

/// <summary>重要度.</summary>
public enum AnnouncementImportance
{
    /// <summary>通常.</summary>
    Normal,

    /// <summary>重要.</summary>
    Important,

    /// <summary>緊急.</summary>
    Urgent,
}

/// <summary>繰り返し.</summary>
public enum AnnouncementRepeat
{
    /// <summary>なし.</summary>
    None,

    /// <summary>毎日.</summary>
    Daily,

    /// <summary>毎週.</summary>
    Weekly,

    /// <summary>毎月: the same day of the month, or its last day where it has none such.</summary>
    Monthly,
}
