using System.Globalization;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Announcements;

/// <summary>What is said about announcements, in one place; the words on their cards are with the cards.</summary>
internal static class AnnouncementMessages
{
    public const string NewForm = "お知らせを作成します。「プレビュー」で見え方と宛先を確かめてから配信できます。";
    public const string EditForm = "お知らせを修正します。";
    public const string CorrectForm = "配信したお知らせを訂正します。届いたものが【訂正】の印とともに書き換わります。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、先に進めます。";
    public const string StaleForm = "ほかの方が先に変更していました。今の内容で用紙を開き直しました。";
    public const string TitleMissing = "件名を入力してください。";
    public const string TextMissing = "本文を入力してください。";
    public const string NobodyChosen = "対象かチャネルを一つ以上選んでください。";
    public const string TimeMissing = "配信時刻も入力してください。すぐに配信するときは、配信日も空欄にしてください。";
    public const string DayMissing = "配信日も入力してください。すぐに配信するときは、配信時刻も空欄にしてください。";
    public const string InPast = "配信日時は、今より後にしてください。";
    public const string UntilWithoutRepeat = "終了日は、繰り返すときだけ入力してください。";
    public const string UntilBeforeStart = "終了日は、最初の配信日以後にしてください。";
    public const string LinkTitleMissing = "リンク名を入力してください。";
    public const string LinkUrlMissing = "リンクURLを入力してください。";
    public const string BadLink = "https:// で始まるURLを入力してください（500文字まで）。";

    public const string Previewed = "このように届きます。まだ配信していません。";
    public const string DraftSaved = "下書きを保存しました。「お知らせ一覧」から続けられます。";
    public const string DraftOpen = "下書きです。まだ配信していません。";
    public const string DraftDeleted = "下書きを削除しました。";
    public const string Duplicated = "複製して下書きにしました。「修正する」で日時や対象を確かめてください。";
    public const string Tested = "ご自身にテスト送信しました。ほかの方には届いていません。";
    public const string TestLead = "【テスト】ご自身だけに届いています";
    public const string TestConfirmed = "テストのため、確認は記録していません。";
    public const string Started = "配信を始めます。進み具合は、この会話に届くカードに表示します。";
    public const string Planned = "配信を予約しました。";
    public const string Requested = "ほかの事務局の方に承認を依頼しました。承認されると配信します。";
    public const string WaitingForApproval = "ほかの事務局の方の承認を待っています。";
    public const string ApprovalAsked = "全員へのお知らせの承認依頼です。内容と対象を確かめて、承認か却下を選んでください。";
    public const string CorrectionAsked = "全員へのお知らせの訂正の承認依頼です。内容を確かめて、承認か却下を選んでください。";
    public const string Approved = "承認しました。";
    public const string ApprovedForAuthor = "ほかの事務局の方が承認しました。";
    public const string Rejected = "却下しました。作成した方に理由とともにお知らせします。";
    public const string RejectReasonMissing = "却下の理由を入力してください。作成した方に伝わります。";
    public const string ReasonTooLong = "理由は500文字までで入力してください。";
    public const string OwnRequest = "ご自身の依頼は承認できません。ほかの事務局の方にお願いしてください。";
    public const string NoSecond = "承認できる事務局の方がほかにいないため、全員には配信できません。対象を変えるか、事務局の方の登録を増やしてください。";
    public const string NoTargets = "届け先がありません。対象、区・地域、チャネルを確かめてください。";
    public const string PlanEnded = "予約です。まだ配信していません。";
    public const string Unscheduled = "配信の予約や承認の依頼は解除されています。もう一度「配信する」を押してください。";
    public const string Withdrawing = "取り消します。届いたものは、順に削除します。";
    public const string WithdrawnPlan = "取り消しました。配信しません。";
    public const string WithdrawnAlready = "このお知らせは、すでに取り消されています。";
    public const string Corrected = "訂正します。届いたものは、順に書き換わります。";
    public const string CorrectionRequested = "訂正の承認を、ほかの事務局の方に依頼しました。承認されると書き換わります。";
    public const string CorrectionWaits = "訂正が、ほかの事務局の方の承認を待っています。";
    public const string CorrectionDone = "訂正を承認しました。";
    public const string TooOld = "配信から日数がたち、送信の記録が残っていないため、変更できません。必要であれば、新しく配信してください。";
    public const string Resending = "失敗したものを、もう一度送ります。";
    public const string NothingFailed = "再送するものはありません。";
    public const string NobodyToRemind = "催促する宛先はありません。";
    public const string RemindedToday = "今日はすでに催促しています。催促は1日に1回までです。";
    public const string NotAsked = "このお知らせは確認を求めていません。";
    public const string ReminderLead = "【確認のお願い】まだ確認が済んでいません";
    public const string Stale = "内容が更新されていました。今の状態は次のとおりです。";
    public const string Unchanged = "すでに受け付けています。今の状態は次のとおりです。";
    public const string Gone = "このお知らせは見つかりませんでした。";
    public const string InPersonalChat = "ほかの方にも見えてしまうため、このボットとの個人チャットでお使いください。";
    public const string None = "まだお知らせがありません。";
    public const string Templates = "テンプレートを選ぶと、用紙に内容が入ります。";
    public const string TemplateSaved = "テンプレートとして保存しました。";
    public const string TemplateDeleted = "テンプレートを削除しました。";
    public const string TemplateGone = "このテンプレートは見つかりませんでした。";
    public const string TooManyTemplates = "テンプレートは20件までです。使わないものを削除してください。";
    public const string TemplateForm = "テンプレートの内容を入れました。書き換えてお使いください。";

