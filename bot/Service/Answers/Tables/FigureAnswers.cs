using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers questions about single figures that belong to no series: the questionnaire of 2014, the share of all municipalities, staff sent, and how often events were held.</summary>
internal sealed class FigureAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    private static readonly Regex SurveyWords = Remainder.Words("あんけーと", "回答率", "回収率", "328", "1718", "1,718", "回答", "回収", "返答", "宛て", "宛", "送付", "送信", "呼びかけ", "呼掛", "調査", "お知らせ", "割合", "比率", "平成26", "当初", "最初", "先", "送");
    private static readonly Regex ShareWords = Remainder.Words("全市町村", "割合", "比率", "割", "国内", "友好", "何分");
    private static readonly Regex StaffWords = Remainder.Words("職員派遣", "派遣職員", "派遣中", "派遣", "職員", "被災自治体", "被災地", "被災", "延", "累計", "年", "月", "頃", "取組");
    private static readonly Regex EventWords = Remainder.Words("魅力発信いべんと", "魅力発信", "いべんと", "紹介展示", "展示", "地域", "紹介", "回数", "開催", "実施", "延");

    private readonly Dictionary<string, Figure> figures = knowledge.Tables.Figures.ToDictionary(figure => figure.Key);

    public Answer? TryAnswer(Question question)
    {
        // A total is no answer to what it is made up of.
        if (question.Has("内訳"))
            return null;
        if (question.Has("あんけーと") && WantsNumber(question))
            return Fits(question, SurveyWords) ? Survey(question) : null;
        if ((question.Asks(Operation.Share) || question.Has("何分の") || question.Has("1/3")) && question.Has("市町村") && (question.Has("連携") || question.Has("交流")) && (question.Has("全国") || question.Has("1718") || question.Has("1,718")))
            return Fits(question, ShareWords) && question.Date is null or { Condition.From.Year: 2015 } ? Share() : null;
        if (question.Has("派遣") && question.Asked.Any(sense => sense is AsksQuantity { Unit: "人" or "名" or null }) && (question.Has("派遣中") || In2015(question)) && Fits(question, StaffWords))
            return Staff(question);
        return WantsNumber(question) && question.Date is null && !question.Asks(Operation.Max) && !question.Asks(Operation.First) ? Events(question) : null;
    }

    private static bool In2015(Question question) => question.Date is { Condition: { } date } && date.From >= new DateOnly(2015, 1, 1) && date.Until <= new DateOnly(2016, 3, 31);

    private static bool WantsNumber(Question question) => question.Asked.Any(sense => sense is AsksQuantity or AsksOperation { Operation: Operation.Count or Operation.Share or Operation.Sum });

    /// <summary>True where nothing is named or asked that the figure does not cover.</summary>
    private static bool Fits(Question question, Regex words) =>
        Remainder.Of(question, words, _ => false).Count == 0 && !question.Asked.Any(sense => sense is AsksAspect { Aspect: not (Aspect.Participants or Aspect.Audience) });

    private Answer? Survey(Question question)
    {
        if (question.Tokens.OfType<NumberToken>().Any(token => token.Number.Value is not (1718 or 328)) || question.Date is { Condition: { } date } && !date.Matches(new DateOnly(2014, 9, 19), new DateOnly(2014, 9, 19)))
            return null;
        var (asked, answers) = (figures["survey-asked-2014-09-19"], figures["survey-answers-2014"]);
        var when = JapaneseCalendar.Long(asked.AsOf!.Value);
        var text = question switch
        {
            var q when q.Asks(Operation.Share) => $"回答率は約{Numbers.Percent(answers.Value!.Value, asked.Value!.Value)}です（{when}にアンケートを送った{Numbers.Count((long)asked.Value)}自治体のうち、回答は{answers.Value:0}件）。",
            var q when q.Asked.Any(sense => sense is AsksQuantity { Unit: "県" or "府県" or "都道府県" or "道府県" }) => "回答は、47の全都道府県内の市町村からありました。",
            var q when q.Has("回答") || q.Has("回収") || q.Has("返答") => $"アンケートの回答は{answers.Value:0}件です（{when}に{Numbers.Count((long)asked.Value!.Value)}自治体へ送付。回答率は約{Numbers.Percent(answers.Value!.Value, asked.Value.Value)}）。",
            _ => $"アンケートは、{when}に全国{Numbers.Count((long)asked.Value!.Value)}自治体へ送りました。回答は{answers.Value:0}件です。",
        };
        return new Answer(AnswerKind.Fact, text)
        {
            Heading = "連携・交流についてのアンケート",
            Details = [(asked.Subject, $"{Numbers.Count((long)asked.Value!.Value)}自治体"), (answers.Subject, $"{answers.Value:0}件"), ("回答率", Numbers.Percent(answers.Value!.Value, asked.Value.Value))],
            Sources = [.. asked.Sources.Concat(answers.Sources).Distinct()],
            Suggestions = ["アンケートの回答率は？", "交流自治体数の推移は？"],
        };
    }

    private Answer Share()
    {
        var (listed, all) = (figures["exchange-2015-08-01"].Value!.Value, figures["survey-asked-2014-09-19"].Value!.Value);
        return Simple("exchange-share-2015-08-01", $"平成27年（2015年）8月1日現在、特別区は全国{Numbers.Count((long)all)}市町村の約1/3と連携があるとされています（{listed:0}市町村で、計算では約{Numbers.Percent(listed, all)}）。");
    }

    private Answer Staff(Question question)
    {
        var (sent, present) = (Numbers.Count((long)figures["staff-dispatched-2015"].Value!.Value), Numbers.Count((long)figures["staff-present-2015"].Value!.Value));
        return question.Has("派遣中")
            ? Simple("staff-present-2015", $"被災自治体に派遣中の職員は、平成27年（2015年）10月頃の資料で{present}名です。それまでの延べ人数は{sent}名超です。")
            : Simple("staff-dispatched-2015", $"被災自治体に派遣した職員は、平成27年（2015年）10月頃の資料で延べ{sent}名超です（当時派遣中は{present}名）。");
    }

    private Answer? Events(Question question)
    {
        if (!question.Asked.Any(sense => sense is AsksQuantity { Unit: "回" or "件" or null } or AsksOperation { Operation: Operation.Count }) || question.TermTokens.Any(token => token.Inherited))
            return null;
        var (appeal, shown) = (question.Has("魅力発信いべんと"), question.Has("紹介展示"));
        if (appeal == shown || !Fits(question, EventWords))
            return null;
        var figure = figures[appeal ? "appeal-events-2024" : "introduction-exhibitions-2024"];
        return Simple(figure.Key, $"連携自治体の地域を紹介する{(appeal ? "魅力発信イベント" : "紹介展示")}は、延べ{figure.Value:0}回実施しました（{JapaneseCalendar.Long(figure.AsOf!.Value)}現在）。");
    }

    private Answer Simple(string key, string text)
    {
        var figure = figures[key];
        return new Answer(AnswerKind.Fact, text)
        {
            Heading = figure.Subject,
            Details = [("資料の記載", figure.Wording)],
            Notes = figure.Note is { } note ? [note] : [],
            Sources = figure.Sources,
        };
    }
}
