namespace RenkeiBot.Cards.Announcements;

/// <summary>The words of the announcements' cards, in one place.</summary>
internal static class AnnouncementTexts
{
    internal const string From = "特別区全国連携プロジェクト事務局からのお知らせ";
    internal const string Title = "件名";
    internal const string TitleHint = "例：全国連携展示の日程が決まりました";
    internal const string TitleError = "件名を入力してください（80文字まで）。";
    internal const string Text = "本文";
    internal const string TextHint = "お知らせの内容（2,000文字まで）";
    internal const string TextError = "本文を入力してください（2,000文字まで）。";
    internal const string Importance = "重要度";
    internal const string Targets = "対象";
    internal const string TargetsNote = "「全員」を選ぶと、すべてのチャネルと登録者に届きます。ほかの事務局の方の承認が必要です。";
    internal const string Areas = "区・地域";
    internal const string AreasNote = "選んだ区・地域のチャネルと連携担当だけに絞ります。";
    internal const string Channels = "チャネル";
    internal const string ChannelsNote = "選んだチャネルには、購読と区・地域にかかわらず届きます。";
    internal const string LinkTitle = "リンク名";
    internal const string LinkUrl = "リンクURL";
    internal const string LinkHint = "https:// で始まるもの";
    internal const string Confirm = "確認を求める";
    internal const string ConfirmTitle = "「確認しました」のボタンを付ける";
    internal const string Day = "配信日";
    internal const string Time = "配信時刻";
    internal const string WhenNote = "配信日と配信時刻は日本時間です。両方とも空欄のときは、すぐに配信します。";
    internal const string Repeat = "繰り返し";
    internal const string Until = "繰り返しの終了日";
    internal const string UntilNote = "毎月の29日から31日は、その日がない月には月末に配信します。終了日が空欄のときは、取り消すまで続きます。";
    internal const string Templates = "テンプレートから作る";
    internal const string UseTemplate = "使う";
    internal const string SaveTemplate = "テンプレートとして保存";
    internal const string FixedTemplate = "はじめから用意されています";
    internal const string OwnTemplate = "事務局が保存したものです";
    internal const string Reason = "却下の理由";
    internal const string ReasonHint = "却下のときは必ず入力してください。作成した方に伝わります。";

    internal const string Preview = "プレビュー";
    internal const string SaveDraft = "下書き保存";
    internal const string Send = "配信する";
    internal const string Test = "テスト送信";
    internal const string Edit = "修正する";
    internal const string Approve = "承認する";
    internal const string Reject = "却下する";
    internal const string Correct = "訂正する";
    internal const string Withdraw = "取り消す";
    internal const string Resend = "失敗分を再送する";
    internal const string Roster = "確認状況を見る";
    internal const string Recipients = "宛先ごとに見る";
    internal const string Remind = "未確認の方に催促する";
    internal const string Refresh = "最新の状態にする";
    internal const string Open = "詳しく見る";
    internal const string Duplicate = "複製する";
    internal const string Delete = "削除する";
    internal const string Download = "CSVをダウンロード";
    internal const string New = "お知らせを配信";
    internal const string History = "お知らせ一覧";
    internal const string Confirmed = "確認しました";
    internal const string Advice = "対応";
    internal const string Failures = "届かなかったもの";

    internal static string Mark(AnnouncementTone tone) => tone switch
    {
        AnnouncementTone.Important => "【重要】",
        AnnouncementTone.Urgent => "【緊急】",
        _ => "",
    };

    internal static string Corrected(string at) => $"【訂正】{at}に内容を訂正しました。";
}
