namespace RenkeiBot.Service.Answers.Language;

/// <summary>What a date mention is about.</summary>
internal enum DateUnit
{
    Day,
    Month,
    Year,
    FiscalYear,
    Range,
}

/// <summary>How much of a date mention can be placed on the calendar.</summary>
internal enum DateKind
{
    /// <summary>Year known: <see cref="DateCondition.From"/> and <see cref="DateCondition.Until"/> say which days (null at an open end).</summary>
    Known,

    /// <summary>Month, or month and day, of any year (「8月6日」).</summary>
    Yearless,

    /// <summary>Leans on what was talked about before (「その翌年度」): <see cref="DateCondition.Resolve(DateCondition)"/>.</summary>
    Relative,

    /// <summary>Written like a date that does not exist (「2月30日」): <see cref="DateCondition.Text"/> is what was written.</summary>
    Invalid,
}

/// <summary>How exactly a record knows its date.</summary>
internal enum DatePrecisionLike
{
    Day,
    Month,
    Year,
    FiscalYear,
}

/// <summary>A part of a year, fiscal year or month: each narrows <see cref="DateCondition.From"/> and <see cref="DateCondition.Until"/>.</summary>
internal enum DatePart
{
    Whole,

    /// <summary>上旬: the 1st to the 10th.</summary>
    Early,

    /// <summary>中旬: the 11th to the 20th.</summary>
    Middle,

    /// <summary>下旬: the 21st to the end.</summary>
    Late,

    /// <summary>末: the last day of a fiscal year or month (figures "as of"), December of a year.</summary>
    End,

    /// <summary>上期, 上半期, 前半.</summary>
    FirstHalf,

    /// <summary>下期, 下半期, 後半.</summary>
    SecondHalf,
}

/// <summary>
/// When something has to be. One of: a day, a month, a year, a fiscal year (or a part of these), or a range with one or two ends; placed on the calendar, without a year,
/// relative to the conversation, or impossible (<see cref="Kind"/>). Built by the factories here, so that an impossible combination cannot be expressed.
/// </summary>
internal sealed partial record DateCondition
{
    private DateCondition()
    {
    }

    public required DateKind Kind { get; init; }

    public required DateUnit Unit { get; init; }

    /// <summary>First day meant, inclusive; null when open or when the year is not known.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>Last day meant, inclusive; null when open or when the year is not known.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>The fiscal year asked about, when it was asked as such (「平成30年度」, 「FY2018」, also with a part: 「平成28年度末」).</summary>
    public int? FiscalYear { get; private init; }

    /// <summary>The calendar year of a day, month or year.</summary>
    public int? Year { get; private init; }

    public int? Month { get; private init; }

    public int? Day { get; private init; }

    public DatePart Part { get; private init; }

    /// <summary>The year was written with two digits and no era (「30年度」), so which calendar it belongs to is a reading, not a fact.</summary>
    public bool YearAssumed { get; init; }

    /// <summary>For <see cref="DateKind.Relative"/>: how many years, fiscal years, months or days from the anchor.</summary>
    public int Shift { get; private init; }

    /// <summary>For <see cref="DateKind.Relative"/>: what <see cref="Shift"/> counts.</summary>
    public DateUnit ShiftUnit { get; private init; }

    /// <summary>For <see cref="DateKind.Relative"/>: with nothing to lean on, today may stand in (「前年度」), while 「その年」 has no meaning alone.</summary>
    public bool TodayMayAnchor { get; private init; }

    /// <summary>Ends of a range as they were written; null at an open end.</summary>
    public DateCondition? First { get; private init; }

    public DateCondition? Last { get; private init; }

    /// <summary>「より後」 / 「より前」: the end itself does not belong to the range.</summary>
    public bool Exclusive { get; private init; }

    /// <summary>For <see cref="DateKind.Invalid"/>: the words of the question.</summary>
    public string? Text { get; private init; }

    public bool YearKnown => Kind == DateKind.Known;

    /// <summary>A range with one end (「令和2年以降」).</summary>
    public bool IsOpen => Unit == DateUnit.Range && (First is null || Last is null);
}
