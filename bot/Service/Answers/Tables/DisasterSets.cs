using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers over several disasters: sums, ranks, comparisons, and which of them had what.</summary>
internal static class DisasterSets
{
    /// <summary>Arithmetic and lists that the question asks for; null where it asks for none.</summary>
    public static Answer? TryAnswer(Question question, DisasterQuery query, DisasterBook book)
    {
        var (all, measure) = (book.All, DisasterMeasure.Of(question, query));
        if (question.NextAfter(TermKind.Disaster) is { } before && book.Named(before.Name).FirstOrDefault() is { } reference)
            return After(book, measure.OneGiver(all), reference);
        if (question.Asks(Operation.Share) && (query.Named || !query.All))
            return Share(query.Chosen, measure, all);
        if (query.Chosen.Count < 2)
            return query.Named ? null : Which(question, query, book);
        if (DisasterAnswers.Counts(question) && query.Kinds.Count == 0)
            return HowMany(query);
        if (Bound(question, measure) is { } bound)
            return Bounded(query.Chosen, measure, bound);
        if (Place(question) is { } place)
            return Rank(question, book, query.Chosen, measure.OneGiver(query.Chosen), place);
        if (question.Asks(Operation.Max) || question.Asks(Operation.Min))
            return Extreme(question, book, query.Chosen, measure.OneGiver(query.Chosen));
        if (question.Asks(Operation.Sum) || question.Asks(Operation.Average))
            return Sum(question, query, measure);
        if (query.Named && query.Chosen.Count == 2 && (Compares(question) || question.Asks(Operation.Ratio)))
            return Compare(question, query.Chosen, measure.OneGiver(measure.Known(query.Chosen)));
        if (Top(question) is { } top || question.HasAny("多い順", "少ない順", "大きい順", "高い順", "順に") && (top = 99) > 0)
            return Ranking(question, book, query.Chosen, measure.OneGiver(query.Chosen), top);
        if ((question.Asks(Operation.First) || question.Asks(Operation.Last)) && query.All)
            return DisasterWording.Fact($"資料に挙げられた災害のうち{(question.Asks(Operation.First) ? "最初" : "最後")}は、{(question.Asks(Operation.First) ? all[0] : all[^1]).Name}です（掲載順）。", [question.Asks(Operation.First) ? all[0] : all[^1]]);
        if (!query.Named)
            return Which(question, query, book) ?? Total(question, query, measure);
        return null;
    }

