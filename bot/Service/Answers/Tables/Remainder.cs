using System.Text.RegularExpressions;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// What a table's reading of a question leaves over. A table answers only where nothing of substance is left: words that it does not know change what is asked.
/// </summary>
internal static partial class Remainder
{
    /// <summary>Words that say nothing a count of municipalities could hinge on, whatever the table.</summary>
    private static readonly string Common = string.Join('|', new[]
    {
        "全国市区町村", "市区町村", "区市町村", "市町村", "都道府県", "道府県", "都府県", "府県", "自治体", "団体", "一覧", "数字", "人数", "件数", "数", "内訳", "うち", "それぞれ", "時点", "現在", "合計", "合算", "全体", "全部", "総数", "総計",
        "各", "別", "年度", "年間", "期間", "毎年", "計算", "集計", "算出", "担当", "上司", "住民", "議員", "資料", "表", "統計", "最新", "値", "記載", "名前", "名称", "特別区", "東京23区", "23区", "全国", "連携", "交流", "友好", "等", "計", "約", "内", "他",
        "日本", "対象", "該当", "結果", "状況", "どこ", "具体", "以外", "相当", "程度", "何位", "順位", "順番", "一番", "最", "順", "毎年", "ごと", "いちばん", "もっとも", "多い", "少ない", "大きい", "小さい", "区", "教", "新しい", "今", "ある", "いる", "する", "した", "こと", "もの", "ばーじょん", "howmany", "there", "fiscal", "year", "number", "municipalities", "list", "japan", "りすと", "べーす", "とーたる", "らんきんぐ", "ぷろじぇくと",
    }.Select(QuestionText.Fold).Where(word => word.Length > 0).OrderByDescending(word => word.Length).Distinct());

    /// <summary>The content words, and the names for which <paramref name="understood"/> is false, of which something is left when common words and <paramref name="words"/> are taken away.</summary>
    public static IReadOnlyList<Token> Of(Question question, Regex words, Func<TermToken, bool> understood) =>
        [.. question.Tokens.Where(token => token is ContentToken || token is OrdinalToken && !IsRank(token.Text) || token is TermToken { Soft: false } term && !understood(term)).Where(token => token is OrdinalToken || Left(token.Text, words).Length > 0)];

    /// <summary>A place in an order (2番目, 3位) rather than the number of a record (第2回).</summary>
    private static bool IsRank(string text) => text.EndsWith("番目", StringComparison.Ordinal) || text.EndsWith('位') || text.EndsWith('番');

    /// <summary>The common words together with those of one table.</summary>
    public static Regex Words(params string[] words) =>
        new($"{string.Join('|', words.Select(QuestionText.Fold).OrderByDescending(word => word.Length))}|{Common}", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    [GeneratedRegex("[のはがをにでともやへ、・ ]")]
    private static partial Regex Particles();

    private static string Left(string text, Regex words) => Particles().Replace(words.Replace(text, ""), "");
}
