using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions that take something for granted that the records do not have: never the figure of the nearest thing.</summary>
public sealed class FalsePremiseTests
{
    [Theory]
    [InlineData("第3回全国連携シンポジウムのテーマは", "交流人口")]
    [InlineData("第5回全国連携シンポジウムはいつ", "1月19日")]
    [InlineData("令和3年度第3回講演会のテーマは", "脱炭素")]
    [InlineData("令和2年度第2回全国連携展示のテーマ", "瀬戸内")]
    [InlineData("平成29年度第3回魅力発信イベントの来場者数", "万人")]
    public void An_edition_that_there_was_not(string question, string forbidden) => AssertNotFound(question, forbidden);

    [Theory]
    [InlineData("令和6年度の講演会のテーマは", "支援の輪")]
    [InlineData("令和10年度の全国連携展示はいつ", "10年のあゆみ")]
    [InlineData("平成25年度の講演会のテーマは", "スポーツ")]
    [InlineData("東北絆まつり2016はいつ", "6月25日")]
    [InlineData("東北六魂祭2017はいつ", "6月10日")]
    [InlineData("東北絆まつり2024の開催地は", "仙台")]
    public void A_year_in_which_there_was_none(string question, string forbidden) => AssertNotFound(question, forbidden);

    [Theory]
    [InlineData("次の全国連携講演会はいつ")]
    [InlineData("今年度の講演会は")]
    [InlineData("来月の展示は")]
    [InlineData("昨年度の講演会")]
    public void A_time_relative_to_today_for_which_nothing_is_recorded(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains("令和", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("トヨタ自動車との協定はいつ", "月")]
    [InlineData("福岡市での魅力発信イベントの来場者数は", "万人")]
    [InlineData("ブラジルのイベントはいつ", "月")]
    [InlineData("夕張市との交流事業は", "メロン")]
    public void A_company_or_place_that_is_not_in_the_records(string question, string forbidden) => AssertNotFound(question, forbidden);

    [Theory]
    [InlineData("はなまる市の展示はいつ", "はなまる市")]
    [InlineData("中野区とはなまる市の協定", "「はなまる市」")]
    [InlineData("すみれ町との交流はありますか", "すみれ町")]
    [InlineData("カモメ村の連携", "カモメ村")]
    [InlineData("桜花市と交流はありますか", "桜花市")]
    [InlineData("さくら大学の先生の講演", "さくら大学")]
    [InlineData("ほげ県との協定", "ほげ県")]
    [InlineData("ひだまり株式会社との協定はいつ", "ひだまり株式会社")]
    public void A_name_of_a_place_or_body_that_is_not_in_the_records_is_named_in_the_answer(string question, string name)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("協定結んでる市長会ってどことどこ？")]
    [InlineData("かかわった区を教えて")]
    [InlineData("岐阜県で一覧に出てくる村はどこですか")]
    [InlineData("あたらしい町はありますか")]
    public void What_a_place_is_said_to_be_is_not_its_name(string question) =>
        Assert.DoesNotContain("「", Ask(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("山田太郎氏の講演のテーマは")]
    [InlineData("佐藤花子さんの肩書は")]
    [InlineData("おいしいラーメン屋は")]
    [InlineData("明日の天気は？")]
    public void A_person_or_subject_that_is_not_in_the_records_gets_no_fact(string question) =>
        Assert.Contains(Ask(question).Kind, (AnswerKind[])[AnswerKind.NotFound, AnswerKind.Passage]);
}
