using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Tests.Answers.Language;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("300自治体", 300, "自治体")]
    [InlineData("1億円", 100_000_000, "円")]
    [InlineData("5,500万円", 55_000_000, "円")]
    [InlineData("1億1, 300万円", 113_000_000, "円")]
    [InlineData("十三団体", 13, "団体")]
    [InlineData("二十三区共同", 23, "区")]
    [InlineData("三百を", 300, null)]
    [InlineData("1,718自治体", 1718, "自治体")]
    [InlineData("2万4千人", 24_000, "人")]
    [InlineData("100名超", 100, "名")]
    [InlineData("30圏域", 30, "圏域")]
    [InlineData("３ヶ所", 3, "が所")]
    [InlineData("何か3つ", 3, "つ")]
    public void Reads_a_number_and_what_it_counts(string question, int value, string? unit)
    {
        var number = Assert.Single(Find(question));

        Assert.Equal((value, unit), (number.Value, number.Unit));
        Assert.False(number.IsOrdinal);
    }

    [Fact]
    public void Reads_decimals() => Assert.Equal((19.1m, "%"), Assert.Single(Find("19.1％")) is var n ? (n.Value, n.Unit) : default);

    [Theory]
    [InlineData("第2回", 2, "回")]
    [InlineData("第二回", 2, "回")]
    [InlineData("3番目", 3, "番目")]
    [InlineData("三回目", 3, "回")]
    [InlineData("2位", 2, "位")]
    public void Reads_places_in_an_order(string question, int value, string unit)
    {
        var number = Assert.Single(Find(question));

        Assert.True(number.IsOrdinal);
        Assert.Equal((value, unit), (number.Value, number.Unit));
    }

    [Theory]
    [InlineData("トップ3", 3)]
    [InlineData("上位三つ", 3)]
    [InlineData("top 5", 5)]
    public void Reads_the_length_of_a_ranking(string question, int value)
    {
        var number = Assert.Single(Find(question));

        Assert.True(number.IsTop);
        Assert.Equal(value, number.Value);
    }

    [Theory]
    [InlineData("300を初めて超えた", nameof(NumberComparison.MoreThan))]
    [InlineData("300自治体以上", nameof(NumberComparison.AtLeast))]
    [InlineData("20以下", nameof(NumberComparison.AtMost))]
    [InlineData("1億円未満", nameof(NumberComparison.LessThan))]
    [InlineData("100名超", nameof(NumberComparison.MoreThan))]
    [InlineData("10自治体より多い", nameof(NumberComparison.MoreThan))]
    [InlineData("十自治体より少ない", nameof(NumberComparison.LessThan))]
    [InlineData("少なくとも5回", nameof(NumberComparison.AtLeast))]
    [InlineData("more than 100", nameof(NumberComparison.MoreThan))]
    [InlineData("13団体", nameof(NumberComparison.Equal))]
    public void Reads_the_comparison(string question, string comparison) =>
        Assert.Equal(comparison, Assert.Single(Find(question)).Comparison.ToString());

    [Fact]
    public void Knows_an_approximation() => Assert.True(Assert.Single(Find("約2万人")).IsApproximate);

    [Theory]
    [InlineData("三重県")]
    [InlineData("五城目町")]
    [InlineData("十勝")]
    [InlineData("千葉県")]
    [InlineData("三井住友海上")]
    [InlineData("二本松市")]
    [InlineData("四日市市")]
    [InlineData("八戸市")]
    [InlineData("八千代市")]
    [InlineData("千代田区")]
    [InlineData("六ヶ所村")]
    [InlineData("三次市")]
    [InlineData("十日町市")]
    [InlineData("四万十市")]
    [InlineData("第一生命")]
    [InlineData("一部の区")]
    [InlineData("西川太一郎")]
    [InlineData("A2出口")]
    [InlineData("03-5210-9067")]
    [InlineData("9:00")]
    public void Takes_no_name_for_a_number(string question) => Assert.Empty(Find(question));

    [Fact]
    public void Leaves_masked_spans_alone()
    {
        var folded = QuestionText.Fold("平成30年度に10件以上");

        var number = Assert.Single(NumberReader.Find(folded, [(0, 6)]));

        Assert.Equal(new NumberCondition(NumberComparison.AtLeast, 10, "件"), number.Condition);
    }

    private static IReadOnlyList<NumberMention> Find(string question) => NumberReader.Find(QuestionText.Fold(question));
}
