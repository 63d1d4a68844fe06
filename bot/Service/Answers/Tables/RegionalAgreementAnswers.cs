using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers about the 広域連携協定: with whom, since when, how many municipalities, and arithmetic over them.</summary>
internal sealed class RegionalAgreementAnswers(KnowledgeBase knowledge)
{
    private static readonly string[] ListAll = ["広域連携協定の締結団体の一覧は？", "構成自治体数が最も多い団体は？"];

    private readonly (int Members, IReadOnlyList<string> Areas) whole = Totals(knowledge.Tables.RegionalAgreements);

    private IReadOnlyList<RegionalAgreement> All => knowledge.Tables.RegionalAgreements;

    public Answer? Answer(Question question, CorporateAgreementAnswers corporate)
    {
        if (question.NextAfter(TermKind.Association) is { } before && question.HasAny("多", "大き", "少な", "小さ"))
            return After(All.First(record => record.Name == before.Name), ascending: question.HasAny("少な", "小さ"));
        if (question.HasAny("同じ日", "同日") && question.TermTokens.Select(token => token.Of(TermKind.Association)).FirstOrDefault(term => term is not null) is { } named)
            return SameDay(All.First(record => record.Name == named.Name));
        if (All.Count == 0 || RegionalQuery.Read(question, knowledge.Tables) is not { } query)
            return null;
        var ask = RegionalAsk.Of(question);
        // How many municipalities there were in a year is a matter of the yearly statistics.
        if (query.Dates.Count > 0 && query.Partners.Count == 0 && (ask.Members && !question.Has("構成") || question.Asks(Operation.Ratio) || question.Asks(Operation.Difference) && query.Dates.Count == 1))
            return null;
        if (question.Asks(Operation.Growth) || question.Asks(Aspect.Place) && (question.Has("締結式") || !question.HasAny("どこと", "どこの", "どこで、", "どこです", "どこでしょ", "どこか", "どこ?")) || question.Asks(Aspect.Purpose) || question.Asks(Aspect.Person) && !question.HasAny("誰と", "だれと") || question.Asks(Aspect.Reason))
            return null;
        if (query.Missing.Count > 0)
            return Missing(question, query, ask);
        if (query.Partners.Count == 0 && (question.Negated || question.HasAny("でいない", "ていない", "未締結", "のない県", "がない県", "ない道府県", "ない都道府県")))
            return Without();
        if (query.Chosen.Count == 0)
            return NoneMeets(question, query);
        if (BothKinds(question, query) is { } both)
            return both;
        if (RegionalArithmetic.TryAnswer(question, query, ask, All) is { } computed)
            return computed;
        if (query.Chosen.Count == 1 && (query.Partners.Count > 0 || !ask.Associations))
            return Single(question, query.Chosen[0], ask);
        if (query.Partners.Count > 0 && !ask.Associations && !ask.Prefectures)
            return SomeNamed(question, query, ask);
        return Set(question, query, ask, corporate);
    }

    /// <summary>「北海道町村会の次に多い」 and 「広島県町村会の次に少ない」: the next in rank after the one named.</summary>
    private Answer After(RegionalAgreement reference, bool ascending)
    {
        var word = ascending ? "少ない" : "多い";
        var beyond = All.Where(record => ascending ? record.MemberCount > reference.MemberCount : record.MemberCount < reference.MemberCount).ToList();
        if (beyond.Count == 0)
            return new Answer(AnswerKind.NotFound, $"{reference.Name}の次に構成自治体数の{word}協定団体は、記録にありません。") { Suggestions = ListAll };
        var count = ascending ? beyond.Min(record => record.MemberCount) : beyond.Max(record => record.MemberCount);
        var next = beyond.Where(record => record.MemberCount == count).ToList();
        return RegionalWording.Fact($"構成自治体数が{reference.Name}（{reference.MemberCount}自治体）の次に{word}のは、{RegionalWording.WithMembers(next)}です。", next, ListAll);
    }

    /// <summary>「山梨県町村会と同じ日に締結した相手」</summary>
    private Answer SameDay(RegionalAgreement reference)
    {
        var others = All.Where(record => record != reference && record.SignedOn == reference.SignedOn).ToList();
        var day = JapaneseCalendar.LongWithWeekday(reference.SignedOn);
        return others.Count == 0
            ? new Answer(AnswerKind.NotFound, $"{reference.Name}と同じ日（{day}）に結んだ協定は、ほかに記録がありません。") { Suggestions = ListAll }
            : RegionalWording.Fact($"{reference.Name}と同じ日（{day}）に協定を締結したのは、{RegionalWording.Names(others)}です。", others, ListAll);
    }

