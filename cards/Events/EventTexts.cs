namespace RenkeiBot.Cards.Events;

/// <summary>The words of the events' cards, in one place.</summary>
internal static class EventTexts
{
    internal const string FormLead = "種別、行事名、開始日が必要です。ほかの方からの見え方は「プレビュー」で確かめられます。";
    internal const string Kind = "種別";
    internal const string KindError = "種別を選んでください。";
    internal const string Title = "行事名";
    internal const string TitleHint = "例：令和8年度 第2回 全国連携展示（福井県坂井市）";
    internal const string TitleError = "行事名を入力してください（100文字まで）。";
    internal const string From = "開始日";
    internal const string FromError = "開始日を入力してください。";
    internal const string Until = "終了日（1日だけのときは空欄）";
    internal const string Hours = "時間";
    internal const string HoursHint = "例：14:00～16:00（開場 13:30）";
    internal const string Venue = "会場";
    internal const string VenueHint = "例：東京区政会館 1階エントランスホール、オンライン";
    internal const string Address = "住所";
    internal const string Theme = "テーマ";
    internal const string Contents = "内容（1行に1つ）";
    internal const string ContentsHint = "例：パネル展示";
    internal const string Hosts = "主催（1行に1つ）";
    internal const string CoHosts = "共催（1行に1つ）";
    internal const string Supporters = "後援（1行に1つ）";
    internal const string Participants = "参加自治体（1行に1つ）";
    internal const string ParticipantsHint = "例：福井県坂井市";
    internal const string Inquiries = "問い合わせ先";
    internal const string InquiriesHint = "例：特別区長会事務局 調査第1課（電話 03-0000-0000）";
    internal const string Url = "案内のページ（URL）";
    internal const string UrlHint = "https:// で始まるもの";
    internal const string Status = "開催状況";

    internal const string Preview = "プレビュー";
    internal const string Register = "登録する";
    internal const string Save = "保存する";
    internal const string Open = "詳しく見る";
    internal const string Edit = "編集する";
    internal const string Remove = "取り消す";
    internal const string New = "行事を登録";
    internal const string List = "行事一覧";
    internal const string Page = "案内のページを開く";
    internal const string Words = "言葉（行事名、会場、種別、年度など）";
    internal const string Search = "検索する";

    internal const string When = "開催日";
    internal const string ContentsLabel = "内容";
    internal const string HostsLabel = "主催";
    internal const string CoHostsLabel = "共催";
    internal const string SupportersLabel = "後援";
    internal const string ParticipantsLabel = "参加自治体";
    internal const string FiscalYear = "年度";
    internal const string Origin = "記録";
}
