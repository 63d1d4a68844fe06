namespace RenkeiBot.Cards.Events;

/// <summary>What is told of an event or exhibition; empty for what is not known.</summary>
/// <param name="Title">行事名.</param>
/// <param name="Kind">種別 in words.</param>
/// <param name="When">The days in words.</param>
public sealed record EventFacts(string Title, string Kind, string When)
{
    /// <summary>開催状況, where it is not as usual: 「中止」, 「延期」.</summary>
    public string Status { get; init; } = "";

    /// <summary>時間.</summary>
    public string Hours { get; init; } = "";

    /// <summary>会場.</summary>
    public string Venue { get; init; } = "";

    /// <summary>住所.</summary>
    public string Address { get; init; } = "";

    /// <summary>テーマ.</summary>
    public string Theme { get; init; } = "";

    /// <summary>内容.</summary>
    public string Contents { get; init; } = "";

    /// <summary>主催.</summary>
    public string Hosts { get; init; } = "";

    /// <summary>共催.</summary>
    public string CoHosts { get; init; } = "";

    /// <summary>後援.</summary>
    public string Supporters { get; init; } = "";

    /// <summary>参加自治体.</summary>
    public string Participants { get; init; } = "";

    /// <summary>問い合わせ先.</summary>
    public string Inquiries { get; init; } = "";

    /// <summary>The page; opened by a button.</summary>
    public string Url { get; init; } = "";

    /// <summary>年度, which is computed from the first day.</summary>
    public string FiscalYear { get; init; } = "";

    /// <summary>Where the record comes from: the documents, the secretariat, or both.</summary>
    public string Origin { get; init; } = "";
}

/// <summary>What an <see cref="EventFormCard"/> shows: what was typed, and what is wrong with it.</summary>
/// <param name="Sentence">What the form is for, or what became of the last press.</param>
/// <param name="Id">The id of the record; of a new form, the form's.</param>
public sealed record EventFormView(string Sentence, string Id)
{
    /// <summary>The version that is edited.</summary>
    public int Version { get; init; }

    /// <summary>True where there is no record yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The value of the chosen 種別.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The 種別 to choose from.</summary>
    public IReadOnlyList<CardChoice> KindChoices { get; init; } = [];

    /// <summary>行事名 as typed.</summary>
    public string Title { get; init; } = "";

    /// <summary>開始日.</summary>
    public DateOnly? From { get; init; }

    /// <summary>終了日.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>時間 as typed.</summary>
    public string Hours { get; init; } = "";

    /// <summary>会場 as typed.</summary>
    public string Venue { get; init; } = "";

    /// <summary>住所 as typed.</summary>
    public string Address { get; init; } = "";

    /// <summary>テーマ as typed.</summary>
    public string Theme { get; init; } = "";

    /// <summary>内容 as typed, one a line.</summary>
    public string Contents { get; init; } = "";

    /// <summary>主催 as typed, one a line.</summary>
    public string Hosts { get; init; } = "";

    /// <summary>共催 as typed, one a line.</summary>
    public string CoHosts { get; init; } = "";

    /// <summary>後援 as typed, one a line.</summary>
    public string Supporters { get; init; } = "";

    /// <summary>参加自治体 as typed, one a line.</summary>
    public string Participants { get; init; } = "";

    /// <summary>問い合わせ先 as typed.</summary>
    public string Inquiries { get; init; } = "";

    /// <summary>URL as typed.</summary>
    public string Url { get; init; } = "";

    /// <summary>The value of the chosen 開催状況.</summary>
    public string Status { get; init; } = "";

    /// <summary>The 開催状況 to choose from.</summary>
    public IReadOnlyList<CardChoice> StatusChoices { get; init; } = [];

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>How others will see it; null where nobody asked.</summary>
    public EventFacts? Preview { get; init; }
}

/// <summary>What an <see cref="EventCard"/> shows.</summary>
/// <param name="Sentence">What became of the last press, or what this is.</param>
/// <param name="Facts">The event.</param>
/// <param name="Id">The id of the record.</param>
/// <param name="Version">Its version.</param>
public sealed record EventCardView(string Sentence, EventFacts Facts, string Id, int Version)
{
    /// <summary>What 「取り消す」 does; empty where there is nothing to take back.</summary>
    public string Removal { get; init; } = "";
}

/// <summary>An event in a list.</summary>
/// <param name="Id">The id of the record; empty where it is not opened from the list.</param>
/// <param name="Title">行事名.</param>
/// <param name="Detail">Days, place and the like.</param>
public sealed record EventLine(string Id, string Title, string Detail);

/// <summary>What an <see cref="EventListCard"/> shows.</summary>
/// <param name="Sentence">How many there are.</param>
/// <param name="Lines">The events of the page.</param>
public sealed record EventListView(string Sentence, IReadOnlyList<EventLine> Lines)
{
    /// <summary>The words that all of them have.</summary>
    public string Words { get; init; } = "";

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;
}

/// <summary>What an <see cref="EventNoticeCard"/> shows.</summary>
/// <param name="Sentence">That it comes, or what changed.</param>
/// <param name="Facts">The event as it is now.</param>
public sealed record EventNoticeView(string Sentence, EventFacts Facts);

/// <summary>What an <see cref="EventDigestCard"/> shows.</summary>
/// <param name="Sentence">Which week it is.</param>
/// <param name="Sections">What there is; none of them empty.</param>
public sealed record EventDigestView(string Sentence, IReadOnlyList<EventDigestSection> Sections);

/// <summary>One part of the digest.</summary>
/// <param name="Title">What its lines have in common.</param>
/// <param name="Lines">The lines.</param>
/// <param name="More">How many further ones there are; 0 for none.</param>
public sealed record EventDigestSection(string Title, IReadOnlyList<EventLine> Lines, int More);
