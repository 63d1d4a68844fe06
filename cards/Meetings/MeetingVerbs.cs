namespace RenkeiBot.Cards.Meetings;

/// <summary>What the buttons of the meetings' cards send back.</summary>
public static class MeetingVerbs
{
    /// <summary>「会議を登録」: the empty form.</summary>
    public const string New = "meetings.new";

    /// <summary>「プレビュー」: the inputs of the form.</summary>
    public const string Preview = "meetings.preview";

    /// <summary>「配信する」: the inputs of the form, or what is kept.</summary>
    public const string Send = "meetings.send";

    /// <summary>「修正する」「変更する」: the form with what is kept in it.</summary>
    public const string Edit = "meetings.edit";

    /// <summary>「下書きを削除する」.</summary>
    public const string Delete = "meetings.delete";

    /// <summary>「中止する」, with <see cref="MeetingKeys.Reason"/>.</summary>
    public const string Cancel = "meetings.cancel";

    /// <summary>「会議を見る」.</summary>
    public const string Open = "meetings.open";

    /// <summary>「出席」「欠席」「代理」, with <see cref="MeetingKeys.Answer"/>.</summary>
    public const string Answer = "meetings.answer";

    /// <summary>「出欠を見る」, and its pages.</summary>
    public const string Roster = "meetings.roster";

    /// <summary>「CSVを作成する」.</summary>
    public const string RosterFile = "meetings.roster.file";

    /// <summary>「議事録を登録」: the form.</summary>
    public const string Minutes = "meetings.minutes";

    /// <summary>「登録する」 of the minutes: the inputs of the form.</summary>
    public const string SaveMinutes = "meetings.minutes.save";

    /// <summary>A page of 会議一覧.</summary>
    public const string List = "meetings.list";
}

/// <summary>The keys of what the buttons and inputs of the meetings' cards send back, beside those that all cards have (<see cref="Proposals.ProposalKeys"/>).</summary>
public static class MeetingKeys
{
    /// <summary>Input: 会議体.</summary>
    public const string Kind = "kind";

    /// <summary>Input: 件名.</summary>
    public const string Title = "title";

    /// <summary>Input: 開催日.</summary>
    public const string Date = "date";

    /// <summary>Input: 開始.</summary>
    public const string Start = "start";

    /// <summary>Input: 終了.</summary>
    public const string End = "end";

    /// <summary>Input: 場所.</summary>
    public const string Place = "place";

    /// <summary>Input: オンライン.</summary>
    public const string Online = "online";

    /// <summary>Input: オンラインURL.</summary>
    public const string OnlineUrl = "onlineUrl";

    /// <summary>Input: 議題.</summary>
    public const string Agenda = "agenda";

    /// <summary>Input: 資料.</summary>
    public const string Materials = "materials";

    /// <summary>Input: 対象.</summary>
    public const string Audience = "audience";

    /// <summary>Input: 対象の地域.</summary>
    public const string Areas = "areas";

    /// <summary>Input: 対象のチャネル.</summary>
    public const string Channels = "channels";

    /// <summary>Input: why a meeting is cancelled.</summary>
    public const string Reason = "reason";

    /// <summary>The answer that a button gives.</summary>
    public const string Answer = "answer";

    /// <summary>Input: who comes in one's place.</summary>
    public const string Substitute = "substitute";

    /// <summary>Input: 決定事項.</summary>
    public const string Decisions = "decisions";

    /// <summary>Input: 議事要旨.</summary>
    public const string Summary = "summary";

    /// <summary>Input: 資料 of the minutes.</summary>
    public const string Links = "links";
}
