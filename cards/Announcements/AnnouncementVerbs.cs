namespace RenkeiBot.Cards.Announcements;

/// <summary>What the buttons of the announcements' cards send back.</summary>
public static class AnnouncementVerbs
{
    /// <summary>「お知らせを配信」: the empty form.</summary>
    public const string New = "announcements.new";

    /// <summary>「プレビュー」: the inputs of the form.</summary>
    public const string Preview = "announcements.preview";

    /// <summary>「下書き保存」: the inputs of the form.</summary>
    public const string SaveDraft = "announcements.draft";

    /// <summary>「修正する」: the form with what is kept in it.</summary>
    public const string Edit = "announcements.edit";

    /// <summary>「削除する」 of a draft.</summary>
    public const string DeleteDraft = "announcements.delete";

    /// <summary>「テンプレートから作る」: the templates.</summary>
    public const string Templates = "announcements.templates";

    /// <summary>「使う」 of a template: the form with what it fills in.</summary>
    public const string UseTemplate = "announcements.template.use";

    /// <summary>「テンプレートとして保存」: the inputs of the form.</summary>
    public const string SaveTemplate = "announcements.template.save";

    /// <summary>「削除する」 of a template.</summary>
    public const string DeleteTemplate = "announcements.template.delete";

    /// <summary>「テスト送信」.</summary>
    public const string Test = "announcements.test";

    /// <summary>「配信する」.</summary>
    public const string Send = "announcements.send";

    /// <summary>「承認する」.</summary>
    public const string Approve = "announcements.approve";

    /// <summary>「却下する」, with <see cref="AnnouncementKeys.Reason"/>.</summary>
    public const string Reject = "announcements.reject";

    /// <summary>「詳しく見る」「最新の状態にする」.</summary>
    public const string Open = "announcements.open";

    /// <summary>「取り消す」.</summary>
    public const string Withdraw = "announcements.withdraw";

    /// <summary>「訂正する」: the form.</summary>
    public const string Correct = "announcements.correct";

    /// <summary>「訂正する」 of the form: its inputs.</summary>
    public const string SaveCorrection = "announcements.correct.save";

    /// <summary>「失敗分を再送する」.</summary>
    public const string Resend = "announcements.resend";

    /// <summary>「未確認の方に催促する」.</summary>
    public const string Remind = "announcements.remind";

    /// <summary>「確認状況を見る」: a page of the roster.</summary>
    public const string Roster = "announcements.roster";

    /// <summary>A page of the history.</summary>
    public const string History = "announcements.list";

    /// <summary>「複製する」.</summary>
    public const string Duplicate = "announcements.duplicate";

    /// <summary>「確認しました」 of whoever reads a copy.</summary>
    public const string Confirm = "announcements.confirm";
}

/// <summary>The keys of what the announcements' cards send back, beside those that all cards with an id have in common.</summary>
public static class AnnouncementKeys
{
    /// <summary>Which sending; 0 for a test.</summary>
    public const string Number = "number";

    /// <summary>Input: 件名.</summary>
    public const string Title = "title";

    /// <summary>Input: 本文.</summary>
    public const string Text = "text";

    /// <summary>Input: 重要度.</summary>
    public const string Importance = "importance";

    /// <summary>Input: 対象.</summary>
    public const string Targets = "targets";

    /// <summary>Input: 区・地域.</summary>
    public const string Areas = "areas";

    /// <summary>Input: チャネル.</summary>
    public const string Channels = "channels";

    /// <summary>Input: リンク名1 to リンク名3, with the number behind it.</summary>
    public const string LinkTitle = "linkTitle";

    /// <summary>Input: リンクURL1 to リンクURL3, with the number behind it.</summary>
    public const string LinkUrl = "linkUrl";

    /// <summary>Input: 確認を求める.</summary>
    public const string Confirm = "confirm";

    /// <summary>Input: 配信日.</summary>
    public const string Day = "day";

    /// <summary>Input: 配信時刻.</summary>
    public const string Time = "time";

    /// <summary>Input: 繰り返し.</summary>
    public const string Repeat = "repeat";

    /// <summary>Input: 繰り返しの終了日.</summary>
    public const string Until = "until";

    /// <summary>Input: 却下の理由.</summary>
    public const string Reason = "reason";
}
