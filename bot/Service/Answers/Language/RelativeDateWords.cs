namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// Words that name a date by its distance: from today (「昨年度」, settled at once) or from what was talked about (「その翌年度」, settled by the caller).
/// </summary>
internal static class RelativeDateWords
{
    private enum Anchor
    {
        Today,
        Context,

        /// <summary>The context, or today when there is none.</summary>
        Either,
    }

    private readonly record struct Word(string Text, DateUnit Unit, int Shift, Anchor Anchor);

    private static readonly string[] UnderWay =
        [.. new[] { "現在", "いま", "今", "ただいま" }.SelectMany(now => new[] { "開催中", "開催している", "開催してる", "やっている", "やってる" }.Select(held => now + held)), "開催中"];

    private static readonly Dictionary<char, Word[]> ByFirst = Words().GroupBy(word => word.Text[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());

    /// <summary>Reads only the words that lean on what was said before.</summary>
    public static bool TryReadLeaning(ReadOnlySpan<char> text, int at, out DateAtom atom)
    {
        atom = default;
        foreach (var word in ByFirst.GetValueOrDefault(text[at], []))
        {
            if (word.Anchor == Anchor.Today || !text[at..].StartsWith(word.Text, StringComparison.Ordinal) || !EndsWell(text, at, word))
                continue;
            atom = new() { Start = at, End = at + word.Text.Length, Leans = word.Unit, Shift = word.Shift, TodayMayAnchor = word.Anchor == Anchor.Either };
            return true;
        }

        return false;
    }

    public static bool TryRead(ReadOnlySpan<char> text, int at, DateOnly today, out DateAtom atom)
    {
        atom = default;
        if (TrySpan(text, at, today, ref atom) || TryUnderWay(text, at, today, ref atom))
            return true;
        if (!ByFirst.TryGetValue(text[at], out var words))
            return TryAgo(text, at, today, ref atom);
        foreach (var word in words)
        {
            if (!text[at..].StartsWith(word.Text, StringComparison.Ordinal) || !EndsWell(text, at, word))
                continue;
            atom.Start = at;
            atom.End = at + word.Text.Length;
            if (word.Anchor == Anchor.Today)
            {
                Settle(word.Unit, word.Shift, today, ref atom);
            }
            else
            {
                atom.Leans = word.Unit;
                atom.Shift = word.Shift;
                atom.TodayMayAnchor = word.Anchor == Anchor.Either;
            }

            return true;
        }

        return TryAgo(text, at, today, ref atom);
    }

    // 「開催中の展示は」 means today, where nothing is named before it: 「京都展の開催中」 was at the time of that one.
    private static bool TryUnderWay(ReadOnlySpan<char> text, int at, DateOnly today, ref DateAtom atom)
    {
        if (at > 0)
            return false;
        foreach (var words in UnderWay)
        {
            if (!text.StartsWith(words, StringComparison.Ordinal))
                continue;
            (atom.Start, atom.End) = (0, words.Length);
            Settle(DateUnit.Day, 0, today, ref atom);
            return true;
        }

        return false;
    }

    // 「今週末」「来週」 (weeks begin on Monday), 「過去3年間」「直近5年」
    private static bool TrySpan(ReadOnlySpan<char> text, int at, DateOnly today, ref DateAtom atom)
    {
        var rest = text[at..];
        var weeks = rest.StartsWith("今週") ? 0 : rest.StartsWith("来週") ? 1 : rest.StartsWith("再来週") ? 2 : rest.StartsWith("先週") ? -1 : int.MinValue;
        if (weeks != int.MinValue)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + 7 * weeks);
            var name = rest[0] == '再' ? 3 : 2;
            var weekend = rest[name..].StartsWith("末");
            (atom.Start, atom.End, atom.Span) = (at, at + name + (weekend ? 1 : 0), (monday.AddDays(weekend ? 5 : 0), monday.AddDays(6)));
            return true;
        }

