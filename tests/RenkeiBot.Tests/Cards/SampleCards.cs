using RenkeiBot.Cards;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Health;
using RenkeiBot.Cards.Members;
using RenkeiBot.Cards.Outbox;
using RenkeiBot.Cards.Tenants;
using RenkeiBot.Tests.Announcements;
using RenkeiBot.Tests.Channels;
using RenkeiBot.Tests.DisasterSupport;
using RenkeiBot.Tests.Events;
using RenkeiBot.Tests.Meetings;
using RenkeiBot.Tests.Proposals;

namespace RenkeiBot.Tests.Cards;

/// <summary>
/// Every card of the bot with content as it comes in practice, by name: the card's builder, a slash, and the case. Tests of the schema, of the size
/// and of how cards are drawn go through all of them.
/// </summary>
public static class SampleCards
{
    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(ProposalSamples.All.Concat(MeetingSamples.All).Concat(ChannelSamples.All).Concat(EventSamples.All).Concat(DisasterSamples.All).Concat(AnnouncementSamples.All), StringComparer.Ordinal)
    {
        ["AnswerCard/sentence"] = AnswerCard.Build(new AnswerCardView("はい。令和6年8月10日（土曜日）は開館しています。")),
        ["AnswerCard/details"] = AnswerCard.Build(ExhibitionAnswer),
        ["AnswerCard/table"] = AnswerCard.Build(new AnswerCardView("4つの災害への23区共同の復興支援金は、次のとおりです。")
        {
            Table = new AnswerTable(
                ["災害", "復興支援金"],
                [["熊本地震", "5,500万円"], ["平成30年7月豪雨", "7,600万円"], ["平成30年北海道胆振東部地震", "2,000万円"], ["令和元年房総半島台風及び東日本台風", "1億1,300万円"]]),
            Sources = [new SourceLine("特別区全国連携プロジェクトについて", "主な復興支援データ")],
        }),
        ["AnswerCard/list"] = AnswerCard.Build(new AnswerCardView("包括連携協定を結んでいる企業は次のとおりです。")
        {
            Table = new AnswerTable(["企業"], [["第一生命保険株式会社"], ["損害保険ジャパン株式会社"], ["三井住友海上火災保険株式会社"], ["明治安田生命保険相互会社"]], MoreRows: 2),
        }),
        ["AnswerCard/disagreement"] = AnswerCard.Build(new AnswerCardView("群馬県町村会の構成団体は23団体です。")
        {
            Notes = ["「これまでの経過」の表では群馬県市長会が23、群馬県町村会が12となっていますが、入れ違いです。"],
            Sources = [new SourceLine("中間のまとめ", "広域連携協定", "平成30年4月16日"), new SourceLine("これまでの経過")],
            Suggestions = ["群馬県市長会の構成団体はいくつ？"],
        }),
        ["AnswerCard/passage"] = AnswerCard.Build(new AnswerCardView("直接のお答えは見つかりませんでした。関係のありそうな記述をご覧ください。")
        {
            Passage = "全国各地域と産業、観光、文化、スポーツなど様々な分野での新たな連携を模索し、経済の活性化、まちの元気につながる取組です。",
            Sources = [new SourceLine("特別区全国連携プロジェクト ～10年のあゆみ～")],
        }),
        ["AnswerCard/marks"] = AnswerCard.Build(new AnswerCardView("# [安全](https://example.com) *強調* <at>全員</at> {{DATE(2017-02-14T06:00:00Z)}}\n1. 一つめ")
        {
            Heading = "- **見出し**",
            Details = [new DetailLine("`label`", "| a | b |\n|---|---|"), new DetailLine("~~x~~", "&lt;b&gt; C:\\Temp\\*")],
            Table = new AnswerTable(["_列_", "#"], [["> 引用", "1."], ["![絵](data:,)", "+ 足す"]]),
            Suggestions = ["**太字**の質問？"],
        }),
        ["AnswerCard/long-list"] = AnswerCard.Build(new AnswerCardView("交流自治体は564あります。")
        {
            Table = new AnswerTable(["自治体", "都道府県", "区"], [.. Enumerable.Range(1, 564).Select(n => (IReadOnlyList<string>)[$"第{n}市", "北海道", "台東区、墨田区"])]),
        }),
        ["ChoiceCard/details"] = ChoiceCard.Build(new ChoiceCardView("「第1回全国連携講演会」は2回分あります。どれのことですか。",
            [
                new ChoiceOption("平成30年度 第1回全国連携講演会", "平成30年7月26日・SDGs", "平成30年度第1回の全国連携講演会について"),
                new ChoiceOption("令和3年度 第1回全国連携講演会", "令和3年8月19日・オンライン", "令和3年度第1回の全国連携講演会について"),
            ])),
        ["ChoiceCard/plain"] = ChoiceCard.Build(new ChoiceCardView("美郷町は3つあります。どれのことですか。",
            [
                new ChoiceOption("秋田県美郷町", null, "秋田県美郷町と交流のある区は？"),
                new ChoiceOption("島根県美郷町", null, "島根県美郷町と交流のある区は？"),
                new ChoiceOption("宮崎県美郷町", null, "宮崎県美郷町と交流のある区は？"),
            ])),
        ["NotFoundCard/nearest"] = NotFoundCard.Build(new NotFoundCardView("東北絆まつり2024についての記録は見つかりませんでした。")
        {
            Nearest = [new ChoiceOption("東北絆まつり2019 福島", "令和元年6月1日・2日", "東北絆まつり2019はいつ？")],
            Sources = [new SourceLine("これまでの経過", null, "令和3年12月3日")],
            Suggestions = ["令和3年度の全国連携展示の期間は？"],
        }),
        ["NotFoundCard/sentence"] = NotFoundCard.Build(new NotFoundCardView("お尋ねの内容は見つかりませんでした。")),
        ["HealthCard/good"] = HealthCard.Build(Health(HealthState.Good, "応答しています。")),
        ["HealthCard/caution"] = HealthCard.Build(Health(HealthState.Caution, "期限まであと12日です。")),
        ["HealthCard/trouble"] = HealthCard.Build(Health(HealthState.Trouble, "データベースのファイルが見つかりません。")),
        ["HelpCard/commands"] = HelpCard.Build(new HelpCardView([new TypedCommand("ヘルプ", "この案内を表示します"), new TypedCommand("提案を探す", "自治体の提案を言葉で探します")])),
        ["HelpCard/questions-only"] = HelpCard.Build(new HelpCardView([])),
        ["RegistrationFormCard/empty"] = RegistrationFormCard.Build(new RegistrationFormView { Roles = SampleRoles }),
        ["RegistrationFormCard/errors"] = RegistrationFormCard.Build(new RegistrationFormView
        {
            IsChange = true,
            Name = "新宿 次郎",
            Organisation = "府中市",
            Organisations = [new CardChoice("東京都府中市", "Municipality:132063"), new CardChoice("広島県府中市", "Municipality:342084")],
            Role = "MunicipalityMember",
            Roles = SampleRoles,
            Contact = "内線のみ",
            Errors = new Dictionary<string, string>
            {
                [MemberVerbs.Name] = "氏名を入力してください。",
                [MemberVerbs.Organisation] = "当てはまる組織がいくつかあります。下から選んでください。",
                [MemberVerbs.Role] = "役割を選んでください。",
                [MemberVerbs.Contact] = "メールアドレスか電話番号を入力してください。",
            },
        }),
        ["OwnRegistrationCard/none"] = OwnRegistrationCard.Build(new OwnRegistrationView("まだ利用登録がありません。")),
        ["OwnRegistrationCard/both"] = OwnRegistrationCard.Build(new OwnRegistrationView("次の内容で登録されています。変更の申請は、事務局の確認を待っています。")
        {
            Registered = SampleFacts,
            Applied = SampleFacts with { Role = "閲覧のみ", Contact = "" },
            Withdrawable = ("0f8fad5bd9cb469fa16570867728950e", 3),
        }),
        ["RegistrationRequestCard/open"] = RegistrationRequestCard.Build(new RegistrationRequestView("利用登録の申請があります。内容を確認して、承認か却下を選んでください。", SampleFacts, "令和8年11月21日")
        {
            Before = SampleFacts,
            Open = ("0f8fad5bd9cb469fa16570867728950e", 0),
            ReasonError = "却下の理由を入力してください。申請した方に伝わります。",
        }),
        ["RegistrationRequestCard/decided"] = RegistrationRequestCard.Build(new RegistrationRequestView("この申請は、令和8年11月21日に却下されています。", SampleFacts, "令和8年11月20日") { Reason = new string('由', 500) }),
        ["UndeliveredCard/pages"] = UndeliveredCard.Build(new UndeliveredView("届かなかったメッセージが23件あります。",
            [.. Enumerable.Range(1, UndeliveredCard.PageSize).Select(n => new UndeliveredLine($"{n}", $"{new string('長', 100)}（お知らせ）", "お知らせ・令和8年11月21日", "ボットが会話に入っていません", "チームまたは個人のチャットに、アプリを追加し直してもらってください。"))]) { Page = 2, Pages = 3 }),
        ["MemberListCard/pages"] = MemberListCard.Build(new MemberListView("登録者は23名です。",
            [.. Enumerable.Range(1, MemberListCard.PageSize).Select(n => new MemberLine($"{n:D32}", $"{new string('長', 100)}（{new string('組', 100)}）", "特別区の連携担当", "詳しく見る"))], MemberVerbs.Open, MemberVerbs.List) { Page = 2, Pages = 3, Words = "荒川" }),
        ["MemberCard/open"] = MemberCard.Build(new MemberView("登録の内容です。役割と連絡先を変えて保存するか、登録を取り消せます。", SampleFacts, "令和8年11月21日")
        {
            Open = ("0f8fad5bd9cb469fa16570867728950e", 12),
            Role = "LiaisonOfficer",
            Roles = SampleRoles,
            Contact = "a@example.jp",
            Errors = new Dictionary<string, string> { [MemberVerbs.Contact] = "メールアドレスか電話番号を入力してください。" },
        }),
        ["MemberCard/revoked"] = MemberCard.Build(new MemberView("登録は取り消されています。", SampleFacts, "令和8年11月21日")),
        ["TenantsCard/error"] = TenantsCard.Build(new TenantsView("質問できるテナントは次のとおりです。",
            [new TenantLine("3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01", "荒川区", IsRemovable: true), new TenantLine("d0000000-0000-4000-8000-000000000000", "設定ファイルによるテナント", IsRemovable: false)])
        {
            Id = "x",
            Name = "品川区",
            Error = "テナント ID は、00000000-0000-0000-0000-000000000000 の形で入力してください。",
        }),
        ["DirectoryCard/status"] = DirectoryCard.Build(new DirectoryView("Microsoft 365と連携していますが、使えない項目が1件あります。")
        {
            Notes = ["会議の予定表は、登録先のメールボックス（Graph:Mailbox）が設定されていないため使えません。"],
            Lines =
            [
                new DirectoryLine("利用登録の入力の補助、在籍の確認", "使えます。", DirectoryTone.Good),
                new DirectoryLine("アプリの検索（AppCatalog.Read.All）", "権限「AppCatalog.Read.All」がないようです。組織の管理者に、アプリの許可の設定をご確認ください。", DirectoryTone.Bad),
                new DirectoryLine("チームへのアプリの追加", "追加するときに確かめます。", DirectoryTone.Plain),
            ],
            Buttons = [new DirectoryButton("チームにアプリを追加", DirectoryVerbs.Teams), new DirectoryButton("連携担当にアプリを追加", DirectoryVerbs.Officers), new DirectoryButton("最新の状態にする", DirectoryVerbs.Status)],
        }),
        ["DirectoryCard/teams"] = DirectoryCard.Build(new DirectoryView("チームは23あります。アプリを追加するチームを選んでください。")
        {
            Lines = [.. Enumerable.Range(1, DirectoryCard.PageSize).Select(n => new DirectoryLine($"第{n}チーム", "まだ追加していません。", DirectoryTone.Plain) { Button = new DirectoryButton("選ぶ", DirectoryVerbs.Team) { Id = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001", Page = 2 } })],
            Page = 2,
            Pages = 3,
            Buttons = [new DirectoryButton("前のページ", DirectoryVerbs.Teams) { Page = 1 }, new DirectoryButton("次のページ", DirectoryVerbs.Teams) { Page = 3 }],
        }),
        ["WelcomeCard/personal"] = WelcomeCard.Build(new WelcomeCardView(WelcomePlace.Personal, "RenkeiBot")),
        ["WelcomeCard/group"] = WelcomeCard.Build(new WelcomeCardView(WelcomePlace.Group, "RenkeiBot")),
        ["WelcomeCard/team"] = WelcomeCard.Build(new WelcomeCardView(WelcomePlace.Team, "RenkeiBot")),
    };

    private static MemberFacts SampleFacts => new("新宿 次郎", "新宿区", "特別区の連携担当", "jiro@city.example.lg.jp");

    private static CardChoice[] SampleRoles => [new("特別区の連携担当", "LiaisonOfficer"), new("自治体・団体・企業の担当", "MunicipalityMember"), new("事務局", "Secretariat"), new("閲覧のみ", "Observer")];

    /// <summary>An answer with everything an ordinary answer has.</summary>
    public static AnswerCardView ExhibitionAnswer => new("令和3年度第1回全国連携展示（埼玉県町村）の期間は、令和3年5月11日(火)～6月24日(木)です。")
    {
        Heading = "令和3年度 第1回 全国連携展示（埼玉県町村）",
        Details =
        [
            new DetailLine("期間", "令和3年5月11日(火)～6月24日(木)"),
            new DetailLine("会場", "東京区政会館 1階エントランスホール"),
            new DetailLine("テーマ", "「ぷらっと埼玉 ～ちかくて楽しいプチ旅行～」"),
            new DetailLine("内容", "パネル展示、パンフレット、関連イベント"),
            new DetailLine("巡回展示", "品川区（実施予定との記載）"),
        ],
        Sources = [new SourceLine("特別区全国連携プロジェクトについて", "令和3年度 全国連携展示", "令和4年2月")],
        Suggestions = ["令和3年度第2回の全国連携展示の期間は？", "全国連携展示はこれまで何回ありましたか？", "巡回展示はどの区でありましたか？"],
    };

    private static HealthCardView Health(HealthState state, string detail) => new(state)
    {
        Lines = [new HealthLine("データベース", state, detail), new HealthLine("移行", HealthState.Good, "最新の状態です。"), new HealthLine("記録", HealthState.Good, "2,713件を読み込んでいます。")],
        CheckedAt = "2026年11月21日 9時00分",
        Version = "1.0.0 (a1b2c3d)",
        Uptime = "3日4時間5分",
    };
}
