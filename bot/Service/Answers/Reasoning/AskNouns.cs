using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What is asked, as a noun: an answer that it is not recorded cannot say 「誰の記載がありません」.</summary>
internal static partial class Asks
{
    /// <summary>The noun for what is asked: 人数 for 何人, 時期 for いつ; the question's own word where it is a noun already.</summary>
    public static string Noun(Ask ask) => ask switch
    {
        AskAspect { Open: true, Aspect: var aspect } => aspect switch
        {
            Aspect.Date => "時期",
            Aspect.Place => "場所",
            Aspect.Person => "人の名前",
            Aspect.Reason => "理由",
            Aspect.Method => "方法",
            Aspect.Content => "内容",
            _ => ask.Surface,
        },
        AskAspect { Aspect: Aspect.Place } when ask.Surface == "ところ" => "場所",
        AskAspect { Aspect: Aspect.Role } when ask.Surface.StartsWith('ど') || ask.Surface.StartsWith('何') => "所属",
        AskQuantity { Unit: { } unit } => unit switch
        {
            "名" => "人数",
            "円" or "万円" or "億円" => "金額",
            "人" or "件" or "回" or "台" or "点" or "階" or "社" => unit + "数",
            _ => unit + "の数",
        },
        AskQuantity => ask.Surface.StartsWith("いくら", StringComparison.Ordinal) ? "金額" : "数",
        AskDate date => date.Piece switch
        {
            DatePiece.Weekday => "曜日",
            DatePiece.Year => "年",
            DatePiece.FiscalYear => "年度",
            DatePiece.Duration => "期間の長さ",
            DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime => "時刻",
            _ => "日付",
        },
        _ => ask.Surface,
    };
}
