namespace RenkeiBot.Service.Answers.Language;

internal sealed partial record DateCondition
{
    public static DateCondition OfDay(DateOnly day) => new()
    {
        Kind = DateKind.Known,
        Unit = DateUnit.Day,
        Year = day.Year,
        Month = day.Month,
        Day = day.Day,
        From = day,
        Until = day,
    };

    public static DateCondition OfMonth(int year, int month, DatePart part = DatePart.Whole)
    {
        var (from, until) = MonthDays(year, month, part);
        return new() { Kind = DateKind.Known, Unit = DateUnit.Month, Year = year, Month = month, Part = part, From = from, Until = until };
    }

    public static DateCondition OfYear(int year, DatePart part = DatePart.Whole)
    {
        var (from, until) = part switch
        {
            DatePart.FirstHalf or DatePart.Early => (new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
            DatePart.SecondHalf or DatePart.Late => (new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)),
            DatePart.End => (new DateOnly(year, 12, 1), new DateOnly(year, 12, 31)),
            _ => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
        };
        return new() { Kind = DateKind.Known, Unit = DateUnit.Year, Year = year, Part = part, From = from, Until = until };
    }

    public static DateCondition OfFiscalYear(int fiscalYear, DatePart part = DatePart.Whole)
    {
        var (start, end) = (JapaneseCalendar.FiscalYearStart(fiscalYear), JapaneseCalendar.FiscalYearEnd(fiscalYear));
        var (from, until) = part switch
        {
            DatePart.FirstHalf or DatePart.Early => (start, new DateOnly(fiscalYear, 9, 30)),
            DatePart.SecondHalf or DatePart.Late => (new DateOnly(fiscalYear, 10, 1), end),
            DatePart.End => (end, end),
            _ => (start, end),
        };
        return new() { Kind = DateKind.Known, Unit = DateUnit.FiscalYear, FiscalYear = fiscalYear, Part = part, From = from, Until = until };
    }

    /// <summary>「8月6日」: a day of any year. 2月29日 is a day.</summary>
    public static DateCondition OfMonthDay(int month, int day) => new() { Kind = DateKind.Yearless, Unit = DateUnit.Day, Month = month, Day = day };

    /// <summary>「11月」: a month of any year.</summary>
    public static DateCondition OfAnyMonth(int month, DatePart part = DatePart.Whole) => new() { Kind = DateKind.Yearless, Unit = DateUnit.Month, Month = month, Part = part };

    /// <summary>
    /// 「その翌年度」: <paramref name="unit"/> is both what is counted and what is meant, unless a month (and day) of that year follow: 「同年4月」.
    /// </summary>
    public static DateCondition Relative(DateUnit unit, int shift, bool todayMayAnchor = false, int? month = null, int? day = null, DatePart part = DatePart.Whole) => new()
    {
        Kind = DateKind.Relative,
        Unit = day is not null ? DateUnit.Day : month is not null ? DateUnit.Month : unit,
        ShiftUnit = unit,
        Shift = shift,
        TodayMayAnchor = todayMayAnchor,
        Month = month,
        Day = day,
        Part = part,
    };

    public static DateCondition Invalid(string text) => new() { Kind = DateKind.Invalid, Unit = DateUnit.Day, Text = text };

    /// <summary>Both ends belong to the range. Ends written the wrong way round are put in order.</summary>
    public static DateCondition Between(DateCondition first, DateCondition last)
    {
        if (first.From is { } a && last.From is { } b && a > b)
            (first, last) = (last, first);
        return Range(first, last, exclusive: false);
    }

    /// <summary>「令和2年以降」: that year and later.</summary>
    public static DateCondition Since(DateCondition first) => Range(first, null, exclusive: false);

    /// <summary>「令和2年より後」: from the day after that year.</summary>
    public static DateCondition After(DateCondition first) => Range(first, null, exclusive: true);

    /// <summary>「令和2年まで」「令和2年以前」: up to the end of that year.</summary>
    public static DateCondition UpTo(DateCondition last) => Range(null, last, exclusive: false);

    /// <summary>「令和2年より前」: up to the day before that year.</summary>
    public static DateCondition Before(DateCondition last) => Range(null, last, exclusive: true);

    private static DateCondition Range(DateCondition? first, DateCondition? last, bool exclusive)
    {
        var kind = (DateKind)Math.Max((int)(first?.Kind ?? DateKind.Known), (int)(last?.Kind ?? DateKind.Known));
        var known = kind == DateKind.Known;
        return new()
        {
            Kind = kind,
            Unit = DateUnit.Range,
            First = first,
            Last = last,
            Exclusive = exclusive,
            TodayMayAnchor = (first?.TodayMayAnchor ?? true) && (last?.TodayMayAnchor ?? true),
            YearAssumed = first?.YearAssumed == true || last?.YearAssumed == true,
            Text = first?.Text ?? last?.Text,
            From = !known ? null : exclusive ? first?.Until?.AddDays(1) : first?.From,
            Until = !known ? null : exclusive ? last?.From?.AddDays(-1) : last?.Until,
        };
    }

    private static (DateOnly From, DateOnly Until) MonthDays(int year, int month, DatePart part)
    {
        var last = JapaneseCalendar.LastDay(year, month);
        return part switch
        {
            DatePart.Early => (new DateOnly(year, month, 1), new DateOnly(year, month, 10)),
            DatePart.Middle => (new DateOnly(year, month, 11), new DateOnly(year, month, 20)),
            DatePart.Late => (new DateOnly(year, month, 21), last),
            DatePart.FirstHalf => (new DateOnly(year, month, 1), new DateOnly(year, month, 15)),
            DatePart.SecondHalf => (new DateOnly(year, month, 16), last),
            DatePart.End => (last, last),
            _ => (new DateOnly(year, month, 1), last),
        };
    }
}
