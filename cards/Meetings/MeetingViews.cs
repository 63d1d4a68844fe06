namespace RenkeiBot.Cards.Meetings;

/// <summary>What a <see cref="MeetingFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="Id">The id of the meeting, or that of a new form.</param>
public sealed record MeetingFormView(string Sentence, string Id)
{
    /// <summary>True for a form of which a new meeting is made.</summary>
    public bool IsNew { get; init; }

    /// <summary>The version that the form was drawn of.</summary>
    public int Version { get; init; }

    /// <summary>会議体.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What can be chosen for it.</summary>
    public IReadOnlyList<CardChoice> KindChoices { get; init; } = [];

    /// <summary>件名.</summary>
    public string Title { get; init; } = "";

    /// <summary>開催日.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>開始, as <c>14:00</c>; empty for none.</summary>
    public string Start { get; init; } = "";

    /// <summary>終了.</summary>
    public string End { get; init; } = "";

    /// <summary>場所.</summary>
    public string Place { get; init; } = "";

    /// <summary>オンライン.</summary>
    public bool IsOnline { get; init; }

    /// <summary>オンラインURL.</summary>
    public string OnlineUrl { get; init; } = "";

    /// <summary>Whether the service makes an online meeting where no URL is typed.</summary>
    public bool IsOnlineMade { get; init; }

    /// <summary>議題.</summary>
    public string Agenda { get; init; } = "";

    /// <summary>資料.</summary>
    public string Materials { get; init; } = "";

    /// <summary>対象.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>What can be chosen for it.</summary>
    public IReadOnlyList<CardChoice> AudienceChoices { get; init; } = [];

    /// <summary>対象の地域.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>What can be chosen for it.</summary>
    public IReadOnlyList<CardChoice> AreaChoices { get; init; } = [];

    /// <summary>対象のチャネル.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>What can be chosen for it.</summary>
    public IReadOnlyList<CardChoice> ChannelChoices { get; init; } = [];

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a <see cref="MeetingCard"/> shows: the notice as everyone, one person or the secretariat sees it.</summary>
/// <param name="Sentence">What it is about, or what was just done.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Heading">会議体 and 件名.</param>
/// <param name="When">日時.</param>
public sealed record MeetingView(string Sentence, string Id, int Version, string Heading, string When)
{
    /// <summary>「変更」「中止」「終了」「下書き」; empty for none.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether it is to be seen at once that it was changed or cancelled.</summary>
    public bool IsWarning { get; init; }

    /// <summary>場所.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where one takes part online; empty for nowhere.</summary>
    public string OnlineUrl { get; init; } = "";

    /// <summary>議題.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>資料.</summary>
    public IReadOnlyList<MeetingDocument> Materials { get; init; } = [];

    /// <summary>What the last change changed, one a line.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Why it was cancelled; empty where it was not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How many answered what; empty where nobody is asked.</summary>
    public string Counts { get; init; } = "";

    /// <summary>What the viewer answered; empty for nothing.</summary>
    public string Own { get; init; } = "";

    /// <summary>What the viewer is to do: to confirm their answer; empty for nothing.</summary>
    public string OwnNote { get; init; } = "";

    /// <summary>Whom it goes to, in words; empty but for the secretariat.</summary>
    public string Targets { get; init; } = "";

    /// <summary>What the secretariat is to know of it besides; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The number of its date: an answer to another one is not taken.</summary>
    public int DateRevision { get; init; }

    /// <summary>Whether it can be answered.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>What was typed as the substitute's name.</summary>
    public string Substitute { get; init; } = "";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? SubstituteError { get; init; }

    /// <summary>Whether others see the card.</summary>
    public bool IsShared { get; init; }

    /// <summary>The link to the calendar entry; empty for none.</summary>
    public string CalendarUrl { get; init; } = "";

    /// <summary>決定事項 of the minutes.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>議事要旨.</summary>
    public string Summary { get; init; } = "";

    /// <summary>資料 of the minutes.</summary>
    public IReadOnlyList<MeetingDocument> MinutesLinks { get; init; } = [];

    /// <summary>What the secretariat can do.</summary>
    public IReadOnlyList<MeetingButton> Buttons { get; init; } = [];

    /// <summary>What was typed as the reason of a cancellation.</summary>
    public string CancelReason { get; init; } = "";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? CancelReasonError { get; init; }
}

/// <summary>A document to be opened.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address; what is not https is not shown.</param>
public sealed record MeetingDocument(string Name, string Url);

/// <summary>What the secretariat can do with a meeting.</summary>
public enum MeetingButton
{
    /// <summary>「配信する」.</summary>
    Send,

    /// <summary>「修正する」 of what was not sent.</summary>
    Fix,

    /// <summary>「下書きを削除する」.</summary>
    Delete,

    /// <summary>「変更する」 of what was announced.</summary>
    Change,

    /// <summary>「中止の手続き」, which opens the reason and 「中止する」.</summary>
    Cancel,

    /// <summary>「出欠を見る」.</summary>
    Roster,

    /// <summary>「議事録を登録」.</summary>
    RegisterMinutes,

    /// <summary>「議事録を修正」.</summary>
    EditMinutes,
}

/// <summary>What a <see cref="MeetingNoteCard"/> shows: a reminder, or that something changed.</summary>
/// <param name="Sentence">What is told.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Heading">会議体 and 件名.</param>
public sealed record MeetingNoteView(string Sentence, string Id, string Heading)
{
    /// <summary>Further lines: when, where, what changed.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Where one takes part online; empty for nowhere.</summary>
    public string OnlineUrl { get; init; } = "";

    /// <summary>Whether others see the card.</summary>
    public bool IsShared { get; init; }
}

/// <summary>What a <see cref="MeetingListCard"/> shows: a page of 会議一覧.</summary>
/// <param name="Sentence">What the list is.</param>
public sealed record MeetingListView(string Sentence)
{
    /// <summary>The meetings of the page.</summary>
    public IReadOnlyList<ListedMeeting> Lines { get; init; } = [];

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether 「会議を登録」 is offered.</summary>
    public bool CanRegister { get; init; }
}

/// <summary>A meeting in a list.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Heading">会議体 and 件名.</param>
/// <param name="Detail">When, and how far it has come.</param>
public sealed record ListedMeeting(string Id, string Heading, string Detail);

/// <summary>What a <see cref="RosterCard"/> shows: who comes.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Heading">会議体 and 件名.</param>
/// <param name="Counts">How many answered what, and how many organisations did not.</param>
public sealed record RosterView(string Sentence, string Id, string Heading, string Counts)
{
    /// <summary>The organisations of the page.</summary>
    public IReadOnlyList<RosterLine> Lines { get; init; } = [];

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The link to the file that was just made; empty for none.</summary>
    public string FileUrl { get; init; } = "";
}

/// <summary>An organisation in the roster.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Answers">Who answered what, one a line; 「未回答」 where nobody did.</param>
public sealed record RosterLine(string Organisation, IReadOnlyList<string> Answers);

/// <summary>What a <see cref="MinutesFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that the form was drawn of.</param>
/// <param name="Heading">会議体 and 件名.</param>
public sealed record MinutesFormView(string Sentence, string Id, int Version, string Heading)
{
    /// <summary>決定事項.</summary>
    public string Decisions { get; init; } = "";

    /// <summary>議事要旨.</summary>
    public string Summary { get; init; } = "";

    /// <summary>資料.</summary>
    public string Links { get; init; } = "";

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}
