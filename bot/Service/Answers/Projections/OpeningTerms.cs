using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of what has opening hours, and the words for days of the week in one piece.</summary>
internal static class OpeningTerms
{
    private const string DayWords =
        "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 土日 土日祝 土日祝日 日祝 祝日 祝祭日 休日 平日 週末 振替休日 海の日 山の日 お盆 開いて 開いてる 開いている 午前 午後";

    public static void Add(KnowledgeBuilder builder, KnowledgeTables tables)
    {
        builder.AddContent(DayWords.Split(' '));
        foreach (var exhibition in tables.Exhibitions.Where(exhibition => exhibition.OpeningHours is not null))
            builder.Term(TermKind.Name, exhibition.Title, null, [exhibition.ShortTitle, .. exhibition.Aliases]);
        foreach (var venue in tables.Venues)
            builder.Term(TermKind.Venue, venue.Venue, null, venue.Aliases);
    }
}
