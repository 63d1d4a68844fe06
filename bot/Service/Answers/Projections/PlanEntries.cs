using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Regional plans, surveys and the prospectus.</summary>
internal sealed class PlanEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public void Add(IReadOnlyList<RegionalPlan> plans, IReadOnlyList<SurveyQuestion> surveys, IReadOnlyList<Prospectus> prospectuses)
    {
        foreach (var plan in plans)
            builder.Add(Entry(plan));
        foreach (var survey in surveys)
            builder.Add(Entry(survey));
        foreach (var prospectus in prospectuses)
            builder.Add(Entry(prospectus));
    }

    private Term Name(string name, IReadOnlyList<string> aliases)
    {
        var term = builder.Term(TermKind.Name, name);
        foreach (var alias in aliases)
            builder.AddName(term, alias, needsBoundary: alias.Length <= 2);
        return term;
    }

    private Entry Entry(RegionalPlan record)
    {
        var facets = new Facets(record.Name);
        facets.List(Aspect.Wards, "区", record.Wards, places.Wards(record.Wards), "どの区", "区");
        var members = record.Members is { } m ? string.Join('・', new[] { (m.Cities, "市"), (m.Towns, "町"), (m.Villages, "村") }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1}{part.Item2}")) : null;
        facets.Add(new Facet(Aspect.Partners, "相手の地域", members is null ? record.Region : $"{record.Region}（{members}）") { Cues = ["何市何町何村", "何町何村", "市町村", "構成", "どこ", "相手", "地域"], Number = record.Members?.Total, Unit = record.Members is null ? null : "市町村", Terms = [builder.Term(TermKind.Area, record.Region)] });
        facets.List(Aspect.Participants, "実施主体", [.. record.Wards.Union((record.Participants ?? []).Select(place => place.Name)), .. record.Participants is null ? [$"{record.Region}{(members is null ? "" : $"（{members}）")}"] : Array.Empty<string>()], places.All(record.Participants), "事業主体", "参加", "実施主体", "構成");
        facets.List(Aspect.Content, "主な事業", record.MainProjects, null, "事業", "主な事業", "内容");
        facets.Text(Aspect.Statement, "交付金", record.Grant, "財源", "交付金", "国");
        facets.Text(Aspect.Title, "テーマ", record.Motto);
        if (record.Period is { } period)
            facets.Add(new Facet(Aspect.Date, "期間", $"{Wording.Years(period)}{(record.Years is { } n ? $"の{n}年間" : "")}") { Sentence = $"{record.Name}の期間は、{Wording.Years(period)}{(record.Years is { } years ? $"の{years}年間" : "")}です。", Cues = ["何年間", "期間"], Number = record.Years, Unit = "年間" });
        if (record.GrantThousandYen is { } grant)
            facets.Number(Aspect.Amount, "加速化交付金交付額", grant, "千円", $"{grant:#,0}千円（{grant / 10m:#,0.#}万円）", "交付金", "交付額", "加速化交付金", "いくら");
        facets.Text(Aspect.Statement, "番号", record.CaseNumber, "番号", "No");
        facets.Text(Aspect.Statement, "分野", record.Field, "分野");
        foreach (var text in record.Background ?? [])
            facets.Add(new Facet(Aspect.Reason, "背景", text) { Sentence = Wording.Sentence(text), Cues = ["背景", "課題", "理由"] });
        foreach (var indicator in record.Indicators ?? [])
            AddIndicator(facets, record, indicator);
        foreach (var topic in record.Pioneering ?? [])
            facets.Statement(topic.Heading, $"{record.Name}の{topic.Heading}: {string.Join(' ', topic.Texts)}", topic.Texts, topic.Heading, "先駆性");
        if (record.PointsToNote is { Count: > 0 } points)
            facets.List(Aspect.Statement, "参考となるポイント", points, null, "参考", "ポイント");
        return new Entry
        {
            Key = $"plan/{record.Key}",
            Title = record.Name,
            Categories = [categories.Plan],
            Subjects = [Name(record.Name, record.Aliases)],
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Participants), places.Of(new NamedPlace(record.Prefecture)), builder.Term(TermKind.Area, record.Region)],
            When = record.Period is { } p ? [p] : [],
            Facets = facets.All,
            Overview = Wording.Cut($"{record.Name}は、{string.Join('・', record.Wards)}と{record.Region}{(members is null ? "" : $"（{members}）")}の計画です。主な事業は、{Wording.List(record.MainProjects, 140)}です。", Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            SearchText = string.Join(' ', record.Aliases),
        };
    }

    private static void AddIndicator(Facets facets, RegionalPlan record, PlanIndicator indicator)
    {
        var points = indicator.Points.Select(point => $"{Wording.When(point.At)} {point.Wording}").ToList();
        var difference = indicator.Points.Count == 2 ? $"（差は{Math.Abs(indicator.Points[1].Value - indicator.Points[0].Value):#,0.##}{indicator.Unit}）" : "";
        facets.Add(new Facet(Aspect.Count, indicator.Name, string.Join("、", points)) { Sentence = $"{indicator.Name}は、{string.Join("、目標は", points)}です{difference}。", Cues = ["KPI", "目標", "指標", indicator.Name, "目標値", "基準値", "差", "重要業績評価指標"], Number = indicator.Points[^1].Value, Unit = indicator.Unit });
    }

    private Entry Entry(SurveyQuestion record)
    {
        var title = record.Number is { } number ? $"{record.Survey} {number}" : record.Survey;
        var facets = new Facets(title);
        if (record.SentOn is { } sent)
            facets.Date([new Period(sent)], "実施日", "発送されました", "実施", "発送", "送った");
        facets.Text(Aspect.Theme, "質問", record.Question, "質問", "設問", "聞いた", "内容");
        facets.Text(Aspect.Audience, "対象", record.AskedOf, "対象", "宛て", "送付先");
        facets.Number(Aspect.Count, "送付数", record.SentTo, "自治体", null, "送付", "送った", "宛て", "対象");
        facets.Number(Aspect.Count, "回答数", record.Responses, "件", record.Responses is { } r && record.SentTo is { } s ? $"{r:#,0}件（{s:#,0}自治体のうち。回答率は約{Numbers.Percent(r, s)}）" : null, "回答", "回答数", "回収", "回答率", "回収率", "割合");
        facets.Text(Aspect.Statement, "回答の広がり", record.Coverage, "都道府県", "全都道府県");
        if (record.Options is { Count: > 0 } options)
        {
            var total = options.Sum(option => option.Count);
            facets.Add(new Facet(Aspect.Content, "結果", Wording.List([.. options.Select(option => $"{option.Label} {option.Count}件（{option.Percent:0.0}%）")], 280)) { Items = [.. options.Select(option => option.Label)], Cues = ["結果", "内訳", "回答", "選択肢"] });
            facets.Number(Aspect.Count, "回答数（N）", total, "件", $"{total}件", "N", "回答数", "回答者");
            var most = options.Where(option => option.Count == options.Max(o => o.Count)).ToList();
            facets.Statement("最も多い回答", $"{title}で最も多かった回答は、{string.Join('、', most.Select(option => $"「{option.Label}」の{option.Count}件（{option.Percent:0.0}%）"))}です。", null, "最も多い", "一番多い", "最多", "いちばん多い");
            foreach (var option in options)
                facets.Add(new Facet(Aspect.Count, option.Label, $"{option.Count}件（{option.Percent:0.0}%）") { Sentence = $"「{option.Label}」と答えたのは、{option.Count}件（{option.Percent:0.0}%、N={total}）です。", Cues = [option.Label], Context = option.Text, Number = option.Count, Unit = "件", OnCard = false });
        }

        foreach (var opinion in record.Opinions ?? [])
            facets.Statement(opinion.Heading, $"「{opinion.Heading}」という意見: {opinion.Text}", null, opinion.Heading, "意見");
        if (record.Opinions is { Count: > 0 } opinions)
            facets.List(Aspect.Statement, "主な意見", [.. opinions.Select(opinion => opinion.Heading)], null, "意見", "主な意見", "声");
        return new Entry
        {
            Key = $"survey/{record.Key}",
            Title = title,
            Categories = [categories.Survey],
            Subjects = [Name(title, [record.Survey, .. record.Aliases])],
            When = record.SentOn is { } on ? [new Period(on)] : [],
            FiscalYear = record.FiscalYear,
            Facets = facets.All,
            Overview = Wording.Cut($"{title}は、{record.AskedOf}を対象に「{Wording.Cut(record.Question, 60)}」を尋ねたものです。{(record.Responses is { } n ? $"回答は{n:#,0}件でした。" : "")}", Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            SearchText = string.Join(' ', record.Aliases),
        };
    }

    private Entry Entry(Prospectus record)
    {
        var facets = new Facets(record.Title);
        facets.Date([new Period(record.Date)], "日付", "発表されました", "日付", "発表", "出された");
        facets.Text(Aspect.Organization, "発表した団体", record.Issuer, "誰が", "どこが", "発表", "名義", "発行者");
        facets.Text(Aspect.Host, "発行者", record.Issuer);
        foreach (var paragraph in record.Paragraphs)
            facets.Statement($"第{paragraph.Number}段落 {paragraph.Topic}", paragraph.Text, null, paragraph.Topic);
        facets.List(Aspect.Reason, "憂慮していること", [.. record.Concerns.Select(point => point.Text)], null, "懸念", "憂慮", "心配", "危険", "課題");
        facets.List(Aspect.Purpose, "目指すこと", [.. record.Aims.Select(point => point.Text)], null, "目的", "目指す", "ねらい");
        facets.List(Aspect.Method, "手段", [.. record.Means.Select(point => point.Text)], null, "手段", "方法", "どうやって");
        return new Entry
        {
            Key = $"prospectus/{record.Key}",
            Title = record.Title,
            Categories = [categories.Fact],
            Subjects = [Name(record.Title, record.Aliases)],
            When = [new Period(record.Date)],
            Facets = facets.All,
            Overview = Wording.Cut($"{record.Title}は、{JapaneseCalendar.Long(record.Date)}に{record.Issuer}が発表しました。{string.Concat(record.Aims.Take(2).Select(point => point.Text))}", Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
        };
    }
}
