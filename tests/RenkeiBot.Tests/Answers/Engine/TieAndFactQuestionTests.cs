using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions about ties, ward projects, plans, surveys, facts, contacts, the way there, and the prospectus.</summary>
public sealed class TieAndFactQuestionTests
{
    [Theory]
    [InlineData("ロゴマークを決定したのは誰", "ロゴマークの決定については、お尋ねの点（人の名前）")]
    [InlineData("プロジェクト担当課長会の分科会の座長は誰", "人の名前")]
    public void What_is_not_recorded_is_said_with_a_noun(string question, string expected)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("広井良典先生はどんなテーマで話しましたか", "ポストコロナ")]
    [InlineData("みなと森と水サミットの75自治体というのはいつ時点の数字ですか", "4月1日")]
    [InlineData("平成29年8月7日の区長会総会で東北絆まつりの結果を報告したのは誰？", "仙台市長")]
    [InlineData("北海道以外の町村会との意見交換会", "広島県町村会")]
    [InlineData("令和2年の7月豪雨の支援金は？平成30年のほうじゃなくて", "1,000万円")]
    public void Answers_what_was_asked(string question, string expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("鶴岡市と友好都市の区は", "江戸川区")]
    [InlineData("秩父市と姉妹都市なのはどの区", "豊島区")]
    [InlineData("坂井市と連携した区は", "品川区")]
    [InlineData("雪の活用を実施した区は", "荒川区", "江東区", "品川区")]
    [InlineData("江土川区の友好都市は", "鶴岡市")]
    [InlineData("木古内町を紹介したのは", "鶴岡市")]
    [InlineData("港区の取組は", "みなと森と水サミット")]
    public void Answers_which_ward_is_tied_to_whom(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("みなと森と水サミットの参加自治体数", "75自治体", "平成27年4月1日現在")]
    [InlineData("とれたて村の契約自治体はいくつ", "16自治体")]
    [InlineData("幸せリーグに参加している自治体はいくつ", "61自治体")]
    public void Answers_the_size_of_a_ward_project(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("台東区と墨田区の計画の期間は何年間", "3年間")]
    [InlineData("十勝の計画の主な事業は", "十勝・東京スポーツ・アウトドア交流拡大事業")]
    [InlineData("荒川区と釧路地域の事業に参加する町村は", "弟子屈町", "鶴居村")]
    [InlineData("荒川・釧路モデルとは", "荒川区", "釧路")]
    public void Answers_about_the_regional_plans(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("アンケートの回答率は", "19.1%", "1,718")]
    [InlineData("Q7で最も多かった回答は", "活用を研究したい", "4件")]
    [InlineData("Q7の「慎重に対応したい」は何件", "1件", "14.3%")]
    public void Answers_about_the_surveys(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("プラットフォーム事務局の4つの機能", "企画機能", "相談機能", "実施支援機能", "PR機能")]
    [InlineData("掲示板から実現した初めての連携", "坂井市", "品川区")]
    [InlineData("地方創生推進交付金の平成30年度予算額", "1,000億円")]
    [InlineData("広域連携分科会の検討事項は", "広域連携協定締結地域")]
    [InlineData("分科会・幹事会の開催回数", "25回")]
    [InlineData("会員登録自治体数は現在いくつ", "358自治体", "令和6年（2024年）6月18日")]
    public void Answers_from_the_statements_of_the_documents(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("フォロワー数は")]
    [InlineData("プラットフォーム事務局はどこにある")]
    [InlineData("災害見舞金の基準は？")]
    public void Says_what_the_documents_expressly_leave_out(string question) =>
        Assert.Contains("記載が", Ask(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("公式Xのアカウント名", "@Zenkoku_Renkei")]
    [InlineData("ホームページのURL", "https://collabo.tokyo-23city.or.jp/")]
    [InlineData("プロジェクトの問い合わせ先", "03-5210-9747", "調査第1課")]
    [InlineData("10年のあゆみ展の電話番号は", "03-5210-9067")]
    public void Answers_whom_to_ask(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("東京区政会館の住所", "千代田区飯田橋3-5-1")]
    [InlineData("東西線の出口は", "A5出口")]
    [InlineData("有楽町線だと徒歩何分", "徒歩2分")]
    public void Answers_the_way_to_the_hall(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("趣意書を出したのは誰", "特別区長会")]
    [InlineData("趣意書の日付は", "平成26年（2014年）9月16日（火）")]
    public void Answers_about_the_prospectus(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("渋谷区は雪の活用を実施しましたか", "はい")]
    [InlineData("横浜市の友好都市の区は", "江戸川区")]
    public void Does_not_claim_a_tie_that_there_is_not(string question, string forbidden) => AssertNotFound(question, forbidden);
}
