namespace RenkeiBot.Service.Answers.Language;

/// <summary>Words that count something, in folded form (ヶ as が).</summary>
internal static class Counters
{
    // The first letters decide quickly; longer counters come first within a letter.
    private static readonly Dictionary<char, string[]> ByFirst = new[]
    {
        "自治体", "市区町村", "市町村", "区市町村", "町村", "団体", "圏域", "地域", "都道府県", "道府県", "都府県", "府県", "億円", "万円", "千円", "百万円", "円", "人", "名", "件", "回", "回目", "番目", "位", "つ",
        "区", "市", "町", "村", "県", "社", "校", "校舎", "冊", "個", "台", "本", "枚", "点", "品目", "品", "種類", "種", "箱", "食", "羽", "匹", "頭", "杯", "組", "世帯", "戸", "棟", "室", "席", "階", "か所", "が所", "箇所", "か国", "が国", "か月", "が月", "箇月",
        "日間", "日", "週間", "週", "月", "年間", "年度", "年目", "年", "周年", "時間", "時", "分", "分間", "秒", "歳", "才", "割", "%", "ぱーせんと", "ぽいんと",
        "km", "kg", "cm", "mm", "m2", "m", "g", "t", "とん", "きろ", "めーとる", "倍", "号", "号車", "便", "隻", "両", "ぶーす", "店舗", "店", "事業", "分科会", "委員会", "施設", "機関", "企業", "法人", "会場", "路線", "議題", "番", "弾", "部", "章", "項目", "問", "選", "期", "代", "次",
        "teams", "people", "municipalities", "wards", "times", "yen", "organizations",
    }.Distinct().GroupBy(counter => counter[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(counter => counter.Length).ToArray());

    public static bool StartsAt(ReadOnlySpan<char> text, int at) => At(text, at) is not null;

    /// <summary>The longest counter at a place, or null.</summary>
    public static string? At(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !ByFirst.TryGetValue(text[at], out var counters))
            return null;
        foreach (var counter in counters)
        {
            if (text[at..].StartsWith(counter, StringComparison.Ordinal) && !Continues(text, at + counter.Length, counter))
                return counter;
        }

        return null;
    }

    // A Latin unit ends where the word ends: 「3 km」, not 「3 kmx」.
    private static bool Continues(ReadOnlySpan<char> text, int end, string counter) =>
        char.IsAsciiLetter(counter[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
}
