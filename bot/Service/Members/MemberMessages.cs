using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Members;

/// <summary>What members are told, in one place; the words on their cards are with the cards.</summary>
internal static class MemberMessages
{
    public const string UnknownPerson = "どなたか確認できないため、この操作はお受けできません。Teams の個人チャットから、もう一度お試しください。";
    public const string NotRegistered = "この操作には利用登録が必要です。「利用登録」と入力して申請してください。";
    public const string Revoked = "登録が取り消されているため、この操作はできません。もう一度使うには「利用登録」と入力して申請してください。";
    public const string SecretariatOnly = "この操作は事務局の方だけができます。";
    public const string NotYours = "ご自身の申請だけを取り下げられます。";
    public const string OwnRequest = "ご自身の申請は、ほかの事務局の方にご確認をお願いしてください。";
    public const string NotAllowed = "この操作はできません。";
    public const string ObserversOnlyRead = "「閲覧のみ」の登録では、この操作はできません。役割の変更は「自分の登録」から申請できます。";
    public const string NotYourOwn = "ご自身のものだけを削除できます。";
    public const string NotYourOrganisation = "この操作は、その提案や応募をした組織の方だけができます。";
    public const string SecretariatDoesNotApply = "事務局の方は、応募と関心の登録はできません。";
    public const string OwnProposal = "ご自身の組織の提案には応募できません。";

    public const string NotYourSupport = "この操作は、その報告や要請、申し出をした組織の方だけができます。";
    public const string WardsReport = "支援の報告は、特別区の連携担当と事務局の方だけができます。";
    public const string WardsOffer = "支援の申し出は、特別区の連携担当の方だけができます。";
    public const string MunicipalitiesAsk = "応援の要請とその受け入れは、自治体の担当と事務局の方だけができます。";

    public const string Applied = "利用登録の申請を受け付けました。事務局が確認し、結果をこのボットからお知らせします。";
    public const string Waiting = "利用登録の申請は、事務局の確認を待っています。";
    public const string NotYetRegistered = "まだ利用登録がありません。";
    public const string Withdrawn = "利用登録の申請を取り下げました。";
    public const string RegisteredNow = "次の内容で登録されています。";
    public const string RegisteredAndWaiting = "次の内容で登録されています。変更の申請は、事務局の確認を待っています。";
    public const string RevokedNow = "登録は取り消されています。もう一度使うには、改めて申請してください。";
    public const string StaleOwn = "申請の状況が変わっていました。今の内容は次のとおりです。";

    public const string Request = "利用登録の申請があります。内容を確認して、承認か却下を選んでください。";
    public const string ChangeRequest = "登録内容の変更の申請があります。内容を確認して、承認か却下を選んでください。";
    public const string ReasonMissing = "却下の理由を入力してください。申請した方に伝わります。";
    public const string ReasonTooLong = "理由は500文字までで入力してください。";
    public const string ApprovedDone = "承認しました。申請した方にお知らせします。";
    public const string RejectedDone = "却下しました。申請した方に理由とともにお知らせします。";
    public const string NoRequests = "確認を待っている申請はありません。";
    public const string RequestGone = "この申請は見つかりませんでした。";

    public const string NoMembers = "当てはまる登録者は見つかりませんでした。";
    public const string MemberGone = "この登録は見つかりませんでした。";
    public const string MemberDetail = "登録の内容です。役割と連絡先を変えて保存するか、登録を取り消せます。";
    public const string Saved = "保存しました。ご本人にお知らせします。";
    public const string SavedOwn = "変更を保存しました。";
    public const string Unchanged = "変わったところがないため、保存していません。";
    public const string RevokedDone = "登録を取り消しました。ご本人にお知らせします。";
    public const string StaleMember = "ほかの方が先に変更していました。今の内容は次のとおりです。もう一度ご確認ください。";
    public const string LastSecretary = "事務局の登録者がいなくなるため、この変更はできません。先に別の方を事務局として登録してください。";

    public const string NoSuchOrganisation = "当てはまる組織が見つかりませんでした。正式な名前か、よみの一部を入力してください。";
    public const string SeveralOrganisations = "当てはまる組織がいくつかあります。下から選んでください。";
    public const string TooManyOrganisations = "当てはまる組織が多いため、一部だけを示しています。下にないときは、もう少し長く入力してください。";
    public const string NameMissing = "氏名を入力してください。";
    public const string NameTooLong = "氏名は100文字までで入力してください。";
    public const string OrganisationMissing = "所属する組織の名前か、よみの一部を入力してください。";
    public const string RoleMissing = "役割を選んでください。";
    public const string ContactMissing = "連絡先を入力してください。";
    public const string ContactTooLong = "連絡先は200文字までで入力してください。";
    public const string ContactUnreadable = "メールアドレスか電話番号を入力してください。";

    public static string Told(bool approved, string reason) => (approved, reason.Length > 0) switch
    {
        (true, false) => "利用登録が承認されました。「ヘルプ」で、使える言葉をご覧いただけます。",
        (true, true) => $"利用登録が承認されました。事務局から: {reason}",
        (false, _) => $"利用登録の申請は、承認されませんでした。理由: {reason}",
    };

    public static string ToldChange(string role, string contact) => $"事務局が登録内容を変更しました。役割は「{role}」、連絡先は「{contact}」です。「自分の登録」でご覧いただけます。";

    public const string ToldRevoked = "事務局が利用登録を取り消しました。心当たりがないときは、事務局にお問い合わせください。";

    public static string Decided(bool approved, DateTimeOffset at) => $"この申請は、{JapanTime.Day(at)}に{(approved ? "承認" : "却下")}されています。";

    public const string RequestWithdrawn = "この申請は、申請した方が取り下げたか、新しい申請に替えています。";

    public static string Requests(int count) => $"確認を待っている申請が{count}件あります。";

    public static string Members(int count) => $"登録者は{count}名です。";

    public static string MembersFor(string words, int count) => $"「{words}」に当てはまる登録者は{count}名です。";
}
