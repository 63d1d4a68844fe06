using System.Text.RegularExpressions;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>A question about the list of 2015, read: the places named, the kinds of municipalities meant, and the signs that the list is meant at all.</summary>
internal sealed partial class ExchangeQuery
{
    private static readonly Regex Explained = Remainder.Words("れべる", "単位", "府県単位", "相手", "相手先", "県自体", "県自身", "自体", "自身", "有無", "登録", "しりたい", "印刷", "書かれ", "地方", "地域", "えりあ", "ぶろっく", "0", "存在", "県庁", "本体", "除外", "上位", "下位", "同数", "比較", "割合", "比率", "県全体",
        "市町", "町村", "市村", "県", "府", "道", "市", "町", "村", "名", "旧", "新", "区と県", "先", "取組");

    public ExchangeQuery(Question question)
    {
        Question = question;
        foreach (var token in question.TermTokens)
            Sort(token);
        Kinds = KindsOf(question);
    }

    public Question Question { get; }

    /// <summary>What each municipality named can be.</summary>
    public List<(TermToken Token, IReadOnlyList<Term> Candidates)> Municipalities { get; } = [];

    public List<Term> Prefectures { get; } = [];

    public List<Term> Regions { get; } = [];

    /// <summary>Prefectures or regions to be left out.</summary>
    public List<Term> Without { get; } = [];

    /// <summary>市, 町, 村 or several of them; all three where nothing limits them.</summary>
    public string Kinds { get; }

    public bool AllKinds => Kinds.Length == ExchangeList.AllKinds.Length;

    public bool NamesList { get; private set; }

    public bool NamesSeries { get; private set; }

    public bool NamesWard { get; private set; }

    public bool Tied => Question.Asked.Any(sense => sense is SaysTied { Listed: false }) || Question.TermTokens.Any(token => token.Text is "友好交流" or "交流連携" or "連携交流");

    public bool LimitsToPrefectures => Limits(Question).Contains("県");

    /// <summary>The list's own totals, which are asked about by themselves.</summary>
    public bool NamesTotal => Question.Tokens.OfType<NumberToken>().Any(token => token.Number.Value is 564 or 574 or 580 or 558);

    public bool SaysList => Question.Has("一覧") || Question.Has("りすと");

    public bool Listed => Question.Asked.Any(sense => sense is SaysTied { Listed: true });

    public bool YesNoOfTies => Tied && (Question.YesNo || Question.Negated);

    /// <summary>True where nothing is said but which municipalities of a prefecture: 「三重県で連携している町は」.</summary>
    public bool OnlyPlaces => Question.Tokens.All(token => token is TermToken { Inherited: false } place && (place.Is(TermKind.Prefecture) || place.Is(TermKind.Region)) || token is AskToken ask && ask.Senses.All(sense => sense is LimitsKind))
        && Question.TermTokens.Any() && Question.Tokens.OfType<AskToken>().Any() && Question.HasAny("連携", "連係", "交流", "つながり", "繋がり", "関わり");

    /// <summary>True where the question names or says something that the list knows nothing of.</summary>
    public bool IsLeft => NamesWard || Activity().IsMatch(Question.Folded) || Remainder.Of(Question, Explained, IsKnown).Count > 0;

    /// <summary>The prefecture itself is meant, not the municipalities in it.</summary>
    public bool PrefectureLevel => (LimitsToPrefectures || !Question.Tokens.Any(token => token is AskToken { Inherited: true } ask && ask.Senses.Any(sense => sense is LimitsKind { Kinds: "県" })) && PrefectureItself().IsMatch(Question.Folded)) && !WithoutPrefecture;

    /// <summary>「県を除いて」.</summary>
    public bool WithoutPrefecture => LeavesOutPrefecture().IsMatch(Question.Folded);

    public bool AsksWard => WhichWard().IsMatch(Question.Folded);

    public bool AsksPrefecture => WhichPrefecture().IsMatch(Question.Folded);

    private void Sort(TermToken token)
    {
        var (prefecture, region, municipality) = (token.Of(TermKind.Prefecture), token.Of(TermKind.Region), token.Is(TermKind.Municipality));
        if (Excluded(token) && (prefecture ?? region) is { } without)
            Without.Add(without);
        else if (region is not null && prefecture is null)
            Regions.Add(region);
        else if (prefecture is not null && (!Prefectures.Contains(prefecture)))
            Prefectures.Add(prefecture);
        else if (municipality && token.Text is not ("市" or "町"))
            Municipalities.Add((token, [.. token.Terms.Where(term => term.Kind == TermKind.Municipality)]));
        else if (prefecture is null)
            SortOther(token);
    }

