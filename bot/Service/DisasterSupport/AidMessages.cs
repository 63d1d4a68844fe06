namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What is said about requests and offers (応援・受援), in one place.</summary>
internal static class AidMessages
{
    public const string NewForm = "応援を要請します。";
    public const string NoActive = "応援の要請を受け付けている災害はありません。事務局が「災害支援を登録」で登録すると、要請できます。";
    public const string Requested = "応援を要請しました。災害支援を購読しているチャネルに届けます。";
    public const string RequestedAlready = "この要請は、すでに受け付けています。";
    public const string Offered = "支援を申し出ました。要請した自治体にお知らせします。";
    public const string OfferedAlready = "この申し出は、すでに受け付けています。";
    public const string Confirmed = "申し出を受け入れました。申し出た区にお知らせします。";
    public const string Declined = "申し出を見送りました。申し出た区にお知らせします。";
    public const string TakenBack = "申し出を取り下げました。要請した自治体にお知らせします。";
    public const string Closed = "要請を締め切りました。申し出た区にお知らせします。";
    public const string Stale = "内容が更新されていました。今の内容は次のとおりです。";
    public const string Unchanged = "この操作は、すでに済んでいます。";
    public const string Gone = "この要請は見つかりませんでした。";
    public const string OfferGone = "この申し出は見つかりませんでした。";
    public const string NotOpen = "この要請は、充足したか締め切られたため、申し出を受け付けていません。";
    public const string ItemMissing = "品目か職種を入力してください。";
    public const string QuantityWrong = "数量は、1から1,000,000までの整数で入力してください。";
    public const string NeededByInPast = "「いつまで」は、今日以後にしてください。";
    public const string InPersonalChat = "この操作は、ボットとの1対1のチャットから行ってください。「災害一覧」から開けます。";
    public const string Shown = "応援の要請の内容です。";

    public static string TooMany(string remaining) => $"残りは{remaining}です。それ以下の数量で申し出てください。";

    public static string Listed(string name, int count) => count == 0 ? $"{name}への応援の要請は、まだありません。" : $"{name}への応援の要請は{count}件です。";

    public static string RequestEntry(string name, string municipality, string what, string until) => $"{name}：{municipality}から応援の要請がありました。{what}{until}。";

    public static string FilledEntry(string name, string municipality, string what) => $"{name}：{municipality}の応援の要請（{what}）は、申し出で満たされました。";

    public static string ClosedEntry(string name, string municipality, string what) => $"{name}：{municipality}の応援の要請（{what}）は、締め切られました。";

    public static string ToldOffer(string ward, string amount) => $"{ward}から、{amount}の支援の申し出がありました。";

    public static string ToldConfirmed(string municipality, string amount) => $"{municipality}が、{amount}の支援の申し出を受け入れました。";

    public static string ToldDeclined(string municipality, string amount) => $"{municipality}が、{amount}の支援の申し出を見送りました。";

    public static string ToldTakenBack(string ward, string amount) => $"{ward}が、{amount}の支援の申し出を取り下げました。";

    public static string ToldClosed(string municipality) => $"{municipality}の応援の要請が締め切られました。申し出はそのまま有効です。";
}
