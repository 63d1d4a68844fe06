using System.Globalization;

namespace RenkeiBot.Service.Answers.Language;

internal sealed partial record DateCondition
{
    /// <summary>
    /// Whether a record that runs from <paramref name="from"/> to <paramref name="until"/> meets the condition: the two overlap. A record that knows only its month (or year)
    /// counts as the whole of it, so it may match a day that it cannot confirm. A condition without a year is tried in every year the record touches.
    /// Relative and invalid conditions match nothing: resolve them, or say what is wrong, first.
    /// </summary>
    public bool Matches(DateOnly from, DateOnly until, DatePrecisionLike precision = DatePrecisionLike.Day)
    {
        (from, until) = Widen(from, until, precision);
        if (Kind == DateKind.Known)
            return (From is not { } first || first <= until) && (Until is not { } last || last >= from);
        if (Kind != DateKind.Yearless)
            return false;
        // Most records are of one day, and of another month or day of it.
        if (from == until && (Month is { } month && month != from.Month || Unit == DateUnit.Day && Day != from.Day))
            return false;
        // From the year before: a range such as 12月20日から1月10日まで reaches into the next.
        for (var year = Math.Max(from.Year - 1, 1); year <= Math.Min(until.Year, 9998); year++)
        {
            if (WithYear(year).Matches(from, until))
                return true;
        }

        return false;
    }

    /// <summary>Whether a record lies wholly within the condition (「平成30年度中に終わった」).</summary>
    public bool Covers(DateOnly from, DateOnly until, DatePrecisionLike precision = DatePrecisionLike.Day)
    {
        (from, until) = Widen(from, until, precision);
        return Kind == DateKind.Known && (From is not { } first || first <= from) && (Until is not { } last || last >= until);
    }

    /// <summary>Places a condition without a year in a calendar year. A day that the year does not have (2月29日) becomes invalid. Other kinds are returned as they are.</summary>
    public DateCondition WithYear(int year) => Place(month => year, crossYear: true, year);

    /// <summary>Places a condition without a year in a fiscal year: January to March fall in the calendar year after.</summary>
    public DateCondition WithFiscalYear(int fiscalYear) => Place(month => month < 4 ? fiscalYear + 1 : fiscalYear, crossYear: false, fiscalYear);

    /// <summary>Resolves 「その翌年度」 and the like against what was talked about; a condition that is not relative is returned as it is.</summary>
    public DateCondition Resolve(DateCondition anchor) =>
        Kind != DateKind.Relative || anchor.From is not { } day ? this
        : Resolve(day, anchor.FiscalYear ?? (anchor.Unit == DateUnit.Year ? day.Year : JapaneseCalendar.FiscalYearOf(day)), anchor.FiscalYear ?? anchor.Year ?? day.Year);

    /// <summary>Resolves against a day (today, or the day of the record talked about).</summary>
    public DateCondition Resolve(DateOnly anchor) => Kind == DateKind.Relative ? Resolve(anchor, JapaneseCalendar.FiscalYearOf(anchor), anchor.Year) : this;

    private DateCondition Resolve(DateOnly anchor, int fiscalYear, int year)
    {
        if (Kind != DateKind.Relative)
            return this;
        if (Unit == DateUnit.Range)
            return Range(First?.Resolve(anchor, fiscalYear, year), Last?.Resolve(anchor, fiscalYear, year), Exclusive);
        switch (ShiftUnit)
        {
            case DateUnit.FiscalYear when Month is { } month:
                return InYear(month < 4 ? fiscalYear + Shift + 1 : fiscalYear + Shift, month, Day, Part);
            case DateUnit.FiscalYear:
                return OfFiscalYear(fiscalYear + Shift, Part);
            case DateUnit.Year when Month is { } month:
                return InYear(year + Shift, month, Day, Part);
            case DateUnit.Year:
                return OfYear(year + Shift, Part);
            case DateUnit.Month:
                var shifted = anchor.AddMonths(Shift);
                return Day is { } day ? InYear(shifted.Year, shifted.Month, day, Part) : OfMonth(shifted.Year, shifted.Month, Part);
            default:
                return OfDay(anchor.AddDays(Shift));
        }
    }

    private DateCondition Place(Func<int, int> yearOf, bool crossYear, int year)
    {
        if (Kind != DateKind.Yearless)
            return this;
        if (Unit != DateUnit.Range)
            return InYear(yearOf(Month!.Value), Month.Value, Day, Part);
        var first = First?.Place(yearOf, crossYear, year);
        var last = Last?.Place(yearOf, crossYear, year);
        if (crossYear && first?.From is { } a && last?.Until is { } b && b < a)
            last = Last!.WithYear(year + 1);
        // 「10月以降」 without a year stays within the year it is placed in.
        first ??= crossYear ? OfYear(year) : OfFiscalYear(year);
        last ??= crossYear ? OfYear(year) : OfFiscalYear(year);
        return new DateCondition
        {
            Kind = first.Kind == DateKind.Known && last.Kind == DateKind.Known ? DateKind.Known : DateKind.Invalid,
            Unit = DateUnit.Range,
            First = First is null ? null : first,
            Last = Last is null ? null : last,
            Exclusive = Exclusive,
            Text = first.Text ?? last.Text,
            From = Exclusive && First is not null ? first.Until?.AddDays(1) : first.From,
            Until = Exclusive && Last is not null ? last.From?.AddDays(-1) : last.Until,
        };
    }

    /// <summary>A day or month of a known year; invalid when the month has no such day.</summary>
    internal static DateCondition InYear(int year, int month, int? day, DatePart part = DatePart.Whole)
    {
        if (day is not { } number)
            return OfMonth(year, month, part);
        return number <= DateTime.DaysInMonth(year, month)
            ? OfDay(new DateOnly(year, month, number))
            : Invalid($"{JapaneseCalendar.ShortMonth(year, month)}{number.ToString(CultureInfo.InvariantCulture)}日");
    }

    private static (DateOnly From, DateOnly Until) Widen(DateOnly from, DateOnly until, DatePrecisionLike precision) => precision switch
    {
        DatePrecisionLike.Month => (new DateOnly(from.Year, from.Month, 1), JapaneseCalendar.LastDay(until.Year, until.Month)),
        DatePrecisionLike.Year => (new DateOnly(from.Year, 1, 1), new DateOnly(until.Year, 12, 31)),
        DatePrecisionLike.FiscalYear => (
            JapaneseCalendar.FiscalYearStart(JapaneseCalendar.FiscalYearOf(from)),
            JapaneseCalendar.FiscalYearEnd(JapaneseCalendar.FiscalYearOf(until))),
        _ => (from, until),
    };
}