    private void SortOther(TermToken token)
    {
        NamesList |= IsList(token);
        NamesSeries |= IsSeries(token);
        NamesWard |= token.Is(TermKind.Ward);
    }

    private static bool IsList(TermToken token) => token.Of(TermKind.Name) is { Name: ExchangeListTerms.ListName };

    private static bool IsSeries(TermToken token) =>
        token.Of(TermKind.Series) is { } series && (series.Name.Contains("交流自治体", StringComparison.Ordinal) || token.Text.StartsWith("連携自治体", StringComparison.Ordinal));

    private static bool IsKnown(TermToken token) => IsList(token) || IsSeries(token) || token.Is(TermKind.Prefecture) || token.Is(TermKind.Region) || token.Is(TermKind.Municipality);

    /// <summary>「鳥取県は県を除いて」 leaves out the prefecture's own ties, not 鳥取県.</summary>
    private bool Excluded(TermToken token) => token.Excluded
        && Question.Tokens.OfType<AskToken>().Any(ask => ask.Inherited == token.Inherited && ask.Start >= token.End && ask.Start - token.End <= 1 && ask.Senses.Any(sense => sense is Excludes))
        || token.Excluded && !WithoutPrefecture;

    /// <summary>What the words limit the question to; a limit of the question before ends where 「市町村」 is said anew.</summary>
    private static IReadOnlyList<string> Limits(Question question)
    {
        var tokens = question.Tokens.OfType<AskToken>().Select(token => (token.Inherited, Kinds: string.Concat(token.Senses.Select(sense => sense switch
        {
            LimitsKind limit => limit.Kinds,
            AsksQuantity { Unit: "市" or "町" or "村" or "町村" } quantity => quantity.Unit,
            _ => "",
        })))).Where(pair => pair.Kinds.Length > 0).ToList();
        var widened = question.Tokens.Any(token => !token.Inherited && (token.Text.Contains("市町村", StringComparison.Ordinal) || token.Text.Contains("自治体", StringComparison.Ordinal)));
        return [.. tokens.Where(pair => !pair.Inherited || !widened).Select(pair => pair.Kinds)];
    }

    private static string KindsOf(Question question)
    {
        var kinds = string.Concat(Limits(question));
        // 「何市何町何村」 and 「市・町・村の内訳」 ask for all of them.
        var distinct = string.Concat("市町村".Where(kind => kinds.Contains(kind)));
        return distinct.Length == 0 || question.Has("内訳") ? "市町村" : distinct;
    }

    [GeneratedRegex("県として|(都道府|道府|府)?県(れべる|単位|自体|自身|そのもの|本体|同士)|都道府県(れべる|単位)|道府県として|区と県の交流|区と(の)?県|県と(の)?交流|県と区|県との(連携|つながり)|県庁と")]
    private static partial Regex PrefectureItself();

    [GeneratedRegex("県(自体|れべる|との交流|分|そのもの)?(を|は|との交流を)(除|のぞ|抜|含めず|含めない|数えず|別)|県を(除|含め(な|ず))|市町村(だけ|のみ)|県抜き|県は別")]
    private static partial Regex LeavesOutPrefecture();

    /// <summary>What is done together is told elsewhere.</summary>
    [GeneratedRegex("(交流|連携)(事業|協定|活動|会|館|展|員|拠点|人口|都市|施設|行事|内容|協議|さろん|ふぇあ|せんたー|いべんと|まつり|の(内容|きっかけ|経緯|事例|取))|事業|取組|取り組|行事|協定|姉妹|友好都市")]
    private static partial Regex Activity();

    [GeneratedRegex("(どの|どこの|何|なに|いずれの|どちらの|相手の|相手先の|担当の)(特別)?区|区は(どこ|どれ|どちら|何)|区を(教|挙|知)|区名|which ward")]
    private static partial Regex WhichWard();

    [GeneratedRegex("(どの|どこの|何|なに|いずれの|どちらの)(都道府県|道府県|府県|県)|(都道府|府)?県(名)?は(どこ|何|どちら|どれ)|県(で|の(市|町|村|自治体))?(でした|です)|都道府県(を|は)?(教|わか|分)|which prefecture|どこの(市|町|村|自治体)")]
    private static partial Regex WhichPrefecture();
}
