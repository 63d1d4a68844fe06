using System.Diagnostics;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Proposals.Search;

namespace RenkeiBot.Benchmarks;

/// <summary>What a search takes among 1,000 and 10,000 open proposals of some 400 characters, what changing one of them takes, and what the index holds in memory.</summary>
internal static class SearchMeasurement
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Rounds = 40;
    private const int Changes = 2_000;
    private const double MaxMilliseconds = 20;

    /// <summary>Ten times the proposals, ten times the time.</summary>
    private const double MaxGrowth = 10;

    private static readonly DateOnly Today = new(2026, 11, 21);

    // What officers type: one word and several, known words and unknown ones, frequent and rare, in one piece, with a date, a place, a slip.
    private static readonly string[] Words =
    [
        "カニ", "雪", "連携", "福井 観光", "こども 雪まつり", "森林整備", "坂井市のカニ料理", "物産展 出店", "防災訓練", "移住", "地域の魅力を伝える", "特別区", "11月 祭り", "令和9年度 交流事業", "伝統芸脳の公演", "餃子 宇都宮", "ワーケーション 温泉",
        "学校給食に使う米", "取り組み", "北海道", "職員派遣 災害 福祉", "お茶の体験教室を区立小学校で開きたい", "す", "",
    ];

    private static readonly string[] Subjects =
    [
        "カニ", "雪", "お茶", "りんご", "木材", "温泉", "祭り", "伝統芸能", "給食", "米", "森林整備", "防災訓練", "職員派遣", "移住体験", "物産展", "サッカー大会", "農業体験", "郷土料理", "アンテナショップ", "水族館", "商店街", "雪まつり", "ワーケーション",
        "修学旅行", "焼き物", "花火大会", "空き家の活用", "脱炭素の取組", "サイクリング", "子どもの交流", "シニアの健康づくり", "古民家", "駅伝", "日本酒", "牡蠣", "和牛", "蕎麦打ち", "星空観察", "ラジオ体操", "環境学習",
    ];

    private static readonly string[] Sentences =
    [
        "地域の魅力を伝えるため、{0}を通じて特別区の皆さまと連携した事業を行います。", "{0}について、区民まつりや商店街の催しでの出店、販売にご協力いただける区を募集しています。", "区立小学校の児童を対象に、{0}の体験教室を開きたいと考えています。",
        "{0}の担い手が減っており、都市部の若者との交流を通じて関係人口を増やすことを目指します。", "職員が現地に伺い、{0}の準備や当日の運営をお手伝いします。", "昨年度は{0}をテーマに二つの区と共同で展示を行い、多くの方にご来場いただきました。",
        "費用は折半とし、{0}に要する輸送費は当方で負担します。", "災害時の相互応援も視野に入れ、{0}をきっかけに顔の見える関係をつくります。",
    ];

    public static async Task RunAsync(Report report)
    {
        var files = await RecordLoader.LoadAsync(Path.Combine(AppContext.BaseDirectory, "Records"), CancellationToken.None);
        var records = RecordSet.Create(files.SelectMany(file => file.Records));
        var empty = Memory();
        var idle = Enumerable.Range(0, 100).Select(_ => new ProposalIndex(() => records)).ToList();
        report.Line($"       an empty index: {(Memory() - empty) / 1e3 / idle.Count:F1} KB");

        var proposals = Proposals(records, Many);
        var (ofFew, ofMany) = (Build(records, proposals[..Few], report), Build(records, proposals, report));
        for (var end = Stopwatch.GetTimestamp() + 5 * Stopwatch.Frequency; Stopwatch.GetTimestamp() < end;)
            Round(ofFew, [], ofMany, []);

        var (few, many) = (new List<(double, string)>(), new List<(double, string)>());
        for (var i = 0; i < Rounds; i++)
            Round(ofFew, few, ofMany, many);

        var (_, meanOfFew) = Print($"{Few:N0} proposals", few, report);
        var (p99, meanOfMany) = Print($"{Many:N0} proposals", many, report);
        report.AtMost($"time per search among {Many:N0} proposals, p99", p99, MaxMilliseconds, "ms");
        report.AtMost($"time per search, {Many:N0} / {Few:N0} proposals", meanOfMany / meanOfFew, MaxGrowth, "");
        report.Line($"       changing one proposal: {Change(ofFew, proposals[..Few]):F0} µs among {Few:N0}, {Change(ofMany, proposals):F0} µs among {Many:N0}, compactions included");
        GC.KeepAlive(idle);
    }

    private static ProposalIndex Build(RecordSet records, IReadOnlyList<Proposal> proposals, Report report)
    {
        var before = Memory();
        var index = new ProposalIndex(() => records);
        index.Search(new SearchTerms { Words = "雪" }, ProposalOrder.Relevance, 0, 1, Today);
        var built = Stopwatch.GetTimestamp();
        foreach (var proposal in proposals)
            index.Set(proposal);
        var seconds = Stopwatch.GetElapsedTime(built).TotalSeconds;
        report.Line($"       {proposals.Count:N0} proposals: {proposals.Average(proposal => proposal.Content.Text.Length + proposal.Content.Offer.Length + proposal.Content.Need.Length):F0} characters each, set in {seconds:F2} s, {(Memory() - before) / 1e6:F1} MB");
        return index;
    }

    /// <summary>
    /// Every search over both in turns: a machine that is slower for a while is slower for both, and neither finds what it needs in the processor's caches, as a service does not that is searched now and then.
    /// </summary>
    private static void Round(ProposalIndex ofFew, List<(double, string)> few, ProposalIndex ofMany, List<(double, string)> many)
    {
        foreach (var words in Words)
        {
            foreach (var terms in (SearchTerms[])[new() { Words = words }, new() { Words = words, OnlyOpen = true, Areas = [Area.Of(Region.Chubu), Area.Of(Region.Tohoku)] }])
            {
                few.Add((Search(ofFew, terms), words));
                many.Add((Search(ofMany, terms), words));
            }
        }
    }

    private static double Search(ProposalIndex index, SearchTerms terms)
    {
        var asked = Stopwatch.GetTimestamp();
        index.Search(terms, ProposalOrder.Relevance, 0, 5, Today);
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    /// <returns>The slowest hundredth, and the mean of the medians of the words: what the machine does beside counts in the first only.</returns>
    private static (double P99, double Mean) Print(string name, List<(double Milliseconds, string Words)> all, Report report)
    {
        all.Sort();
        var (p50, p99) = (all[all.Count / 2].Milliseconds, all[all.Count * 99 / 100].Milliseconds);
        var slow = all.GroupBy(one => one.Words).Select(group => (Median: group.ElementAt(group.Count() / 2).Milliseconds, group.Key)).OrderDescending().ToList();
        report.Line($"       {name}: p50 {p50:F3} ms, p99 {p99:F3} ms; slowest by median: {string.Join(", ", slow.Take(3).Select(one => $"{one.Median:F3} ms {one.Key}"))}");
        return (p99, slow.Average(one => one.Median));
    }

    /// <summary>Microseconds of one change.</summary>
    private static double Change(ProposalIndex index, IReadOnlyList<Proposal> proposals)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Changes; i++)
            index.Set(proposals[i % proposals.Count]);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Changes;
    }

    private static Proposal[] Proposals(RecordSet records, int count)
    {
        var random = new Random(4);
        var places = records.Of<Municipality>();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var place = places[random.Next(places.Count)];
            var (one, other) = (Subjects[random.Next(Subjects.Length)], Subjects[random.Next(Subjects.Length)]);
            var text = string.Concat(Enumerable.Range(0, 9).Select(_ => string.Format(null, Sentences[random.Next(Sentences.Length)], random.Next(3) == 0 ? other : one)));
            var from = Today.AddDays(random.Next(-30, 400));
            var content = new ProposalContent
            {
                Title = $"{place.Name}の{one}と{other}", Text = text, Offer = $"{one}と、それを紹介する職員", Need = $"{other}に関心のある区、会場",
                Fields = [(ProposalField)random.Next(12), (ProposalField)random.Next(12)], From = from, Until = from.AddDays(random.Next(1, 200)), Deadline = Today.AddDays(random.Next(-5, 100)),
            };
            var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i);
            return new Proposal
            {
                Id = Guid.NewGuid(), State = ProposalState.Open, TenantId = "t", AadObjectId = "p", OrganisationKind = place.Kind == MunicipalityKind.Ward ? OrganisationKind.Ward : OrganisationKind.Municipality,
                OrganisationId = place.Code, OrganisationName = place.Prefecture + place.Name, Content = content, Deadline = content.Deadline, CreatedAt = at, PostedAt = at, UpdatedAt = at,
            };
        })];
    }

    private static double Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
