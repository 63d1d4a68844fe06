using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers questions about the list of partner municipalities of 1 August 2015: who is on it, and how many, by prefecture, region and kind.</summary>
internal sealed class ExchangeListAnswers : ITableAnswers
{
    private static readonly DateOnly AsOf = new(2015, 8, 1);

    private readonly ExchangeMembership membership;
    private readonly ExchangeCounts counts;

    public ExchangeListAnswers(KnowledgeBase knowledge)
    {
        var list = new ExchangeList(knowledge.Tables);
        membership = new ExchangeMembership(list, knowledge);
        counts = new ExchangeCounts(list, [.. knowledge.Tables.Series.Select(series => new SeriesBook(series, knowledge.Tables.Figures))]);
    }

    public Answer? TryAnswer(Question question)
    {
        if (!question.Tokens.Any(token => token is TermToken or NumberToken || token is AskToken ask && ask.Senses.Any(sense => sense is SaysTied or LimitsKind)))
            return null;
        var query = new ExchangeQuery(question);
        if (query.NamesWard)
            return null;
        if (query.Municipalities.Count > 0)
            return AsksOutside(question, query.AsksWard) || query.IsLeft && !query.AsksWard ? null : OtherDate(question) ? null : membership.Answer(query);
        if (!query.NamesList && !query.Tied && !query.Listed && !query.NamesSeries && !query.SaysList && !query.LimitsToPrefectures && !query.NamesTotal && !query.OnlyPlaces || AsksOutside(question, false) || query.AsksWard || query.IsLeft)
            return null;
        var answer = counts.Answer(query);
        return answer is not null && OtherDate(question)
            ? Answer.NotFound($"{question.Date!.Condition.Describe()}の道府県別・市町村別の数や名前は、記録に見つかりません。記録にあるのは、{JapaneseCalendar.Long(AsOf)}現在の一覧だけです。")
            : answer;
    }

    /// <summary>A side of the matter that a list of names does not tell.</summary>
    private static bool AsksOutside(Question question, bool ward) => question.Asked.Any(sense => sense switch
    {
        AsksAspect { Aspect: Aspect.Place or Aspect.Title or Aspect.Count or Aspect.Participants } => false,
        AsksAspect { Aspect: Aspect.Person, Interrogative: false } => true,
        AsksAspect { Aspect: Aspect.Content, Interrogative: true } => !ward && question.Has("何を"),
        AsksAspect => true,
        AsksDatePart => true,
        AsksQuantity { Unit: { } unit } => unit is "区" or "人" or "名" or "回" or "円" or "万円" or "億円" or "社" or "校" or "万人" or "分" or "時" or "階" or "番",
        AsksOperation { Operation: Operation.Longest or Operation.Shortest or Operation.Growth or Operation.First } => true,
        _ => false,
    });

    private static bool OtherDate(Question question) => question.Date is { Condition: { } date } && !date.Matches(AsOf, AsOf) && !(date is { Unit: DateUnit.FiscalYear, FiscalYear: 2015 });
}
