namespace RenkeiBot.Cards.Answers;

/// <summary>The words of the answer cards, in one place.</summary>
internal static class AnswerTexts
{
    internal const string AskNext = "続けて質問できます";
    internal const string Disagreement = "資料の記載について";
    internal const string PassageLabel = "資料の記述";
    internal const string Nearest = "近いものは次のとおりです";
    internal const string HelpHint = "聞き方の例は「ヘルプ」でご覧いただけます。";
    internal const string OneMore = "上にないときは、年度や自治体の名前を添えて、もう一度ご質問ください。";
    internal const string NoCell = "－";

    internal const string HelpCommand = "ヘルプ";
    internal const string HelpButton = "できることを見る";
    internal const string SettingsCommand = "配信設定";

    internal const string HelpTitle = "連携のことを、ふだんの言葉でお尋ねください";
    internal const string HelpLead =
        "特別区全国連携プロジェクトの資料から、出典を添えてお答えします。下の例は押すとそのまま質問できます。資料にないことは「見つかりません」とお答えします。";
    internal const string HelpFallback = "特別区全国連携プロジェクトの行事、展示、協定、交流自治体、災害支援などについて、ふだんの言葉でご質問ください。";
    internal const string FollowUp = "続きは「じゃあ第2回は？」のように、短く聞いていただいてもかまいません。";
    internal const string CommandsTitle = "使える言葉";
    internal const string CommandsLead = "入力しても、ボタンを押しても同じです。";

    internal const string WelcomeTitle = "こんにちは。特別区全国連携プロジェクトについてお答えするボットです";
    internal const string WelcomeExamples = "たとえば、次のような質問ができます";

    /// <summary>What can be asked, subject by subject. The examples are questions that the project's documents answer.</summary>
    internal static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new("行事・展示", "日程、会場、テーマ、講師、開館日など",
            [
                "令和2年度の全国連携展示の期間は？",
                "平成30年度第1回の講演会のテーマは？",
                "10年のあゆみ展は8月12日に開いていますか？",
            ]),
        new("協定・自治体との交流", "広域連携協定、包括連携協定、各区の交流自治体",
            [
                "広域連携協定は全部で何団体？",
                "包括連携協定を結んでいる企業は？",
                "坂井市と連携しているのはどの区？",
            ]),
        new("被災自治体への支援", "支援金、義援金、物資、職員の派遣",
            [
                "熊本地震の支援は？",
                "平成30年7月豪雨の復興支援金はいくら？",
            ]),
        new("プロジェクトの経過", "始まり、会議、交付金、年度ごとの数",
            [
                "プロジェクトはいつ始まりましたか？",
                "魅力発信イベントはこれまで何回？",
            ]),
    ];

    /// <summary>The examples of the welcome card: one of each kind.</summary>
    internal static IReadOnlyList<string> FirstQuestions { get; } = [.. Topics.Take(3).Select(topic => topic.Examples[0])];

    internal static string More(int count) => $"ほか {count} 件";

    internal static string Source(SourceLine source) => (source.Place, source.AsOf) switch
    {
        (null or "", null or "") => $"出典：{source.Title}",
        ({ } place, null or "") => $"出典：{source.Title}（{place}）",
        (null or "", { } day) => $"出典：{source.Title}（{day}現在）",
        ({ } place, { } day) => $"出典：{source.Title}（{place}、{day}現在）",
    };

    internal static string Welcome(WelcomePlace place, string botName) => place switch
    {
        WelcomePlace.Group => $"このグループで「@{botName}」と付けて質問していただくと、行事、展示、協定、交流自治体、災害支援などについて、資料の出典を添えてお答えします。",
        WelcomePlace.Team => $"このチームのどのチャネルでも、「@{botName}」と付けて質問していただくと、行事、展示、協定、交流自治体、災害支援などについて、資料の出典を添えてお答えします。",
        _ => "行事、展示、協定、交流自治体、災害支援などについて、ふだんの言葉でご質問ください。資料の出典を添えてお答えします。",
    };
}

/// <summary>A subject of the help card.</summary>
/// <param name="Title">The subject.</param>
/// <param name="Description">What of it can be asked.</param>
/// <param name="Examples">Questions to press.</param>
internal sealed record HelpTopic(string Title, string Description, IReadOnlyList<string> Examples);
