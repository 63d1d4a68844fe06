using System.Runtime.InteropServices;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>Which entries can meet a date, by the months of their days and by their fiscal years: a few too many, never too few.</summary>
internal sealed class DateIndex
{
    private readonly SortedDictionary<int, List<int>> byMonth = [];
    private readonly Dictionary<int, List<int>> byFiscalYear = [];

    public DateIndex(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.FiscalYear is { } year)
                Add(byFiscalYear, year, entry.Id);
            foreach (var period in entry.When)
            {
                var (first, last) = period.Precision == DatePrecision.FiscalYear && JapaneseCalendar.FiscalYearOf(period.From) is var start
                    ? (Month(JapaneseCalendar.FiscalYearStart(start)), Math.Max(Month(JapaneseCalendar.FiscalYearEnd(start)), Month(period.LastDay)))
                    : (Month(period.From), Month(period.LastDay));
                for (var month = first; month <= last; month++)
                    Add(byMonth, month, entry.Id);
            }
        }
    }

    /// <summary>Adds the entries that can meet a date by their days or their fiscal year.</summary>
    /// <returns>False where the index cannot tell, and any entry may meet it.</returns>
    public bool TryAdd(DateCondition condition, IdSet ids)
    {
        if (condition.Unit == DateUnit.FiscalYear && condition.FiscalYear is { } wanted)
            AddFiscalYear(wanted, ids);
        switch (condition.Kind)
        {
            case DateKind.Known:
                var (from, until) = (condition.From ?? DateOnly.MinValue, condition.Until ?? DateOnly.MaxValue);
                foreach (var (month, list) in byMonth)
                {
                    if (month >= Month(from) && month <= Month(until))
                        ids.Add(CollectionsMarshal.AsSpan(list));
                }

                foreach (var (year, list) in byFiscalYear)
                {
                    if (condition.Unit == DateUnit.Range && year >= from.Year - 1 && year <= until.Year)
                        ids.Add(CollectionsMarshal.AsSpan(list));
                }

                return true;
            case DateKind.Yearless when condition.Unit is DateUnit.Day or DateUnit.Month && condition.Month is { } ofYear:
                foreach (var (month, list) in byMonth)
                {
                    if (month % 12 == ofYear - 1)
                        ids.Add(CollectionsMarshal.AsSpan(list));
                }

                return true;
            case DateKind.Yearless:
                return false;
            default:
                return true;
        }
    }

    private void AddFiscalYear(int year, IdSet ids)
    {
        if (byFiscalYear.TryGetValue(year, out var list))
            ids.Add(CollectionsMarshal.AsSpan(list));
    }

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static void Add(IDictionary<int, List<int>> lists, int key, int id)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        if (list.Count == 0 || list[^1] != id)
            list.Add(id);
    }
}
