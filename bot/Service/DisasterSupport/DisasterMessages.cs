using RenkeiBot.Data.DisasterSupport;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What is said about disasters, in one place; the words on their cards are with the cards.</summary>
internal static class DisasterMessages
{
    /// <summary>The mark of an exercise: it stands wherever the name of one does.</summary>
    public const string Drill = "【訓練】";

    public const string NewForm = "災害支援を登録します。";
    public const string EditForm = "災害支援の登録内容を訂正します。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、先に進めます。";
    public const string Previewed = "チャネルには、次のように届きます。まだ配信していません。";
    public const string Published = "登録しました。災害支援を購読しているチャネルに配信します。";
    public const string PublishedAlready = "この災害支援は、すでに登録されています。";
    public const string Saved = "訂正しました。届いているカードも改めます。";
    public const string Updated = "状況を更新しました。チャネルに届けます。";
    public const string Closed = "対応を終了しました。";
    public const string Reopened = "対応を再開しました。";
    public const string Withdrawn = "登録を取り消しました。届いているカードも削除します。";
    public const string Shown = "災害支援の状況です。";
    public const string Stale = "内容が更新されていました。今の内容は次のとおりです。";
    public const string StaleForm = "ほかの方が先に変更していました。今の内容を確かめて、もう一度入力してください。";
    public const string Unchanged = "変わったところがないため、保存していません。";
    public const string Gone = "この災害支援は見つかりませんでした。";
    public const string NameMissing = "災害名を入力してください。";
    public const string NameTooShort = "災害名は2文字以上で入力してください。";
    public const string NameTooGeneral = "災害名に、年や地名を付けてください（例：令和8年能登豪雨）。";
    public const string NameTaken = "同じ名前で対応中の災害支援があります。「災害一覧」で確かめてください。";
    public const string NameOnRecord = "同じ名前の災害が記録にあります。「令和8年」のように年を付けてください。";
    public const string DayMissing = "発生日を選んでください。";
    public const string DayInFuture = "発生日は、今日以前にしてください。";
    public const string AreasMissing = "被災地域を、都道府県や市町村の名前で入力してください。";
    public const string TooManyAreas = "被災地域は60までです。広い範囲のときは都道府県で入力してください。";
    public const string OneMunicipality = "自治体を一つだけ入力してください。";
    public const string SituationMissing = "状況を入力してください。";
    public const string SeverityMissing = "重大度を選んでください。";
    public const string NoDisasters = "登録された災害支援は、まだありません。";

    public static string AmbiguousArea(string name, IEnumerable<string> places) => $"「{name}」は{string.Join('、', places)}があります。都道府県を付けて入力してください。";

    public static string UnknownArea(string name, IEnumerable<string> places) => places.ToList() is { Count: > 0 } similar
        ? $"「{name}」は見つかりません。{string.Join('、', similar)}のことでしたら、そのように入力してください。"
        : $"「{name}」という都道府県や市町村は見つかりません。正式な名前で入力してください。";

    public static string Listed(int count) => $"登録された災害支援は{count}件です。";

    public static string Timeline(string name) => $"{name}の経過です。新しいものから順に示します。";

    /// <summary>The sentence of the card in the channels: it is also the toast.</summary>
    public static string Card(string name, DisasterSeverity severity, DisasterState state) => state == DisasterState.Closed
        ? $"{name}への支援の対応は終了しました。"
        : $"{name}（重大度：{severity.JapaneseName()}）への支援の状況です。";

    public static string StateOf(DisasterState state) => state switch
    {
        DisasterState.Active => "対応中",
        DisasterState.Closed => "対応終了",
        _ => "登録取消",
    };

    public static string RegisteredEntry(string name) => $"{name}への支援を登録しました。";

    public static string SituationEntry(string name, string situation) => $"{name}：状況を更新しました。\n{situation}";

    public static string CorrectedEntry(string name) => $"{name}：登録内容を訂正しました。";

    public static string FirstReportEntry(string name, string giver, string what) => $"{name}：最初の支援の報告がありました。{giver}の{what}です。";

    public static string ClosedEntry(string name) => $"{name}：支援の対応を終了しました。";

    public static string ReopenedEntry(string name) => $"{name}：支援の対応を再開しました。";
}
