using RenkeiBot.Cards;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What is said about reports of support, in one place.</summary>
internal static class SupportMessages
{
    private const int MaxEchoed = 20;

    public const string NewForm = "支援を報告します。";
    public const string EditForm = "支援の報告を訂正します。";
    public const string Asked = "数字を確かめてください。";
    public const string Reported = "支援を報告しました。集計に反映しました。";
    public const string ReportedAlready = "この報告は、すでに受け付けています。";
    public const string Corrected = "報告を訂正しました。集計に反映しました。";
    public const string Withdrawn = "報告を取り下げました。集計から除きました。";
    public const string Unchanged = "変わったところがないため、訂正していません。";
    public const string Stale = "報告が更新されていました。今の内容は次のとおりです。";
    public const string Gone = "この報告は見つかりませんでした。";
    public const string NoActive = "支援の報告を受け付けている災害はありません。事務局が「災害支援を登録」で登録すると、報告できます。";
    public const string DisasterClosed = "この災害への対応は終了しているため、新しい報告は受け付けていません。訂正と取り下げはできます。";
    public const string DisasterMissing = "災害を選んでください。";
    public const string GiverMissing = "23区共同か、区を選んでください。";
    public const string SortMissing = "種別を選んでください。";
    public const string QuantityMissing = "金額・数量を入力してください。";
    public const string QuantityNotPositive = "金額・数量は、0より大きい数字で入力してください。";
    public const string QuantityTooGreat = "金額・数量が大きすぎます。桁と単位を確かめてください。";
    public const string UnitMissing = "単位を選んでください。";
    public const string UnitOfStaff = "職員派遣の単位は「人」を選んでください。";
    public const string UnitOfVehicles = "車両の単位は「台」を選んでください。";
    public const string ManYenFraction = "万円の小数は4桁（1円）までで入力してください。";
    public const string PeriodReversed = "期間の終わりは、始まりの日以後にしてください。";
    public const string PeriodUnread = "期間の日付を読めません。2026-11-25から2026-11-30 の形で入力してください。";
    public const string NoneOwn = "報告はまだありません。「支援を報告」と入力すると報告できます。";
    public const string InPersonalChat = "報告の一覧は、ボットとの1対1のチャットで「自分の報告」と入力するとご覧になれます。";
    public const string Joint = "23区共同";

    public static string QuantityUnread(string typed) => $"「{CardText.Truncate(typed, MaxEchoed)}」は数字として読めません。500、1,500、12.5 のように数字で入力してください。";

    public static string WholeNumber(string unit) => $"単位が「{unit}」のときは、整数で入力してください。";

    public static string UnitOfMoney(string sort) => $"{sort}の単位は「万円」か「円」を選んでください。";

    public static string TwoUnits(string written, string chosen) => $"数字に「{written}」、単位に「{chosen}」とあります。どちらかに合わせてください。";

    public static string Implausible(string amount) => $"{amount}でお間違いありませんか。よろしければ、もう一度ボタンを押してください。";

    public static string Own(int count) => $"報告は{count}件です。訂正と取り下げができます。";

    public static string Totals(string name) => $"{name}への支援の集計です。";

    public static string NoTotals(string name) => $"{name}への支援の報告は、まだありません。";

    public static string History(string what) => $"「{what}」の訂正の履歴です。新しいものから順に示します。";

    public static string LinksUntil(string until) => $"CSV のリンクは{until}まで開けます。その後は「集計を見る」をもう一度押してください。";
}
