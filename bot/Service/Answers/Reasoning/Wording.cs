
using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>The turns of phrase that answers are made of, in one place.</summary>
internal static partial class Wording
{
    /// <summary>At most this many characters in an answer (design: one to three sentences).</summary>
    public const int AnswerLimit = 300;

    /// <summary>A list may run to this many.</summary>
    public const int ListLimit = 600;

    public const string NotFound = "お尋ねの内容は、記録に見つかりませんでした。";

    /// <summary>Questions to begin with, for one who asked what nothing in the records is near to.</summary>
    public static IReadOnlyList<string> Beginnings { get; } = ["特別区全国連携プロジェクトとは", "全国連携展示の一覧", "プロジェクトの問い合わせ先は"];

    public static string Is(string subject, string label, string value) =>
        value.EndsWith('。') ? $"{subject}の{label}は、次のとおりです。{value}" : $"{subject}の{label}は、{value}です。";

    /// <summary>Items in a sentence, at most so many characters: 「A、B、C ほか3件」.</summary>
    public static string List(IReadOnlyList<string> items, int limit = 240, string counter = "件")
    {
        var shown = new List<string>();
        var length = 0;
        foreach (var item in items)
        {
            if (length + item.Length + 1 > limit && shown.Count > 0)
                return $"{string.Join('、', shown)} ほか{items.Count - shown.Count}{counter}";
            shown.Add(item);
            length += item.Length + 1;
        }

        // Items that are sentences need no comma between them.
        return string.Join('、', shown).Replace("。、", "。", StringComparison.Ordinal);
    }

    /// <summary>A period as a reader wants it: 「令和2年（2020年）1月7日（火）から2月13日（木）まで」, 「令和4年（2022年）3月」.</summary>
    public static string When(Period period) => period.Precision switch
    {
        DatePrecision.Month => JapaneseCalendar.LongMonth(period.From.Year, period.From.Month),
        DatePrecision.FiscalYear => JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(period.From)),
        _ => JapaneseCalendar.LongRange(period.From, period.LastDay),
    };

    /// <summary>A period of whole fiscal years: 「令和2年度（2020年度）から令和4年度（2022年度）まで」.</summary>
    public static string Years(Period period) =>
        $"{JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(period.From))}から{JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(period.LastDay))}まで";

    public static string When(IReadOnlyList<Period> periods) => string.Join("、", periods.Select(When));

    public static string Time(TimeOnly time) => time.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Adds the western year to the era years of a document's wording: 「平成27年（2015年）6月30日」.</summary>
    public static string WithWesternYears(string text) => EraYear().Replace(text, match =>
    {
        var year = match.Groups[2].Value == "元" ? 1 : int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var era = JapaneseCalendar.Eras.First(era => era.Name == match.Groups[1].Value);
        return JapaneseCalendar.GregorianYear(era, year) is { } western ? $"{match.Value}（{western}年）" : match.Value;
    });

    [GeneratedRegex("(昭和|平成|令和)([0-9]{1,2}|元)年(?![（(度])")]
    private static partial Regex EraYear();

    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var end = text.LastIndexOf('。', limit - 1);
        return end > limit / 2 ? text[..(end + 1)] : text[..(limit - 1)] + "…";
    }

    /// <summary>「～です。」 after a value, unless it is a sentence already.</summary>
    public static string Sentence(string value) => value.EndsWith('。') ? value : value + "です。";
}
