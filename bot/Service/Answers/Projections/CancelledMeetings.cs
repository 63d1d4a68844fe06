using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>
/// How a meeting is told that was announced and then cancelled. Whatever is asked about it, the answer is that it was cancelled: its place and its 議題 would make someone come in vain. The sentence holds before and
/// after the day: an entry is made once, and asked on any day.
/// </summary>
internal static class CancelledMeetings
{
    private const string Word = "中止";

    private static readonly (Aspect Aspect, string Label, IReadOnlyList<string> Cues)[] Asked =
    [
        (Aspect.Date, "開催日", ["中止", "予定", "変更", "延期"]),
        (Aspect.Time, "時間", ["何時", "時間"]),
        (Aspect.Place, "会場", []),
        (Aspect.Content, "内容", ["議題", "報告", "決定", "決定事項", "決まった", "話し合"]),
        (Aspect.Theme, "議題", []),
        (Aspect.Title, "件名", []),
        (Aspect.Method, "方法", ["オンライン"]),
    ];

    /// <summary>A name for headings and lists, which must not let anyone come in vain either.</summary>
    public static string Named(Meeting record, string name) => record.IsCancelled == true ? $"{name}（{Word}）" : name;

    /// <summary>「…に予定されていた連絡会「第2回 連絡会」は、中止になりました。」</summary>
    public static string Sentence(Meeting record) => $"{Wording.When(record.Dates)}{record.Hours}に予定されていた{FullName(record)}は、中止になりました。";

    /// <summary>The body and the 件名: 「連絡会「第2回 連絡会」」.</summary>
    public static string FullName(Meeting record) => record.Aliases is [var title, ..] ? $"{record.BodyName}「{title}」" : record.BodyName;

    public static IReadOnlyList<Facet> Facets(Meeting record)
    {
        var facets = new Facets(record.Title);
        facets.Add(new Facet(Aspect.Kind, "開催状況", $"{Word}（もとの予定は{Wording.When(record.Dates)}{record.Hours}）") { Sentence = Sentence(record) });
        // Off the card, so that no single day or hour is taken out of them.
        foreach (var (aspect, label, cues) in Asked)
            facets.Add(new Facet(aspect, label, Word) { Sentence = Sentence(record), Cues = cues, OnCard = false });
        return facets.All;
    }
}
