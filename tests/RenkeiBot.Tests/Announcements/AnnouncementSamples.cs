using RenkeiBot.Cards;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Announcements;

/// <summary>The announcements' cards with content as it comes in practice.</summary>
internal static class AnnouncementSamples
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";

    private static readonly AnnouncementCopyView Copy = new("令和8年度 全国連携展示のご案内", "次のとおり全国連携展示を開催します。\n期間：令和8年12月1日(火)～12月25日(金)\n会場：東京区政会館 1階エントランスホール")
    {
        Tone = AnnouncementTone.Important,
        Links = [new("詳しい案内", "https://www.example.lg.jp/tenji"), new("ちらし（PDF）", "https://www.example.lg.jp/tenji.pdf")],
    };

    private static readonly AnnouncementFormView Form = new("お知らせを作成します。「プレビュー」で見え方と宛先を確かめてから配信できます。", Id)
    {
        ImportanceChoices = [new("通常", "Normal"), new("重要", "Important"), new("緊急", "Urgent")],
        Importance = "Normal",
        TargetChoices = [new("お知らせを購読するチャネル", "Announcements"), new("連携担当全員（個人チャット）", "Officers"), new("全員（すべてのチャネルと登録者）", "Everyone")],
        Targets = ["Announcements"],
        AreaChoices = [new("指定なし（全国）", "any"), new("特別区（23区）", "Wards"), .. Enumerable.Range(1, 47).Select(n => new CardChoice($"都道府県{n}", $"{n:00}"))],
        ChannelChoices = [.. Enumerable.Range(1, 92).Select(n => new CardChoice($"特別区{n}（全国連携）", $"{n:x20}"))],
        RepeatChoices = [new("なし", "None"), new("毎日", "Daily"), new("毎週", "Weekly"), new("毎月", "Monthly")],
        Repeat = "None",
    };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["AnnouncementFormCard/empty"] = AnnouncementFormCard.Build(Form with { IsNew = true }),
        ["AnnouncementFormCard/errors"] = AnnouncementFormCard.Build(Form with
        {
            Sentence = "入力を確かめてください。赤い文字のところを直すと、先に進めます。",
            Title = "全国連携展示のご案内",
            Text = new string('文', 2000),
            Confirm = true,
            Day = new DateOnly(2027, 1, 31),
            Time = new TimeOnly(9, 30),
            Repeat = "Monthly",
            Links = [new("詳しい案内", "http://www.example.lg.jp/")],
            Errors = new Dictionary<string, string> { ["linkUrl1"] = "https:// で始まるURLを入力してください（500文字まで）。", ["text"] = "本文は2,000文字までで入力してください（今は2,001文字です）。" },
        }),
        ["AnnouncementFormCard/correction"] = AnnouncementFormCard.Build(Form with { Sentence = "配信したお知らせを訂正します。", IsCorrection = true, Title = Copy.Title, Text = Copy.Text, Links = Copy.Links, Version = 3 }),
        ["AnnouncementCopyCard/normal"] = AnnouncementCopyCard.Build(Copy with { Tone = AnnouncementTone.Normal }),
        ["AnnouncementCopyCard/channel"] = AnnouncementCopyCard.Build(Copy with { Confirmable = (Id, 1), Confirmed = "確認した方：3名" }),
        ["AnnouncementCopyCard/corrected"] = AnnouncementCopyCard.Build(Copy with { Tone = AnnouncementTone.Urgent, CorrectedAt = "令和8年11月21日 9:05", Confirmed = "確認しました。ありがとうございます。" }),
        ["AnnouncementCard/preview"] = AnnouncementCard.Build(new AnnouncementCardView("このように届きます。まだ配信していません。", Id, Copy)
        {
            Version = 2,
            Notes = ["個人チャットがまだ分からない方が4名います。ボットに話しかけたときに届きます。", "夜間のため、7:00以降に届きます。"],
            Facts =
            [
                new("状態", "下書き"), new("重要度", "重要"), new("対象", "お知らせを購読するチャネル、連携担当全員（個人チャット）"), new("宛先の数", "115件"),
                new("宛先", "荒川区（全国連携）、品川区（全国連携）、荒川 花子（荒川区） ほか"), new("配信日時", "令和9年1月31日 9:30"), new("繰り返し", "毎月（令和9年12月31日まで）"), new("確認", "求めません"),
            ],
            Buttons = [AnnouncementButton.Send, AnnouncementButton.Test, AnnouncementButton.Edit, AnnouncementButton.DeleteDraft],
        }),
        ["AnnouncementCard/request"] = AnnouncementCard.Build(new AnnouncementCardView("全員へのお知らせの承認依頼です。内容と対象を確かめて、承認か却下を選んでください。", Id, Copy)
        {
            Notes = ["依頼した方：事務局 太郎"],
            Buttons = [AnnouncementButton.Approve, AnnouncementButton.Reject],
            ReasonError = "却下の理由を入力してください。作成した方に伝わります。",
        }),
        ["AnnouncementProgressCard/sending"] = AnnouncementProgressCard.Build(new AnnouncementProgressView("配信しています（640 / 1,119件）。", Id, Copy.Title)
        {
            Number = 1,
            Facts = [new("状態", "配信中"), new("宛先", "1,119件"), new("届いた", "638件"), new("待ち", "479件"), new("失敗", "2件"), new("配信開始", "令和8年11月21日 9:00")],
            Failures = [new("ボットが会話に入っていません（2件）", "チームまたは個人のチャットに、アプリを追加し直してもらってください。")],
            Buttons = [AnnouncementButton.Resend, AnnouncementButton.Correct, AnnouncementButton.Withdraw, AnnouncementButton.Roster, AnnouncementButton.Remind, AnnouncementButton.Refresh, AnnouncementButton.Duplicate],
        }),
        ["AnnouncementProgressCard/withdrawn"] = AnnouncementProgressCard.Build(new AnnouncementProgressView("取り消しました。届いていた115件を削除しました。", Id, Copy.Title) { Number = 2, Buttons = [AnnouncementButton.Refresh] }),
        ["AnnouncementListCard/pages"] = AnnouncementListCard.Build(new AnnouncementListView("お知らせは14件です。新しいものから表示します。",
            [.. Enumerable.Range(1, AnnouncementListCard.PageSize).Select(n => new AnnouncementLine($"{n:D32}", new string('件', 80), "配信済み・配信 令和8年11月21日 9:00・届いた 115 / 115件・訂正あり"))]) { Page = 2, Pages = 3 }),
        ["AnnouncementRosterCard/page"] = AnnouncementRosterCard.Build(new AnnouncementRosterView("確認した方は2名です。未確認の宛先は1件です。", Id, 1, Copy.Title,
        [
            new("荒川区", "荒川 花子", "確認済み（令和8年11月21日 9:05）", IsConfirmed: true), new("荒川区", "荒川 次郎", "確認済み（令和8年11月21日 9:06）", IsConfirmed: true),
            new("品川区", "品川 一郎", "未確認", IsConfirmed: false),
        ])
        {
            Page = 1, Pages = 2, CanRemind = true, DownloadUrl = "https://renkei.example.jp/downloads/secret",
        }),
        ["AnnouncementTemplatesCard/own"] = AnnouncementTemplatesCard.Build(new AnnouncementTemplatesView("テンプレートを選ぶと、用紙に内容が入ります。",
            [new(Id, "毎月の定例連絡", IsOwn: true), new("exhibition", "全国連携展示のご案内", IsOwn: false), new("urgent", "緊急連絡", IsOwn: false)])),
    };
}
