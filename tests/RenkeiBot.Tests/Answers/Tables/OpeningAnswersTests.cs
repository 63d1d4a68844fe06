namespace RenkeiBot.Tests.Answers.Tables;

/// <summary>Questions whether the exhibition and its hall are open.</summary>
public sealed class OpeningAnswersTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    [Theory]
    [InlineData("8月12日（月・振替休日）に10年のあゆみ展を見に行こうと思うのですが、開いていますか", "いいえ。令和6年（2024年）8月12日（月）は振替休日のため閉館です。")]
    [InlineData("令和6年7月15日は海の日ですが10年のあゆみのパネル展は見られる？", "いいえ。令和6年（2024年）7月15日（月）は祝日（海の日）のため閉館です。")]
    [InlineData("2024/7/27(土) 16時に展示見学可？ 10年のあゆみ", "はい。令和6年（2024年）7月27日（土）の16:00は開館しています（土曜日の開館時間は9:00から17:00まで）。")]
    [InlineData("令和6年7月27日の午後5時半に10年のあゆみ展は開いていますか", "いいえ。令和6年（2024年）7月27日（土）の17:30は開館時間外です（土曜日の開館時間は9:00から17:00まで）。")]
    [InlineData("2024年8月11日 10年のあゆみ展 開館？", "いいえ。令和6年（2024年）8月11日（日）は日曜日のため閉館です。")]
    public void Says_whether_the_exhibition_is_open_and_why_not(string question, string expected) => Assert.Equal(expected, records.Ask(question).Text);

    [Theory]
    [InlineData("令和6年9月2日に10年のあゆみ展は見られますか", "終了しています")]
    [InlineData("7月1日に10年のあゆみ展に行けますか", "始まっていません")]
    [InlineData("今日、10年のあゆみ展はやってますか", "終了しています")]
    public void Says_that_the_exhibition_is_not_on_outside_its_days(string question, string expected)
    {
        var text = records.Ask(question).Text;

        Assert.StartsWith("いいえ。", text, StringComparison.Ordinal);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10年のあゆみ展、土曜は何時までやってますか", "17:00")]
    [InlineData("10年のあゆみ 平日は何時からですか", "9:00")]
    [InlineData("10年のあゆみ展の休館日は？", "日曜日と祝日")]
    [InlineData("今日は区政会館開いてる？", "17:00")]
    [InlineData("来週の月曜日、区政会館は午後8時まで開館？", "勤労感謝の日")]
    public void Tells_the_hours(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Says_where_the_hours_of_other_exhibitions_are_not_known() =>
        Assert.Contains("資料に記載がありません", records.Ask("奈良の展示は何時まで開いていましたか").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("閉館", "10年のあゆみ展の平日の開館時間は？", "じゃあ日曜日は？")]
    [InlineData("8月13日（火）は9:00から20:30まで", "10年のあゆみ展は8月12日に開いていますか", "じゃあ8月13日は？")]
    public void Goes_on_with_the_place_talked_about(string expected, params string[] conversation) =>
        Assert.Contains(expected, records.Ask(conversation).Text, StringComparison.Ordinal);
}
