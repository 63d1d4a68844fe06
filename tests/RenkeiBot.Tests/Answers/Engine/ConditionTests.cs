using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Several conditions at once, exclusions, and what is done with the records that meet them.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("渋谷区のイベントをすべて教えて", "ヒカリエ", "京都の茶文化", "京都やましろ食材フェア", "お茶の京都大茶会")]
    [InlineData("墨田区が関わったイベントは何回", "3回")]
    [InlineData("末宗次長が説明した総会は何回", "2回")]
    [InlineData("平成28年10月にあったことは", "推進協議会", "連携協力推進委員会")]
    [InlineData("平成27年11月の物産展", "すぎなみフェスタ2015")]
    [InlineData("講演会で総務省の人が話したのはいつ", "1月11日")]
    [InlineData("東洋大学の教授が話した講演会", "沼尾 波子")]
    [InlineData("林野庁の人は誰", "石田 良行")]
    [InlineData("木材利用推進について報告した区は", "江東区")]
    public void Finds_what_meets_all_conditions(string question, params string[] expected) => AssertFact(question, expected);

    [Fact]
    public void Leaves_out_what_is_excluded()
    {
        var answer = Ask("区政会館以外で開催された講演会");

        Assert.NotEmpty(answer.Entries);
        Assert.DoesNotContain(answer.Entries, entry => entry.Facets.Any(facet => facet.Value.Contains("東京区政会館", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("参加自治体が最も多い魅力発信イベントは", "KITTE", "372自治体")]
    [InlineData("魅力発信イベントの来場者の合計は", "60,000人")]
    [InlineData("最後の東北六魂祭はいつ", "東北六魂祭2016青森")]
    [InlineData("最初の区長会総会の内容は", "平成26年9月16日", "実施を決定")]
    [InlineData("一番最近の総会", "令和2年4月16日")]
    public void Ranks_adds_and_takes_the_first_and_the_last(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("新虎まつりの場所と日付", "新虎通り", "11月19日")]
    [InlineData("令和3年度第1回講演会はいつ、どこで", "8月19日", "オンライン")]
    [InlineData("佐久間智之氏の演題", "「伝わる」魅力の届け方")]
    [InlineData("夏目久義さんの役職", "千代田区環境政策課長")]
    [InlineData("菅家秀人さんはいつ講演した", "1月14日")]
    [InlineData("末宗徹郎氏の肩書は", "事務局次長")]
    public void Answers_each_thing_that_is_asked(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("令和元年度第2回全国連携展示の来場者数", "来場者数")]
    [InlineData("平成29年度第1回講演会の開始時間", "開始時間")]
    public void Names_the_point_that_the_documents_do_not_tell(string question, string point)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(point, answer.Text, StringComparison.Ordinal);
        Assert.Contains("記載が資料にありません", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("地方創生推進交付金の市町村・横展開タイプの上限は", "1.4億円")]
    [InlineData("連携中枢都市圏の目標は", "30圏域")]
    [InlineData("プロジェクトの目的は", "共存共栄")]
    [InlineData("なぜプロジェクトを始めたのですか", "人口減少社会")]
    [InlineData("助成金はいつ創設された", "平成27年（2015年）7月16日")]
    [InlineData("ハード事業の割合", "5割未満")]
    public void Answers_from_the_policy_documents(string question, params string[] expected) => AssertFact(question, expected);
}
