using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions that lean on the one before.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("20階 会議室", "平成29年度第2回講演会はいつ", "会場は？")]
    [InlineData("20階 会議室", "平成30年度第1回講演会の登壇者は", "会場も教えて")]
    [InlineData("12月5日", "平成29年度第2回講演会のテーマは", "いつ？")]
    [InlineData("3階", "お茶の淹れ方講座は何時から", "会場は？")]
    [InlineData("浅草", "平成29年度第1回魅力発信イベントはいつ", "どこで？")]
    public void Another_side_of_the_same_thing(string expected, params string[] conversation) => AssertFact(conversation, expected);

    [Theory]
    [InlineData("スポーツによる地域間連携", "平成29年度第2回講演会のテーマは？", "じゃあ第1回は？")]
    [InlineData("スポーツによる地域間連携", "平成29年度第2回講演会はいつ", "テーマは？", "じゃあ第1回は？")]
    [InlineData("令和3年（2021年）9月30日", "連携ニュース第2号はいつ？", "第4号は？")]
    [InlineData("令和元年（2019年）6月1日", "東北絆まつり2018はいつ？", "2019は？")]
    [InlineData("平成29年（2017年）6月10日", "東北絆まつり2018はいつ？", "その前の年は？")]
    [InlineData("北海道町村", "一番長い全国連携展示は？", "逆に一番短いのは？")]
    [InlineData("ぐんま 鉄たび", "奈良の展示のテーマは", "群馬は？")]
    [InlineData("218", "平成28年度の連携自治体の合計は？", "前の年度よりいくつ増えた？")]
    [InlineData("75自治体", "幸せリーグの参加自治体数は？", "みなと森と水サミットは？")]
    public void The_same_question_about_another_thing(string expected, params string[] conversation) => AssertFact(conversation, expected);

    [Fact]
    public void Another_edition_that_there_was_not_is_not_sought_elsewhere()
    {
        var answer = Ask("平成29年度第2回講演会のテーマは？", "第3回は？");

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
    }

    [Fact]
    public void A_year_with_two_lectures_leads_to_a_question_back()
    {
        var answer = Ask("平成30年度第1回講演会のテーマは？", "令和元年度は？");

        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Equal(["令和元年度第1回講演会", "令和元年度第2回講演会"], answer.Choices.Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("あsdfgh")]
    [InlineData("ほげほげ")]
    [InlineData("qwerty")]
    [InlineData("ラーメン屋の場所は？")]
    [InlineData("sdfghの会場は？")]
    public void What_is_not_understood_does_not_go_on_with_the_topic(string nonsense)
    {
        var answer = Ask("お茶の京都展の期間は？", nonsense);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.DoesNotContain("お茶の京都", answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Suggestions);
    }

    [Fact]
    public void A_question_with_a_name_of_its_own_does_not_inherit_the_one_before()
    {
        AssertFact(["平成30年度第1回講演会の登壇者は", "ホームページのURL"], "https://collabo.tokyo-23city.or.jp/");
        AssertFact(["千葉県町村の展示の期間は", "東西線の出口は"], "A5出口");
    }
}
