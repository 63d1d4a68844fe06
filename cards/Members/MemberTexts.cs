namespace RenkeiBot.Cards.Members;

/// <summary>The words of the members' cards, in one place.</summary>
internal static class MemberTexts
{
    internal const string FormTitle = "利用登録の申請";
    internal const string FormLead = "提案の投稿や応募など、質問のほかの機能を使うための登録です。事務局が確認し、結果をこのボットからお知らせします。";
    internal const string ChangeTitle = "登録内容の変更";
    internal const string ChangeLead = "変更する内容を入力して「申請する」を押してください。事務局の承認後に反映されます。";

    internal const string Prefilled = "Microsoft 365に登録されている情報を入れてあります。違うところは、直してから申請してください。";

    internal const string NameLabel = "氏名";
    internal const string NameError = "氏名を入力してください（100文字まで）。";
    internal const string OrganisationLabel = "所属する組織（名前やよみの一部）";
    internal const string OrganisationHint = "例：あらかわ、坂井市、北海道町村会、事務局";
    internal const string OrganisationError = "所属する区、市町村、団体、企業の名前か、よみの一部を入力してください。";
    internal const string OrganisationChoiceLabel = "どの組織ですか";
    internal const string OrganisationChoiceError = "所属する組織を選んでください。";
    internal const string RoleLabel = "役割";
    internal const string RoleError = "役割を選んでください。";
    internal const string ContactLabel = "連絡先（メールアドレスか電話番号）";
    internal const string ContactHint = "例：renkei@city.example.lg.jp";
    internal const string ContactError = "連絡先を入力してください（200文字まで）。";
    internal const string ReasonLabel = "理由";
    internal const string ReasonHint = "却下のときは必ず入力してください。申請した方に伝わります。";
    internal const string Choose = "選んでください";

    internal const string Apply = "申請する";
    internal const string Edit = "変更する";
    internal const string Withdraw = "申請を取り下げる";
    internal const string Approve = "承認する";
    internal const string Reject = "却下する";
    internal const string Save = "保存する";
    internal const string Revoke = "登録を取り消す";

    internal const string Registered = "登録されている内容";
    internal const string Applied = "申請中の内容";
    internal const string Before = "現在の登録";
    internal const string Name = "氏名";
    internal const string Organisation = "組織";
    internal const string Role = "役割";
    internal const string Contact = "連絡先";
    internal const string AppliedOn = "申請日";
    internal const string Since = "登録日";
    internal const string Reason = "理由";
    internal const string NotGiven = "－";
}
