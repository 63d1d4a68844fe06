using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Tables;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>The tables that questions are answered from before single records are looked at: one line a table, the most particular first.</summary>
internal static class TableAnswers
{
    public static IReadOnlyList<ITableAnswers> All(KnowledgeBase knowledge, RecordAnswers records) => knowledge.Tables.Prefectures.Count == 0 ? [] :
    [
        new ComingMeetingAnswers(knowledge),
        new OpeningAnswers(knowledge),
        new SupportByPlaceAnswers(knowledge, records),
        new ReportedSupportAnswers(knowledge),
        new DisasterAnswers(knowledge.Tables.Disasters, knowledge.Tables.ReliefGrants),
        new AgreementAnswers(knowledge),
        new StatisticsAnswers(knowledge),
        new ExchangeListAnswers(knowledge),
        new FigureAnswers(knowledge),
    ];
}
