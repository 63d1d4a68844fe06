using RenkeiBot.Cards;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals;

/// <summary>What is said about proposals, in one place; the words on their cards are with the cards.</summary>
internal static class ProposalMessages
{
    public const string NewForm = "提案を投稿します。";
    public const string EditForm = "提案を編集します。";
    public const string RejectedForm = "内容を直して、もう一度審査に出してください。";
    public const string ReopenForm = "応募締切を確かめて、再開してください。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、先に進めます。";
    public const string TitleMissing = "タイトルを入力してください。";
    public const string TextMissing = "内容を入力してください。";
    public const string FieldsMissing = "分野を一つ以上選んでください。";
    public const string EndBeforeStart = "実施時期の終了は、開始の日以後にしてください。";
    public const string EndInPast = "実施時期の終了は、今日以後にしてください。";
    public const string DeadlineInPast = "応募締切は、今日以後にしてください。";
    public const string DeadlineAfterEnd = "応募締切は、実施時期の終了までにしてください。";
    public const string TooManyLinks = "関連資料は3つまでです。";

    public const string Previewed = "ほかの方には、次のように見えます。まだ投稿されていません。";
    public const string DraftSaved = "下書きを保存しました。「自分の提案」から続けられます。";
    public const string DraftOpen = "下書きです。まだ投稿されていません。";
    public const string DraftDeleted = "下書きを削除しました。";
    public const string Posted = "提案を投稿しました。";
    public const string PostedAlready = "この提案は、すでに投稿されています。";
    public const string SentToReview = "提案を受け付けました。事務局の確認の後に公開されます。";
    public const string Saved = "変更を保存しました。";
    public const string Unchanged = "変わったところがないため、保存していません。";
    public const string Stale = "内容が更新されていました。今の内容は次のとおりです。";
    public const string MergedForm = "ほかの方の変更と合わせました。確かめて、もう一度保存してください。";
    public const string StaleForm = "ほかの方が先に変更していました。赤い文字が今の内容です。確かめて、もう一度保存してください。";
    public const string Closed = "受付を終了しました。";
    public const string Reopened = "募集を再開しました。";
    public const string Withdrawn = "提案を取り下げました。";
    public const string Gone = "この提案は見つかりませんでした。";
    public const string NoLongerShown = "この提案は、今は公開されていません。";
    public const string ShownHere = "この会話に提案を表示しました。";
    public const string InPersonalChat = "ほかの方にも見えてしまうため、このボットとの個人チャットでご覧ください。";
    public const string Shown = "提案の内容です。";
    public const string ShownOwn = "あなたの組織の提案です。";
    public const string ShownReview = "審査を待っている提案です。承認か却下を選んでください。";
    public const string Accepted = "承認しました。投稿した方にお知らせします。";
    public const string Rejected = "却下しました。投稿した方に理由とともにお知らせします。";
    public const string RejectReasonMissing = "却下の理由を入力してください。投稿した方に伝わります。";
    public const string ReasonTooLong = "理由は500文字までで入力してください。";
    public const string NoneOwn = "まだ提案がありません。「提案を投稿」から始められます。";
    public const string NoneApplied = "まだ応募がありません。「提案を探す」から始められます。";
    public const string NoneInReview = "審査を待っている提案はありません。";

    public const string ApplyForm = "この提案に応募します。";
    public const string MessageMissing = "メッセージを入力してください。";
    public const string MessageTooLong = "メッセージは500文字までで入力してください。";
    public const string Applied = "応募しました。結果をこのボットからお知らせします。";
    public const string AppliedAlready = "あなたの組織は、すでにこの提案に応募しています。";
    public const string NotTaking = "この提案は、今は応募を受け付けていません。";
    public const string ApplicationWithdrawn = "応募を取り下げました。";
    public const string ApplicationGone = "この応募は見つかりませんでした。";
    public const string ApplicationStale = "応募の状況が変わっていました。今の内容は次のとおりです。";
    public const string Approved = "承認しました。相手の合意を待っています。";
    public const string Declined = "見送りました。応募した方に理由とともにお知らせします。";
    public const string DeclineReasonMissing = "見送る理由を入力してください。応募した方に伝わります。";
    public const string Full = "募集数に達しているため、承認できません。";
    public const string AgreedNow = "合意が成立しました。お互いの連絡先をお知らせします。";
    public const string NoApplications = "まだ応募はありません。";
    public const string ReasonOfRejection = "却下の理由：";

    public const string CommentMissing = "コメントを入力してください。";
    public const string CommentTooLong = "コメントは500文字までで入力してください。";
    public const string Commented = "コメントしました。";
    public const string CommentDeleted = "コメントを削除しました。";
    public const string CommentGone = "このコメントは見つかりませんでした。";
    public const string DeletedText = "（削除されました）";

    public static string NewlyPosted(string organisation) => $"新着の提案です（{organisation}）。";

    public static string BadLink(string link) => $"「{CardText.Truncate(link, 40)}」は使えません。https:// で始まるアドレスを、300文字までで入力してください。";

    public static string FewerThanTaken(int taken) => $"承認した応募が{taken}件あるため、募集数は{taken}以上にしてください。";

    public static string Own(int count) => $"あなたの組織の提案は{count}件です。";

    public static string AppliedFor(int count) => $"応募した提案は{count}件です。";

    public static string InReview(int count) => $"審査を待っている提案が{count}件あります。";

    public static string Applications(int count, int open) => open > 0 ? $"応募は{count}件です。返答を待っている応募が{open}件あります。" : $"応募は{count}件です。";

    public static string Comments(int count) => $"コメントは{count}件です。";

    public static string Revisions(int count) => $"これまでに{count}回、公開または変更されています。";

    /// <summary>Where a proposal stands.</summary>
    public static string NameOf(ProposalState state) => state switch
    {
        ProposalState.Draft => "下書き",
        ProposalState.InReview => "審査中",
        ProposalState.Open => "募集中",
        ProposalState.Negotiating => "調整中",
        ProposalState.Agreed => "合意",
        ProposalState.Done => "受付終了",
        ProposalState.Withdrawn => "取り下げ",
        ProposalState.Expired => "期限切れ",
        ProposalState.Rejected => "却下",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>Where an application stands.</summary>
    public static string NameOf(ApplicationState state) => state switch
    {
        ApplicationState.Applied => "返答待ち",
        ApplicationState.Approved => "承認済み・合意待ち",
        ApplicationState.Agreed => "合意",
        ApplicationState.Declined => "見送り",
        ApplicationState.Withdrawn => "取り下げ",
        ApplicationState.Ended => "提案の終了",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>Where one's own application stands, in a sentence.</summary>
    public static string OwnApplication(Application application) => application.State switch
    {
        ApplicationState.Applied => "あなたの組織は応募しています。返答を待っています。",
        ApplicationState.Approved => "応募が承認されました。「合意する」を押すと成立し、お互いの氏名と連絡先が伝わります。",
        ApplicationState.Agreed => "合意が成立しています。",
        ApplicationState.Declined => $"応募は見送られました。理由：{application.Reason}",
        ApplicationState.Withdrawn => "応募は取り下げられています。",
        _ => "返答の前に、提案が終了しました。",
    };
}
