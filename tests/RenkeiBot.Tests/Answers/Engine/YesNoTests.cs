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
    [InlineData("東京区政会館は千代田区にありますか")]
    [InlineData("大江戸線の出口はA2ですか")]
    [InlineData("令和3年度第1回講演会はオンラインでしたか")]
    [InlineData("幸せリーグの参加自治体は50以上ですか")]
    public void Says_yes_to_what_the_records_say(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.StartsWith("はい。", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("渋谷区は千葉県町村の展示で巡回展示をしましたか", "いいえ。")]
    [InlineData("東北絆まつり2019は仙台で開催されましたか", "福島で")]
    [InlineData("第2回シンポジウムの基調講演は大杉覚氏ですか", "いいえ。")]
    [InlineData("広井良典氏は令和3年度の講演会で話しましたか", "いいえ。")]
    [InlineData("ロゴマークは平成28年に決まりましたか", "いいえ。")]
    [InlineData("鶴岡市は港区の友好都市ですか", "江戸川区")]
    [InlineData("プロジェクトは平成25年に始まりましたか", "いいえ。")]
    [InlineData("東西線の出口はA2ですか", "いいえ。")]
    [InlineData("東京区政会館は新宿区にありますか", "いいえ。")]
    [InlineData("令和3年度の第1回講演会は会場開催でしたか", "いいえ。")]
    [InlineData("令和元年度第1回講演会はオンラインでしたか", "いいえ。")]
    [InlineData("幸せリーグの参加自治体は100以上ですか", "いいえ。")]
    [InlineData("全国連携ニュースは5号まで出ていますか", "第4号")]
    [InlineData("駐車場はありますか", "記載がありません")]
    [InlineData("広井良典氏は東京大学の教授ですか", "いいえ。")]
    [InlineData("みなと森と水サミットは荒川区の事業ですか", "港区")]
    [InlineData("平成29年度第1回魅力発信イベントの来場者は10万人でしたか", "約2万人")]
    [InlineData("平成29年度の講演会は5回開催しましたか", "2件")]
    [InlineData("東北絆まつり2020は開催されましたか", "いいえ。")]
    public void Does_not_say_yes_to_what_the_records_do_not_say(string question, string instead)
    {
        var answer = Ask(question);

        Assert.True(answer.Kind == AnswerKind.NotFound || answer.Text.Contains(instead, StringComparison.Ordinal), answer.Text);
        Assert.DoesNotContain("はい", answer.Text, StringComparison.Ordinal);
    }
}
