using System.Globalization;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// Answers about the meetings that are still to come: the next of a body (「次の連絡会」), of any body (「次回の会議」), or all (「今後の会議」). What was to come and was cancelled is said as such, and that none is registered is said
/// rather than that nothing was found: what is to come is known exactly, since the secretariat registers it here. A meeting of years ago is never the answer.
/// </summary>
internal sealed class ComingMeetingAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    /// <summary>From this weight on, a word of the question says which meeting is meant.</summary>
    private const double Telling = 0.6;

    private static readonly Vocabulary Words = new("開催 予定 日程 日時 日 場所 会場 案内 登録 出席 出欠 参加 議題 件名 内容 時間 時刻 中止 延期 変更 決定 今 現在 最新 近日 直近 回 件 有 無 開 決");

    private readonly IReadOnlyList<(Meeting Record, Entry Entry)> meetings = Pairs(knowledge);

    public Answer? TryAnswer(Question question)
    {
        if (question.Date?.Coming is not { } coming || Body(question) is not { } body || SaysMore(question))
            return null;
        var ahead = Ahead(body, question.Today);
        var words = question.Contents.Where(content => !content.Excluded && !content.Inherited && content is { IsVerb: false, Weight: >= Telling } && !Words.Explains(content)).ToList();
        if (words.Count > 0)
            ahead = ahead.FindAll(pair => words.TrueForAll(word => EntryFit.Meets(pair.Entry, word) > 0));
        if (words.Count > 0 && ahead.Count == 0)
            return null;

        var held = ahead.FindAll(pair => pair.Record.IsCancelled != true);
        // What was cancelled later than the next meeting changes nothing of what is asked.
        var cancelled = ahead.FindAll(pair => pair.Record.IsCancelled == true && (held.Count == 0 || coming == Coming.All || pair.Entry.FirstDay <= held[0].Entry.FirstDay));
        if (held.Count == 0)
            return cancelled.Count > 0 ? ComingMeetingWording.OnlyCancelled(cancelled, body) : ComingMeetingWording.None(body, LatestOf(body, question.Today));
        var isListed = coming == Coming.All && held.Count > 1 || question.Asks(Operation.List) || question.Asks(Operation.Count) || question.Asked.Any(sense => sense is AsksQuantity { Unit: "回" or "件" or null });
        var answer = isListed
            ? SetAnswers.List(question, held.ConvertAll(pair => pair.Entry), [])
            : ComingMeetingWording.WithOthers(SingleAnswers.Answer(held[0].Entry, question, Asks.Of(question)), held, question.Today);
        return ComingMeetingWording.After(cancelled, answer);
    }

    /// <summary>The body whose meetings are meant, the narrowest that is named; null where something else is.</summary>
    private static Term? Body(Question question)
    {
        var classes = question.TermTokens.Where(token => !token.Excluded).Select(token => token.Of(TermKind.Category)).OfType<Term>().Distinct().ToList();
        if (classes.Count == 0 || !classes.TrueForAll(Categories.IsMeeting))
            return null;
        var narrowest = classes.FindAll(term => !classes.Exists(other => other != term && other.IsWithin(term)));
        return narrowest is [var only] ? only : null;
    }

    /// <summary>True where the question also names a place, a person, an edition or something unknown. What was said before does not count where the body is named anew.</summary>
    private static bool SaysMore(Question question) =>
        question.Tokens.Any(token => !token.Excluded && !token.Inherited && token switch
        {
            TermToken { Soft: false } term => !term.Is(TermKind.Category),
            OrdinalToken or NumberToken => true,
            ContentToken content => content is { Known: false, IsVerb: false } && !Words.Explains(content),
            _ => false,
        })
        || question.TermTokens.Any(token => token.Inherited && !token.Soft && !token.Is(TermKind.Category)) && question.TermTokens.All(token => token.Inherited);

    /// <summary>The meetings of a body from today on, the first first. Of today's, those of which there are no minutes yet.</summary>
    private List<(Meeting Record, Entry Entry)> Ahead(Term body, DateOnly today) =>
    [
        .. meetings
            .Where(pair => pair.Entry.Categories.Any(category => category.IsWithin(body)) && LastDay(pair.Record) is var last && (last > today || last == today && pair.Record.IsAnnounced == true))
            .OrderBy(pair => pair.Entry.FirstDay).ThenBy(pair => Begins(pair.Record)),
    ];

    /// <summary>The last that was: offered, never given as the answer.</summary>
    private Entry? LatestOf(Term body, DateOnly today) =>
        meetings.Where(pair => pair.Entry.Categories.Any(category => category.IsWithin(body)) && pair.Record.IsCancelled != true && LastDay(pair.Record) <= today).Select(pair => pair.Entry).MaxBy(entry => entry.FirstDay);

    private static DateOnly LastDay(Meeting record) => record.Dates.Max(period => period.LastDay);

    private static TimeOnly Begins(Meeting record) =>
        record.Hours is { } hours && TimeOnly.TryParseExact(hours.Split('～')[0], "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : TimeOnly.MinValue;

    private static List<(Meeting, Entry)> Pairs(KnowledgeBase knowledge)
    {
        var entries = knowledge.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        return [.. knowledge.Tables.Meetings.Where(meeting => meeting.Dates.Count > 0).Select(meeting => (meeting, entries[MeetingEntries.KeyOf(meeting)]))];
    }
}
