using RenkeiBot.Cards.Answers;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>What was agreed on through the 掲示板 is answered about like the ties of the documents.</summary>
public sealed class CollaborationQuestionTests : IClassFixture<CollaborationQuestionTests.Agreed>
{
    private static readonly SourceRef Board = new("board", "提案の記録");

    private readonly AnswerEngine engine;

    public CollaborationQuestionTests(Agreed agreed) => engine = agreed.Engine;

    public sealed class Agreed
    {
        public Agreed()
        {
            var files = RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult();
            Engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records).Concat(Collaborations)))));
        }

        internal AnswerEngine Engine { get; }

        private static IEnumerable<Collaboration> Collaborations =>
        [
            new("a1", "りんごの木オーナー制度", [new NamedPlace("平川市", "青森県"), new NamedPlace("豊島区")], "豊島区民がりんごの木のオーナーになり、収穫を体験します。", new DateOnly(2026, 11, 10), [Board],
                Fields: ["産業・物産", "観光"], When: new Period(new DateOnly(2027, 4, 1), new DateOnly(2027, 11, 30))),
            new("a2", "温泉めぐりの共同企画", [new NamedPlace("大崎市", "宮城県"), new NamedPlace("草津町", "群馬県")], "両市町の温泉を紹介する冊子を共同で作ります。", new DateOnly(2026, 11, 11), [Board]),
            new("a3", "職員研修の相互受入れ", [new NamedPlace("群馬県市長会"), new NamedPlace("文京区")], "職員の研修を相互に受け入れます。", new DateOnly(2026, 11, 12), [Board]),
            new("a4", "黄金がにの学校給食", [new NamedPlace("坂井市", "福井県"), new NamedPlace("品川区")], "坂井市の黄金がにを品川区の学校給食で提供します。", new DateOnly(2026, 11, 13), [Board]),
        ];
    }

    [Theory]
    [InlineData("平川市と豊島区の連携は？", "平川市", "豊島区", "りんごの木", "令和8年（2026年）11月10日")]
    [InlineData("豊島区と平川市はどんな連携事業をしていますか", "平川市", "豊島区", "りんごの木")]
    [InlineData("りんごの木オーナー制度の連携の相手はどこ", "平川市", "豊島区")]
    [InlineData("りんごの木オーナー制度の連携はいつ合意されましたか", "令和8年（2026年）11月10日")]
    [InlineData("りんごの木オーナー制度の連携の実施時期は", "令和9年（2027年）4月1日")]
    [InlineData("大崎市と草津町の連携は？", "大崎市", "草津町", "冊子")]
    [InlineData("群馬県市長会と文京区の連携は？", "研修")]
    [InlineData("坂井市と品川区の連携は？", "黄金がに", "令和8年（2026年）11月13日", "ほかに品川区と坂井市の連携事業")]
    [InlineData("令和8年11月に合意された連携は", "りんごの木", "温泉めぐり", "研修", "学校給食")]
    [InlineData("平川市と豊島区は連携していますか", "はい", "りんごの木")]
    [InlineData("坂井市と品川区の学校給食の連携は？", "黄金がにの学校給食")]
    public void Is_answered_with_its_source(string question, params string[] expected)
    {
        var (answer, _) = engine.Ask(question, DeliveredEngine.Today, null);

        Assert.True(answer.Kind == AnswerKind.Fact, $"{answer.Kind}: {answer.Text}");
        Assert.All(expected, part => Assert.Contains(part, answer.Text, StringComparison.Ordinal));
        Assert.Contains(answer.Sources, source => source.Document == "board");
    }

    [Fact]
    public void What_the_documents_tell_of_the_same_parties_is_still_answered() =>
        Assert.Equal(DeliveredEngine.Ask("しながわ水族館での坂井市のイベントはいつでしたか").Text, engine.Ask("しながわ水族館での坂井市のイベントはいつでしたか", DeliveredEngine.Today, null).Item1.Text);

    [Fact]
    public async Task A_title_that_is_a_question_or_a_name_takes_no_answer_away_from_the_documents()
    {
        string[] asked = [.. HelpCard.Examples, "品川区の連携は？", "プロジェクトの目的は？", "問い合わせ先は？", "全国連携展示はこれまで何回？"];
        string[] titles = [.. asked.Select(question => question.TrimEnd('？')), "熊本地震の支援", "プロジェクト", "令和2年度の全国連携展示の期間", "品川区", "問い合わせ先", "全国連携展示", "魅力発信イベント"];
        var files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);
        var hostile = titles.Select((title, i) => new Collaboration($"h{i}", title, [new NamedPlace("釧路市", "北海道"), new NamedPlace("港区")], "釧路市の提案に、港区が応募した連携です。", new DateOnly(2026, 11, 21), [Board]));
        var tricked = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records).Concat(hostile)))));

        Assert.All(asked, question => Assert.Equal(DeliveredEngine.Ask(question).Text, tricked.Ask(question, DeliveredEngine.Today, null).Item1.Text));
    }

    [Fact]
    public async Task What_the_documents_tell_of_a_municipality_is_not_hidden_by_what_it_agrees_on_later()
    {
        var files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);
        Collaboration[] later =
        [
            new("l1", "越前の海の幸を味わう会", [new NamedPlace("坂井市", "福井県"), new NamedPlace("江東区")], "福井県坂井市の提案に、江東区が応募した連携です。", new DateOnly(2026, 11, 21), [Board]),
            new("l2", "坂井市", [new NamedPlace("釧路市", "北海道"), new NamedPlace("目黒区")], "北海道釧路市の提案に、目黒区が応募した連携です。", new DateOnly(2026, 11, 21), [Board]),
            new("l3", "桜の見ごろ", [new NamedPlace("荒川区")], "坂井市観光連盟の提案に、荒川区が応募した連携です。", new DateOnly(2026, 11, 21), [Board], Organisations: ["坂井市観光連盟"]),
        ];
        var engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records).Concat(later)))));
        Answer Ask(string question) => engine.Ask(question, DeliveredEngine.Today, null).Item1;

        Assert.Contains("品川区", Ask("坂井市と連携しているのはどの区？").Text, StringComparison.Ordinal);
        Assert.Contains("江東区", Ask("坂井市と江東区の連携は？").Text, StringComparison.Ordinal);
        Assert.NotEqual(AnswerKind.Fact, Ask("坂井市と目黒区の連携は？").Kind);
        Assert.NotEqual(AnswerKind.Fact, Ask("坂井市と荒川区の連携は？").Kind);
        Assert.DoesNotContain("雪の活用", Ask("坂井市観光連盟の連携は？").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collaboration_of_others_is_not_taken_for_one_that_does_not_exist()
    {
        var (answer, _) = engine.Ask("平川市と文京区の連携は？", DeliveredEngine.Today, null);

        Assert.NotEqual(AnswerKind.Fact, answer.Kind);
    }
}