    public const string Confirmed = "確認しました。ありがとうございます。";
    public const string ConfirmedAlready = "すでに確認していただいています。";
    public const string NoLongerThere = "このお知らせは取り消されています。";

    /// <summary>What is said of a moment: 「令和8年11月21日 9:05」.</summary>
    public static string Moment(DateTimeOffset moment) =>
        $"{JapanTime.Day(moment)} {moment.ToOffset(JapanTime.Offset).ToString("H:mm", CultureInfo.InvariantCulture)}";

    public static string ChannelConfirmed(int number) => $"確認した方：{number}名";

    public static string Count(int count) => $"お知らせは{count}件です。新しいものから表示します。";

    public static string RejectedForAuthor(string reason) => $"ほかの事務局の方が却下しました。理由：{reason}";

    public static string Reminded(int count) => $"未確認の{count}件に催促します。";

    public static string Roster(int confirmed, int open, int missing) =>
        $"確認した方は{confirmed}名です。未確認の宛先は{open}件です。{(missing > 0 ? $"まだ届いていない宛先が{missing}件あります。" : "")}";

    public static string Recipients(int count) => $"{count}件の宛先ごとの、配信の状況です。";

    /// <summary>Where the copy for one of those whom a sending reaches stands, in words; null for what the outbox no longer holds.</summary>
    public static string Copy(CopyState? copy) => copy switch
    {
        null => "記録なし",
        { HasEnded: true, Failure: not null } => "失敗",
        { IsWithdrawn: true, HasEnded: true } => "取り消し済み",
        { IsWithdrawn: true } => "取り消し中",
        { IsSent: true } => "届いた",
        _ => "待ち",
    };

    public static string Asker(string name) => $"依頼した方：{name}";

    public static string Unreached(int count) => $"個人チャットがまだ分からない方が{count}名います。ボットに話しかけたときに届きます。";

    public static string Quiet(TimeOnly until) => $"夜間のため、{until.ToString("H:mm", CultureInfo.InvariantCulture)}以降に届きます。";

    /// <summary>重要度 in words.</summary>
    public static string Importance(AnnouncementImportance importance) => importance switch
    {
        AnnouncementImportance.Normal => "通常",
        AnnouncementImportance.Important => "重要",
        AnnouncementImportance.Urgent => "緊急",
        _ => throw new ArgumentOutOfRangeException(nameof(importance), importance, "There is no such importance."),
    };

    /// <summary>繰り返し in words.</summary>
    public static string Repeat(AnnouncementRepeat repeat) => repeat switch
    {
        AnnouncementRepeat.None => "なし",
        AnnouncementRepeat.Daily => "毎日",
        AnnouncementRepeat.Weekly => "毎週",
        AnnouncementRepeat.Monthly => "毎月",
        _ => throw new ArgumentOutOfRangeException(nameof(repeat), repeat, "There is no such repetition."),
    };

    /// <summary>Where an announcement stands, in words.</summary>
    public static string State(AnnouncementState state) => state switch
    {
        AnnouncementState.Draft => "下書き",
        AnnouncementState.AwaitingApproval => "承認待ち",
        AnnouncementState.Scheduled => "配信予約",
        AnnouncementState.Sending => "配信中",
        AnnouncementState.Sent => "配信済み",
        AnnouncementState.Withdrawn => "取り消し",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };
}
