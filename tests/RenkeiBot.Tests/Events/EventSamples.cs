using RenkeiBot.Cards;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Events;

namespace RenkeiBot.Tests.Events;

/// <summary>The events' cards with content as it comes in practice.</summary>
internal static class EventSamples
{
    private const string Id = "x.0f8fad5bd9cb469fa16570867728950e";

    private static readonly EventFacts Crabs = new("令和8年度 第2回 全国連携展示（福井県坂井市）", "展示", "令和8年（2026年）12月1日（火）から12月18日（金）まで")
    {
        Hours = "9:00～20:30",
        Venue = "東京区政会館 1階エントランスホール",
        Address = "東京都千代田区飯田橋3-5-1",
        Theme = "越前がにと三国湊",
        Contents = "パネル展示、パンフレット配架、映像放映",
        Hosts = "特別区長会",
        CoHosts = "福井県坂井市",
        Supporters = "福井県市長会",
        Participants = "福井県坂井市",
        Inquiries = "特別区長会事務局 調査第1課（電話 03-0000-0000）",
        Url = "https://collabo.tokyo23city.or.jp/",
    };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["EventFormCard/empty"] = EventFormCard.Build(new EventFormView("行事を登録します。", "0f8fad5bd9cb469fa16570867728950e") { IsNew = true, KindChoices = Kinds, Status = "Scheduled", StatusChoices = Statuses }),
        ["EventFormCard/errors"] = EventFormCard.Build(Filled("入力を確かめてください。赤い文字のところを直すと、先に進めます。") with
        {
            Errors = typeof(EventKeys).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToDictionary(key => key, _ => "終了日は、開始日以後にしてください。"),
        }),
        ["EventFormCard/preview"] = EventFormCard.Build(Filled("ほかの方には、次のように見えます。まだ保存されていません。") with { Preview = Crabs with { FiscalYear = "令和8年度（2026年度）" } }),
        ["EventCard/registered"] = EventCard.Build(new EventCardView("行事を登録しました。質問にもお答えできます。", Crabs with { FiscalYear = "令和8年度（2026年度）", Origin = "事務局が登録" }, Id, 1)
        {
            Removal = "「取り消す」を押すと、この行事の記録を削除します。",
        }),
        ["EventCard/cancelled"] = EventCard.Build(new EventCardView("行事の記録です。", new EventFacts("全国連携講演会", "講演会", "令和8年（2026年）12月5日（土）") { Status = "中止" }, "e.lecture-2026-1", 0)),
        ["EventListCard/pages"] = EventListCard.Build(new EventListView("「展示」に当てはまる行事は13件です。",
            [.. Enumerable.Range(1, EventListCard.PageSize).Select(n => new EventLine(Id, $"令和8年度 第{n}回 全国連携展示", "令和8年（2026年）12月1日（火）から12月18日（金）まで・東京区政会館・事務局が登録"))])
        {
            Words = "展示",
            Page = 2,
            Pages = 3,
        }),
        ["EventListCard/none"] = EventListCard.Build(new EventListView("当てはまる行事はありません。", [])),
        ["EventNoticeCard/reminder"] = EventNoticeCard.Build(new EventNoticeView("7日後の12月1日（火）に始まります。", Crabs)),
        ["EventNoticeCard/cancelled"] = EventNoticeCard.Build(new EventNoticeView("お知らせした行事は、中止になりました。", Crabs with { Status = "中止", Url = "" })),
        ["EventDigestCard/week"] = EventDigestCard.Build(new EventDigestView("今週（11月23日から11月29日まで）の展示・イベントのお知らせです。",
        [
            new EventDigestSection("今週の行事", [new EventLine("", "令和8年度 第2回 全国連携講演会", "令和8年（2026年）11月27日（金）・14:00～16:00・東京区政会館 20階")], 0),
            new EventDigestSection("まもなく終わる展示・行事", [new EventLine("", Crabs.Title, Crabs.When)], 0),
            new EventDigestSection("これからの行事", [.. Enumerable.Range(1, EventDigestCard.MaxLines).Select(n => new EventLine("", $"まつり その{n}", "令和8年（2026年）12月5日（土）"))], 3),
            new EventDigestSection("今週が応募締切の提案", [new EventLine("", "黄金がにのPRイベント", "福井県坂井市・応募締切 令和8年11月27日")], 0),
        ])),
    };

    private static CardChoice[] Kinds => [new("展示", "Exhibition"), new("講演会", "Lecture"), new("シンポジウム", "Symposium"), new("その他の行事", "Other")];

    private static CardChoice[] Statuses => [new("予定どおり", "Scheduled"), new("延期（日程未定）", "Postponed"), new("中止", "Cancelled")];

    private static EventFormView Filled(string sentence) => new(sentence, Id)
    {
        Version = 3,
        Kind = "Exhibition",
        KindChoices = Kinds,
        Title = Crabs.Title,
        From = new DateOnly(2026, 12, 1),
        Until = new DateOnly(2026, 12, 18),
        Hours = Crabs.Hours,
        Venue = Crabs.Venue,
        Address = Crabs.Address,
        Theme = Crabs.Theme,
        Contents = "パネル展示\nパンフレット配架\n映像放映",
        Hosts = Crabs.Hosts,
        CoHosts = Crabs.CoHosts,
        Supporters = Crabs.Supporters,
        Participants = Crabs.Participants,
        Inquiries = Crabs.Inquiries,
        Url = Crabs.Url,
        Status = "Scheduled",
        StatusChoices = Statuses,
    };
}
