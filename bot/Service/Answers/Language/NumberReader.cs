namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// Finds the numbers of a question with what they count and how they are compared. Kanji numerals count only before a counter, after 第 or as a round number of their own (三百):
/// 三重, 十勝, 千葉, 二本松 and 四日市 are names.
/// </summary>
internal static class NumberReader
{
    // Counters that never continue as a place name, whatever follows: 二十三区共同, 十三団体締結.
    private static readonly string[] SafeCounters = ["自治体", "市区町村", "区市町村", "市町村", "団体", "圏域", "都道府県", "道府県", "都府県", "億円", "万円", "種類", "世帯", "店舗", "事業", "施設", "企業"];

    private static readonly string[] TopWords = ["上位", "下位", "とっぷ", "べすと", "わーすと", "top ", "top", "best "];

    /// <summary>The numbers of a folded question in order of appearance; masked spans (names, dates already read) are left out.</summary>
    public static IReadOnlyList<NumberMention> Find(string folded, IReadOnlyList<(int Start, int Length)>? masked = null)
    {
        List<NumberMention>? found = null;
        for (var at = 0; at < folded.Length;)
        {
            var limit = Masks.NextLimit(masked, at, folded.Length, out var resume);
            var text = folded.AsSpan(0, Math.Max(limit, at));
            while (at < text.Length)
            {
                if (TryRead(text, at, out var mention))
                {
                    (found ??= []).Add(mention);
                    at = mention.End;
                }
                else
                {
                    at = SkipNumber(text, at);
                }
            }

            at = resume;
        }

        return found is null ? [] : found;
    }

    // A number refused as a whole (a telephone number, a time, the head of a name such as 四万十) is not read from its middle.
    private static int SkipNumber(ReadOnlySpan<char> text, int at)
    {
        if (Numerals.IsKanjiNumeral(text[at]))
        {
            while (at < text.Length && (Numerals.IsKanjiNumeral(text[at]) || text[at] is '万' or '億'))
                at++;
            return at;
        }

        if (!char.IsAsciiDigit(text[at]))
            return at + 1;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '-' or ':' or '/' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }

    private static bool TryRead(ReadOnlySpan<char> text, int start, out NumberMention mention)
    {
        mention = default;
        var ordinal = text[start] == '第';
        var at = ordinal ? start + 1 : start;
        var top = false;
        if (!ordinal && TopAt(text, start) is var length and > 0)
        {
            top = true;
            at += length;
        }

        if (at >= text.Length || !NumberWords.TryRead(text, at, out var value, out var end, out var kanji))
            return false;
        if (!ordinal && !top && !StandsAlone(text, at, end))
            return false;
        var counter = Counters.At(text, end);
        // 第一生命: the first of nothing.
        if (kanji && ordinal && counter is null && end < text.Length && FoldingRules.IsKanji(text[end]))
            return false;
        if (kanji && !ordinal && !top && !KanjiCounts(text, at, end, counter))
            return false;
        var after = end + (counter?.Length ?? 0);
        if (counter is "回目" or "番目" or "年目" or "位" or "番")
            ordinal = true;
        else if (after < text.Length && text[after] == '目' && counter is not null)
            (ordinal, after) = (true, after + 1);
        else if (counter is null && (Is(text, after, "st") || Is(text, after, "nd") || Is(text, after, "rd") || Is(text, after, "th")))
            (ordinal, after) = (true, after + 2);
        var approximate = NumberCues.IsApproximate(text, start, after);
        var comparison = NumberCues.Comparison(text, start, after, out var cueEnd);
        mention = new NumberMention(start, Math.Max(cueEnd, after) - start, value, Unit(counter), ordinal, top, approximate, comparison);
        return true;
    }

    private static int TopAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in TopWords)
        {
            if (Is(text, at, word))
                return word.Length;
        }

        return 0;
    }

    // Not a piece of something else: A2, 03-5210-9067, 10:30, 1/3.
    private static bool StandsAlone(ReadOnlySpan<char> text, int at, int end) =>
        (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '数' || (text[at - 1] is '-' or ':' or '/' or '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]) && !(text[at - 1] == ',' && end - at != 3))))
        && !(end + 1 < text.Length && text[end] is '-' or ':' or '/' && char.IsAsciiDigit(text[end + 1]));

    private static bool KanjiCounts(ReadOnlySpan<char> text, int at, int end, string? counter)
    {
        if (counter is null)
        {
            // 千を超えた, 百以上: alone, but compared.
            if (end - at == 1 && text[at] is '百' or '千' or '万' && (at == 0 || !FoldingRules.IsKanji(text[at - 1])) && NumberCues.Comparison(text, at, end, out _) != NumberComparison.Equal)
                return true;
            // 三百, 二千: a round number, not the head of a name or part of a word.
            return end - at >= 2 && text[(at + 1)..end].IndexOfAny('百', '千', '万') >= 0 && (at == 0 || !FoldingRules.IsKanji(text[at - 1]))
                && (end == text.Length || !FoldingRules.IsKanji(text[end]) || text[end] is '以' or '未' or '超');
        }

        if (SafeCounters.Contains(counter))
            return true;
        if (end - at == 1 && text[at] == '一' && counter is "部" or "番" or "時" or "期" or "次" or "代" or "分" or "度" or "日" or "週" or "章" or "問" or "選" or "両" or "食" or "点" or "号" or "品" or "本")
            return false;
        // 四万十市
        if (counter is "市" or "町" or "村" && text[at..end].Contains('万'))
            return false;
        if (counter == "区" && text[at..end].SequenceEqual("二十三"))
            return true;
        var after = end + counter.Length;
        return after == text.Length || !FoldingRules.IsKanji(text[after]) || text[after] is '以' or '未' or '超' or '程' or '目' or '中' or '余' or '強' or '弱';
    }

    private static string? Unit(string? counter) => counter switch
    {
        "回目" => "回",
        "年目" => "年",
        "億円" or "万円" or "千円" or "百万円" => "円",
        _ => counter,
    };

    private static bool Is(ReadOnlySpan<char> text, int at, string word) => at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);
}
