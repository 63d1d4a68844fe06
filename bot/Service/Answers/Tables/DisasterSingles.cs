using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers about the support after one disaster.</summary>
internal static class DisasterSingles
{
    public static Answer? Answer(Question question, Disaster disaster, DisasterQuery query)
    {
        var yes = question.YesNo ? "はい。" : "";
        var decides = question.HasAny("確認", "決定", "決ま", "決め", "総会");
        if (decides || question.Asks(Aspect.Date) || question.Asked.Any(sense => sense is AsksDatePart))
            return When(disaster, query, decides);
        if (question.Asks(Aspect.Place) || question.Asks(Aspect.Reason))
            return null;
        var money = query.Kinds.Where(DisasterWording.IsMoney).ToList();
        var things = query.Kinds.Where(kind => !DisasterWording.IsMoney(kind)).ToList();
        var quantities = question.Asked.OfType<AsksQuantity>().ToList();
        var asksPersons = quantities.Exists(quantity => quantity.Unit is "人" or "名") || question.Has("人数") || question.Has("職員");
        var asksMoney = money.Count > 0 || question.Asks(Aspect.Amount) || quantities.Exists(quantity => quantity.Unit is "円" or "万円" or "億円") || question.HasAny("拠出", "寄付", "寄附", "donate", "money")
            || query.Kinds.Count == 0 && query.Giver is not null || things.Count == 0 && !asksPersons && quantities.Exists(quantity => quantity.Unit is null);
        if (asksPersons && !things.Contains(SupportKind.StaffDispatch) && (!asksMoney || money.Count == 0))
            things.Add(SupportKind.StaffDispatch);
        if (things.Count > 0 && money.Count == 0 && !question.Asks(Aspect.Amount))
            asksMoney = false;
        var sentences = new List<string>();
        var found = false;
        if (asksMoney)
            sentences.Add(Money(disaster, money, query, question, ref found));
        foreach (var kind in things)
            sentences.Add(Thing(disaster, kind, ref found));
        if (sentences.Count == 0)
        {
            found = true;
            sentences.Add($"{disaster.Name}への支援は、{string.Join('、', disaster.Support.Select(DisasterWording.Line))}です。");
        }

        var text = string.Concat(sentences);
        if (!found)
        {
            return new Answer(AnswerKind.NotFound, (question.YesNo ? "いいえ。" : "") + text)
            {
                Heading = $"{disaster.Name}への支援",
                Sources = disaster.Sources,
                Suggestions = [$"{disaster.Name}への支援内容は？", .. DisasterWording.Next.Take(2)],
            };
        }

        if (question.YesNo && question.Tokens.OfType<NumberToken>().FirstOrDefault() is { Number: var number })
            yes = Agrees(disaster, number) ? "はい。" : "いいえ。";
        return DisasterWording.Fact(yes + text, [disaster]);
    }

    private static bool Agrees(Disaster disaster, NumberMention number) => disaster.Support.Any(support => number.Unit is "円"
        ? support.AmountManYen is { } money && number.Condition.Matches(money * 10_000m)
        : support.Persons is { } persons && number.Condition.Matches(persons));

    private static string Money(Disaster disaster, List<SupportKind> kinds, DisasterQuery query, Question question, ref bool found)
    {
        var items = disaster.Support.Where(support => DisasterWording.Fits(support, kinds, query.Giver)).ToList();
        if (items.Count == 0)
        {
            var asked = DisasterWording.Giver(query.Giver ?? SupportGiver.NotStated) + (kinds.Count > 0 ? string.Join('・', kinds.Select(kind => DisasterTerms.Names[kind])) : "拠出");
            var others = disaster.Support.Where(support => support.AmountManYen is not null).ToList();
            if (query.LooseFund && query.Giver is null && others.Count > 0)
            {
                found = true;
                return $"{disaster.Name}では、{asked}の記載は資料にありませんが、{string.Join('、', others.Select(DisasterWording.Line))}の記録があります。";
            }

            return $"{disaster.Name}の{asked}は、資料に記載がありません。" + (others.Count > 0 ? $"資料にあるのは、{string.Join('・', others.Select(support => DisasterWording.Giver(support.By) + DisasterTerms.Names[support.Kind]).Distinct())}です。" : "");
        }

        found = true;
        var rest = "";
        // Condolence money is easily taken for part of the fund.
        if (kinds.Count == 1 && kinds[0] == SupportKind.RecoveryFund && disaster.Support.FirstOrDefault(support => support.Kind == SupportKind.Condolence) is { } condolence)
            rest = $"これとは別に{DisasterWording.Line(condolence)}を拠出しています。";
        if (items.Count == 1)
            return $"{disaster.Name}の{DisasterWording.Giver(items[0].By)}{DisasterTerms.Names[items[0].Kind]}は、{Numbers.Money(items[0].AmountManYen!.Value)}です。{rest}";
        var sum = $"合わせて{Numbers.Money(items.Sum(item => item.AmountManYen!.Value))}";
        var list = string.Join('、', items.Select(item => $"{DisasterWording.Giver(item.By)}{DisasterTerms.Names[item.Kind]}が{Numbers.Money(item.AmountManYen!.Value)}"));
        return question.Asks(Operation.Sum) || kinds.Count != 1 ? $"{disaster.Name}で拠出した金額は、{list}で、{sum}です。" : $"{disaster.Name}の{DisasterTerms.Names[kinds[0]]}は、{list}です（{sum}）。";
    }

    private static string Thing(Disaster disaster, SupportKind kind, ref bool found)
    {
        var name = DisasterTerms.Names[kind];
        if (disaster.Support.FirstOrDefault(support => support.Kind == kind) is not { } support)
            return $"{disaster.Name}での{name}は、資料に記載がありません。";
        found = true;
        if (support.Persons is { } persons)
            return $"{disaster.Name}での{name}は、{Numbers.Count(persons)}人{(support.Cumulative ? "（累積）" : "")}です。";
        var missing = kind switch
        {
            SupportKind.StaffDispatch => "人数",
            SupportKind.VehicleDispatch => "台数",
            _ => "品目や量",
        };
        return $"{disaster.Name}では{name}の記録がありますが、{missing}は資料に記載がありません。";
    }

    private static Answer When(Disaster disaster, DisasterQuery query, bool decides)
    {
        if (disaster.Decisions is { Count: > 0 } decisions && (decides || query.Kinds.Count > 0))
        {
            var text = string.Concat(decisions.Select(decision => $"{JapaneseCalendar.LongWithWeekday(decision.Date)}の{decision.Meeting}で、{decision.Wording}しています。"));
            return DisasterWording.Fact(text, [disaster]) with { Sources = [.. decisions.Select(decision => decision.Source)] };
        }

        var began = disaster.Began is null || query.Kinds.Count > 0 || decides ? "" : $"名称からは{Began(disaster.Began)}の災害です。";
        var what = query.Kinds.Count > 0 || decides ? "支援を決めた日や拠出の時期" : "発生した日";
        return new Answer(AnswerKind.NotFound, $"{disaster.Name}の{what}は、資料に記載がありません。{began}")
        {
            Heading = $"{disaster.Name}への支援",
            Sources = disaster.Sources,
            Suggestions = [$"{disaster.Name}への支援内容は？", .. DisasterWording.Next.Take(2)],
        };
    }

    private static string Began(DisasterDate date) => date.Day is { } day ? JapaneseCalendar.Long(new DateOnly(date.Year, date.Month ?? 1, day))
        : date.Month is { } month ? JapaneseCalendar.LongMonth(date.Year, month) : JapaneseCalendar.YearName(date.Year);
}
