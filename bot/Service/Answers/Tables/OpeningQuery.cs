using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>The days that opening hours tell apart.</summary>
internal enum DayClass
{
    Weekday,
    Saturday,

    /// <summary>Sunday or public holiday.</summary>
    Closed,
}

/// <summary>When something is asked to be open.</summary>
/// <param name="Day">The day, where a date says which.</param>
/// <param name="Class">The class of day, where only a weekday is named.</param>
/// <param name="ClassName">The words for it (「日曜日」).</param>
/// <param name="Time">The time of day.</param>
internal sealed record OpeningQuery(DateOnly? Day, DayClass? Class, string? ClassName, TimeOnly? Time)
{
    private static readonly (string Word, DayOfWeek Day)[] Weekdays =
    [
        ("月曜", DayOfWeek.Monday), ("火曜", DayOfWeek.Tuesday), ("水曜", DayOfWeek.Wednesday), ("木曜", DayOfWeek.Thursday), ("金曜", DayOfWeek.Friday), ("土曜", DayOfWeek.Saturday), ("日曜", DayOfWeek.Sunday),
    ];

    /// <summary>Reads the day and time; null where the date is none that a day can be told from.</summary>
    /// <param name="question">The question.</param>
    /// <param name="yearOf">The year that a day without one is in.</param>
    public static OpeningQuery? Read(Question question, Func<int, int, int> yearOf)
    {
        var own = question.OwnText();
        var weekday = WeekdayIn(own) ?? (HasClass(own) ? null : WeekdayIn(question.Folded));
        var time = TimeOfDayReader.Find(own) ?? TimeOfDayReader.Find(question.Folded);
        // A weekday named now takes the place of a day talked about before.
        var renewed = WeekdayIn(own) is not null || HasClass(own);
        var date = question.Tokens.OfType<DateToken>().LastOrDefault(token => !token.Inherited || !renewed);
        if (date is not null)
            return DayOf(date.Condition, weekday, yearOf) is { } day ? new OpeningQuery(day, null, null, time) : null;
        var coming = own.IndexOf("今度の", StringComparison.Ordinal) >= 0 || own.IndexOf("次の", StringComparison.Ordinal) >= 0 || own.IndexOf("今度", StringComparison.Ordinal) >= 0;
        if (weekday is { } wanted)
        {
            if (coming)
                return new OpeningQuery(question.Today.AddDays(1 + ((((int)wanted - (int)question.Today.DayOfWeek) + 6) % 7)), null, null, time);
            var dayClass = wanted switch
            {
                DayOfWeek.Sunday => DayClass.Closed,
                DayOfWeek.Saturday => DayClass.Saturday,
                _ => DayClass.Weekday,
            };
            return new OpeningQuery(null, dayClass, Weekdays.First(pair => pair.Day == wanted).Word + "日", time);
        }

        if (own.IndexOf("土日", StringComparison.Ordinal) >= 0 || own.IndexOf("週末", StringComparison.Ordinal) >= 0)
            return new OpeningQuery(null, null, "土日", time);
        if (own.IndexOf("祝", StringComparison.Ordinal) >= 0 || own.IndexOf("振替休日", StringComparison.Ordinal) >= 0 || own.IndexOf("海の日", StringComparison.Ordinal) >= 0 || own.IndexOf("山の日", StringComparison.Ordinal) >= 0)
            return new OpeningQuery(null, DayClass.Closed, "祝日", time);
        return own.IndexOf("平日", StringComparison.Ordinal) >= 0 ? new OpeningQuery(null, DayClass.Weekday, "平日", time) : new OpeningQuery(null, null, null, time);
    }

    private static bool HasClass(ReadOnlySpan<char> text) => text.IndexOf("平日", StringComparison.Ordinal) >= 0 || text.IndexOf("祝", StringComparison.Ordinal) >= 0 || text.IndexOf("土日", StringComparison.Ordinal) >= 0;

    private static DayOfWeek? WeekdayIn(ReadOnlySpan<char> text)
    {
        foreach (var (word, day) in Weekdays)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return day;
        }

        return null;
    }

    private static DateOnly? DayOf(DateCondition condition, DayOfWeek? weekday, Func<int, int, int> yearOf)
    {
        if (condition is { Kind: DateKind.Yearless, Unit: DateUnit.Day, Month: { } month, Day: not null })
            condition = condition.WithYear(yearOf(month, condition.Day.Value));
        if (condition is not { Kind: DateKind.Known, From: { } from, Until: { } until })
            return null;
        if (from == until)
            return from;
        if (weekday is not { } wanted || until.DayNumber - from.DayNumber > 6)
            return null;
        var day = from;
        while (day < until && day.DayOfWeek != wanted)
            day = day.AddDays(1);
        return day.DayOfWeek == wanted ? day : null;
    }
}
