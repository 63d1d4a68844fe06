using System.Globalization;
using RenkeiBot.Cards;
using RenkeiBot.Data.Records;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Events;

/// <summary>What is said about events, in one place; the words on their cards are with the cards.</summary>
internal static class EventMessages
{
    public const string NewForm = "行事を登録します。";
    public const string EditForm = "行事の記録を編集します。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、先に進めます。";
    public const string Previewed = "ほかの方には、次のように見えます。まだ保存されていません。";
    public const string StaleForm = "ほかの方が先に変更していました。赤い文字が今の内容です。確かめて、もう一度保存してください。";
    public const string InPersonalChat = "行事の登録と編集は、このボットとの個人チャットで行ってください。";

    public const string Registered = "行事を登録しました。質問にもお答えできます。";
    public const string RegisteredAlready = "この行事は、すでに登録されています。";
    public const string Saved = "変更を保存しました。質問への答えも変わりました。";
    public const string Unchanged = "変わったところがないため、保存していません。";
    public const string Stale = "内容が更新されていました。今の内容は次のとおりです。";
    public const string Removed = "行事の登録を取り消しました。";
    public const string Restored = "変更を取り消しました。資料の記録に戻りました。";
    public const string Gone = "この行事は見つかりませんでした。";
    public const string Shown = "行事の記録です。";
    public const string NoneFound = "当てはまる行事はありません。";

    public const string RemovalOfOwn = "「取り消す」を押すと、この行事の記録を削除します。";
    public const string RemovalOfEdit = "「取り消す」を押すと、資料の記録に戻ります。";

    public const string KindMissing = "種別を選んでください。";
    public const string KindFixed = "展示とほかの種別は、登録した後に入れ替えられません。";
    public const string TitleMissing = "行事名を入力してください。";
    public const string TitleTaken = "同じ行事名の記録があります。年度や回を入れて、区別できるようにしてください。";
    public const string TitleIsPlace = "地名だけの行事名は登録できません。何の行事かを入れてください。";
    public const string FromMissing = "開始日を入力してください。";
    public const string EndBeforeStart = "終了日は、開始日以後にしてください。";
    public const string TooLong = "期間は2年以内にしてください。";
    public const string VenueMissing = "展示には、会場を入力してください。";
    public const string BadUrl = "https:// で始まるアドレスを、240文字までで入力してください。";
    public const string StatusMissing = "開催状況を選んでください。";
    public const string Refused = "記録の決まりに合わないところがあるため、保存できませんでした。";
    public const string RefusedField = "この欄に、記録に使えない文字か値があります。";

    public const string Changed = "お知らせした行事の内容が変わりました。";
    public const string Moved = "お知らせした行事の日程が変わりました。";
    public const string Cancelled = "お知らせした行事は、中止になりました。";
    public const string Postponed = "お知らせした行事は、延期になりました。";
    public const string Resumed = "お知らせした行事は、開催されることになりました。";
    public const string Withdrawn = "お知らせした行事の登録は、取り消されました。";

    public const string DigestThisWeek = "今週の行事";
    public const string DigestEnding = "まもなく終わる展示・行事";
    public const string DigestUnderWay = "開催中の展示・行事";
    public const string DigestComing = "これからの行事";
    public const string DigestDeadlines = "今週が応募締切の提案";

    public static string Digest(DateOnly monday) =>
        string.Create(CultureInfo.InvariantCulture, $"今週（{monday.Month}月{monday.Day}日から{monday.AddDays(6).Month}月{monday.AddDays(6).Day}日まで）の展示・イベントのお知らせです。");

    public static string Listed(int count, string words) => words.Length == 0 ? $"記録にある行事は{count}件です。" : $"「{CardText.Truncate(words, 40)}」に当てはまる行事は{count}件です。";

    public static string NoSuchPlace(string line) => $"「{CardText.Truncate(line, 30)}」は、区市町村・都道府県の名前に見つかりません。正式な名前で入力してください。";

    public static string SeveralPlaces(string line, IReadOnlyList<string> candidates) =>
        $"「{CardText.Truncate(line, 20)}」はいくつかあります（{string.Join('、', candidates.Take(4))}）。都道府県から入力してください。";

    public static string TooManyLines(string name, int most) => $"{name}は{most}行までで入力してください。";

    public static string LineTooLong(string name, int most) => $"{name}は、1行{most}文字までで入力してください。";

    public static string Now(string value) => value.Length == 0 ? "今の内容：（空欄）" : $"今の内容：{CardText.Line(value, 80)}";

    /// <summary>What a reminder says first.</summary>
    /// <param name="left">How many days are left.</param>
    /// <param name="period">The days that come.</param>
    public static string Reminder(int left, Period period)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{period.From.Month}月{period.From.Day}日（{JapaneseCalendar.Weekday(period.From)}）");
        var begins = period.Until is { } until && until > period.From ? "始まります" : "開催されます";
        return left switch
        {
            0 => $"本日{day}に{begins}。",
            1 => $"明日{day}に{begins}。",
            _ => $"{left}日後の{day}に{begins}。",
        };
    }

    /// <summary>種別 in words.</summary>
    public static string NameOf(EventType type) => type switch
    {
        EventType.Exhibition => "展示",
        EventType.Lecture => "講演会",
        EventType.Symposium => "シンポジウム",
        EventType.Promotion => "魅力発信イベント",
        EventType.Festival => "まつり",
        EventType.Market => "物産展・マルシェ",
        EventType.Exchange => "交流事業",
        EventType.Other => "その他の行事",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such kind."),
    };

    /// <summary>開催状況 in words.</summary>
    public static string NameOf(EventStatus status) => status switch
    {
        EventStatus.Scheduled => "予定どおり",
        EventStatus.Held => "開催した",
        EventStatus.Reduced => "縮小",
        EventStatus.Postponed => "延期（日程未定）",
        EventStatus.Planned => "予定（資料の記載）",
        EventStatus.Cancelled => "中止",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
