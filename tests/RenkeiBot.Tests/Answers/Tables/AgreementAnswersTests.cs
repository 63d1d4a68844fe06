using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers.Tables;

/// <summary>Questions about the agreements with associations and companies.</summary>
public sealed class AgreementAnswersTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    [Theory]
    [InlineData("北海道町村会との協定はいつ締結しましたか", "平成28年（2016年）4月26日（火）")]
    [InlineData("広域連携協定は全部で何団体・何自治体？", "13団体", "372自治体", "9地域")]
    [InlineData("千葉県との協定っていつ締結", "平成29年（2017年）1月19日", "令和元年（2019年）10月26日")]
    [InlineData("平成28年度中に協定を締結した団体の数", "7団体")]
    [InlineData("一番新しい広域連携協定はいつ、どこと締結したもの？", "千葉県市長会", "山梨県町村会", "10月26日")]
    [InlineData("群馬県の協定団体の構成自治体は合わせていくつ", "35", "12", "23")]
    [InlineData("北海道町村会の144は協定締結自治体全体の何％くらいですか", "38.7%")]
    [InlineData("北海道を除いて構成自治体数が一番多い団体", "千葉県市長会", "37")]
    [InlineData("2番目に構成自治体が多い団体は", "千葉県市長会")]
    [InlineData("千葉県市長会と千葉県町村会の協定は何日間あいた？", "1,010日")]
    [InlineData("市長会と町村会の両方と協定を結んでいる県", "京都府", "青森県", "群馬県", "千葉県")]
    [InlineData("When was the agreement with Aomori signed?", "6月25日")]
    public void Answers_from_the_agreements_with_associations(string question, params string[] expected)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.All(expected, part => Assert.Contains(part, answer.Text, StringComparison.Ordinal));
        Assert.NotEmpty(answer.Sources);
    }

    [Theory]
    [InlineData("福岡県町村会との協定はありますか", "福岡県町村会")]
    [InlineData("埼玉県市長会とはいつ協定を結びましたか？", "埼玉県市長会")]
    [InlineData("日本郵便との包括連携協定を結んだのはいつでしたか", "日本郵便")]
    [InlineData("東京海上日動との包括連携協定は何テーマですか", "東京海上日動")]
    [InlineData("2020年に締結した協定はありますか", "令和2年（2020年）")]
    public void Says_that_there_is_no_such_agreement_and_names_it(string question, string named)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
        Assert.Contains("記録にありません", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("群馬県市長会の構成自治体は何市？", "12市")]
    [InlineData("群馬県町村会の構成自治体数は12？", "いいえ。")]
    public void Takes_the_better_reading_of_the_swapped_numbers_of_Gunma_and_says_so(string question, string expected)
    {
        var answer = records.Ask(question);

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Contains("入れ替わって", answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Notes);
    }

    [Fact]
    public void Names_the_month_that_another_document_gives_for_Hiroshima()
    {
        var answer = records.Ask("広島県町村会との協定は平成29年2月ですか");

        Assert.StartsWith("いいえ。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("1月27日", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("青森県市長会", "北海道町村会との協定はいつ締結しましたか", "青森は？")]
    [InlineData("広島県町村会", "北海道町村会との協定はいつ締結しましたか", "青森は？", "逆に一番少ないのは？")]
    [InlineData("10", "青森県は市長会と町村会あわせていくつの自治体と協定してるの？", "市長会だけだと？")]
    [InlineData("山梨県町村会", "平成30年度の協定締結団体は？", "その翌年度は？")]
    [InlineData("27自治体", "奈良県町村会とはいつ協定を締結したのか", "構成自治体はいくつ？")]
    [InlineData("6テーマ", "損保ジャパンとの協定のテーマは？", "三井住友は？")]
    public void Goes_on_with_what_was_talked_about(string expected, params string[] conversation) =>
        Assert.Contains(expected, records.Ask(conversation).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("明治安田生命との協定のテーマ数と締結時期", "4テーマ", "令和4年（2022年）3月")]
    [InlineData("損保ジャパンとの協定のテーマは", "防災減災", "ほかの4テーマは、資料に記載がありません")]
    [InlineData("包括連携協定を結んでいる企業を締結順に並べてください", "第一生命", "損害保険ジャパン", "三井住友海上", "明治安田")]
    [InlineData("オリパラを契機とした地域活性化をテーマに掲げる協定企業は？", "三井住友海上")]
    [InlineData("テーマ数が一番多い企業は", "三井住友海上", "6テーマ")]
    [InlineData("第一生命との協定を確認した総会はいつ", "8月6日")]
    [InlineData("損害保険ジャパンの協定当時の社名は", "損害保険ジャパン日本興亜株式会社")]
    public void Answers_from_the_agreements_with_companies(string question, params string[] expected)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.All(expected, part => Assert.Contains(part, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Asks_back_which_company_is_meant()
    {
        var answer = records.Ask("企業との包括連携協定の締結日はいつですか");

        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Contains("どれのことですか", answer.Text, StringComparison.Ordinal);
        Assert.Equal(4, answer.Choices.Count);
    }

    [Theory]
    [InlineData("定住自立圏の協定締結等圏域数の目標は？")]
    [InlineData("災害時相互応援協定を結んでいる自治体は")]
    [InlineData("北海道町村会との意見交換会はいつ")]
    [InlineData("北海道町村会長は誰")]
    public void Leaves_questions_about_something_else_alone(string question) =>
        Assert.DoesNotContain("に広域連携協定", records.Ask(question).Text, StringComparison.Ordinal);
}
