using RenkeiBot.Cards;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;

namespace RenkeiBot.Tests.Proposals;

/// <summary>The proposals' cards with content as it comes in practice.</summary>
internal static class ProposalSamples
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";
    private const string Other = "7c9e6679742540de944be07fc1f90ae7";

    private static readonly CardChoice[] Fields = [new("産業・物産", "Industry"), new("観光", "Tourism"), new("教育・子ども", "Education"), new("環境・森林", "Environment")];

    private static readonly CardChoice[] Areas =
    [
        new("指定なし（全国）", "any"), new("特別区（23区）", "Wards"), .. Enumerable.Range(1, 47).Select(n => new CardChoice($"都道府県{n}", $"{n:00}")),
        .. Enumerable.Range(1, 23).Select(n => new CardChoice($"特別区{n}", $"1310{n:00}")),
    ];

    private static readonly ProposalFacts Snow = new("こども祭で雪を使いませんか", "岩手県西和賀町", "募集中")
    {
        Text = "保存しておいた雪を、特別区の夏や秋の催しで使っていただく提案です。\n雪山、雪だるま作り、かき氷など、使い方はご相談します。",
        Fields = "観光、教育・子ども",
        Offer = "雪（10トンまで）、運搬の手配、職員の派遣",
        Need = "子どもたちが集まる催しの会場、町の紹介ブース",
        Areas = "特別区（23区）",
        When = "令和9年5月1日から令和9年10月31日まで",
        Places = "3団体（残り2団体）",
        Deadline = "令和9年2月5日",
        Budget = "運搬費の一部について全国連携の助成を希望",
        PostedOn = "令和8年11月21日",
        Links = [new ProposalLink("https://www.example.lg.jp/snow.pdf", "www.example.lg.jp")],
    };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["ProposalFormCard/empty"] = ProposalFormCard.Build(new ProposalFormView("提案を投稿します。", Id) { FieldChoices = Fields, AreaChoices = Areas, Contact = "renkei@town.example.lg.jp" }),
        ["ProposalFormCard/errors"] = ProposalFormCard.Build(new ProposalFormView("入力を確かめてください。赤い文字のところを直すと、先に進めます。", Id)
        {
            Title = "",
            Text = new string('雪', 5000),
            Fields = ["Tourism", "Education"],
            FieldChoices = Fields,
            AreaChoices = Areas,
            Areas = ["Wards"],
            From = new DateOnly(2027, 5, 1),
            Until = new DateOnly(2027, 4, 1),
            Places = 3,
            Errors = new Dictionary<string, string>
            {
                [ProposalKeys.Title] = "タイトルを入力してください。",
                [ProposalKeys.Text] = "内容は1,500文字までで入力してください（今は5,000文字です）。",
                [ProposalKeys.Until] = "実施時期の終了は、開始の日以後にしてください。",
            },
        }),
        ["ProposalFormCard/edit"] = ProposalFormCard.Build(new ProposalFormView("提案を編集します。", Id) { IsPosted = true, Version = 4, Title = "雪", Text = "雪です。", FieldChoices = Fields, AreaChoices = Areas }),
        ["ProposalCard/preview"] = ProposalCard.Build(new ProposalCardView("ほかの方には、次のように見えます。まだ投稿されていません。", Snow with { State = "下書き" }, Id, 1)
        {
            Buttons = [ProposalButton.Post, ProposalButton.Edit, ProposalButton.DeleteDraft],
        }),
        ["ProposalCard/owner"] = ProposalCard.Build(new ProposalCardView("あなたの組織の提案です。", Snow, Id, 3)
        {
            Buttons = [ProposalButton.Applications, ProposalButton.Partners, ProposalButton.Edit, ProposalButton.Close, ProposalButton.Withdraw, ProposalButton.Comments, ProposalButton.Revisions],
        }),
        ["ProposalCard/applicant"] = ProposalCard.Build(new ProposalCardView("岩手県西和賀町が応募を承認しました。", Snow, Id, 3)
        {
            Buttons = [ProposalButton.Agree, ProposalButton.WithdrawApplication, ProposalButton.Comments],
            Application = (Other, 2),
            Notes = ["応募が承認されました。「合意する」を押すと成立し、お互いの氏名と連絡先が伝わります。"],
        }),
        ["ProposalCard/shared"] = ProposalCard.Build(new ProposalCardView("提案の内容です。", Snow, Id, 3)
        {
            Buttons = [ProposalButton.Apply, ProposalButton.Open, ProposalButton.Comments],
            IsShared = true,
            RefreshUserIds = ["29:1", "29:2"],
        }),
        ["ProposalCard/review"] = ProposalCard.Build(new ProposalCardView("審査を待っている提案です。承認か却下を選んでください。", Snow with { State = "審査中" }, Id, 1)
        {
            Buttons = [ProposalButton.Accept, ProposalButton.Reject, ProposalButton.Comments],
            ReasonError = "却下の理由を入力してください。投稿した方に伝わります。",
        }),
        ["ProposalCard/every-button"] = ProposalCard.Build(new ProposalCardView("提案の内容です。", Snow, Id, 1) { Buttons = [ProposalButton.Apply, ProposalButton.Reopen, ProposalButton.Open, ProposalButton.Close] }),
        ["ProposalListCard/found"] = ProposalListCard.Build(new ProposalListView("「雪」に合う提案は12件です。",
            [.. Enumerable.Range(1, ProposalListCard.PageSize).Select(n => new ProposalLine($"{n:D32}", $"雪の提案 その{n}", "岩手県西和賀町・募集中・締切 令和9年2月5日") { Notes = ["観光、教育・子ども｜保存しておいた雪を使っていただく提案です。"] })],
            ProposalVerbs.Search)
        {
            Page = 2,
            Pages = 3,
            Search = new ProposalSearchView
            {
                Words = "雪", Fields = ["Tourism"], FieldChoices = Fields, Area = "any", AreaChoices = Areas, OnlyOpen = true, Order = "Newest", From = new DateOnly(2027, 1, 1),
                Orders = [new("関連度", "Relevance"), new("締切", "Deadline"), new("新着", "Newest")],
            },
            Links = [ProposalListLink.SavedSearches, ProposalListLink.New],
        }),
        ["ProposalListCard/recommended"] = ProposalListCard.Build(new ProposalListView("あなたの組織へのおすすめは2件です。",
            [
                new ProposalLine(Id, "こども祭で雪を使いませんか", "岩手県西和賀町・募集中・合計 62点")
                {
                    Notes = ["提供と求めが合う: 雪（30点）", "同じ分野: 教育・子ども（12点）", "時期が重なる: 5月から10月まで（10点）", "これまで縁のない地域（10点）"],
                    Declinable = "Ward:131181",
                },
                new ProposalLine(Other, "荒川区", "特別区") { IsProposal = false, Declinable = "Ward:131181" },
            ], ProposalVerbs.Partners)
        {
            About = Id,
            Links = [ProposalListLink.Interests, ProposalListLink.Own, ProposalListLink.Applied, ProposalListLink.Search],
        }),
        ["ProposalListCard/empty"] = ProposalListCard.Build(new ProposalListView("まだ提案がありません。「提案を投稿」から始められます。", [], ProposalVerbs.Own) { Links = [ProposalListLink.New] }),
        ["ApplicationFormCard/error"] = ApplicationFormCard.Build(new ApplicationFormView("この提案に応募します。", Id, Snow.Title, Snow.Organisation) { Message = "", Error = "メッセージを入力してください。" }),
        ["ApplicationsCard/open"] = ApplicationsCard.Build(new ApplicationsView("応募は3件です。返答を待っている応募が1件あります。", Id, Snow.Title,
            [
                new ApplicationLine(Other, 0, "荒川区", "返答待ち・令和8年11月21日応募", "川の手荒川まつりで雪山を作りたいと考えています。", CanBeApproved: true, CanBeDeclined: true),
                new ApplicationLine(Id, 2, "江東区", "合意・令和8年11月20日応募", "こどもまつりで使います。", CanBeApproved: false, CanBeDeclined: true),
            ])
        {
            Page = 1,
            Pages = 2,
            ReasonError = "見送る理由を入力してください。応募した方に伝わります。",
        }),
        ["ApplicationsCard/none"] = ApplicationsCard.Build(new ApplicationsView("まだ応募はありません。", Id, Snow.Title, [])),
        ["IntroductionCard/mail"] = IntroductionCard.Build(new IntroductionView("荒川区との連携に合意しました。担当者をご紹介します。", Id, Snow.Title, new IntroducedPerson("荒川 花子", "荒川区", "arakawa@example.jp"))
        {
            ChatUrl = "https://teams.microsoft.com/l/chat/0/0?users=arakawa%40example.jp",
        }),
        ["IntroductionCard/telephone"] = IntroductionCard.Build(new IntroductionView("荒川区との連携に合意しました。担当者をご紹介します。", Id, Snow.Title, new IntroducedPerson("荒川 花子", "荒川区", "03-0000-0000"))),
        ["ProposalNoticeCard/application"] = ProposalNoticeCard.Build(new ProposalNoticeView("荒川区から応募がありました。", Id, Snow.Title) { Text = "川の手荒川まつりで使いたいです。", Button = ProposalButton.Applications }),
        ["ProposalNoticeCard/introduced"] = ProposalNoticeCard.Build(new ProposalNoticeView("事務局から、この提案のご紹介です。", Id, Snow.Title) { Reasons = ["同じ分野: 観光（12点）"], Button = ProposalButton.Apply }),
        ["CommentsCard/thread"] = CommentsCard.Build(new CommentsView("コメントは3件です。", Id, Snow.Title,
            [
                new CommentLine(Id, "荒川区", "令和8年11月21日", "量は選べますか。", IsReply: false, IsOwn: true),
                new CommentLine(Other, "岩手県西和賀町", "令和8年11月22日", "1トンから選べます。", IsReply: true, IsOwn: false),
                new CommentLine(Other, "江東区", "令和8年11月22日", "（削除されました）", IsReply: false, IsOwn: false),
            ], Other)
        {
            Parents = [new("荒川区：量は選べますか。", Id)],
            CanWrite = true,
            Page = 1,
            Pages = 2,
            Error = "コメントを入力してください。",
        }),
        ["CommentsCard/reader"] = CommentsCard.Build(new CommentsView("コメントは0件です。", Id, Snow.Title, [], Other)),
        ["RevisionsCard/changes"] = RevisionsCard.Build(new RevisionsView("これまでに2回、公開または変更されています。", Id, Snow.Title,
            [new RevisionLine("第2版（令和8年11月22日）", ["応募締切：令和9年1月31日 → 令和9年2月5日", "募集数：なし → 3"]), new RevisionLine("第1版（令和8年11月21日）", ["公開"])])),
        ["InterestFormCard/filled"] = InterestFormCard.Build(new InterestFormView("記録をもとにした下書きです。確かめて「登録する」を押してください。", "荒川区", -1)
        {
            Fields = ["Tourism"], FieldChoices = Fields, Offer = "イベントの会場", Need = "雪、特産品", Areas = ["03"], AreaChoices = Areas, Months = ["5", "10"],
            MonthChoices = [.. Enumerable.Range(1, 12).Select(month => new CardChoice($"{month}月", $"{month}"))], QuietFrom = new DateOnly(2027, 1, 1), QuietUntil = new DateOnly(2026, 1, 31),
            Capacity = 3, OptOut = true, Errors = new Dictionary<string, string> { [ProposalKeys.QuietUntil] = "休止期間の終了は、開始の日以後にしてください。" },
        }),
        ["MatchingMeetingCard/pairs"] = MatchingMeetingCard.Build(new MatchingMeetingView("募集中の提案12件と1,764団体から、30組の組み合わせができました。",
            [
                new MeetingLine(Id, "Ward:131181", "こども祭で雪を使いませんか（岩手県西和賀町）", "荒川区（62点）", IsAdopted: false) { Reasons = ["提供と求めが合う: 雪（30点）"] },
                new MeetingLine(Other, "Ward:131083", "黄金がにのPR（福井県坂井市）", "品川区（55点）", IsAdopted: true),
            ])
        {
            Page = 1,
            Pages = 6,
            LeftOut = ["北区：合う提案の募集数がすべて埋まりました"],
        }),
        ["ProposalFiguresCard/figures"] = ProposalFiguresCard.Build(new ProposalFiguresView("これまでの投稿は12件、応募は30件、合意は5件です。最初の返答までは、ふつう2日です。")
        {
            Fields = [new FiguresLine("観光", "5", "12", "2", "1日")],
            Regions = [new FiguresLine("東北", "3", "9", "1", "3日"), new FiguresLine("中部", "0", "0", "0", "－")],
        }),
        ["SavedSearchesCard/one"] = SavedSearchesCard.Build(new SavedSearchesView("保存した条件は1件です。合う提案が投稿されると、お知らせします。", [new SavedSearchLine(Id, "言葉「雪」・分野：観光・募集中のみ")])),
        ["ReviewSettingCard/on"] = ReviewSettingCard.Build(new ReviewSettingView("新しい提案は、事務局が承認してから公開されます。", IsOn: true)),
        ["ReviewSettingCard/off"] = ReviewSettingCard.Build(new ReviewSettingView("新しい提案は、すぐに公開されます。", IsOn: false)),
    };
}