    private Answer Missing(Question question, RegionalQuery query, RegionalAsk ask)
    {
        var lead = question.YesNo && query.Chosen.Count == 0 ? "いいえ。" : "";
        var text = $"{lead}{string.Join('、', query.Missing)}との広域連携協定は、記録にありません。";
        if (query.Chosen.Count > 0)
            return RegionalWording.Fact(text + SomeNamed(question, query, ask).Text, query.Chosen, ListAll);
        var sameArea = All.Where(record => query.Missing.Any(name => name.StartsWith(record.Prefecture, StringComparison.Ordinal))).ToList();
        if (sameArea.Count > 0)
            text += $"同じ地域で協定を結んでいるのは、{RegionalWording.Names(sameArea)}です。";
        return new Answer(AnswerKind.NotFound, text)
        {
            Suggestions = [.. sameArea.Select(record => $"{record.Name}との協定はいつ？").Concat(ListAll).Take(3)],
            Sources = All[0].Sources.Take(1).ToList(),
        };
    }

    /// <summary>「協定を結んでいない都道府県」: the complement.</summary>
    private Answer Without()
    {
        var with = All.Select(record => record.Prefecture).Distinct().ToList();
        var without = knowledge.Tables.Prefectures.Select(prefecture => prefecture.Name).Where(name => name != "東京都" && !with.Contains(name)).ToList();
        return RegionalWording.Fact($"広域連携協定の記録がある{with.Count}道府県（{string.Join('、', with)}）のほか、{without.Count}府県の市長会・町村会とは、協定の記録がありません（東京都を除く）。{Wording.List(without, 300)}です。", All, ListAll);
    }

    private Answer NoneMeets(Question question, RegionalQuery query)
    {
        var lead = question.YesNo ? "いいえ。" : "";
        if (query.Partners.Count > 0 && query.Dates.Count > 0)
        {
            var facts = string.Concat(query.Partners.Take(3).Select(record => $"{record.Name}との締結日は、{JapaneseCalendar.LongWithWeekday(record.SignedOn)}です。")) + RegionalWording.Disagreement(query.Partners, "signedOn");
            return new Answer(AnswerKind.NotFound, $"{lead}{string.Join('・', query.Dates.Select(date => date.Describe()))}に{RegionalWording.Names(query.Partners)}と結んだ協定は、記録にありません。{facts}")
            {
                Sources = [.. query.Partners.SelectMany(record => record.Sources.Take(1))],
                Suggestions = ListAll,
            };
        }

        var conditions = query.Dates.Select(date => date.Describe() + "に締結された").Concat(query.Members is null ? [] : ["お尋ねの構成自治体数に当てはまる"])
            .Concat(query.Region is null ? [] : [query.Region + "の"]);
        var kind = query.Kinds.Count == 1 ? RegionalQuery.NameOf(query.Kinds[0]) + "との" : "";
        return new Answer(AnswerKind.NotFound, $"{lead}{string.Concat(conditions)}{kind}広域連携協定は、記録にありません。") { Suggestions = ListAll, Sources = [.. All[0].Sources.Take(1)] };
    }

    /// <summary>「市長会と町村会の両方と」「町村会だけと」: prefectures by the kinds of their associations.</summary>
    private Answer? BothKinds(Question question, RegionalQuery query)
    {
        if (query.Partners.Count > 0)
            return null;
        if (query.Kinds.Count != 1 && question.HasAny("両方", "双方", "両会", "どちらとも", "ともに"))
            return ByPrefecture([.. Groups().Where(group => group.Count() > 1)], "市長会と町村会の両方と協定を結んでいる");
        var asksArea = question.HasAny("県", "地域", "どこ");
        if (query.Kinds.Count == 1 && asksArea && question.HasAny("だけ", "のみ") && query.Dates.Count == 0)
            return ByPrefecture([.. Groups().Where(group => group.All(record => record.Kind == query.Kinds[0]))], $"{RegionalQuery.NameOf(query.Kinds[0])}とだけ協定を結んでいる");
        return null;

        IEnumerable<IGrouping<string, RegionalAgreement>> Groups() => All.GroupBy(record => record.Prefecture);

        static Answer ByPrefecture(IReadOnlyList<IGrouping<string, RegionalAgreement>> groups, string what) => groups.Count == 0
            ? new Answer(AnswerKind.NotFound, $"{what}地域は、記録にありません。")
            : RegionalWording.Fact($"{what}のは、{string.Join('、', groups.Select(group => group.Key))}の{groups.Count}地域です。", [.. groups.SelectMany(group => group)], ListAll);
    }

    private Answer Single(Question question, RegionalAgreement record, RegionalAsk ask)
    {
        var day = JapaneseCalendar.LongWithWeekday(record.SignedOn);
        var lead = "";
        if (question.YesNo || question.Tokens.OfType<NumberToken>().Any() && !question.Asked.Any(sense => sense is AsksQuantity))
            lead = Contradicts(question, record) ? "いいえ。" : "はい。";
        string text;
        if (question.Asked.OfType<AsksDatePart>().Any(piece => piece.Part == DatePiece.FiscalYear))
            text = $"{record.Name}との広域連携協定は、{JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(record.SignedOn))}の{day}に締結されました。";
        else if (ask.Date && ask.Members)
            text = $"{record.Name}との広域連携協定は、{day}に締結されました。構成自治体数は{RegionalWording.Members(record)}です。";
        else if (ask.Date)
            text = $"{record.Name}との広域連携協定は、{day}に締結されました。";
        else if (ask.Members || question.HasAny("構成", "加盟") && question.Asks(Operation.Count))
            text = $"{record.Name}の構成自治体数は、{RegionalWording.Members(record)}です。{RegionalWording.Disagreement([record], "memberCount")}";
        else if (question.HasAny("構成", "加盟", "市町村名", "市名", "町村名"))
            text = $"{record.Name}の構成自治体は{RegionalWording.Members(record)}です。個々の市町村名の一覧は、協定の資料に記載がありません。";
        else if (question.HasAny("何番目", "順番", "順序"))
            text = $"{record.Name}との広域連携協定は、締結順で{record.Order}番目です（{day}、全{All.Count}団体の一覧の記載順）。";
        else
            text = $"{record.Name}とは、{day}に広域連携協定を締結しました。構成自治体数は{RegionalWording.Members(record)}です。";
        return RegionalWording.Fact(lead + text, [record], [.. ListAll, $"{record.Prefecture}の市長会・町村会との協定は？"]);
    }

