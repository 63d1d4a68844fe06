namespace RenkeiBot.Service.Answers.Language;

/// <summary>One date as it is read, before it is joined with another to a range: what was written, and what is still missing.</summary>
internal struct DateAtom
{
    public int Start;
    public int End;

    /// <summary>Gregorian; the number of the fiscal year when <see cref="Fiscal"/>.</summary>
    public int? Year;

    public Era? Era;
    public bool Fiscal;

    /// <summary>年 or 年度 was written (or need not be), so a neighbour's unit does not apply.</summary>
    public bool YearUnit;

    public bool Assumed;

    /// <summary>Set for words that lean on the conversation: what they count.</summary>
    public DateUnit? Leans;

    public int Shift;
    public bool TodayMayAnchor;
    public int? Month;
    public int? Day;
    public DatePart Part;
    public bool Impossible;

    /// <summary>Written in English, where the year may follow at the end.</summary>
    public bool Latin;

    /// <summary>Left something out that the date before it says.</summary>
    public bool Inherited;

    /// <summary>Days that are no calendar unit (今週末, 過去3年).</summary>
    public (DateOnly From, DateOnly Until)? Span;

    public readonly bool IsYear => Month is null && Day is null && (Year is not null || Leans is DateUnit.Year or DateUnit.FiscalYear);

    public readonly DateCondition ToCondition(ReadOnlySpan<char> text)
    {
        if (Impossible)
            return DateCondition.Invalid(text[Start..End].ToString());
        if (Span is var (from, until))
            return DateCondition.Between(DateCondition.OfDay(from), DateCondition.OfDay(until));
        if (Leans is { } unit)
            return DateCondition.Relative(unit, Shift, TodayMayAnchor, Month, Day, Part);
        if (Month is not { } month)
            return (Fiscal ? DateCondition.OfFiscalYear(Year!.Value, Part) : DateCondition.OfYear(Year!.Value, Part)) with { YearAssumed = Assumed };
        if (Year is not { } year)
        {
            if (Day is not { } number)
                return DateCondition.OfAnyMonth(month, Part);
            // A leap year has the most days: what does not exist there exists nowhere.
            return number <= DateTime.DaysInMonth(2000, month) ? DateCondition.OfMonthDay(month, number) : DateCondition.Invalid(text[Start..End].ToString());
        }

        if (Fiscal && month < 4)
            year++;
        var placed = DateCondition.InYear(year, month, Day, Part);
        return placed.Kind == DateKind.Invalid ? DateCondition.Invalid(text[Start..End].ToString()) : placed with { YearAssumed = Assumed };
    }
}