    /// <summary>Several disasters that a question names, or one name that fits several.</summary>
    public static Answer Several(Question question, DisasterQuery query, DisasterBook book)
    {
        var measure = DisasterMeasure.Of(question, query);
        var things = query.Kinds.Where(kind => !DisasterWording.IsMoney(kind)).ToList();
        var count = question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is "件" or "つ" or "回" or "種類") || question.Asks(Operation.Count) && !measure.Staff;
        if (count && query.Kinds.Count == 0)
            return HowMany(query);
        if (query.Ambiguous && !question.Asks(Operation.List) && !question.Asked.Any(sense => sense is AsksWhich) && !question.YesNo)
            return WhichOne(question, query, measure);
        if (things.Count > 0 && !measure.Staff && Which(question, query, book) is { } which)
            return which;
        if (query.Chosen.Count > 6 && query.Kinds.Count == 0 && !measure.Staff)
            return DisasterWording.Fact($"支援の記録がある災害は、{string.Join('、', query.Chosen.Select(disaster => disaster.Name))}の{query.Chosen.Count}件です。", query.Chosen);
        var lines = query.Chosen.Select(disaster => measure.Of(disaster) > 0 && (query.Kinds.Count > 0 || measure.Staff || question.Asks(Aspect.Amount) || question.Asked.Any(sense => sense is AsksQuantity))
            ? $"{disaster.Name}が{(measure.Staff ? measure.Write(measure.Of(disaster)) : string.Join('・', disaster.Support.Where(support => DisasterWording.Fits(support, measure.Kinds, measure.Giver)).Select(DisasterWording.Line)))}"
            : query.Kinds.Count > 0 || measure.Staff ? $"{disaster.Name}は{measure.Label}の記載なし"
            : $"{disaster.Name}（{string.Join('・', disaster.Support.Select(DisasterWording.Line))}）").ToList();
        return DisasterWording.Fact((question.YesNo ? "はい。" : "") + Wording.Cut($"{Wording.List(lines, 520)}です。", Wording.ListLimit), query.Chosen);
    }

    private static Answer HowMany(DisasterQuery query) =>
        DisasterWording.Fact($"支援の記録がある災害は{query.Chosen.Count}件です（{string.Join('、', query.Chosen.Select(disaster => disaster.Name))}）。", query.Chosen);

    private static bool Compares(Question question) => question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true }) || question.Has("どの");

    private static int? Place(Question question) => question.Tokens.OfType<OrdinalToken>().FirstOrDefault()?.Ordinal ?? (question.Asks(Operation.Second) ? 2 : null);

    /// <summary>「東日本大震災の次に多かったのは」: the next in rank after the one named.</summary>
    private static Answer? After(DisasterBook book, DisasterMeasure measure, Disaster reference)
    {
        var ranked = book.Ranked(book.All, measure).ToList();
        var place = ranked.IndexOf(reference);
        return place < 0 || place + 1 >= ranked.Count ? null
            : DisasterWording.Fact($"{measure.Label}が{reference.Name}（{measure.Write(measure.Of(reference))}）の次に多いのは、{ranked[place + 1].Name}の{measure.Write(measure.Of(ranked[place + 1]))}です。", [ranked[place + 1]]);
    }

    private static int? Top(Question question) => question.Has("上から") && question.Tokens.OfType<NumberToken>().FirstOrDefault(token => token.Number.Unit is "つ" or "件" or "個" or null) is { } few ? (int)Math.Clamp(few.Number.Value, 1, 99) : question.Tokens.OfType<NumberToken>().FirstOrDefault(token => token.Number.IsTop) is { } token ? (int)Math.Clamp(token.Number.Value, 1, 99) : null;

    private static NumberCondition? Bound(Question question, DisasterMeasure measure)
    {
        var token = question.Tokens.OfType<NumberToken>().FirstOrDefault(token => !token.Number.IsTop && (token.Number.Comparison != NumberComparison.Equal || token.Number.Unit is "円" or "人" or "名"));
        if (token is null || token.Number.Unit is "区")
            return null;
        return measure.Staff || token.Number.Unit is "人" or "名" ? token.Number.Condition : token.Number.Condition with { Value = token.Number.Value / 10_000m };
    }

    private static Answer Bounded(IReadOnlyList<Disaster> chosen, DisasterMeasure measure, NumberCondition bound)
    {
        measure = bound.Unit is "人" or "名" ? measure with { Staff = true } : measure;
        var found = measure.Known(chosen).Where(disaster => bound.Matches(measure.Of(disaster))).ToList();
        return found.Count == 0
            ? new Answer(AnswerKind.NotFound, $"{measure.Label}がお尋ねの条件に当てはまる災害は、記録にありません。") { Suggestions = DisasterWording.Next }
            : DisasterWording.Fact($"{measure.Label}がお尋ねの条件に当てはまる災害は{found.Count}件で、{measure.List(found)}です。", found);
    }

    private static Answer? Share(IReadOnlyList<Disaster> chosen, DisasterMeasure measure, IReadOnlyList<Disaster> all)
    {
        measure = measure.OneGiver(all);
        var (part, whole) = (chosen.Sum(measure.Of), all.Sum(measure.Of));
        return part == 0 || whole == 0 ? null
            : DisasterWording.Fact($"{string.Join('・', chosen.Select(disaster => disaster.Name))}の{measure.Label}（{measure.Write(part)}）は、資料に記載された合計{measure.Write(whole)}の{Numbers.Percent(part, whole)}です。", chosen);
    }

    /// <summary>From the least, where the question asks so.</summary>
    private static bool Ascending(Question question) => !question.OwnText().ContainsAny("多大高") && (question.Asks(Operation.Min) || question.HasAny("少な", "小さ", "低い"));

    private static IReadOnlyList<Disaster> Ordered(DisasterBook book, IReadOnlyList<Disaster> chosen, DisasterMeasure measure, bool ascending) =>
        book.Ranked(chosen, measure) is var ranked && ascending ? [.. ranked.OrderBy(measure.Of)] : ranked;

    private static Answer? Extreme(Question question, DisasterBook book, IReadOnlyList<Disaster> chosen, DisasterMeasure measure)
    {
        var ascending = Ascending(question);
        var ranked = Ordered(book, chosen, measure, ascending);
        if (ranked.Count == 0)
            return null;
        var first = ranked.TakeWhile(disaster => measure.Of(disaster) == measure.Of(ranked[0])).ToList();
        return DisasterWording.Fact($"{measure.Label}が最も{(ascending ? "少ない" : "多い")}のは、{string.Join('、', first.Select(disaster => disaster.Name))}の{measure.Write(measure.Of(first[0]))}です。{Parts(first, measure)}", first);
    }

    /// <summary>Where the figure of one disaster is made up of two kinds of money, both are named.</summary>
    private static string Parts(List<Disaster> disasters, DisasterMeasure measure)
    {
        if (measure.Staff || disasters.Count != 1)
            return "";
        var items = disasters[0].Support.Where(support => DisasterWording.Fits(support, measure.Kinds, measure.Giver)).ToList();
        return items.Count < 2 ? "" : $"内訳は、{string.Join('、', items.Select(item => DisasterTerms.Names[item.Kind] + Numbers.Money(item.AmountManYen!.Value)))}です。";
    }

    private static Answer Rank(Question question, DisasterBook book, IReadOnlyList<Disaster> chosen, DisasterMeasure measure, int place)
    {
        var ascending = Ascending(question);
        var ranked = Ordered(book, chosen, measure, ascending);
        if (place < 1 || place > ranked.Count)
            return new Answer(AnswerKind.NotFound, $"{measure.Label}の記載がある災害は{ranked.Count}件で、{place}番目はありません。") { Suggestions = DisasterWording.Next };
        var tied = ranked.Where(disaster => measure.Of(disaster) == measure.Of(ranked[place - 1])).ToList();
        return DisasterWording.Fact($"{measure.Label}が{place}番目に{(ascending ? "少ない" : "多い")}のは、{string.Join('、', tied.Select(disaster => disaster.Name))}の{measure.Write(measure.Of(tied[0]))}です。{Parts(tied, measure)}", tied);
    }

    private static Answer? Ranking(Question question, DisasterBook book, IReadOnlyList<Disaster> chosen, DisasterMeasure measure, int count)
    {
        var ascending = Ascending(question);
        var ranked = Ordered(book, chosen, measure, ascending).Take(count).ToList();
        return ranked.Count == 0 ? null : DisasterWording.Fact($"{measure.Label}の{(ascending ? "少ない" : "多い")}順に、{measure.List(ranked)}です。", ranked);
    }

    private static Answer? Compare(Question question, IReadOnlyList<Disaster> chosen, DisasterMeasure measure)
    {
        var known = measure.Known(chosen);
        if (known.Count < 2)
        {
            var missing = chosen.Except(known).Select(disaster => disaster.Name);
            return new Answer(AnswerKind.NotFound, $"{string.Join('・', missing)}の{measure.Label}は資料に記載がなく、比べられません。") { Suggestions = DisasterWording.Next };
        }

        var ranked = known.OrderByDescending(measure.Of).ToList();
        var (more, less) = (measure.Of(ranked[0]), measure.Of(ranked[1]));
        var text = question.Asks(Operation.Ratio)
            ? $"{measure.Label}は、{ranked[0].Name}（{measure.Write(more)}）が{ranked[1].Name}（{measure.Write(less)}）の約{Numbers.Times((decimal)more / less)}倍です。"
            : more == less ? $"{measure.Label}は、{ranked[0].Name}も{ranked[1].Name}も{measure.Write(more)}で同じです。"
            : $"{measure.Label}は、{ranked[0].Name}（{measure.Write(more)}）が{ranked[1].Name}（{measure.Write(less)}）より{measure.Write(more - less)}多いです。";
        return DisasterWording.Fact(text, ranked);
    }

    private static Answer? Sum(Question question, DisasterQuery query, DisasterMeasure measure)
    {
        var known = measure.Known(query.Chosen);
        if (known.Count == 0)
            return null;
        if (question.Asks(Operation.Average))
        {
            measure = measure.OneGiver(known);
            known = measure.Known(known);
            return DisasterWording.Fact($"{measure.Label}の平均は、記載のある{known.Count}件の災害で約{measure.Write((long)Math.Round((decimal)known.Sum(measure.Of) / known.Count, MidpointRounding.AwayFromZero))}です（合計{measure.Write(known.Sum(measure.Of))}）。", known);
        }

        return Total(question, query, measure);
    }

    private static Answer? Total(Question question, DisasterQuery query, DisasterMeasure measure)
    {
        var asked = question.Asks(Operation.Sum) || question.Asks(Aspect.Amount) || question.Asked.Any(sense => sense is AsksQuantity { Unit: null or "円" or "万円" or "億円" or "人" or "名" });
        var known = measure.Known(query.Chosen);
        if (!asked || known.Count == 0)
            return null;
        var note = query.All ? "資料に記載のある項目だけの合計です。" : "";
        var breakdown = known.Count <= 5 ? $"（{measure.List(known)}）" : $"（{known.Count}件の災害）";
        var split = measure.OneGiver(known);
        if (measure.Staff || ReferenceEquals(split, measure))
            return DisasterWording.Fact($"{measure.Label}の合計は、{measure.Write(known.Sum(measure.Of))}です{breakdown}。{note}", known);
        var each = split with { Giver = SupportGiver.EachWard };
        var (joint, own) = (known.Sum(split.Of), known.Sum(each.Of));
        return DisasterWording.Fact($"{measure.Label}の合計は、23区共同が{Numbers.Money(joint)}、各区が{Numbers.Money(own)}で、合わせて{Numbers.Money(joint + own)}です。{note}", known);
    }

    /// <summary>Which disasters had a kind of support.</summary>
    private static Answer? Which(Question question, DisasterQuery query, DisasterBook book)
    {
        if (query.Named && query.Chosen.Count < 2)
            return null;
        var quantity = question.Asked.OfType<AsksQuantity>().Any(asked => asked.Unit is null or "円" or "万円" or "億円" or "人" or "名");
        var sums = quantity || question.Asks(Aspect.Amount) && !question.Asks(Operation.List);
        if (sums && !question.Asked.Any(sense => sense is AsksWhich) && !question.HasAny("いくつの災害"))
            return null;
        if (query.Kinds.Count == 0 && query.Giver is null)
            return null;
        var found = query.Kinds.Count == 0
            ? [.. query.Chosen.Where(disaster => DisasterWording.Money(disaster, [], query.Giver) > 0)]
            : query.Kinds.Aggregate(query.Chosen, (left, kind) => book.With(left, kind, query.Giver));
        var what = DisasterWording.Giver(query.Giver ?? SupportGiver.NotStated) + (query.Kinds.Count > 0 ? string.Join('・', query.Kinds.Select(kind => DisasterTerms.Names[kind])) : "拠出");
        if (question.Negated)
        {
            var without = query.Chosen.Except(found).ToList();
            return DisasterWording.Fact($"{what}の記載がない災害は、{string.Join('、', without.Select(disaster => disaster.Name))}の{without.Count}件です。", without);
        }

        if (found.Count == 0)
            return new Answer(AnswerKind.NotFound, $"{what}の記録がある災害は、見つかりません。") { Suggestions = DisasterWording.Next };
        var values = found.As(disaster => query.Kinds.Count == 1 ? Valued(disaster, query) : disaster.Name);
        return DisasterWording.Fact($"{(question.YesNo ? "はい。" : "")}{what}の記録がある災害は、{Wording.List(values, 480)}の{found.Count}件です。{Unstated(question, query)}", found);
    }

    /// <summary>Numbers and contents of things sent are in no document.</summary>
    private static string Unstated(Question question, DisasterQuery query)
    {
        if (query.Kinds.Contains(SupportKind.VehicleDispatch) && question.Asked.OfType<AsksQuantity>().Any())
            return "台数は、資料に記載がありません。";
        return query.Kinds.Contains(SupportKind.Supplies) && (question.Asks(Aspect.Content) || question.Asks(Aspect.Product) || question.HasAny("中身", "品目") || question.Asked.OfType<AsksQuantity>().Any()) ? "物資の品目や量は、資料に記載がありません。" : "";
    }

    private static string Valued(Disaster disaster, DisasterQuery query)
    {
        var values = disaster.Support.Where(support => support.Kind == query.Kinds[0] && (query.Giver is null || support.By == query.Giver))
            .Select(support => support.AmountManYen is { } money ? Numbers.Money(money) : support.Persons is { } persons ? $"{Numbers.Count(persons)}人" : support.Kind == SupportKind.StaffDispatch ? "人数の記載なし" : null).OfType<string>().ToList();
        return values.Count == 0 ? disaster.Name : $"{disaster.Name}（{string.Join('・', values)}）";
    }

    private static Answer WhichOne(Question question, DisasterQuery query, DisasterMeasure measure)
    {
        var asksValue = query.Kinds.Count > 0 || measure.Staff || question.Asked.Any();
        var lines = query.Chosen.Select(disaster => (Disaster: disaster, Value: !asksValue ? "" : measure.Of(disaster) > 0
            ? measure.Staff ? measure.Write(measure.Of(disaster)) : string.Join('・', disaster.Support.Where(support => DisasterWording.Fits(support, measure.Kinds, measure.Giver)).Select(DisasterWording.Line))
            : "記載なし")).ToList();
        return new Answer(AnswerKind.AskBack, Wording.Cut($"お尋ねに当てはまる災害が{lines.Count}件あります。どれのことですか。（{string.Join('、', lines.Select(line => line.Value.Length > 0 ? $"{line.Disaster.Name}: {line.Value}" : line.Disaster.Name))}）", Wording.ListLimit))
        {
            Choices = [.. lines.Select(line => new Choice(line.Disaster.Name, line.Value, $"{line.Disaster.Name}: {question.Display}"))],
            Sources = [.. query.Chosen.SelectMany(disaster => disaster.Sources.Take(1)).Take(3)],
        };
    }
}
