using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>How agreements with associations are put into words and rows.</summary>
internal static class RegionalWording
{
    /// <summary>The card tells of so many records what other documents say; it shows no more of them either.</summary>
    private const int MostNoted = 60;

    public static string Members(RegionalAgreement record) => record.Kind == AssociationKind.MayorsAssociation
        ? $"{record.MemberCount}自治体（{record.MemberCount}市）"
        : $"{record.MemberCount}自治体（{record.MemberCount}町村）";

    public static string Names(IEnumerable<RegionalAgreement> records) => string.Join('、', records.Select(record => record.Name));

    public static string WithMembers(IEnumerable<RegionalAgreement> records) => string.Join('、', records.Select(record => $"{record.Name} {record.MemberCount}"));

    /// <summary>「平成28年（2016年）4月26日（火）に北海道町村会、京都府市長会、…」 for each day of signing in order.</summary>
    public static string ByDay(IEnumerable<RegionalAgreement> records) =>
        string.Join("、", records.GroupBy(record => record.SignedOn).Select(day => $"{string.Join('・', day.Select(record => record.Name))}が{JapaneseCalendar.LongWithWeekday(day.Key)}"));

    /// <summary>A list that fits the limit: with days where there is room for them.</summary>
    public static string List(IReadOnlyList<RegionalAgreement> records) => records.Count <= 5
        ? string.Join("、", records.Select(record => $"{record.Name}（{JapaneseCalendar.Long(record.SignedOn)}、{record.MemberCount}自治体）"))
        : string.Join("、", records.Select(record => $"{record.Name}（{JapaneseCalendar.Short(record.SignedOn)}）"));

    /// <summary>The agreements as a table, with their sources and what other documents say of them.</summary>
    public static Answer Fact(string text, IReadOnlyList<RegionalAgreement> records, params IReadOnlyList<string> suggestions) => new(AnswerKind.Fact, text)
    {
        Heading = records.Count == 1 ? $"{records[0].Name}との広域連携協定" : "広域連携協定",
        Rows = new AnswerRows(["団体", "締結日", "構成自治体数"], records.As(record => (IReadOnlyList<string>)[record.Name, JapaneseCalendar.Long(record.SignedOn), $"{record.MemberCount}"])),
        Notes = [.. records.Take(MostNoted).SelectMany(record => record.OtherReadings ?? []).Where(reading => reading.Field != "name").Select(reading => reading.Reason).Distinct()],
        Sources = [.. records.Take(MostNoted).SelectMany(record => record.Sources.Take(1)).Distinct().Take(3)],
        Suggestions = suggestions,
    };

    /// <summary>What the text itself says about a document that disagrees in what was asked.</summary>
    public static string Disagreement(IEnumerable<RegionalAgreement> records, string field) =>
        string.Concat(records.SelectMany(record => record.OtherReadings ?? []).Where(reading => reading.Field == field).Select(reading => reading.Reason).Distinct().Take(1));
}
