using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>The disaster support's cards with content as it comes in practice.</summary>
internal static class DisasterSamples
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";
    private const string Other = "7c9e6679742540de944be07fc1f90ae7";

    private static readonly CardChoice[] Severities = [new("特に重大", "Extreme"), new("重大", "Severe"), new("中程度", "Moderate"), new("軽微", "Minor")];
    private static readonly CardChoice[] Disasters = [new("能登豪雨", Id), new("【訓練】首都直下地震", Other)];
    private static readonly CardChoice[] Sorts = [new("支援金", "Fund"), new("義援金", "Donation"), new("職員派遣", "Staff")];
    private static readonly CardChoice[] Units = [new("万円", "ManYen"), new("円", "Yen"), new("人", "Persons"), new("台", "Machines")];

    private static readonly DisasterFacts Noto = new("能登豪雨", "重大", "令和8年（2026年）11月20日（金曜日）", "石川県、石川県輪島市、石川県珠洲市", "河川の氾濫により、輪島市と珠洲市で断水が続いています。\n毛布と保健師が必要とされています。")
    {
        State = "対応中",
        UpdatedAt = "令和8年11月21日 9:00",
        Totals = [new("支援金", "500万円", "1,234.5万円", "1,734.5万円"), new("職員派遣", "", "12人", "12人"), new("救援物資", "", "500箱", "500箱")],
        Requests = ["石川県輪島市：毛布 500箱、残り200箱（500箱のうち300箱に申し出）"],
    };

    private static readonly DisasterFacts Drill = Noto with { Name = "【訓練】首都直下地震", IsDrill = true, Totals = [], Requests = [] };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["DisasterFormCard/empty"] = DisasterFormCard.Build(new DisasterFormView("災害支援を登録します。", Id) { Severities = Severities }),
        ["DisasterFormCard/preview"] = DisasterFormCard.Build(new DisasterFormView("【訓練】チャネルには、次のように届きます。まだ配信していません。", Id)
        {
            Severities = Severities, Name = "首都直下地震", Day = new DateOnly(2026, 11, 20), Areas = "東京都", Situation = "訓練です。", Severity = "Extreme", IsDrill = true, Preview = Drill,
        }),
        ["DisasterFormCard/errors"] = DisasterFormCard.Build(new DisasterFormView("入力を確かめてください。赤い文字のところを直すと、先に進めます。", Id)
        {
            Severities = Severities,
            Areas = "美郷町",
            Errors = new Dictionary<string, string> { [DisasterKeys.Name] = "災害名を入力してください。", [DisasterKeys.Areas] = "「美郷町」は秋田県美郷町、島根県美郷町、宮崎県美郷町があります。都道府県を付けて入力してください。" },
        }),
        ["DisasterFormCard/correction"] = DisasterFormCard.Build(new DisasterFormView("災害支援の登録内容を訂正します。", Id) { IsNew = false, Version = 3, Severities = Severities, Name = "能登豪雨", Severity = "Severe" }),
        ["DisasterCard/shared"] = DisasterCard.Build(new DisasterCardView("能登豪雨（重大度：重大）への支援の状況です。", Noto, Id, 1)
        {
            IsShared = true, Buttons = [DisasterButton.Report, DisasterButton.Totals, DisasterButton.Requests, DisasterButton.Timeline, DisasterButton.RequestForm],
        }),
        ["DisasterCard/secretariat"] = DisasterCard.Build(new DisasterCardView("【訓練】登録しました。", Drill, Id, 1)
        {
            Buttons = [DisasterButton.Report, DisasterButton.Totals, DisasterButton.Requests, DisasterButton.Timeline, DisasterButton.RequestForm, DisasterButton.Update, DisasterButton.Edit, DisasterButton.Close, DisasterButton.Withdraw],
            UpdateError = "状況を入力してください。",
        }),
        ["SupportListCard/disasters"] = SupportListCard.Build(new SupportListView("登録された災害支援は2件です。",
        [
            new SupportLine("能登豪雨", "対応中・重大度：重大・発生日：令和8年11月20日", "支援金 1,734.5万円、職員派遣 12人") { Id = Id, Buttons = [DisasterButton.Open, DisasterButton.Report, DisasterButton.Totals] },
            new SupportLine("【訓練】首都直下地震", "対応終了・重大度：特に重大・発生日：令和8年11月20日", "") { Id = Other, Buttons = [DisasterButton.Open, DisasterButton.Totals] },
        ]) { PageVerb = DisasterVerbs.List, Pages = 2 }),
        ["SupportListCard/own"] = SupportListCard.Build(new SupportListView("支援を報告しました。集計に反映しました。",
            [new SupportLine("能登豪雨：支援金 300万円", "荒川区・令和8年11月21日 9:00", "支援先：石川県輪島市") { Id = Id, Version = 2, Buttons = [DisasterButton.EditReport, DisasterButton.WithdrawReport, DisasterButton.History] }])
        {
            Id = Id, Buttons = [DisasterButton.Totals, DisasterButton.Report, DisasterButton.Own],
        }),
        ["SupportFormCard/secretariat"] = SupportFormCard.Build(new SupportFormView("支援を報告します。", Id)
        {
            Disasters = Disasters, Givers = [new("23区共同", "joint"), new("荒川区", "131181")], Giver = "joint", Sorts = Sorts, Units = Units,
        }),
        ["SupportFormCard/errors"] = SupportFormCard.Build(new SupportFormView("入力を確かめてください。赤い文字のところを直すと、先に進めます。", Id)
        {
            Disasters = Disasters, Disaster = Other, About = "荒川区", Sorts = Sorts, Units = Units, Sort = "Fund", Quantity = "-5", Unit = "Persons",
            Errors = new Dictionary<string, string> { [DisasterKeys.Quantity] = "金額・数量は、0より大きい数字で入力してください。", [DisasterKeys.Unit] = "支援金の単位は「万円」か「円」を選んでください。" },
        }),
        ["SupportFormCard/asked"] = SupportFormCard.Build(new SupportFormView("数字を確かめてください。", Id)
        {
            IsNew = false, Version = 2, About = "能登豪雨・荒川区", Sorts = Sorts, Units = Units, Sort = "Fund", Quantity = "5000000", Unit = "ManYen", Asked = "5000000 ManYen",
            Errors = new Dictionary<string, string> { [DisasterKeys.Quantity] = "支援金 500億円（5,000,000万円）でお間違いありませんか。よろしければ、もう一度ボタンを押してください。" },
        }),
        ["SupportTotalsCard/wards"] = SupportTotalsCard.Build(new SupportTotalsView("能登豪雨への支援の集計です。", Id, Noto.Totals,
            [new("23区共同", "支援金 500万円"), .. Enumerable.Range(1, 23).Select(n => new WardRow($"第{n}区", "支援金 50万円、職員派遣 3人、救援物資 20箱"))])
        {
            ReportsUrl = "https://renkei.example.jp/downloads/abc", RequestsUrl = "https://renkei.example.jp/downloads/def", UrlNote = "CSV のリンクは令和8年11月22日 9:00まで開けます。",
        }),
        ["SupportTotalsCard/empty"] = SupportTotalsCard.Build(new SupportTotalsView("能登豪雨への支援の報告は、まだありません。", Id, [], [])),
        ["AidRequestFormCard/secretariat"] = AidRequestFormCard.Build(new AidRequestFormView("応援を要請します。", Id)
        {
            Disasters = Disasters, Disaster = Id, NamesMunicipality = true, Units = Units, Errors = new Dictionary<string, string> { [DisasterKeys.Item] = "品目か職種を入力してください。" },
        }),
        ["AidRequestCard/ward"] = AidRequestCard.Build(new AidRequestView("応援の要請の内容です。", Id, 1, "石川県輪島市：毛布 500箱", "残り200箱（500箱のうち300箱に申し出）")
        {
            Disaster = "能登豪雨", NeededBy = "令和8年（2026年）11月30日（月曜日）", Place = "輪島市役所", Note = "新品に限ります。", TakesOffer = true, NewId = Other,
        }),
        ["AidRequestCard/municipality"] = AidRequestCard.Build(new AidRequestView("応援の要請の内容です。", Id, 1, "石川県輪島市：毛布 500箱", "充足（500箱）")
        {
            Disaster = "能登豪雨",
            Offers = [new SupportLine("荒川区：300箱（返事待ち）", "令和8年11月21日 9:00", "明日届けます。") { Id = Other, Version = 1, Buttons = [DisasterButton.Confirm, DisasterButton.Decline] }],
            Buttons = [DisasterButton.CloseRequest],
        }),
        ["SupportNoticeCard/offered"] = SupportNoticeCard.Build(new SupportNoticeView("荒川区から、毛布 300箱の支援の申し出がありました。", Id, "能登豪雨：石川県輪島市の要請（毛布 500箱）") { Text = "明日届けます。" }),
    };
}
