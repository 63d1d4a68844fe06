using System.Globalization;

namespace RenkeiBot.Service.Answers.Language;

/// <summary>An era with its first day in the Gregorian calendar.</summary>
internal sealed record Era(string Name, char Initial, DateOnly Start)
{
    /// <summary>The Gregorian year in which the era's 元年 lies.</summary>
    public int FirstYear => Start.Year;
}

/// <summary>
/// Eras, fiscal years (April to March) and the way dates are written in answers.
/// Era starts: 明治 by the edict of 明治元年9月8日 (23 October 1868, in force back to the beginning of that year, here the Gregorian day of the edict),
/// 大正 30 July 1912, 昭和 25 December 1926, 平成 8 January 1989 (元号法, cabinet order of 7 January 1989), 令和 1 May 2019 (cabinet order No. 143 of 2019).
/// </summary>
internal static class JapaneseCalendar
{
    public static readonly Era Meiji = new("明治", 'M', new DateOnly(1868, 10, 23));
    public static readonly Era Taisho = new("大正", 'T', new DateOnly(1912, 7, 30));
    public static readonly Era Showa = new("昭和", 'S', new DateOnly(1926, 12, 25));
    public static readonly Era Heisei = new("平成", 'H', new DateOnly(1989, 1, 8));
    public static readonly Era Reiwa = new("令和", 'R', new DateOnly(2019, 5, 1));

    private static readonly Era[] NewestFirst = [Reiwa, Heisei, Showa, Taisho, Meiji];
    private const string Weekdays = "日月火水木金土";

    public static IReadOnlyList<Era> Eras => NewestFirst;

    /// <summary>The era and year of the era on a day; null before 明治.</summary>
    public static (Era Era, int Year)? EraOf(DateOnly date)
    {
        foreach (var era in NewestFirst)
        {
            if (date >= era.Start)
                return (era, date.Year - era.FirstYear + 1);
        }

        return null;
    }

    /// <summary>
    /// The Gregorian year of a year of an era, or null when the era had no such year. Months are not checked against the day of the change:
    /// 平成31年8月 and 令和元年4月 are written in good faith and mean 2019. 平成32 to 平成35 are allowed because plans written before
    /// the change of era count on in 平成 (「平成32年度」 for fiscal 2020).
    /// </summary>
    public static int? GregorianYear(Era era, int eraYear)
    {
        var last = era == Heisei ? 35
            : era == Showa ? 64
            : era == Taisho ? 15
            : era == Meiji ? 45
            : 99;
        return eraYear >= 1 && eraYear <= last ? era.FirstYear + eraYear - 1 : null;
    }

    /// <summary>The fiscal year of a day: January to March belong to the year before.</summary>
    public static int FiscalYearOf(DateOnly date) => date.Month >= 4 ? date.Year : date.Year - 1;

    public static DateOnly FiscalYearStart(int fiscalYear) => new(fiscalYear, 4, 1);

    public static DateOnly FiscalYearEnd(int fiscalYear) => new(fiscalYear + 1, 3, 31);

    /// <summary>「平成30年」: the era year of a day; the plain Gregorian year before 明治.</summary>
    public static string EraYear(DateOnly date) => EraOf(date) is var (era, year)
        ? era.Name + EraNumber(year) + "年"
        : Text(date.Year) + "年";

    /// <summary>「平成30年（2018年）」; the year of a change of era bears both names: 「平成31年・令和元年（2019年）」.</summary>
    public static string YearName(int year)
    {
        var first = EraYear(new DateOnly(year, 1, 1));
        var last = EraYear(new DateOnly(year, 12, 31));
        return first == last || first == Text(year) + "年" ? $"{last}（{Text(year)}年）" : $"{first}・{last}（{Text(year)}年）";
    }

    /// <summary>「平成30年度（2018年度）」. The era is the one in force at the end of the calendar year, so that fiscal 2019 is 令和元年度, as the project's documents write it.</summary>
    public static string FiscalYearName(int fiscalYear) => $"{EraYear(new DateOnly(fiscalYear, 12, 31))}度（{Text(fiscalYear)}年度）";

    /// <summary>「平成30年4月16日」</summary>
    public static string Short(DateOnly date) => $"{EraYear(date)}{Text(date.Month)}月{Text(date.Day)}日";

    /// <summary>「平成30年（2018年）4月16日」</summary>
    public static string Long(DateOnly date) => $"{EraYear(date)}（{Text(date.Year)}年）{Text(date.Month)}月{Text(date.Day)}日";

    /// <summary>「平成30年（2018年）4月16日（月）」</summary>
    public static string LongWithWeekday(DateOnly date) => $"{Long(date)}（{Weekday(date)}）";

    /// <summary>「令和4年（2022年）3月」. The month of a change of era takes the era of its last day (令和元年5月 began on its 1st).</summary>
    public static string LongMonth(int year, int month) => $"{EraYear(LastDay(year, month))}（{Text(year)}年）{Text(month)}月";

    /// <summary>「令和4年3月」</summary>
    public static string ShortMonth(int year, int month) => $"{EraYear(LastDay(year, month))}{Text(month)}月";

    /// <summary>「令和2年（2020年）1月7日（火）から2月13日（木）まで」: the year is repeated only when it changes; one day is written as one day.</summary>
    public static string LongRange(DateOnly from, DateOnly until)
    {
        if (from == until)
            return LongWithWeekday(from);
        var end = EraYear(from) == EraYear(until) && from.Year == until.Year
            ? $"{Text(until.Month)}月{Text(until.Day)}日（{Weekday(until)}）"
            : LongWithWeekday(until);
        return $"{LongWithWeekday(from)}から{end}まで";
    }

    /// <summary>「令和4年（2022年）1月から3月まで」</summary>
    public static string LongMonthRange((int Year, int Month) from, (int Year, int Month) until)
    {
        if (from == until)
            return LongMonth(from.Year, from.Month);
        var sameYear = from.Year == until.Year && EraYear(LastDay(from.Year, from.Month)) == EraYear(LastDay(until.Year, until.Month));
        return $"{LongMonth(from.Year, from.Month)}から{(sameYear ? Text(until.Month) + "月" : LongMonth(until.Year, until.Month))}まで";
    }

    /// <summary>「月」</summary>
    public static char Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];

    public static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>「元」 for the first year, else the number.</summary>
    public static string EraNumber(int eraYear) => eraYear == 1 ? "元" : Text(eraYear);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
