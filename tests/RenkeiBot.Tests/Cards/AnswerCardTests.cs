using System.Text.Json.Nodes;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Cards;

public sealed class AnswerCardTests
{
    private const string Sentence = "令和3年度の全国連携展示は2回ありました。";

    public static TheoryData<string, AdaptiveCard> Opened => new()
    {
        { Sentence, AnswerCard.Build(new AnswerCardView(Sentence) { Heading = "全国連携展示", Passage = "記述", Details = [new DetailLine("期間", "5月")] }) },
        { Sentence, ChoiceCard.Build(new ChoiceCardView(Sentence, [new ChoiceOption("a", "b", "c")])) },
        { Sentence, NotFoundCard.Build(new NotFoundCardView(Sentence) { Nearest = [new ChoiceOption("a", "b", "c")], Suggestions = ["d"] }) },
    };

    [Theory]
    [MemberData(nameof(Opened), DisableDiscoveryEnumeration = true)]
    public void The_first_text_block_is_the_answer(string answer, AdaptiveCard card)
    {
        Assert.Equal(answer, Assert.IsType<TextBlock>(card.Body[0]).Text.Literal);
        Assert.Equal(answer, (string?)Json(card)["body"]![0]!["text"]);
        Assert.StartsWith(answer, card.FallbackText, StringComparison.Ordinal);
        Assert.StartsWith(answer, card.Speak, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_answer_of_600_characters_is_shown_whole()
    {
        var answer = new string('区', 600);
        Assert.Equal(answer, Assert.IsType<TextBlock>(AnswerCard.Build(new AnswerCardView(answer)).Body[0]).Text.Literal);
    }

    [Fact]
    public void A_suggestion_is_a_button_that_asks_it()
    {
        var action = Actions(AnswerCard.Build(new AnswerCardView(Sentence) { Suggestions = ["令和2年度は？"] })).Single();
        Assert.Equal("Action.Submit", (string?)action["type"]);
        Assert.Equal("令和2年度は？", (string?)action["title"]);
        Assert.Equal("answers.ask", (string?)action["data"]!["verb"]);
        Assert.Equal("令和2年度は？", (string?)action["data"]!["question"]);
        Assert.Null(action["tooltip"]);
    }

    [Fact]
    public void A_long_suggestion_is_cut_on_the_button_and_asked_whole()
    {
        var question = new string('問', 60) + "？";
        var action = Actions(AnswerCard.Build(new AnswerCardView(Sentence) { Suggestions = [question] })).Single();
        Assert.Equal(new string('問', 39) + "…", (string?)action["title"]);
        Assert.Equal(question, (string?)action["data"]!["question"]);
        Assert.Equal(question, (string?)action["tooltip"]);
    }

    [Fact]
    public void There_are_at_most_three_suggestions() => Assert.Equal(3, Actions(AnswerCard.Build(new AnswerCardView(Sentence) { Suggestions = ["一", "二", "三", "四"] })).Count());

    [Fact]
    public void Sources_name_document_place_and_date()
    {
        var texts = Texts(AnswerCard.Build(new AnswerCardView(Sentence) { Sources = [new("概要", "2ページ", "令和3年8月1日"), new("経過"), new("冊子", null, "平成30年4月")] }));
        Assert.Contains("出典：概要（2ページ、令和3年8月1日現在）", texts);
        Assert.Contains("出典：経過", texts);
        Assert.Contains("出典：冊子（平成30年4月現在）", texts);
    }

    [Fact]
    public void What_the_documents_disagree_on_is_set_off_from_the_answer()
    {
        var texts = Texts(AnswerCard.Build(new AnswerCardView(Sentence) { Notes = ["冊子では7月となっています。"] }));
        Assert.Contains("資料の記載について", texts);
        Assert.Contains("冊子では7月となっています。", texts);
    }

    [Fact]
    public void A_list_that_fits_is_shown_whole()
    {
        var texts = Texts(AnswerCard.Build(Municipalities(30)));
        Assert.Contains("第30市", texts);
        Assert.DoesNotContain(texts, text => text.StartsWith("ほか", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(500)]
    public void A_list_that_does_not_fit_says_how_many_rows_are_left_out(int rows)
    {
        var texts = Texts(AnswerCard.Build(Municipalities(rows)));
        var shown = texts.Count(text => text.StartsWith('第'));
        Assert.InRange(shown, 30, 100);
        Assert.Contains($"ほか {rows - shown} 件", texts);
    }

    [Fact]
    public void Rows_that_the_caller_left_out_are_counted()
    {
        var view = new AnswerCardView(Sentence) { Table = new AnswerTable(["企業"], [["一社"], ["二社"]], MoreRows: 7) };
        Assert.Contains("ほか 7 件", Texts(AnswerCard.Build(view)));
    }

    [Fact]
    public void Rows_of_uneven_length_fill_the_table()
    {
        var view = new AnswerCardView(Sentence) { Table = new AnswerTable(["区", "数"], [["港区"], ["台東区", "3", "余り"], []]) };
        var rows = Json(AnswerCard.Build(view))["body"]!.AsArray().Single(node => (string?)node!["type"] == "Table")!["rows"]!.AsArray();
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(2, row!["cells"]!.AsArray().Count));
        Assert.DoesNotContain("余り", rows.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_stand_to_the_right()
    {
        var view = new AnswerCardView(Sentence) { Table = new AnswerTable(["災害", "金額"], [["熊本地震", "5,500万円"], ["令和元年の台風", "1億1,300万円"]]) };
        var columns = Json(AnswerCard.Build(view))["body"]!.AsArray().Single(node => (string?)node!["type"] == "Table")!["columns"]!;
        Assert.Null(columns[0]!["horizontalCellContentAlignment"]);
        Assert.Equal("right", (string?)columns[1]!["horizontalCellContentAlignment"]);
    }

    [Fact]
    public void Every_option_is_a_button_that_asks_about_it_and_can_be_heard()
    {
        var card = ChoiceCard.Build(new ChoiceCardView("どれのことですか。", [new("平成30年度", "7月26日", "平成30年度の講演会は？"), new("令和3年度", null, "令和3年度の講演会は？")]));
        Assert.Equal(["平成30年度", "令和3年度"], Actions(card).Select(action => (string?)action["title"]));
        Assert.Equal(["平成30年度の講演会は？", "令和3年度の講演会は？"], Actions(card).Select(action => (string?)action["data"]!["question"]));
        Assert.Contains("7月26日", Texts(card));
        Assert.Equal("どれのことですか。\n平成30年度、令和3年度", card.Speak);
    }

    [Fact]
    public void Help_offers_its_examples_and_only_the_commands_it_is_given()
    {
        var card = HelpCard.Build(new HelpCardView([new TypedCommand("ヘルプ", "この案内")]));
        Assert.Equal([.. HelpCard.Examples, "ヘルプ"], Actions(card).Select(action => (string?)action["data"]!["question"]));
        Assert.InRange(HelpCard.Examples.Count, 8, 10);
        Assert.DoesNotContain("使える言葉", Texts(HelpCard.Build(new HelpCardView([]))));
    }

    [Theory]
    [InlineData(WelcomePlace.Personal, false)]
    [InlineData(WelcomePlace.Group, true)]
    [InlineData(WelcomePlace.Team, true)]
    public void Welcome_says_where_the_bot_must_be_mentioned(WelcomePlace place, bool mention)
    {
        var card = WelcomeCard.Build(new WelcomeCardView(place, "連携ボット"));
        Assert.Equal(mention, Texts(card).Any(text => text.Contains("@連携ボット", StringComparison.Ordinal)));
        string[] commands = mention ? ["ヘルプ", "配信設定"] : ["ヘルプ"];
        Assert.Equal([.. WelcomeCard.Examples, .. commands], Actions(card).Select(action => (string?)action["data"]!["question"]));
        Assert.All(WelcomeCard.Examples, example => Assert.Contains(example, HelpCard.Examples));
    }

    private static AnswerCardView Municipalities(int count) => new(Sentence)
    {
        Table = new AnswerTable(["自治体", "都道府県", "区"], [.. Enumerable.Range(1, count).Select(n => (IReadOnlyList<string>)[$"第{n}市", "北海道", "台東区、墨田区、品川区"])]),
    };

    private static JsonNode Json(AdaptiveCard card) => JsonNode.Parse(card.ToUtf8Json())!;

    private static IReadOnlyList<string> Texts(AdaptiveCard card) => [.. Objects(Json(card)).Where(node => node["text"] is not null).Select(node => (string)node["text"]!)];

    private static IEnumerable<JsonObject> Actions(AdaptiveCard card) => Objects(Json(card)).Where(node => ((string?)node["type"])?.StartsWith("Action.", StringComparison.Ordinal) is true);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => Objects(property.Value)).Prepend(item),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
