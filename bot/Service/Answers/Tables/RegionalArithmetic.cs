using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>The first and the last, the most and the least, sums, shares, differences and ranks over the agreements with associations.</summary>
internal static class RegionalArithmetic
{
    private static readonly string[] Next = ["広域連携協定の締結団体の一覧は？", "構成自治体数の合計は？"];

    public static Answer? TryAnswer(Question question, RegionalQuery query, RegionalAsk ask, IReadOnlyList<RegionalAgreement> all)
    {
        var chosen = query.Chosen;
        if (query.Kinds.Count == 2 && query.Partners.Count == 0 && (Compares(question) || question.Asks(Operation.Ratio)))
            return ByKind(question, chosen);
        if (query.Dates.Count > 1 && query.Partners.Count == 0 && (Compares(question) || question.Asks(Operation.Max) || question.Asks(Operation.Min) || question.HasAny("それぞれ", "別に")))
            return ByDate(query, all);
        if (question.Asks(Operation.Share) && !query.All)
            return Share(question, query, all);
        if (chosen.Count > 1 && ask.Days)
            return Days(question, chosen);
        if (question.Tokens.OfType<OrdinalToken>().FirstOrDefault() is { } ordinal)
            return Rank(question, chosen, ordinal.Ordinal, ask);
        if (question.Asks(Operation.Second))
            return Rank(question, chosen, 2, ask);
        if (question.Tokens.OfType<NumberToken>().FirstOrDefault(token => token.Number.IsTop) is { } top)
            return Top(question, chosen, (int)Math.Clamp(top.Number.Value, 1, chosen.Count));
        if (chosen.Count > 1 && (question.Asks(Operation.First) || question.Asks(Operation.Last)))
            return Ends(question, chosen, ask);
        if (chosen.Count > 1 && (question.Asks(Operation.Max) || question.Asks(Operation.Min)))
            return Extremes(question, chosen);
        if (chosen.Count == 2 && Compares(question))
            return Compare(question, chosen[0], chosen[1]);
        if (chosen.Count == 2 && question.Asks(Operation.Ratio))
            return Ratio(chosen[0], chosen[1]);
        if (question.Asks(Operation.Average) && chosen.Count > 1)
            return Fact($"{chosen.Count}団体の構成自治体数の平均は、約{Numbers.Times((decimal)chosen.Sum(record => record.MemberCount) / chosen.Count)}自治体です（合計{chosen.Sum(record => record.MemberCount)}÷{chosen.Count}団体）。", chosen);
        if (chosen.Count > 1 && question.Asks(Operation.Sum) && !ask.Associations && (ask.Members || query.Partners.Count > 0 || query.Kinds.Count > 0) && !ask.Date)
            return Sum(query);
        if (question.HasAny("多い順", "大きい順", "少ない順", "小さい順"))
            return Top(question, chosen, chosen.Count);
        return null;
    }

