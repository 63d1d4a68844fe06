namespace RenkeiBot.Cards.Announcements;

/// <summary>How urgent an announcement looks.</summary>
public enum AnnouncementTone
{
    /// <summary>通常.</summary>
    Normal,

    /// <summary>重要.</summary>
    Important,

    /// <summary>緊急.</summary>
    Urgent,
}

/// <summary>What can be pressed on the cards of the secretariat.</summary>
public enum AnnouncementButton
{
    /// <summary>「配信する」.</summary>
    Send,

    /// <summary>「テスト送信」.</summary>
    Test,

    /// <summary>「修正する」.</summary>
    Edit,

    /// <summary>「承認する」.</summary>
    Approve,

    /// <summary>「却下する」.</summary>
    Reject,

    /// <summary>「訂正する」.</summary>
    Correct,

    /// <summary>「取り消す」.</summary>
    Withdraw,

    /// <summary>「失敗分を再送する」.</summary>
    Resend,

    /// <summary>「確認状況を見る」.</summary>
    Roster,

    /// <summary>「宛先ごとに見る」: the same of what nobody was asked to confirm.</summary>
    Recipients,

    /// <summary>「未確認の方に催促する」.</summary>
    Remind,

    /// <summary>「最新の状態にする」.</summary>
    Refresh,

    /// <summary>「詳しく見る」.</summary>
    Open,

    /// <summary>「複製する」.</summary>
    Duplicate,

    /// <summary>「削除する」 of a draft.</summary>
    DeleteDraft,
}

/// <summary>A link as typed or shown.</summary>
/// <param name="Title">What is on the button.</param>
/// <param name="Url">The page.</param>
public sealed record AnnouncementLinkView(string Title, string Url);

/// <summary>A copy as those who are reached see it.</summary>
/// <param name="Title">件名.</param>
/// <param name="Text">本文.</param>
public sealed record AnnouncementCopyView(string Title, string Text)
{
    /// <summary>重要度.</summary>
    public AnnouncementTone Tone { get; init; }

    /// <summary>The links.</summary>
    public IReadOnlyList<AnnouncementLinkView> Links { get; init; } = [];

    /// <summary>When it was corrected; empty where it was not.</summary>
    public string CorrectedAt { get; init; } = "";

    /// <summary>What stands above it: a test, a reminder; empty for nothing.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The announcement and the sending that are confirmed; null where no confirmation is asked for, or this person has confirmed.</summary>
    public (string Id, int Number)? Confirmable { get; init; }

    /// <summary>Who has confirmed, in a sentence; empty for nothing.</summary>
    public string Confirmed { get; init; } = "";
}

/// <summary>A name and a value.</summary>
/// <param name="Title">The name.</param>
/// <param name="Value">The value.</param>
public sealed record AnnouncementFact(string Title, string Value);

/// <summary>What an <see cref="AnnouncementCard"/> shows: an announcement before it goes.</summary>
/// <param name="Sentence">What it is, or what became of the last press.</param>
/// <param name="Id">Its id.</param>
/// <param name="Copy">The copy as it will be seen.</param>
public sealed record AnnouncementCardView(string Sentence, string Id, AnnouncementCopyView Copy)
{
    /// <summary>The revision that is shown.</summary>
    public int Version { get; init; }

    /// <summary>What has to be noted first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whom it reaches, and when.</summary>
    public IReadOnlyList<AnnouncementFact> Facts { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<AnnouncementButton> Buttons { get; init; } = [];

    /// <summary>The reason of a refusal as typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? ReasonError { get; init; }
}

/// <summary>Why some copies did not arrive.</summary>
/// <param name="Reason">The reason, with how many.</param>
/// <param name="Advice">What can be done.</param>
public sealed record AnnouncementFailure(string Reason, string Advice);

/// <summary>What an <see cref="AnnouncementProgressCard"/> shows: how a sending comes along.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Id">The announcement.</param>
/// <param name="Title">件名.</param>
public sealed record AnnouncementProgressView(string Sentence, string Id, string Title)
{
    /// <summary>The revision that is shown.</summary>
    public int Version { get; init; }

    /// <summary>Which sending.</summary>
    public int Number { get; init; }

    /// <summary>What has to be noted first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The numbers, and when.</summary>
    public IReadOnlyList<AnnouncementFact> Facts { get; init; } = [];

