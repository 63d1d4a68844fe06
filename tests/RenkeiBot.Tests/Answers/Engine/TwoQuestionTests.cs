using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Two questions in one message: both are answered, also from different tables.</summary>
public sealed class TwoQuestionTests
{
    [Theory]
    [InlineData("千葉県は市長会と町村会のどちらが先に協定を結びましたか。あと、両方合わせると何自治体ですか？", "平成29年（2017年）1月19日", "54")]
    [InlineData("東京区政会館の郵便番号と、南北線で行くときの出口を教えてください", "102-0072", "A2出口")]
    [InlineData("幸せリーグの参加自治体数は？みなと森と水サミットは何区の取組ですか？", "61", "港区")]
    public void Both_are_answered(string message, string first, string second) => AssertFact(message, first, second);

    [Theory]
    [InlineData("お世話になっております。平成29年度第2回講演会の会場はどこですか", "20階")]
    [InlineData("令和2年の7月豪雨の支援金は？平成30年のほうじゃなくて", "1,000万円")]
    [InlineData("平成29年度第2回講演会の会場と、期日を教えてください", "20階")]
    public void A_remark_beside_the_question_is_no_second_one(string message, string expected) => AssertFact(message, expected);
}
