namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// Japanese public holidays by rule, 1948 to 2099: 国民の祝日に関する法律 (Act No. 178 of 1948, in force from 20 July 1948) with its amendments of 1966 (建国記念の日, 敬老の日, 体育の日),
/// 1973 (substitute holidays), 1985 (the day between two holidays), 1989 (天皇誕生日 / みどりの日), 1995 (海の日), 1998 and 2001 (Happy Monday), 2005 (昭和の日, substitute rule,
/// from 2007), 2014 (山の日, from 2016), 2017 (天皇誕生日 on 23 February), 2018 (スポーツの日) and the special Acts for 1959, 1989, 1990, 1993, 2019, 2020 and 2021.
/// The equinoxes follow the customary approximation of their instant in Japanese time; it holds for 1900 to 2099. The official day is published in the gazette of the February before.
/// </summary>
internal static class PublicHolidays
{
    private static readonly DateOnly InForce = new(1948, 7, 20);
    private static readonly DateOnly SubstitutesInForce = new(1973, 4, 12);

    public static bool IsHoliday(DateOnly date) => NameOf(date) is not null;

    /// <summary>The holiday's name (「振替休日」 and 「国民の休日」 for the days that others bring about), or null on an ordinary day.</summary>
    public static string? NameOf(DateOnly date)
    {
        if (date < InForce || date.Year > 2099)
            return null;
        if (NamedDay(date) is { } name)
            return name;
        if (IsSubstitute(date))
            return "振替休日";
        return IsBetweenHolidays(date) ? "国民の休日" : null;
    }

    // Article 3 (2): a holiday that falls on a Sunday moves on. Until 2006 to the Monday, whatever that day was (it was then a holiday already in no year);
    // since 2007 to the nearest following day that is not itself a 国民の祝日.
    private static bool IsSubstitute(DateOnly date)
    {
        if (date.DayOfWeek == DayOfWeek.Sunday)
            return false;
        if (date.Year < 2007)
        {
            var sunday = date.AddDays(-1);
            return date.DayOfWeek == DayOfWeek.Monday && sunday >= SubstitutesInForce && NamedDay(sunday) is not null;
        }

        for (var day = date.AddDays(-1); NamedDay(day) is not null; day = day.AddDays(-1))
        {
            if (day.DayOfWeek == DayOfWeek.Sunday)
                return true;
        }

        return false;
    }

    // Article 3 (3), since 27 December 1985: a day whose neighbours are both 国民の祝日. Before 2007 a Sunday (and a substitute holiday) was excepted;
    // since then any day that is not a holiday itself counts, and a Sunday is simply closed either way.
    private static bool IsBetweenHolidays(DateOnly date) =>
        date >= new DateOnly(1985, 12, 27)
        && (date.Year >= 2007 || date.DayOfWeek != DayOfWeek.Sunday)
        && NamedDay(date.AddDays(-1)) is not null
        && NamedDay(date.AddDays(1)) is not null;

    private static string? NamedDay(DateOnly date)
    {
        if (date < InForce)
            return null;
        if (SpecialDay(date) is { } special)
            return special;
        var (year, day) = (date.Year, date.Day);
        return date.Month switch
        {
            1 when day == 1 => "元日",
            1 when (year < 2000 ? day == 15 : IsMonday(date, 2)) => "成人の日",
            2 when day == 11 && year >= 1967 => "建国記念の日",
            2 when day == 23 && year >= 2020 => "天皇誕生日",
            3 when day == VernalEquinox(year) => "春分の日",
            4 when day == 29 => year < 1989 ? "天皇誕生日" : year < 2007 ? "みどりの日" : "昭和の日",
            5 when day == 3 => "憲法記念日",
            5 when day == 4 && year >= 2007 => "みどりの日",
            5 when day == 5 => "こどもの日",
            7 when MarineDay(date) => "海の日",
            8 when MountainDay(date) => "山の日",
            9 when (year >= 2003 ? IsMonday(date, 3) : year >= 1966 && day == 15) => "敬老の日",
            9 when day == AutumnalEquinox(year) => "秋分の日",
            10 when year is >= 1966 and not (2020 or 2021) && (year < 2000 ? day == 10 : IsMonday(date, 2)) => year < 2020 ? "体育の日" : "スポーツの日",
            11 when day == 3 => "文化の日",
            11 when day == 23 => "勤労感謝の日",
            12 when day == 23 && year is >= 1989 and <= 2018 => "天皇誕生日",
            _ => null,
        };
    }

    // Days of single years: Acts for the Imperial wedding ceremonies, funeral and accessions, and the Special Measures Act for the Olympic Games (2020, 2021).
    private static string? SpecialDay(DateOnly date) => (date.Year, date.Month, date.Day) switch
    {
        (1959, 4, 10) => "皇太子明仁親王の結婚の儀",
        (1989, 2, 24) => "昭和天皇の大喪の礼",
        (1990, 11, 12) => "即位礼正殿の儀",
        (1993, 6, 9) => "皇太子徳仁親王の結婚の儀",
        (2019, 5, 1) => "即位の日",
        (2019, 10, 22) => "即位礼正殿の儀",
        (2020, 7, 24) or (2021, 7, 23) => "スポーツの日",
        _ => null,
    };

    private static bool MarineDay(DateOnly date) => date.Year switch
    {
        2020 => date.Day == 23,
        2021 => date.Day == 22,
        >= 2003 => IsMonday(date, 3),
        >= 1996 => date.Day == 20,
        _ => false,
    };

    private static bool MountainDay(DateOnly date) => date.Year switch
    {
        2020 => date.Day == 10,
        2021 => date.Day == 8,
        >= 2016 => date.Day == 11,
        _ => false,
    };

    private static bool IsMonday(DateOnly date, int ordinal) =>
        date.DayOfWeek == DayOfWeek.Monday && (date.Day - 1) / 7 + 1 == ordinal;

    // The mean equinox drifts by 0.242194 day a year against the calendar's 365 and is set back by leap days; the constants place it in Japanese time.
    private static int VernalEquinox(int year) => Equinox(year, 20.8357, 20.8431);

    private static int AutumnalEquinox(int year) => Equinox(year, 23.2588, 23.2488);

    private static int Equinox(int year, double before1980, double since1980) => year < 1980
        ? (int)(before1980 + 0.242194 * (year - 1980)) - (year - 1983) / 4
        : (int)(since1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}
