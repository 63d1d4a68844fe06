using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>How meetings that are still to come are told, and that there are none.</summary>
internal static class ComingMeetingWording
{
    /// <summary>More cancelled meetings than this are told by their number.</summary>
    private const int MostCancelled = 2;

    /// <summary>The document that the secretariat's notices make up.</summary>
    private static readonly SourceRef Register = new("meetings", "会議の登録");

    /// <summary>None is registered: a fact, since every meeting that is called through the bot is.</summary>
    public static Answer None(Term body, Entry? latest) => new(AnswerKind.Fact, $"これから開催される{body.Name}は、現在のところ登録されていません。")
    {
        Sources = [Register],
        Suggestions = latest is null ? [] : [$"{latest.ShortTitle}について教えて"],
    };

    /// <summary>What was to come was cancelled, and nothing else is registered.</summary>
    public static Answer OnlyCancelled(List<(Meeting Record, Entry Entry)> cancelled, Term body) => new(AnswerKind.Fact, $"{Cancelled(cancelled)}現在、ほかに予定されている{body.Name}は登録されていません。")
    {
        Heading = cancelled is [var (_, only)] ? only.Title : null,
        Sources = SetAnswers.OneSourceEach(cancelled.Select(pair => pair.Entry)),
        Entries = cancelled.ConvertAll(pair => pair.Entry),
    };

    /// <summary>An answer about what comes, after what was to come before it.</summary>
    public static Answer After(List<(Meeting Record, Entry Entry)> cancelled, Answer answer) => cancelled.Count == 0 ? answer : answer with
    {
        Text = Wording.Cut($"{Cancelled(cancelled)}次に予定されているものは、次のとおりです。{answer.Text}", Wording.ListLimit),
    };

    /// <summary>Two on one day are both the next; of a meeting of today nobody knows here whether it is over, so that the one after it is told too.</summary>
    public static Answer WithOthers(Answer answer, List<(Meeting Record, Entry Entry)> held, DateOnly today)
    {
        if (held.Count < 2 || held[0].Entry.FirstDay != today && held[0].Entry.FirstDay != held[1].Entry.FirstDay)
            return answer;
        var (record, _) = held[1];
        return answer with { Text = Wording.Cut($"{answer.Text}続いて、{Wording.When(record.Dates)}{record.Hours}に{CancelledMeetings.FullName(record)}が予定されています。", Wording.ListLimit) };
    }

    private static string Cancelled(List<(Meeting Record, Entry Entry)> cancelled) => cancelled.Count <= MostCancelled
        ? string.Concat(cancelled.Select(pair => CancelledMeetings.Sentence(pair.Record)))
        : $"予定されていた{Wording.List(cancelled.As(pair => $"{CancelledMeetings.FullName(pair.Record)}（{Wording.When(pair.Record.Dates)}）"), Wording.AnswerLimit)}は、中止になりました。";
}
