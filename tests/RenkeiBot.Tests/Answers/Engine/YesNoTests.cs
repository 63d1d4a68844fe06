using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions answered by yes or no: a yes only where the records say so.</summary>
public sealed class YesNoTests
{
    [Theory]
    [InlineData("品川区は千葉県町村の展示で巡回展示をしましたか")]
    [InlineData("東北絆まつり2019は福島で開催されましたか")]
    [InlineData("第2回シンポジウムの基調講演は高橋一夫氏ですか")]
    [InlineData("秩父市は豊島区の姉妹都市ですか")]
    [InlineData("ロゴマークは2015年6月16日に決まったのですか")]
    [InlineData("品川区は雪の活用を実施しましたか")]
    public void Says_yes_to_what_the_records_say(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.StartsWith("はい。", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("渋谷区は千葉県町村の展示で巡回展示をしましたか")]
    [InlineData("東北絆まつり2019は仙台で開催されましたか")]
    [InlineData("第2回シンポジウムの基調講演は大杉覚氏ですか")]
    [InlineData("広井良典氏は令和3年度の講演会で話しましたか")]
    [InlineData("ロゴマークは平成28年に決まりましたか")]
    [InlineData("鶴岡市は港区の友好都市ですか")]
    [InlineData("プロジェクトは平成25年に始まりましたか")]
    public void Does_not_say_yes_to_what_the_records_do_not_say(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.DoesNotContain("はい", answer.Text, StringComparison.Ordinal);
    }
}