        var head = rest.StartsWith("過去") || rest.StartsWith("直近") || rest.StartsWith("ここ") ? 2 : 0;
        if (head == 0)
            return false;
        if (rest[head..].StartsWith("の"))
            head++;
        if (at + head >= text.Length || !Numerals.TryEither(text, at + head, 2, out var years, out var end) || !text[end..].StartsWith("年"))
            return false;
        var length = text[end..].StartsWith("年間") ? 2 : 1;
        (atom.Start, atom.End, atom.Span) = (at, end + length, (today.AddYears(-years).AddDays(1), today));
        return true;
    }

    // 「3年前」「5年後」「2か月前」: from today.
    private static bool TryAgo(ReadOnlySpan<char> text, int at, DateOnly today, ref DateAtom atom)
    {
        if (!(char.IsAsciiDigit(text[at]) || Numerals.IsKanjiNumeral(text[at])) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or ',' or '成' or '和'))
            || !Numerals.TryEither(text, at, 2, out var count, out var end))
            return false;
        var rest = text[end..];
        var (unit, length) = rest.StartsWith("年度前") || rest.StartsWith("年度後") ? (DateUnit.FiscalYear, 2)
            : rest.StartsWith("年前") || rest.StartsWith("年後") ? (DateUnit.Year, 1)
            : rest.StartsWith("か月前") || rest.StartsWith("が月前") || rest.StartsWith("か月後") || rest.StartsWith("が月後") ? (DateUnit.Month, 2)
            : rest.StartsWith("日前") || rest.StartsWith("日後") ? (DateUnit.Day, 1)
            : (DateUnit.Range, 0);
        if (length == 0 || rest[(length + 1)..].StartsWith("半") || rest[(length + 1)..].StartsWith("期"))
            return false;
        atom.Start = at;
        atom.End = end + length + 1;
        Settle(unit, rest[length] == '前' ? -count : count, today, ref atom);
        return true;
    }

    private static void Settle(DateUnit unit, int shift, DateOnly today, ref DateAtom atom)
    {
        atom.YearUnit = true;
        switch (unit)
        {
            case DateUnit.FiscalYear:
                atom.Year = JapaneseCalendar.FiscalYearOf(today) + shift;
                atom.Fiscal = true;
                break;
            case DateUnit.Year:
                atom.Year = today.Year + shift;
                break;
            case DateUnit.Month:
                var month = today.AddMonths(shift);
                (atom.Year, atom.Month) = (month.Year, month.Month);
                break;
            default:
                var day = today.AddDays(shift);
                (atom.Year, atom.Month, atom.Day) = (day.Year, day.Month, day.Day);
                break;
        }
    }

    // 「今日的」, 「前年比」 and 「昨日」 in longer words are not dates; English words end at a boundary.
    private static bool EndsWell(ReadOnlySpan<char> text, int at, Word word)
    {
        var end = at + word.Text.Length;
        if (char.IsAsciiLetter(word.Text[0]))
            return (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
        // 日本年…, 共同年…: the head belongs to the word before.
        if (at > 0 && ((text[at] == '本' && text[at - 1] is '日' or '基') || (text[at] == '同' && text[at - 1] is '共' or '合' or '協' or '一')))
            return false;
        return end == text.Length || text[end] is not ('的' or '比' or '代');
    }

    private static IEnumerable<Word> Words()
    {
        foreach (var (unit, name) in new[] { (DateUnit.FiscalYear, "年度"), (DateUnit.Year, "年"), (DateUnit.Month, "月") })
        {
            foreach (var (head, shift) in new[] { ("今", 0), ("本", 0), ("来", 1), ("再来", 2), ("昨", -1), ("去", -1), ("先", -1), ("一昨", -2), ("先々", -2) })
            {
                // 先年, 本月末 and the like: only what is said.
                if (unit == DateUnit.Month ? head is not ("昨" or "去" or "一昨") : !head.StartsWith('先'))
                    yield return new(head + name, unit, shift, Anchor.Today);
            }

            foreach (var (head, shift) in new[] { ("翌", 1), ("翌々", 2), ("前", -1), ("前々", -2), ("次の", 1), ("前の", -1) })
            {
                yield return new("その" + head + name, unit, shift, Anchor.Context);
                yield return new(head + name, unit, shift, Anchor.Either);
            }

            foreach (var head in new[] { "その", "同", "同じ" })
                yield return new(head + name, unit, 0, Anchor.Context);
        }

        yield return new("次年度", DateUnit.FiscalYear, 1, Anchor.Either);
        yield return new("ことし", DateUnit.Year, 0, Anchor.Today);
        yield return new("おととし", DateUnit.Year, -2, Anchor.Today);
        foreach (var (word, shift) in new[] { ("今日", 0), ("本日", 0), ("きょう", 0), ("昨日", -1), ("きのう", -1), ("明日", 1), ("あした", 1), ("明後日", 2), ("あさって", 2), ("一昨日", -2), ("おととい", -2) })
            yield return new(word, DateUnit.Day, shift, Anchor.Today);
        foreach (var (word, shift) in new[] { ("その日", 0), ("同日", 0), ("同じ日", 0), ("その翌日", 1), ("その次の日", 1), ("その前日", -1) })
            yield return new(word, DateUnit.Day, shift, Anchor.Context);
        foreach (var (word, shift) in new[] { ("翌日", 1), ("前日", -1) })
            yield return new(word, DateUnit.Day, shift, Anchor.Context);
        foreach (var (word, unit, shift) in new[] { ("today", DateUnit.Day, 0), ("yesterday", DateUnit.Day, -1), ("tomorrow", DateUnit.Day, 1) })
            yield return new(word, unit, shift, Anchor.Today);
        foreach (var (name, unit) in new[] { ("year", DateUnit.Year), ("fiscal year", DateUnit.FiscalYear), ("month", DateUnit.Month) })
        {
            yield return new("this " + name, unit, 0, Anchor.Today);
            yield return new("last " + name, unit, -1, Anchor.Today);
            yield return new("next " + name, unit, 1, Anchor.Today);
            yield return new("that " + name, unit, 0, Anchor.Context);
            yield return new("the same " + name, unit, 0, Anchor.Context);
            yield return new("the following " + name, unit, 1, Anchor.Context);
            yield return new("the next " + name, unit, 1, Anchor.Context);
            yield return new("the previous " + name, unit, -1, Anchor.Context);
        }
    }
}