    private static bool Compares(Question question) =>
        question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true });

    /// <summary>True from the least; what the question itself says goes before what it took over.</summary>
    private static bool Ascending(Question question) => !question.OwnText().ContainsAny("多大") && (question.Asks(Operation.Min) || question.HasAny("少な", "小さ", "下位", "わーすと"));

    private static Answer Fact(string text, IReadOnlyList<RegionalAgreement> records) => RegionalWording.Fact(text, records, Next);

    private static Answer ByKind(Question question, IReadOnlyList<RegionalAgreement> chosen)
    {
        var cities = chosen.Where(record => record.Kind == AssociationKind.MayorsAssociation).ToList();
        var towns = chosen.Where(record => record.Kind == AssociationKind.TownVillageAssociation).ToList();
        var (citySum, townSum) = (cities.Sum(record => record.MemberCount), towns.Sum(record => record.MemberCount));
        var lead = question.Asks(Operation.Difference) ? $"差は、団体数で{Math.Abs(towns.Count - cities.Count)}、構成自治体数で{Math.Abs(townSum - citySum)}です。"
            : question.Asks(Operation.Ratio) && citySum > 0 ? $"構成自治体数では、町村会が市長会の約{Numbers.Times((decimal)townSum / citySum)}倍です。"
            : towns.Count > cities.Count ? "町村会のほうが多いです。" : "";
        return Fact($"{lead}協定を結んでいるのは、市長会が{cities.Count}団体（構成自治体{citySum}）、町村会が{towns.Count}団体（構成自治体{townSum}）です。", chosen);
    }

    private static Answer ByDate(RegionalQuery query, IReadOnlyList<RegionalAgreement> all)
    {
        var counts = query.Dates.Select(date => (Date: date, Records: all.Where(record => query.Chosen.Contains(record) && date.Matches(record.SignedOn, record.SignedOn)).ToList())).ToList();
        return Fact($"協定を結んだのは、{string.Join('、', counts.Select(pair => $"{pair.Date.Describe()}が{pair.Records.Count}団体（{RegionalWording.Names(pair.Records)}）"))}です。", query.Chosen);
    }

    private static Answer Share(Question question, RegionalQuery query, IReadOnlyList<RegionalAgreement> all)
    {
        var (part, whole) = (query.Chosen.Sum(record => record.MemberCount), all.Sum(record => record.MemberCount));
        var who = query.Chosen.Count <= 3 ? string.Join('・', query.Chosen.Select(record => record.Name)) : query.Kinds.Count == 1 ? RegionalQuery.NameOf(query.Kinds[0]) : $"お尋ねの{query.Chosen.Count}団体";
        var byCount = query.Partners.Count == 0 ? $"団体の数では{all.Count}団体のうち{query.Chosen.Count}団体（{Numbers.Percent(query.Chosen.Count, all.Count)}）です。" : "";
        return Fact($"{who}の構成自治体{part}は、協定締結自治体全体{whole}の{Numbers.Percent(part, whole)}です。{byCount}", query.Chosen);
    }

    private static Answer Days(Question question, IReadOnlyList<RegionalAgreement> chosen)
    {
        var (first, last) = (chosen[0], chosen[^1]);
        if (first.SignedOn == last.SignedOn)
            return Fact($"{string.Join('・', chosen.Select(record => record.Name))}の締結日は、いずれも{JapaneseCalendar.LongWithWeekday(first.SignedOn)}で、同じ日です。", chosen);
        var days = last.SignedOn.DayNumber - first.SignedOn.DayNumber;
        return Fact($"{first.Name}（{JapaneseCalendar.Long(first.SignedOn)}）から{last.Name}（{JapaneseCalendar.Long(last.SignedOn)}）までは、{Numbers.Count(days)}日です。", [first, last]);
    }

    private static Answer Rank(Question question, IReadOnlyList<RegionalAgreement> chosen, int place, RegionalAsk ask)
    {
        var bySize = ask.Members || question.HasAny("多", "大き", "少な", "小さ");
        if (place < 1 || place > chosen.Count)
            return new Answer(AnswerKind.NotFound, $"広域連携協定の記録は{chosen.Count}団体で、{place}番目の団体はありません。") { Suggestions = Next };
        if (!bySize)
        {
            var record = chosen[place - 1];
            var same = chosen.Where(other => other.SignedOn == record.SignedOn).ToList();
            var together = same.Count > 1 ? $"同じ日に{RegionalWording.Names(same)}の{same.Count}団体と締結しており、順番は一覧の記載順です。" : "";
            return Fact($"締結順で{place}番目は、{record.Name}（{JapaneseCalendar.LongWithWeekday(record.SignedOn)}）です。{together}", same);
        }

        var ascending = Ascending(question);
        var ranked = Ordered(chosen, ascending);
        var value = ranked[place - 1].MemberCount;
        var tied = ranked.Where(record => record.MemberCount == value).ToList();
        return Fact($"構成自治体数が{place}番目に{(ascending ? "少ない" : "多い")}のは、{RegionalWording.Names(tied)}の{value}自治体です。", tied);
    }

    private static List<RegionalAgreement> Ordered(IReadOnlyList<RegionalAgreement> records, bool ascending) =>
        ascending ? [.. records.OrderBy(record => record.MemberCount).ThenBy(record => record.Order)] : [.. records.OrderByDescending(record => record.MemberCount).ThenBy(record => record.Order)];

    private static Answer Top(Question question, IReadOnlyList<RegionalAgreement> chosen, int count)
    {
        var ascending = Ascending(question);
        var ranked = Ordered(chosen, ascending).Take(count).ToList();
        return Fact($"構成自治体数の{(ascending ? "少ない" : "多い")}順に、{RegionalWording.WithMembers(ranked)}です。", ranked);
    }

    private static Answer Ends(Question question, IReadOnlyList<RegionalAgreement> chosen, RegionalAsk ask)
    {
        var parts = new List<string>();
        var shown = new List<RegionalAgreement>();
        if (question.Asks(Operation.First))
            Add("最初に", chosen.Where(record => record.SignedOn == chosen[0].SignedOn).ToList());
        if (question.Asks(Operation.Last))
            Add("記録の中で最も新しく", chosen.Where(record => record.SignedOn == chosen[^1].SignedOn).ToList());
        return Fact(string.Concat(parts), shown);

        void Add(string lead, List<RegionalAgreement> records)
        {
            shown.AddRange(records);
            var counts = ask.Members ? $"構成自治体数は{RegionalWording.WithMembers(records)}です。" : "";
            parts.Add($"{lead}広域連携協定を結んだのは、{RegionalWording.Names(records)}{(records.Count > 1 ? $"の{records.Count}団体" : "")}で、{JapaneseCalendar.LongWithWeekday(records[0].SignedOn)}に締結しました。{counts}");
        }
    }

    private static Answer Extremes(Question question, IReadOnlyList<RegionalAgreement> chosen)
    {
        var parts = new List<string>();
        var shown = new List<RegionalAgreement>();
        if (question.Asks(Operation.Max))
            Add("多い", chosen.Max(record => record.MemberCount));
        if (question.Asks(Operation.Min))
            Add("少ない", chosen.Min(record => record.MemberCount));
        if (question.Asks(Operation.Difference) && parts.Count == 2)
            parts.Add($"差は{chosen.Max(record => record.MemberCount) - chosen.Min(record => record.MemberCount)}自治体です。");
        return Fact(string.Concat(parts), shown);

        void Add(string word, int value)
        {
            var records = chosen.Where(record => record.MemberCount == value).ToList();
            shown.AddRange(records);
            parts.Add($"構成自治体数が最も{word}のは、{RegionalWording.Names(records)}の{value}自治体です。");
        }
    }

    private static Answer Compare(Question question, RegionalAgreement a, RegionalAgreement b)
    {
        var byDate = question.HasAny("先", "早", "後", "古", "新し", "earlier", "first");
        if (byDate)
        {
            return Fact(a.SignedOn == b.SignedOn
                ? $"{a.Name}も{b.Name}も{JapaneseCalendar.LongWithWeekday(a.SignedOn)}の締結で、同じ日です。"
                : $"{a.Name}（{JapaneseCalendar.Long(a.SignedOn)}）のほうが{b.Name}（{JapaneseCalendar.Long(b.SignedOn)}）より先に締結しました。", [a, b]);
        }

        var (more, less) = a.MemberCount >= b.MemberCount ? (a, b) : (b, a);
        return Fact(more.MemberCount == less.MemberCount
            ? $"構成自治体数は、{more.Name}も{less.Name}も{more.MemberCount}自治体で同じです。"
            : $"構成自治体数は、{more.Name}（{more.MemberCount}）が{less.Name}（{less.MemberCount}）より{more.MemberCount - less.MemberCount}自治体多いです。", [a, b]);
    }

    private static Answer Ratio(RegionalAgreement a, RegionalAgreement b)
    {
        var (more, less) = a.MemberCount >= b.MemberCount ? (a, b) : (b, a);
        return Fact($"{more.Name}の構成自治体数（{more.MemberCount}）は、{less.Name}（{less.MemberCount}）の約{Numbers.Times((decimal)more.MemberCount / less.MemberCount)}倍です。", [a, b]);
    }

    private static Answer Sum(RegionalQuery query)
    {
        var chosen = query.Chosen;
        return Fact($"構成自治体数の合計は{chosen.Sum(record => record.MemberCount)}自治体です（{RegionalWording.WithMembers(chosen)}）。", chosen);
    }
}
