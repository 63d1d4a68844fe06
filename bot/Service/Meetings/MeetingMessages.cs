using RenkeiBot.Cards;
using RenkeiBot.Data.Meetings;

namespace RenkeiBot.Service.Meetings;

/// <summary>What is said about meetings, in one place; the words on their cards are with the cards.</summary>
internal static class MeetingMessages
{
    public const string NewForm = "会議を登録します。プレビューで確かめてから、配信してください。";
    public const string DraftForm = "会議の案内を修正します。";
    public const string ChangeForm = "会議を変更します。配信済みの案内は、その場で書き換わります。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、先に進めます。";
    public const string InPersonalChat = "会議の登録と管理は、このボットとの個人チャットで行ってください。";

    public const string KindMissing = "会議体を選んでください。";
    public const string TitleMissing = "件名を入力してください。";
    public const string DateMissing = "開催日を入力してください。";
    public const string StartMissing = "開始の時刻を入力してください。";
    public const string EndMissing = "終了の時刻を入力してください。";
    public const string EndBeforeStart = "終了は、開始より後の時刻にしてください。日をまたぐ会議は、日ごとに分けて登録してください。";
    public const string InPast = "開催日と開始は、今より後にしてください。";
    public const string PlaceMissing = "場所を入力するか、「オンライン」を選んでください。";
    public const string Connecting = "Teamsのオンライン会議を準備しています。参加用リンクは、でき次第、案内に載ります。";
    public const string NotConnected = "オンライン会議を作成または変更できていません。";
    public const string OnlineUrlMissing = "オンラインの参加用リンクを入力してください。";
    public const string OnlineNotChosen = "参加用リンクを使うときは、「オンライン」を選んでください。";
    public const string BadOnlineUrl = "参加用リンクは、https:// で始まるアドレスを入力してください。";
    public const string AudienceMissing = "対象を一つ以上選んでください。";

    public const string Previewed = "案内は次のように届きます。まだ配信されていません。";
    public const string ChangePreviewed = "案内は次のように変わります。まだ配信されていません。";
    public const string DraftOpen = "下書きです。まだ配信されていません。";
    public const string DraftDeleted = "下書きを削除しました。";
    public const string Announced = "会議の案内を配信しました。";
    public const string AnnouncedAlready = "この会議の案内は、すでに配信されています。";
    public const string NobodyToTell = "今、案内が届く宛先がありません。対象を確かめてください。";
    public const string Changed = "変更を配信しました。届いている案内は、その場で書き換わります。";
    public const string Unchanged = "変わったところがないため、配信していません。";
    public const string Cancelled = "中止を配信しました。届いている案内は、その場で「中止」に変わります。";
    public const string CancelReasonMissing = "中止の理由を入力してください。案内を受け取った方に伝わります。";
    public const string CancelReasonTooLong = "中止の理由は500文字までで入力してください。";
    public const string Stale = "内容が更新されていました。今の内容は次のとおりです。";
    public const string StaleForm = "ほかの方が先に変更していました。下は入力された内容です。今の案内と比べて、もう一度配信してください。";
    public const string Gone = "この会議は見つかりませんでした。";
    public const string Managed = "会議の案内です。";

    public const string Invitation = "会議のご案内です。出欠をお知らせください。";
    public const string InvitationChanged = "会議の内容が変わりました。";
    public const string InvitationCancelled = "会議は中止になりました。";
    public const string InvitationOver = "会議のご案内です。";
    public const string InvitationMinutes = "会議の議事録をお知らせします。";

    public const string Answered = "回答を受け付けました。変わったときは、もう一度お選びください。";
    public const string AnsweredAlready = "同じ内容で、すでに回答をいただいています。";
    public const string AnswerStale = "日時が変わっています。確かめて、もう一度お選びください。";
    public const string AnswerTooLate = "この会議の出欠の受付は終わっています。";
    public const string SubstituteMissing = "代理の方のお名前を入力して、もう一度「代理」を押してください。";
    public const string SubstituteTooLong = "代理の方のお名前は100文字までで入力してください。";
    public const string AnswerUnclear = "「出席」「欠席」「代理」のどれかを選んでください。";
    public const string ConfirmAnswer = "日時が変わりました。あらためて回答してください。";

    public const string Roster = "出欠の状況です。";
    public const string RosterFile = "出欠のCSVを作成しました。リンクは1時間使えます。";
    public const string NoFiles = "このサービスではファイルのリンクを使えません。運用担当者にご確認ください。";

    public const string MinutesForm = "議事録を登録します。登録すると案内に載り、質問への回答にも使われます。";
    public const string MinutesTooEarly = "議事録は、会議が始まってから登録できます。";
    public const string MinutesMissing = "決定事項か議事要旨を入力してください。";
    public const string MinutesSaved = "議事録を登録しました。案内に載り、質問への回答にも使われます。";
    public const string MinutesStale = "ほかの方が先に変更していました。下は入力された内容です。確かめて、もう一度登録してください。";

    public const string NoneComing = "今のところ、予定されている会議はありません。";
    public const string NoneAtAll = "まだ会議が登録されていません。「会議を登録」から始められます。";

    public const string ToldMoved = "会議の日時が変わりました。ご都合を確かめて、あらためて出欠をお知らせください。";
    public const string ToldCancelled = "会議は中止になりました。";

    public static string Coming(int count) => $"予定されている会議は{count}件です。";

    public static string All(int count) => $"登録されている会議は{count}件です。";

    public static string TooMany(string name, int most) => $"{name}は{most}件までにしてください。";

    public static string ItemTooLong(string name, int length) => $"{name}は、1件{length}文字までで入力してください。";

    public static string BadLink(string line) => $"「{CardText.Truncate(line, 40)}」を読めません。「名称 https://…」の形で、1行に1件ずつ入力してください。";

    public static string Targets(int channels, int people) => $"チャネル{channels}か所、個人チャット{people}人に届きます";

    public static string Counts(int attending, int substitutes, int absent) => $"出席 {attending}人、代理 {substitutes}人、欠席 {absent}人";

    public static string Answer(Attendance attendance) => attendance switch
    {
        Attendance.Attending => "出席",
        Attendance.Absent => "欠席",
        _ => "代理",
    };

    public static string Answer(Attendance attendance, string substitute) => attendance == Attendance.Substitute ? $"代理（{substitute}）" : Answer(attendance);
}
