using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers about the 包括連携協定 with companies: date, themes, activities, order, names.</summary>
internal sealed class CorporateAgreementAnswers(KnowledgeBase knowledge)
{
    private static readonly string[] Next = ["包括連携協定を結んだ企業を締結順に", "テーマ数が最も多い企業は？"];

    private readonly List<(CorporateAgreement Record, string Text)> themeTexts =
        [.. knowledge.Tables.CorporateAgreements.Select(record => (record, QuestionText.Fold(string.Join('、', [record.ThemeWording, .. record.Themes ?? [], .. record.Activities ?? [], .. OtherWords(record)]))))];

    private IReadOnlyList<CorporateAgreement> All => knowledge.Tables.CorporateAgreements;

    /// <summary>True where the question is about agreements with companies: it names one, or says 企業 or 包括.</summary>
    public static bool IsMeant(Question question) => question.TermTokens.Any(token => token.Is(TermKind.Company) && !(token.Inherited && NamesArea(question)) || token.Terms.Any(term => term.Name == AgreementTerms.Corporate))
        || question.HasAny("企業", "会社", "民間", "保険会社") || question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is "社" or "テーマ");

    /// <summary>True for a word that belongs to the themes or activities of an agreement.</summary>
    public bool Explains(ContentToken content) => content.Length >= 2 && themeTexts.Exists(pair => pair.Text.Contains(content.Text, StringComparison.Ordinal));

    /// <summary>What a question about agreements of any kind is told beside the associations: the companies of that time.</summary>
    public string AlsoIn(IReadOnlyList<DateCondition> dates)
    {
        var chosen = All.Where(record => dates.Count == 0 || dates.Any(date => Meets(record, date))).ToList();
        return chosen.Count == 0 ? "" : $"このほか、企業との包括連携協定が{chosen.Count}件あります（{string.Join('、', chosen.Select(Name))}）。";
    }

    public Answer? Answer(Question question)
    {
        if (All.Count == 0 || question.Asks(Operation.Growth) || question.Asks(Aspect.Reason) || question.Asks(Aspect.Purpose))
            return null;
        if (question.TermTokens.Any(token => !token.Inherited && (token.Is(TermKind.Prefecture) || token.Is(TermKind.Association) || token.Is(TermKind.Region))))
            return null;
        if (Choose(question) is not { } chosen)
            return null;
        if (chosen.Count == 0)
            return NoneMeets(question);
        if (question.Negated)
            return null;
        if (chosen.Count > 1 && Ordered(question, chosen) is { } ordered)
            return ordered;
        if (chosen.Count > 1 && ByThemeCount(question, chosen) is { } ranked)
            return ranked;
        return chosen.Count == 1 ? Single(question, chosen[0]) : Several(question, chosen);
    }

    private static bool NamesArea(Question question) => question.TermTokens.Any(token => !token.Inherited && (token.Is(TermKind.Association) || token.Is(TermKind.Prefecture) || token.Is(TermKind.AssociationKind)));

    private static string Name(CorporateAgreement record) => record.CurrentName is { } current ? $"{record.Company}（現：{current}）" : record.Company;

    private static string Signed(CorporateAgreement record) => Wording.When(record.SignedOn);

    private static bool Meets(CorporateAgreement record, DateCondition date) =>
        date.Matches(record.SignedOn.From, record.SignedOn.LastDay, record.SignedOn.Precision == DatePrecision.Month ? DatePrecisionLike.Month : DatePrecisionLike.Day);

    /// <summary>Words for a theme beyond those printed: the Games are rarely called by their full name.</summary>
    private static IEnumerable<string> OtherWords(CorporateAgreement record) =>
        record.ThemeWording?.Contains("オリンピック", StringComparison.Ordinal) == true ? ["オリパラ", "五輪", "東京五輪", "東京大会", "Olympic", "Paralympic", "オリパラを契機とした地域活性化"]
        : record.Activities?.Any(activity => activity.Contains("婚活", StringComparison.Ordinal)) == true ? ["婚活", "ビジネス交流会"] : [];

    /// <summary>The agreements that are named, or meet the date, the theme and the number of themes; null where a condition is not understood.</summary>
    private List<CorporateAgreement>? Choose(Question question)
    {
        var dates = question.Tokens.OfType<DateToken>().Where(token => !themeTexts.Exists(pair => pair.Text.Contains(token.Text, StringComparison.Ordinal) && question.HasAny("東京2020", "おりんぴっく"))).ToList();
        if (dates.Exists(date => date.Condition.Kind is DateKind.Relative or DateKind.Invalid))
            return null;
        var named = question.TermTokens.Where(token => token.Is(TermKind.Company)).ToList();
        var chosen = All.Where(record => !named.Exists(token => token.Excluded && token.Terms.Any(term => term.Name == record.Company))).ToList();
        var wanted = named.Where(token => !token.Excluded).ToList();
        if (wanted.Count > 0)
            chosen = chosen.FindAll(record => wanted.Exists(token => token.Terms.Any(term => term.Name == record.Company)));
        if (dates.Count > 0)
            chosen = chosen.FindAll(record => dates.Exists(date => !date.Excluded && Meets(record, date.Condition)) && !dates.Exists(date => date.Excluded && Meets(record, date.Condition)));
        var words = question.Contents.Where(content => content.Length >= 2 && Explains(content) && !Common.Covers(content.Text)).ToList();
        if (wanted.Count == 0 && words.Count > 0)
            chosen = [.. themeTexts.Where(pair => chosen.Contains(pair.Record) && words.TrueForAll(word => pair.Text.Contains(word.Text, StringComparison.Ordinal))).Select(pair => pair.Record)];
        foreach (var number in question.Tokens.OfType<NumberToken>().Select(token => token.Number))
        {
            if (number is { IsTop: true } || number.Unit is "社" or "区" || number.Unit is null && number.Value > 10)
                continue;
            if (wanted.Count > 0 && question.YesNo)
                continue;
            chosen = chosen.FindAll(record => record.ThemeCount is { } count && number.Condition.Matches(count));
        }

        return chosen;
    }

    private static readonly Vocabulary Common = new("企業 連携 協定 締結 テーマ 地域 会社 民間 締結順 順 生命 保険 内容 実施 交流 等 相手 先 包括 団体");

    private Answer NoneMeets(Question question)
    {
        var named = question.TermTokens.Where(token => token.Is(TermKind.Company)).Select(token => token.Of(TermKind.Company)!).ToList();
        var facts = string.Concat(All.Where(record => named.Exists(term => term.Name == record.Company)).Select(record => $"{Name(record)}との締結は、{Signed(record)}です。"));
        var condition = string.Join('・', question.Tokens.OfType<DateToken>().Where(date => !date.Excluded).Select(date => date.Condition.Describe() + "に締結された"));
        return new Answer(AnswerKind.NotFound, $"{(question.YesNo ? "いいえ。" : "")}{(condition.Length > 0 ? condition : "お尋ねの条件に当てはまる")}企業との包括連携協定は、記録にありません。{facts}") { Suggestions = Next };
    }

    private static Answer Fact(string text, IReadOnlyList<CorporateAgreement> records) => new(AnswerKind.Fact, text)
    {
        Heading = records.Count == 1 ? $"{records[0].Company}との包括連携協定" : "包括連携協定",
        Details = records.Count != 1 ? [] : [
            ("締結", Signed(records[0])),
            ("テーマ", records[0].ThemeWording ?? "記載なし"),
            .. records[0].CurrentName is { } name ? new[] { ("現在の社名", name) } : [],
            .. (records[0].Confirmations ?? []).Select(confirmation => ("確認した区長会総会", JapaneseCalendar.LongWithWeekday(confirmation.Date)))],
        Rows = records.Count == 1 ? null : new AnswerRows(["企業", "締結", "テーマ"], [.. records.Select(record => (IReadOnlyList<string>)[Name(record), Signed(record), record.ThemeWording ?? "—"])]),
        Notes = [.. records.SelectMany(record => record.Notes ?? []).Take(records.Count == 1 ? 3 : 0)],
        Sources = [.. records.SelectMany(record => record.Sources.Take(records.Count == 1 ? 2 : 1)).Take(3)],
        Suggestions = [.. (records.Count == 1 ? new[] { $"{records[0].Company}との協定のテーマは？" } : []).Concat(Next)],
    };

    private static Answer? Ordered(Question question, List<CorporateAgreement> chosen)
    {
        var place = question.Tokens.OfType<OrdinalToken>().FirstOrDefault()?.Ordinal;
        if (place is { } n)
        {
            return n >= 1 && n <= chosen.Count
                ? Fact($"企業との包括連携協定で締結順に{n}番目は、{Name(chosen[n - 1])}（{Signed(chosen[n - 1])}）です。", [chosen[n - 1]])
                : new Answer(AnswerKind.NotFound, $"企業との包括連携協定の記録は{chosen.Count}社で、{n}番目の企業はありません。") { Suggestions = Next };
        }

        if (question.Asks(Operation.First))
            return Fact($"企業との包括連携協定を最初に結んだのは、{Name(chosen[0])}で、{Signed(chosen[0])}です。", [chosen[0]]);
        return question.Asks(Operation.Last) ? Fact($"記録の中で最も新しい企業との包括連携協定は、{Name(chosen[^1])}で、{Signed(chosen[^1])}です。", [chosen[^1]]) : null;
    }

    private static Answer? ByThemeCount(Question question, List<CorporateAgreement> chosen)
    {
        var counted = chosen.Where(record => record.ThemeCount is not null).OrderByDescending(record => record.ThemeCount).ToList();
        if (counted.Count == 0)
            return null;
        var list = string.Join('、', counted.Select(record => $"{record.Company}が{record.ThemeCount}テーマ"));
        var unknown = string.Concat(chosen.Where(record => record.ThemeCount is null).Select(record => $"{record.Company}のテーマ数は、資料に記載がありません。"));
        if (question.Asks(Operation.Max) || question.Asks(Operation.Min))
        {
            var record = question.Asks(Operation.Max) ? counted[0] : counted[^1];
            return Fact($"テーマ数が最も{(question.Asks(Operation.Max) ? "多い" : "少ない")}のは、{Name(record)}の{record.ThemeCount}テーマです。{unknown}", [record]);
        }

        if (question.Asks(Operation.Sum))
            return Fact($"テーマ数の記載がある{counted.Count}社の合計は{counted.Sum(record => record.ThemeCount)}テーマです（{list}）。{unknown}", chosen);
        if (counted.Count == 2 && chosen.Count == 2 && (question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true })) && question.Has("てーま"))
            return Fact(counted[0].ThemeCount == counted[1].ThemeCount ? $"テーマ数は同じです（{list}）。" : $"{counted[0].Company}のほうが{counted[0].ThemeCount - counted[1].ThemeCount}テーマ多いです（{list}）。", chosen);
        return question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit == "テーマ") || question.HasAny("てーま数", "てーまの数") ? Fact($"テーマ数は、{list}です。{unknown}", chosen) : null;
    }

    private static Answer Single(Question question, CorporateAgreement record)
    {
        var asked = question.Asked.ToList();
        var pieces = asked.OfType<AsksDatePart>().ToList();
        var sentences = new List<string>();
        var confirms = question.HasAny("確認", "承認", "総会");
        if (confirms)
        {
            sentences.Add(record.Confirmations is { Count: > 0 } confirmations
                ? string.Concat(confirmations.Select(confirmation => $"{JapaneseCalendar.LongWithWeekday(confirmation.Date)}の区長会総会で「{confirmation.Wording}」しました。"))
                : $"{Name(record)}との協定を確認した区長会総会は、資料に記載がありません。");
        }

        if (!confirms && (question.Asks(Aspect.Date) || pieces.Count > 0 || question.HasAny("締結日", "締結時期", "signed", "when")))
        {
            var fiscal = pieces.Exists(piece => piece.Part == DatePiece.FiscalYear) ? $"{JapaneseCalendar.FiscalYearName(record.FiscalYear)}の" : "";
            var noDay = record.SignedOn.Precision == DatePrecision.Month ? "日にちは資料に記載がありません。" : "";
            sentences.Add($"{Name(record)}との包括連携協定は、{fiscal}{Signed(record)}に締結されました。{noDay}");
        }

        var counts = asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is "テーマ" or "項目" or "分野" or "つ" or null) || question.HasAny("てーま数", "てーまの数");
        if (counts && record.ThemeCount is { } count)
            sentences.Add($"{(sentences.Count == 0 ? Name(record) + "との協定の" : "")}テーマ数は{count}テーマです。");
        else if (counts)
            sentences.Add($"{Name(record)}との協定のテーマの数は、資料に記載がありません（「{record.ThemeWording}」とあります）。");
        else if (question.Asks(Aspect.Theme) || question.Has("theme"))
            sentences.Add(Themes(record));
        if (question.Asks(Aspect.Content) || question.HasAny("活動", "取組", "取り組み", "何をし"))
            sentences.Add(record.Activities is { Count: > 0 } activities ? $"{Name(record)}との協定では、{string.Join('、', activities)}の記録があります。" : $"{Name(record)}との協定について、資料には「{record.ThemeWording}」とあります。具体的な活動は記載がありません。");
        if (question.HasAny("社名", "現在の", "今の名", "今の社", "旧", "正式名", "何という名", "改称", "名称"))
        {
            sentences.Add(record.CurrentName is { } current
                ? $"締結時の社名は{record.Company}で、現在は{current}です。"
                : $"資料の社名は{record.Company}で、改称の記載はありません。");
        }

        var lead = question.YesNo ? question.Tokens.OfType<NumberToken>().Any(number => record.ThemeCount is { } themes && !number.Number.Condition.Matches(themes)) ? "いいえ。" : "はい。" : "";
        if (lead == "いいえ。" && sentences.Count == 0)
            sentences.Add($"{Name(record)}との協定のテーマ数は{record.ThemeCount}テーマです。");
        if (sentences.Count == 0)
            sentences.Add($"{Name(record)}とは、{Signed(record)}に包括連携協定を締結しました（{record.ThemeWording}）。");
        return Fact(Wording.Cut(lead + string.Concat(sentences), Wording.AnswerLimit), [record]);
    }

    private static string Themes(CorporateAgreement record)
    {
        var named = string.Join('、', (record.Themes ?? []).Select(theme => $"「{theme}」"));
        if (record.ThemeCount is not { } count)
            return $"{Name(record)}との協定のテーマは、{named}などです。テーマの数は資料に記載がありません。";
        var rest = count - (record.Themes?.Count ?? 0);
        return $"{Name(record)}との協定は{count}テーマで、資料に名前があるのは{named}だけです。ほかの{rest}テーマは、資料に記載がありません。";
    }

    private static Answer WhichOne(Question question, List<CorporateAgreement> chosen) =>
        new(AnswerKind.AskBack, $"企業との包括連携協定は{chosen.Count}件あります。どれのことですか。（{string.Join('、', chosen.Select(record => $"{record.Company}: {Signed(record)}"))}）")
        {
            Choices = [.. chosen.Select(record => new Choice(record.Company, Signed(record), $"{record.Company}: {question.Display}"))],
            Sources = [.. chosen.SelectMany(record => record.Sources.Take(1)).Take(3)],
        };

    private static Answer Several(Question question, List<CorporateAgreement> chosen)
    {
        var dates = question.Tokens.OfType<DateToken>().Where(date => !date.Excluded).Select(date => date.Condition.Describe()).ToList();
        var when = dates.Count > 0 ? string.Join('・', dates) + "に" : "";
        var lead = question.YesNo ? "はい。" : "";
        if (question.Asks(Aspect.Theme) && !question.Asks(Operation.List))
            return Fact($"{lead}{when}企業と結んだ包括連携協定のテーマは、{string.Join('、', chosen.Select(record => $"{record.Company}「{record.ThemeWording}」"))}と資料にあります。", chosen);
        if (question.Asked.OfType<AsksQuantity>().Any() || question.Asks(Operation.Count))
            return Fact($"{lead}{when}企業と結んだ包括連携協定は{chosen.Count}社です（{string.Join('、', chosen.Select(Name))}）。", chosen);
        if (question.Asks(Aspect.Date) && dates.Count == 0 && !question.Names(TermKind.Company) && !question.Asks(Operation.List) && !question.HasAny("順", "各社", "企業は", "会社は"))
            return WhichOne(question, chosen);
        return Fact($"{lead}{when}包括連携協定を結んだ企業は、締結順に、{string.Join('、', chosen.Select(record => $"{Name(record)}（{Signed(record)}）"))}の{chosen.Count}社です。", chosen);
    }
}
