using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers about money that a document reports by fiscal year and recipients, without disaster or amount.</summary>
internal static class DisasterGrants
{
    public static Answer? TryAnswer(Question question, DisasterQuery query, IReadOnlyList<ReliefGrant> grants)
    {
        if (query.Named || query.Kinds.Any(kind => kind != SupportKind.RecoveryFund) || query.Giver == SupportGiver.EachWard)
            return null;
        var byYear = query.Dates.Count > 0;
        var grant = grants.FirstOrDefault(grant => byYear
            ? query.Dates.Any(date => date.Covers(JapaneseCalendar.FiscalYearStart(grant.FiscalYear), JapaneseCalendar.FiscalYearEnd(grant.FiscalYear)) && date.FiscalYear == grant.FiscalYear)
            : query.Prefectures.Count > 0 && query.Prefectures.All(grant.Prefectures.Contains));
        if (grant is null || byYear && query.Prefectures.Any(name => !grant.Prefectures.Contains(name)))
            return null;
        var year = JapaneseCalendar.FiscalYearName(grant.FiscalYear);
        var kind = DisasterTerms.Names[grant.Kind];
        var money = question.Asks(Aspect.Amount) || question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is null or "円" or "万円" or "億円");
        var counted = question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is not null and not ("円" or "万円" or "億円")) || question.Asks(Operation.Count);
        var text = query.Prefectures.Count > 0 ? $"{year}に、{string.Join('・', query.Prefectures)}へ{kind}を拠出しています。{grant.Note}"
            : money ? $"{year}に{kind}を拠出した先は{string.Join('、', grant.Prefectures)}ですが、金額は資料に記載がありません。"
            : counted ? $"{year}に{kind}を拠出したのは、{grant.Prefectures.Count}府県（{string.Join('、', grant.Prefectures)}）です。"
            : $"{year}に{kind}を拠出したのは、{string.Join('、', grant.Prefectures)}の{grant.Prefectures.Count}府県です。災害名と金額は、資料に記載がありません。";
        return new Answer(AnswerKind.Fact, (question.YesNo ? "はい。" : "") + text)
        {
            Heading = grant.Name,
            Details = [("拠出先", string.Join('、', grant.Prefectures)), ("種類", kind)],
            Notes = grant.Note is { } note ? [note] : [],
            Sources = grant.Sources,
            Suggestions = ["支援の記録がある災害の一覧は？", "23区共同の拠出額の合計は？"],
        };
    }
}
