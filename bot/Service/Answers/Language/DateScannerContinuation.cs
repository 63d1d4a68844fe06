namespace RenkeiBot.Service.Answers.Language;

internal readonly ref partial struct DateScanner
{
    /// <summary>
    /// Reads the date that follows <paramref name="first"/> behind a connector, taking over what it leaves out (「18日」 takes year and month, 「29年度」 the era),
    /// and gives <paramref name="first"/> what only the second says (the unit in 「平成29~令和3年度」, the year in 「1-2 june 2019」).
    /// </summary>
    public bool TryReadAfter(ref DateAtom first, int at, bool range, out DateAtom second)
    {
        if ((range && TryDotted(first, at, out second)) || TryDayOnly(first, at, out second) || TryYearOnly(first, at, range, out second) || TryAny(at, out second))
        {
            Share(ref first, ref second, range);
            return true;
        }

        return false;
    }

    private bool TryAny(int at, out DateAtom atom)
    {
        atom = default;
        return at < text.Length && TryRead(at, out atom) && atom.Span is null;
    }

    // 「R3.9.30~10.12」: month and day with a dot, only after a date written so.
    private bool TryDotted(in DateAtom first, int at, out DateAtom atom)
    {
        atom = default;
        if (first.Day is not { } from || !text[first.Start..first.End].EndsWith($".{from}", StringComparison.Ordinal) || !Numerals.TryArabic(text, at, 2, out var month, out var end)
            || month is < 1 or > 12 || !At(end, ".") || !Numerals.TryArabic(text, end + 1, 2, out var day, out var last) || day is < 1 or > 31)
            return false;
        atom = new() { Start = at, End = last, Month = month, Day = day };
        Weekday(ref atom);
        return true;
    }

    private bool TryDayOnly(in DateAtom first, int at, out DateAtom atom)
    {
        atom = default;
        if (first.Day is null || !Numerals.TryEither(text, at, 2, out var day, out var end))
            return false;
        // Without 日 a number is a day only after a date that was written without it too (10/17~18, june 1-2).
        var written = At(end, "日") && !At(end, "日間");
        if (!written && !(char.IsAsciiDigit(text[first.End - 1]) && day > first.Day && day <= 31 && !(end < text.Length && (text[end] is '/' or '月' or '年' or '.' or '回' or '人' || Counters.StartsAt(text, end)))))
            return false;
        if (!written && MonthAfterDay(end))
            return false;
        atom = first with { Start = at, End = written ? end + 1 : end, Day = day, Inherited = true, Impossible = day is < 1 or > 31 };
        if (written || !first.Latin)
            Weekday(ref atom);
        else
            EnglishYear(ref atom);
        return true;
    }

    private bool MonthAfterDay(int end) => At(end, " ") && MonthName(end + 1, out _, out _);

    private bool TryYearOnly(in DateAtom first, int at, bool range, out DateAtom atom)
    {
        atom = default;
        if (first.Year is not { } year || first.Leans is not null || !Numerals.TryEither(text, at, 2, out var number, out var end) || number > 99)
            return false;
        var unit = At(end, "年") && !SpanFollows(end + 1);
        // 「平成28年度~30」: the unit of the first serves both.
        if (!unit && !(range && first.IsYear && first.Era is not null && (end == text.Length || text[end] is 'の' or 'で' or 'に' or 'ま')))
            return false;
        var meant = first.Era is { } era ? JapaneseCalendar.GregorianYear(era, number) : first.Assumed ? AssumedYear(number) : year / 100 * 100 + number;
        if (meant is null)
            return false;
        atom = new() { Start = at, End = end, Year = meant, Era = first.Era, Assumed = first.Assumed, Inherited = true };
        YearTail(ref atom);
        return true;
    }

    private static void Share(ref DateAtom first, ref DateAtom second, bool range)
    {
        if (first.IsYear && second.IsYear)
        {
            if (!first.YearUnit && first.Leans is null)
                first.Fiscal = second.Fiscal;
            else if (!second.YearUnit && second.Leans is null)
                second.Fiscal = first.Fiscal;
            return;
        }

        if (first.Month is null || second.Month is null)
            return;
        var backwards = (second.Month, second.Day ?? 0).CompareTo((first.Month, first.Day ?? 0)) < 0;
        if (second.Year is null && second.Leans is null && (first.Year is not null || first.Leans is DateUnit.Year or DateUnit.FiscalYear))
        {
            (second.Year, second.Fiscal, second.Era, second.Assumed, second.Inherited) = (first.Year, first.Fiscal, first.Era, first.Assumed, true);
            (second.Leans, second.Shift, second.TodayMayAnchor) = (first.Leans, first.Shift, first.TodayMayAnchor);
            // A period that ends in an earlier month ends in the next year.
            if (range && backwards && !first.Fiscal)
                (second.Year, second.Shift) = (second.Year + 1, second.Shift + (second.Leans is null ? 0 : 1));
        }
        else if (first.Year is null && first.Leans is null && second.Year is { } year && (range || second.Latin))
        {
            (first.Year, first.Fiscal, first.Era) = (range && backwards && !second.Fiscal ? year - 1 : year, second.Fiscal, second.Era);
        }
    }
}
