using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>
/// How the days of an event or exhibition are told that the secretariat announces, puts off or calls off. The sentences hold before and after the days: an entry is made once, and asked on any day.
/// </summary>
internal static class EventDays
{
    /// <summary>Whether the record is an announcement rather than a report.</summary>
    public static bool IsAnnounced(EventStatus status) => status is EventStatus.Scheduled or EventStatus.Cancelled;

    /// <summary>A short name for lists, which must not let anyone come in vain.</summary>
    public static string Label(string name, EventStatus status) => status == EventStatus.Cancelled ? $"{name}（中止）" : name;

    /// <summary>The beginning of the overview; null where the record is a report.</summary>
    public static string? Announced(string title, EventStatus status, IReadOnlyList<Period> periods, string? hours, string? venue) => status switch
    {
        EventStatus.Cancelled => NotHeld(title, "中止", Wording.When(periods)),
        EventStatus.Postponed => NotHeld(title, "延期", Wording.When(periods)),
        EventStatus.Scheduled => $"{title}の{Name(periods)}は、{Wording.When(periods)}です。{(hours is null ? "" : $"時間は、{hours}です。")}{(venue is null ? "" : $"会場は、{venue}です。")}",
        _ => null,
    };

    /// <summary>Adds the days of an announcement.</summary>
    /// <returns>False where the record is a report, which tells its days in its own words.</returns>
    public static bool Add(Facets facets, string title, EventStatus status, IReadOnlyList<Period> periods, params IReadOnlyList<string> cues)
    {
        // A report of something that was put off may know no day.
        if (periods.Count == 0 || periods.Any(period => period.Precision != DatePrecision.Day))
            return false;
        var when = Wording.When(periods);
        switch (status)
        {
            case EventStatus.Scheduled:
                facets.Add(new Facet(Aspect.Date, Name(periods), when) { Sentence = $"{title}の{Name(periods)}は、{when}です。", Cues = cues });
                return true;
            case EventStatus.Cancelled or EventStatus.Postponed:
                var word = status == EventStatus.Cancelled ? "中止" : "延期";
                // Off the card, so that no single day is taken out of it.
                facets.Add(new Facet(Aspect.Date, "開催日", $"{word}（もとの予定は{when}）") { Sentence = NotHeld(title, word, when), Cues = [.. cues, "中止", "延期"], OnCard = false });
                facets.Add(new Facet(Aspect.Kind, "開催状況", $"{word}（もとの予定は{when}）"));
                return true;
            default:
                return false;
        }
    }

    private static string NotHeld(string title, string word, string when) => $"{title}は、{word}になりました。もとの予定は、{when}でした。";

    private static string Name(IReadOnlyList<Period> periods) => periods is [{ Until: null }] ? "開催日" : "期間";
}
