using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Questions;

/// <summary>Where a word may begin and end in a question.</summary>
public sealed class WordScannerTests
{
    [Fact]
    public void Takes_the_longest_name() =>
        Assert.Equal(["東北絆まつり"], new ReadQuestion().With(TermKind.Name, "東北").With(TermKind.Name, "東北絆まつり").Names("東北絆まつりについて"));

    [Theory]
    [InlineData("マルシェはいつ", "マルシェ")]
    [InlineData("くしろマルシェの会場", "マルシェ")]
    [InlineData("マルシェ2015", "マルシェ")]
    [InlineData("グランマルシェはいつ", "マルシェ")]
    public void Finds_a_name_of_three_or_more_katakana_also_inside_a_run(string text, string name) =>
        Assert.Equal([name], new ReadQuestion().With(TermKind.Name, "マルシェ").Names(text));

    [Theory]
    [InlineData("ラインの活用")]
    [InlineData("ダムイン東京")]
    public void Finds_no_name_of_two_katakana_inside_a_run(string text) =>
        Assert.Empty(new ReadQuestion().With(TermKind.Name, "イン").Names(text));

    [Theory]
    [InlineData("津はどこ", 1)]
    [InlineData("大津はどこ", 0)]
    [InlineData("津市街はどこ", 0)]
    public void Finds_a_name_of_one_kanji_only_by_itself(string text, int count) =>
        Assert.Equal(count, new ReadQuestion().With(TermKind.Municipality, "津").Names(text).Count);

    [Theory]
    [InlineData("SDGsの講演会", 1)]
    [InlineData("ＳＤＧｓの講演会", 1)]
    [InlineData("XSDGsY", 0)]
    [InlineData("SDGs2019", 1)]
    [InlineData("theSDGs", 0)]
    [InlineData("the SDGs lecture", 1)]
    public void Finds_a_Latin_name_between_other_scripts_or_before_a_number(string text, int count) =>
        Assert.Equal(count, new ReadQuestion().With(TermKind.Name, "SDGs").Names(text).Count(name => name.Length == 4));

    [Theory]
    [InlineData("鶴岡はどの区と交流がありますか", 1)]
    [InlineData("鶴岡の友好都市", 1)]
    [InlineData("鶴岡さんの講演", 1)]
    [InlineData("鶴岡八幡宮", 0)]
    [InlineData("新鶴岡", 0)]
    [InlineData("ホテル鶴岡", 0)]
    public void Finds_a_stem_only_between_particles(string text, int count) =>
        Assert.Equal(count, new ReadQuestion().With(TermKind.Municipality, "鶴岡", needsBoundary: true).Names(text).Count);

    [Theory]
    [InlineData("つるおかはどの区", 1)]
    [InlineData("とつるおかの", 1)]
    [InlineData("あつるおかの", 0)]
    [InlineData("つるおかさん", 0)]
    public void Finds_a_stem_in_kana_only_between_particles(string text, int count) =>
        Assert.Equal(count, new ReadQuestion().With(TermKind.Municipality, "つるおか", needsBoundary: true).Names(text).Count);

    [Fact]
    public void A_space_that_was_typed_is_a_boundary() =>
        Assert.Equal(["鶴岡"], new ReadQuestion().With(TermKind.Municipality, "鶴岡", needsBoundary: true).Names("鶴岡 連携"));

    [Fact]
    public void Passes_over_what_a_date_has_taken()
    {
        var question = new ReadQuestion().With(TermKind.Name, "7月", needsBoundary: true).Read("平成30年 7月 26日の講演");

        Assert.Equal("平成30年 7月 26日", Assert.Single(question.Tokens.OfType<DateToken>()).Surface);
        Assert.Empty(question.TermTokens);
    }

    [Fact]
    public void A_number_in_a_name_is_neither_a_date_nor_a_number()
    {
        var question = new ReadQuestion().With(TermKind.Disaster, "平成30年7月豪雨").Read("平成30年7月豪雨の支援金");

        Assert.Null(question.Date);
        Assert.DoesNotContain(question.Tokens, token => token is NumberToken);
    }

    [Fact]
    public void Cuts_a_run_of_kanji_into_pieces_that_the_records_have()
    {
        var reader = new ReadQuestion().WithRecord("森林整備", "森林整備の事業").WithRecord("協議", "自治体間の協議");

        Assert.Equal(["森林整備", "協議"], reader.Contents("森林整備協議"));
    }

    [Fact]
    public void Keeps_what_no_record_has_as_an_unknown_word()
    {
        var token = Assert.Single(new ReadQuestion().WithRecord("森林整備", "森林").Read("焼肉定食は").Contents);

        Assert.Equal("焼肉定食", token.Surface);
        Assert.False(token.Known);
    }

    [Fact]
    public void Corrects_a_name_with_one_slip_and_says_so()
    {
        var token = Assert.Single(new ReadQuestion().With(TermKind.Municipality, "新篠津村").Read("新篠律村はどこ").TermTokens);

        Assert.True(token.Corrected);
        Assert.Equal("新篠津村", token.Terms[0].Name);
        Assert.Equal("新篠律村", token.Surface);
    }

    [Theory]
    [InlineData("巡回展示していない展示", true)]
    [InlineData("巡回展示がない展示はどれ", true)]
    [InlineData("駐車場はありませんか", false)]
    [InlineData("駐車場はありません", false)]
    public void Tells_a_negation_from_a_polite_ending(string text, bool negated) => Assert.Equal(negated, new ReadQuestion().Read(text).Negated);

    [Theory]
    [InlineData("では第2回は", true)]
    [InlineData("会場ではどこ", false)]
    [InlineData("それはいつ", true)]
    [InlineData("第2回は", false)]
    public void Knows_the_words_that_go_on_with_the_conversation(string text, bool pointsBack) => Assert.Equal(pointsBack, new ReadQuestion().Read(text).PointsBack);
}
