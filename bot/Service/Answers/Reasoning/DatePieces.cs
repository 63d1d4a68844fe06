using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>The part of an entry's dates that is asked for: the first day, the weekday, how many days.</summary>
internal static class DatePieces
{
    /// <summary>The piece in words, or null where the whole facet is the better answer.</summary>
    public static string? Of(Entry entry, Facet facet, DatePiece piece)
    {
        if (facet.Aspect is not Aspect.Date || !facet.OnCard || entry.When.Count == 0 || facet.Unit is not null)
            return null;
        var (first, last) = (entry.When[0], entry.When[^1]);
        if (first.Precision != DatePrecision.Day)
            return piece is DatePiece.Year or DatePiece.FiscalYear or DatePiece.Month ? ByYear(entry, first, piece) : null;
        return piece switch
        {
            DatePiece.Start => $"{JapaneseCalendar.LongWithWeekday(first.From)}から",
            DatePiece.End => $"{JapaneseCalendar.LongWithWeekday(last.LastDay)}まで",
            DatePiece.Year or DatePiece.FiscalYear => ByYear(entry, first, piece),
            DatePiece.Weekday => Weekdays(entry.When),
            DatePiece.Duration => Duration(entry.When),
            _ => null,
        };
    }

    /// <summary>The number of days, both ends counted.</summary>
    public static int Days(IReadOnlyList<Period> periods) => periods.Where(period => period.Precision == DatePrecision.Day).Sum(period => period.LastDay.DayNumber - period.From.DayNumber + 1);

    private static string ByYear(Entry entry, Period first, DatePiece piece) => piece == DatePiece.FiscalYear
        ? $"{JapaneseCalendar.FiscalYearName(entry.FiscalYear ?? JapaneseCalendar.FiscalYearOf(first.From))}（{Wording.When(first)}）"
        : Wording.When(entry.When);

    private static string Weekdays(IReadOnlyList<Period> periods) =>
        string.Join("、", periods.Select(period => period.Until is { } until && until != period.From
            ? $"{JapaneseCalendar.Long(period.From)}（{JapaneseCalendar.Weekday(period.From)}曜日）から{JapaneseCalendar.Long(until)}（{JapaneseCalendar.Weekday(until)}曜日）まで"
            : $"{JapaneseCalendar.Long(period.From)}（{JapaneseCalendar.Weekday(period.From)}曜日）"));

    private static string Duration(IReadOnlyList<Period> periods) => $"{Days(periods)}日間（{Wording.When(periods)}）";
}