    /// <summary>Why some did not arrive.</summary>
    public IReadOnlyList<AnnouncementFailure> Failures { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<AnnouncementButton> Buttons { get; init; } = [];
}

/// <summary>One announcement of the history.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">件名.</param>
/// <param name="Detail">Where it stands, when, how many.</param>
public sealed record AnnouncementLine(string Id, string Title, string Detail);

/// <summary>What an <see cref="AnnouncementListCard"/> shows.</summary>
/// <param name="Sentence">How many there are, or what became of the last press.</param>
/// <param name="Lines">The announcements of the page.</param>
public sealed record AnnouncementListView(string Sentence, IReadOnlyList<AnnouncementLine> Lines)
{
    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;
}

/// <summary>One line of the roster.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Who">The person, or the channel.</param>
/// <param name="State">When they confirmed, or that they have not.</param>
/// <param name="IsConfirmed">Whether they have.</param>
public sealed record AnnouncementRosterLine(string Organisation, string Who, string State, bool IsConfirmed);

/// <summary>What an <see cref="AnnouncementRosterCard"/> shows.</summary>
/// <param name="Sentence">How many have confirmed.</param>
/// <param name="Id">The announcement.</param>
/// <param name="Number">Which sending.</param>
/// <param name="Title">件名.</param>
/// <param name="Lines">The lines of the page.</param>
public sealed record AnnouncementRosterView(string Sentence, string Id, int Number, string Title, IReadOnlyList<AnnouncementRosterLine> Lines)
{
    /// <summary>The revision that is shown.</summary>
    public int Version { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether there is anybody to be reminded.</summary>
    public bool CanRemind { get; init; }

    /// <summary>Where the table is loaded; empty where it cannot be.</summary>
    public string DownloadUrl { get; init; } = "";
}

/// <summary>A template to begin with.</summary>
/// <param name="Id">Its id, or the name of a fixed one.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOwn">Whether the secretariat has kept it: then it can be deleted.</param>
public sealed record AnnouncementTemplateLine(string Id, string Name, bool IsOwn);

/// <summary>What an <see cref="AnnouncementTemplatesCard"/> shows.</summary>
/// <param name="Sentence">What they are, or what became of the last press.</param>
/// <param name="Lines">The templates.</param>
public sealed record AnnouncementTemplatesView(string Sentence, IReadOnlyList<AnnouncementTemplateLine> Lines);

/// <summary>What an <see cref="AnnouncementFormCard"/> shows: what was typed, and what is wrong with it.</summary>
/// <param name="Sentence">What the form is for, or what became of the last press.</param>
/// <param name="Id">The id that the announcement has or will have.</param>
public sealed record AnnouncementFormView(string Sentence, string Id)
{
    /// <summary>The revision that is edited.</summary>
    public int Version { get; init; }

    /// <summary>True where there is nothing yet: the id is the form's.</summary>
    public bool IsNew { get; init; }

    /// <summary>True where copies that were sent are corrected: then 件名, 本文 and links alone can be changed.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>件名 as typed.</summary>
    public string Title { get; init; } = "";

    /// <summary>本文 as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The value of the chosen 重要度.</summary>
    public string Importance { get; init; } = "";

    /// <summary>The 重要度 to choose from.</summary>
    public IReadOnlyList<CardChoice> ImportanceChoices { get; init; } = [];

    /// <summary>The values of the chosen 対象.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The 対象 to choose from.</summary>
    public IReadOnlyList<CardChoice> TargetChoices { get; init; } = [];

    /// <summary>The values of the chosen 区・地域.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The 区・地域 to choose from.</summary>
    public IReadOnlyList<CardChoice> AreaChoices { get; init; } = [];

    /// <summary>The values of the chosen channels.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The channels to choose from.</summary>
    public IReadOnlyList<CardChoice> ChannelChoices { get; init; } = [];

    /// <summary>The links as typed.</summary>
    public IReadOnlyList<AnnouncementLinkView> Links { get; init; } = [];

    /// <summary>確認を求める.</summary>
    public bool Confirm { get; init; }

    /// <summary>配信日.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>配信時刻.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The value of the chosen 繰り返し.</summary>
    public string Repeat { get; init; } = "";

    /// <summary>The 繰り返し to choose from.</summary>
    public IReadOnlyList<CardChoice> RepeatChoices { get; init; } = [];

    /// <summary>繰り返しの終了日.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}
