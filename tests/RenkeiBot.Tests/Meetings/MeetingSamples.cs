using RenkeiBot.Cards;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Meetings;

namespace RenkeiBot.Tests.Meetings;

/// <summary>The meetings' cards with content as it comes in practice.</summary>
internal static class MeetingSamples
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";

    private static readonly CardChoice[] Kinds = [new("区長会総会", "WardMayorsAssembly"), new("特別区制度懇談会", "SystemRoundTable"), new("連絡会", "LiaisonGroup"), new("推進委員会", "PromotionCommittee"), new("その他", "Other")];

    private static readonly MeetingFormView Form = new("会議を登録します。プレビューで確かめてから、配信してください。", Id)
    {
        IsNew = true,
        Kind = "LiaisonGroup",
        KindChoices = Kinds,
        AudienceChoices = [new("会議を購読するチャネル", "subscribers"), new("連携担当全員（個人チャット）", "officers")],
        Audience = ["subscribers"],
        AreaChoices = [new("特別区（23区）", "Wards"), .. Enumerable.Range(1, 47).Select(n => new CardChoice($"都道府県{n}", $"{n:00}")), .. Enumerable.Range(1, 23).Select(n => new CardChoice($"特別区{n}", $"1310{n:00}"))],
        ChannelChoices = [.. Enumerable.Range(1, 23).Select(n => new CardChoice($"特別区{n} 企画課（一般）", $"{n:x20}"))],
    };

    private static readonly MeetingView Notice = new("会議のご案内です。出欠をお知らせください。", Id, 2, "【連絡会】令和8年度 第2回 連絡会", "令和8年12月10日（木）14:00～16:00")
    {
        Place = "東京区政会館20階（オンラインでも参加できます）",
        OnlineUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        Agenda = ["令和9年度の全国連携展示について", "広域連携協定の更新について"],
        Materials = [new MeetingDocument("次第", "https://www.example.lg.jp/agenda.pdf")],
        Counts = "出席 12人、代理 1人、欠席 2人",
        CanAnswer = true,
        CalendarUrl = "https://renkei.example.jp/downloads/secret",
        IsShared = true,
    };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["MeetingFormCard/empty"] = MeetingFormCard.Build(Form),
        ["MeetingFormCard/errors"] = MeetingFormCard.Build(Form with
        {
            Sentence = "入力を確かめてください。赤い文字のところを直すと、先に進めます。",
            Title = "第2回 連絡会",
            Date = new DateOnly(2026, 11, 1),
            Start = "16:00",
            End = "14:00",
            Errors = new Dictionary<string, string> { [MeetingKeys.Date] = "開催日と開始は、今より後にしてください。", [MeetingKeys.End] = "終了は、開始より後の時刻にしてください。" },
        }),
        ["MeetingCard/shared"] = MeetingCard.Build(Notice),
        ["MeetingCard/personal"] = MeetingCard.Build(Notice with { IsShared = false, Own = "代理（品川 次郎）", Substitute = "品川 次郎", Sentence = "回答を受け付けました。変わったときは、もう一度お選びください。" }),
        ["MeetingCard/changed"] = MeetingCard.Build(Notice with
        {
            Sentence = "会議の内容が変わりました。",
            Status = "変更",
            IsWarning = true,
            Changes = ["日時：令和8年12月10日（木）14:00～16:00 → 令和8年12月11日（金）14:00～16:00", "場所：東京区政会館20階 → 荒川区役所"],
            Own = "出席（日時の変更前）",
            OwnNote = "日時が変わりました。あらためて回答してください。",
        }),
        ["MeetingCard/cancelled"] = MeetingCard.Build(Notice with { Sentence = "会議は中止になりました。", Status = "中止", IsWarning = true, Reason = "台風の接近のため", CanAnswer = false }),
        ["MeetingCard/managed"] = MeetingCard.Build(Notice with
        {
            IsShared = false,
            CanAnswer = false,
            Targets = "会議を購読するチャネル、連携担当全員（個人チャット）：チャネル23か所、個人チャット46人に届きます",
            Buttons = [MeetingButton.Roster, MeetingButton.RegisterMinutes, MeetingButton.Change, MeetingButton.Cancel],
            CancelReasonError = "中止の理由を入力してください。",
        }),
        ["MeetingCard/minutes"] = MeetingCard.Build(Notice with
        {
            Sentence = "会議の議事録をお知らせします。",
            Status = "議事録あり",
            CanAnswer = false,
            Decisions = ["令和9年度の全国連携展示を6月に開催することを決定"],
            Summary = "事務局から説明があり、意見交換を行った。",
            MinutesLinks = [new MeetingDocument("議事録", "https://www.example.lg.jp/minutes.pdf")],
        }),
        ["MeetingNoteCard/reminder"] = MeetingNoteCard.Build(new MeetingNoteView("会議は明日の14:00からです。", Id, Notice.Heading) { Lines = [Notice.When, Notice.Place], OnlineUrl = Notice.OnlineUrl, IsShared = true }),
        ["MeetingListCard/all"] = MeetingListCard.Build(new MeetingListView("登録されている会議は6件です。")
        {
            Lines = [.. Enumerable.Range(1, 5).Select(n => new ListedMeeting(Id, $"【連絡会】第{n}回 連絡会", "令和8年12月10日（木）14:00～16:00　東京区政会館20階"))],
            Pages = 2,
            CanRegister = true,
        }),
        ["RosterCard/answers"] = RosterCard.Build(new RosterView("出欠の状況です。", Id, Notice.Heading, "出席 1人、代理 1人、欠席 0人、未回答 1団体")
        {
            Lines = [new RosterLine("荒川区", ["荒川 花子：出席"]), new RosterLine("品川区", ["品川 一郎：代理（品川 次郎）"]), new RosterLine("新宿区", ["未回答"])],
            FileUrl = "https://renkei.example.jp/downloads/secret",
        }),
        ["MinutesFormCard/empty"] = MinutesFormCard.Build(new MinutesFormView("議事録を登録します。", Id, 3, Notice.Heading)),
        ["MinutesFormCard/errors"] = MinutesFormCard.Build(new MinutesFormView("入力を確かめてください。", Id, 3, Notice.Heading)
        {
            Errors = new Dictionary<string, string> { [MeetingKeys.Decisions] = "決定事項か議事要旨を入力してください。" },
        }),
    };
}
