namespace RenkeiBot.Data.Meetings;

/// <summary>What a meeting's notice says: everything that the secretariat types. It never changes; a change makes another one.</summary>
public sealed record MeetingContent
{
    /// <summary>The longest 件名 and the longest 場所, in characters.</summary>
    public const int TitleLength = 100;

    /// <summary>The most items of the 議題, and the most decisions.</summary>
    public const int MaxItems = 20;

    /// <summary>The longest item, in characters.</summary>
    public const int ItemLength = 200;

    /// <summary>The most 資料.</summary>
    public const int MaxLinks = 6;

    /// <summary>The longest address, in characters.</summary>
    public const int UrlLength = 500;

    /// <summary>会議体.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>件名.</summary>
    public string Title { get; init; } = "";

    /// <summary>開催日, in Japan.</summary>
    public DateOnly Date { get; init; }

    /// <summary>開始.</summary>
    public TimeOnly Start { get; init; }

    /// <summary>終了, on the same day.</summary>
    public TimeOnly End { get; init; }

    /// <summary>場所; empty for a meeting that is online only.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether one can take part online.</summary>
    public bool IsOnline { get; init; }

    /// <summary>オンラインURL, as it was typed; empty for none.</summary>
    public string OnlineUrl { get; init; } = "";

    /// <summary>議題, an item a line.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>資料.</summary>
    public IReadOnlyList<MeetingLink> Materials { get; init; } = [];

    /// <summary>対象: the channels that chose 会議.</summary>
    public bool ToSubscribers { get; init; }

    /// <summary>対象: every liaison officer, in their personal chat.</summary>
    public bool ToOfficers { get; init; }

    /// <summary>Only organisations in these areas (<see cref="Proposals.Area"/>); none for everywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>対象: conversation ids of channels chosen by name.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}

/// <summary>A document, by its name and address.</summary>
/// <param name="Name">名称.</param>
/// <param name="Url">An https address.</param>
public sealed record MeetingLink(string Name, string Url);

/// <summary>議事録: what came of a meeting.</summary>
public sealed record MeetingMinutes
{
    /// <summary>The longest summary, in characters.</summary>
    public const int SummaryLength = 1500;

    /// <summary>決定事項, one a line.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>議事要旨; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>資料.</summary>
    public IReadOnlyList<MeetingLink> Links { get; init; } = [];
}

/// <summary>会議体.</summary>
public enum MeetingKind
{
    /// <summary>区長会総会.</summary>
    WardMayorsAssembly,

    /// <summary>特別区制度懇談会.</summary>
    SystemRoundTable,

    /// <summary>連絡会.</summary>
    LiaisonGroup,

    /// <summary>推進委員会.</summary>
    PromotionCommittee,

    /// <summary>その他.</summary>
    Other,
}
