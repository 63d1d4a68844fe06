using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions about meetings and visits, and about what happened once.</summary>
public sealed class MeetingQuestionTests
{
    [Theory]
    [InlineData("平成27年6月16日の区長会総会で決まったことは", "ロゴマークを決定")]
    [InlineData("令和元年8月6日の総会は何を確認", "三井住友海上火災保険")]
    [InlineData("平成28年12月13日の連携協力推進委員会の議題は", "第1回委員会の概要")]
    public void Answers_what_a_meeting_dealt_with(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("ロゴマークはいつ決まった", "平成27年（2015年）6月16日（火）")]
    [InlineData("区長会総会で大阪府北部地震の支援金を確認したのはいつ", "平成30年（2018年）7月13日（金）")]
    [InlineData("仙台市長が報告した総会はいつ", "平成29年（2017年）8月7日")]
    [InlineData("平成27年度の特別区制度懇談会はいつ", "平成27年（2015年）8月19日")]
    [InlineData("埼玉県知事との座談会はいつ", "平成29年（2017年）12月")]
    [InlineData("石破大臣を訪問したのはいつ", "平成27年（2015年）9月30日（水）")]
    [InlineData("北海道町村会事務局が来館したのはいつ", "平成27年（2015年）7月10日（金）")]
    public void Answers_when_a_meeting_was(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("平成29年度の区長会総会は何回", "7回")]
    [InlineData("連携協力推進委員会は何回開かれた", "3回")]
    public void Counts_meetings(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("平成27年9月16日の総会で講演したのは誰", "神野 直彦")]
    [InlineData("2015年7月9日に西川会長を訪ねた知事は", "高橋 はるみ")]
    [InlineData("木古内町長が訪問した区は", "江戸川区")]
    public void Answers_who_met_whom(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("東京23区全国連携ニュース第3号はいつ発行", "令和2年（2020年）12月28日（月）")]
    [InlineData("連携ニュースの創刊号はいつ", "平成31年（2019年）3月15日（金）")]
    [InlineData("ツイッターの開設はいつ", "令和3年（2021年）1月")]
    [InlineData("推進方針が公表されたのはいつ", "4月24日")]
    [InlineData("総合戦略2017改訂版の閣議決定はいつ", "平成29年（2017年）12月22日（金）")]
    [InlineData("ホームページの運用開始はいつ", "平成27年（2015年）6月30日")]
    [InlineData("南伊豆町の特養の基本合意はいつ", "平成26年（2014年）12月11日（木）")]
    [InlineData("特別区長会の設立はいつ", "昭和22年（1947年）5月1日")]
    public void Answers_when_something_happened(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("連携ニュース第5号の発行日は", "9月30日")]
    [InlineData("平成27年6月17日の区長会総会で決まったことは", "ロゴマーク")]
    [InlineData("令和4年8月6日の区長会総会", "第一生命")]
    [InlineData("第4回京都連携協力推進委員会", "3月23日")]
    public void Does_not_answer_from_the_meeting_or_issue_next_to_it(string question, string forbidden) => AssertNotFound(question, forbidden);
}
