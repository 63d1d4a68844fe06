using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions about the exhibitions and their tours of the ward offices.</summary>
public sealed class ExhibitionQuestionTests
{
    [Theory]
    [InlineData("京都府市町村の全国連携展示の期間は", "平成29年（2017年）8月21日（月）から9月29日（金）まで")]
    [InlineData("When was the Kyoto exhibition held?", "8月21日（月）から9月29日（金）まで")]
    [InlineData("ならけんの展示はいつからいつまで", "令和2年（2020年）1月7日", "2月13日")]
    [InlineData("広島県全9町の展示は何月何日から何月何日まで？", "令和2年（2020年）11月13日（金）から12月24日（木）まで")]
    public void Answers_the_period_of_an_exhibition(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("北海道町村の全国連携展示は何日間でしたか", "38日間")]
    [InlineData("一番長かった全国連携展示は", "10年のあゆみ", "52日間")]
    [InlineData("一番短い展示は", "北海道町村", "38日間")]
    public void Measures_how_long_exhibitions_were(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("群馬県市町村の展示のテーマ", "ぐんま 鉄たび 湯たび 歩きたび")]
    [InlineData("埼玉の展示のキャッチコピーは", "ぷらっと埼玉")]
    [InlineData("令和2年度の展示のテーマは", "瀬戸内の恵み")]
    public void Answers_the_theme_of_an_exhibition(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("青森の展示の巡回展示を実施した区は", "品川区", "目黒区")]
    [InlineData("千葉の展示で巡回展示を行った区はどこですか", "港区", "品川区", "目黒区", "大田区")]
    public void Answers_where_an_exhibition_toured(string question, params string[] expected) => AssertFact(question, expected);

    [Fact]
    public void Says_that_no_tour_of_an_exhibition_is_stated() => AssertNotFound("奈良の展示の巡回先はどこですか", "品川区");

    [Fact]
    public void Lists_the_exhibitions_that_toured_a_ward()
    {
        var text = Ask("品川区で巡回展示をしたのはどの展示").Text;

        Assert.StartsWith("7件", text, StringComparison.Ordinal);
        Assert.DoesNotContain("奈良県町村", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_the_exhibitions_of_a_year_by_their_editions() =>
        AssertFact("全国連携展示の第1回と第2回を令和元年度について教えて", "群馬県市町村", "奈良県町村");

    [Theory]
    [InlineData("宇治茶販売コーナーの時間は", "11:00", "19:00")]
    [InlineData("お茶の淹れ方講座は何時から", "14:00")]
    [InlineData("平成29年度第2回全国連携展示の特産品販売は何日", "12月21日")]
    public void Answers_about_the_events_beside_an_exhibition(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("令和6年度第1回全国連携展示の主催", "特別区長会", "特別区協議会")]
    [InlineData("10年のあゆみ展の担当部署は", "事業推進課")]
    [InlineData("10年のあゆみ展の後援は？", "東京都")]
    public void Answers_who_is_behind_an_exhibition(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("山梨県の展示のテーマは", "山梨県")]
    [InlineData("熊本県の展示はいつ", "熊本県")]
    [InlineData("大阪での全国連携展示の期間は", "大阪")]
    public void Does_not_take_another_exhibition_for_one_that_there_was_not(string question, string named)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]月[0-9]", answer.Text);
    }
}