    private static bool Contradicts(Question question, RegionalAgreement record) =>
        question.Tokens.OfType<NumberToken>().Any(token => token.Number is { IsTop: false, IsOrdinal: false, Unit: null or "自治体" or "市" or "町村" or "市町村" or "団体" } && !token.Number.Condition.Matches(record.MemberCount));

    private static Answer SomeNamed(Question question, RegionalQuery query, RegionalAsk ask)
    {
        var lead = question.YesNo && query.Missing.Count == 0 ? "はい。" : "";
        var chosen = query.Chosen;
        if (ask.Members && !ask.Date)
        {
            var sum = chosen.Sum(record => record.MemberCount);
            var unit = chosen.All(record => record.Kind == AssociationKind.MayorsAssociation) ? "市" : "自治体";
            return RegionalWording.Fact($"{lead}構成自治体数は、{string.Join('、', chosen.Select(record => $"{record.Name}が{record.MemberCount}"))}で、合わせて{sum}{unit}です。{RegionalWording.Disagreement(chosen, "memberCount")}", chosen, ListAll);
        }

        if (ask.Date && !ask.Members)
            return RegionalWording.Fact($"{lead}広域連携協定の締結日は、{RegionalWording.ByDay(chosen)}です。", chosen, ListAll);
        return RegionalWording.Fact($"{lead}{string.Join('・', chosen.Select(record => record.Name))}と広域連携協定を結んでいます。{string.Concat(chosen.Select(record => $"{record.Name}は{JapaneseCalendar.Long(record.SignedOn)}締結で{record.MemberCount}自治体、"))}".TrimEnd('、') + "です。", chosen, ListAll);
    }

    private static (int Members, IReadOnlyList<string> Areas) Totals(IReadOnlyList<RegionalAgreement> records) =>
        (records.Sum(record => record.MemberCount), [.. records.Select(record => record.Prefecture).Distinct()]);

    private Answer Set(Question question, RegionalQuery query, RegionalAsk ask, CorporateAgreementAnswers corporate)
    {
        var chosen = query.Chosen;
        var (sum, areas) = query.All ? whole : Totals(chosen);
        var lead = question.YesNo ? "はい。" : "";
        var when = query.Dates.Count > 0 ? string.Join('・', query.Dates.Select(date => date.Describe())) + "に" : "";
        var kind = query.Kinds.Count == 1 ? RegionalQuery.NameOf(query.Kinds[0]) : "団体";
        var general = !question.TermTokens.Any(token => token.Terms.Any(term => term.Name == AgreementTerms.Regional));
        if (ask.Prefectures && !ask.Associations && !ask.Date)
            return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだ{(kind == "団体" ? "" : kind + "がある")}のは、{areas.Count}地域（{string.Join('、', areas)}）の{chosen.Count}団体です。", chosen, ListAll);
        if (ask.Members && ask.Associations)
            return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだのは{chosen.Count}団体で、構成自治体数は合わせて{sum}自治体です（{areas.Count}地域）。", chosen, ListAll);
        if (ask.Members && (ask.Date || query.Members is not null || question.Asks(Operation.List)) && !question.Asks(Operation.Sum))
            return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだ{kind}は、{string.Join("、", chosen.Select(record => $"{record.Name}（{JapaneseCalendar.Short(record.SignedOn)}、{record.MemberCount}自治体）"))}の{chosen.Count}団体です。", chosen, ListAll);
        if (ask.Members)
            return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだ{kind}の構成自治体数は、合わせて{sum}自治体です（{RegionalWording.WithMembers(chosen)}）。", chosen, ListAll);
        var companies = general && query.Kinds.Count == 0 && query.Members is null && query.Region is null && !question.HasAny("団体", "自治体") ? corporate.AlsoIn(query.Dates) : "";
        if (ask.Associations)
            return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだ{kind}は{chosen.Count}団体です（{RegionalWording.Names(chosen)}）。{companies}", chosen, ListAll);
        if (chosen.Count == 1)
            return Single(question, chosen[0], ask);
        return RegionalWording.Fact($"{lead}{when}広域連携協定を結んだ{kind}は、{RegionalWording.List(chosen)}の{chosen.Count}団体です。{companies}", chosen, ListAll);
    }
}
