using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>What a question about associations wants to know.</summary>
/// <param name="Date">When an agreement was made.</param>
/// <param name="Members">How many municipalities belong to an association.</param>
/// <param name="Associations">How many associations.</param>
/// <param name="Prefectures">How many, or which, prefectures.</param>
/// <param name="Days">How many days lie between agreements.</param>
internal sealed record RegionalAsk(bool Date, bool Members, bool Associations, bool Prefectures, bool Days)
{
    public static RegionalAsk Of(Question question)
    {
        var asked = question.Asked.ToList();
        var units = asked.OfType<AsksQuantity>().ToList();
        var pieces = asked.OfType<AsksDatePart>().ToList();
        var membersNamed = question.HasAny("構成", "加盟", "自治体数", "市町村数", "町村数", "会員数", "members", "municipalities");
        var members = membersNamed && !question.HasAny("構成団体は", "構成自治体は") || units.Exists(unit => unit.Unit is "自治体" or "市町村" or "市" or "町" or "村" or "町村")
            || membersNamed && (units.Count > 0 || question.Asks(Operation.Count) || Ranks(question));
        var count = question.Asks(Operation.Count) || units.Exists(unit => unit.Unit is null);
        var associations = units.Exists(unit => unit.Unit is "団体" or "件" or "回" || unit.Unit is "つ" or "か所" or "箇所" && !members) || question.HasAny("団体数", "協定数", "締結数", "件数") || count && !members;
        var prefectures = units.Exists(unit => unit.Unit is "地域" or "府県" or "都道府県" or "道府県" or "県") || question.HasAny("都道府県", "道府県", "地域数", "どの県", "どこの県", "どの地域", "県名");
        var days = pieces.Exists(piece => piece.Part == DatePiece.Duration) || question.HasAny("間隔", "日数", "何日あ", "何日後", "何か月");
        var date = !days && (question.Asks(Aspect.Date) || pieces.Exists(piece => piece.Part is not (DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime)) || question.HasAny("締結日", "締結年", "when", "signed"));
        return new RegionalAsk(date, members, associations && !prefectures, prefectures, days);
    }

    public static bool Ranks(Question question) => question.Asks(Operation.Max) || question.Asks(Operation.Min) || question.Asks(Operation.Sum) || question.Asks(Operation.Average)
        || question.Asks(Operation.Second) || question.Asks(Operation.Difference) || question.Asks(Operation.Ratio) || question.Asks(Operation.Share) || question.Asks(Operation.Compare);
}
