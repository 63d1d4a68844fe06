using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers.Tables;

public sealed class ExchangeListAnswersTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    [Theory]
    [InlineData("軽井沢町は交流先に入っていますか")]
    [InlineData("飯舘村は入ってる？")]
    [InlineData("高知県のゆすはら町はありますか")]
    [InlineData("なるとしは一覧に載ってますか")]
    [InlineData("丹波篠山市は連携市町村に含まれているでしょうか")]
    [InlineData("篠山市は入っていますか")]
    [InlineData("穴粟市はありますか")]
    [InlineData("兵庫県宍粟市（しそうし）は連携市町村に入っている？")]
    [InlineData("下北郡東通村は入っていますか")]
    [InlineData("ちちぶ市と交流はありますか")]
    public void Says_yes_for_a_municipality_on_the_list(string question) => Assert.StartsWith("はい。", records.Ask(question).Text);

    [Theory]
    [InlineData("函館市は特別区連携市町村等一覧に入っていますか？")]
    [InlineData("佐世保市も入ってますか")]
    [InlineData("那覇市は交流市町村に入っていますか")]
    [InlineData("青森県南部町は載っている？")]
    public void Says_no_for_a_municipality_that_is_not(string question) => Assert.StartsWith("いいえ。", records.Ask(question).Text);

    [Theory]
    [InlineData("日野はありますか")]
    [InlineData("南部町は何県の町ですか")]
    [InlineData("湯沢って秋田でしたっけ、新潟でしたっけ")]
    [InlineData("川西は一覧にある？")]
    public void Asks_back_where_several_places_share_a_name(string question)
    {
        var answer = records.Ask(question);
        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Contains("どれのことですか", answer.Text);
    }

    [Fact]
    public void Answers_for_the_only_place_of_a_name_that_is_listed()
    {
        Assert.Contains("熊本県の町", records.Ask("小国町は一覧ではどこの県の町ですか").Text);
        Assert.Contains("同じ名前の滋賀県日野町は載っていません", records.Ask("日野町はありますか").Text);
    }

    [Fact]
    public void Explains_a_printed_name_that_no_municipality_has() => Assert.Contains("稲毛市という市はありません", records.Ask("稲毛市はありますか").Text);

    [Theory]
    [InlineData("鳥取県は県を除いて何市町村と交流がありますか", "7市町村（1市6町0村）")]
    [InlineData("長野県の交流市町村数の内訳（市・町・村）", "15市11町4村")]
    [InlineData("兵庫県の交流市町村数の内訳は", "17市1町0村")]
    [InlineData("交流先の村は全国で何村ですか", "38村")]
    [InlineData("東北の道府県・市町村あわせた連携数は", "112")]
    [InlineData("23区と交流のある市町村は全部でいくつ？", "564市町村（386市140町38村）")]
    [InlineData("岩手県と宮城県を合わせると交流先はいくつ", "35市町村")]
    [InlineData("長野県は新潟県より何市町村多い？交流先", "8市町村多い")]
    [InlineData("熊本県に村はいくつ？交流先で", "1村")]
    public void Counts(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text);

    [Theory]
    [InlineData("交流市町村が一番多い県はどこ", "東京都の39市町村")]
    [InlineData("東京都のつぎに交流市町村が多い県はどこで、いくつ？", "長野県の30市町村")]
    [InlineData("東京都を除いて一番交流市町村が多いのは", "長野県の30市町村")]
    [InlineData("東北で一番交流市町村が多い県は？", "福島県の29市町村")]
    [InlineData("福島県の交流市町村数は全国で何位", "3位")]
    [InlineData("交流先が20以上ある県は？", "の11です")]
    [InlineData("交流先の村がない県は？", "の31都道府県です")]
    [InlineData("交流のない都道府県はありますか", "ありません")]
    public void Ranks_prefectures(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text);

    [Fact]
    public void Lists_names_and_limits_them_to_a_kind()
    {
        var text = records.Ask("京都府内で交流がある市ってどこどこでしょうか").Text;
        Assert.All(["京丹後市", "京都市", "福知山市", "宇治市"], name => Assert.Contains(name, text));
        Assert.Contains("水上村", records.Ask("熊本県の村で一覧に載っているのは").Text);
        Assert.True(records.Ask("九州の交流先を一覧で").Text.Length <= 600);
    }

    [Fact]
    public void Knows_the_prefectures_that_have_ties_themselves()
    {
        Assert.Contains("16県", records.Ask("県として区と交流がある（都道府県レベルの交流）のは何県ですか").Text);
        var kyushu = records.Ask("九州で都道府県レベルの交流がある県はどこ").Text;
        Assert.All(["長崎県", "熊本県", "鹿児島県"], name => Assert.Contains(name, kyushu));
        Assert.StartsWith("いいえ。", records.Ask("岩手県は県としても区と交流がありますか", "秋田県は？").Text);
    }

    [Fact]
    public void Goes_on_with_another_place_or_the_other_end()
    {
        Assert.Contains("佐賀県の1市町村", records.Ask("交流市町村数がいちばん多い都道府県はどこですか", "逆に一番少ないのは？").Text);
        Assert.Contains("上勝町", records.Ask("香川県で23区と交流のある市町村を教えてください", "徳島県は？").Text);
        Assert.StartsWith("いいえ。", records.Ask("軽井沢町は入っていますか", "佐久市は？").Text);
        Assert.Contains("福島県の29市町村", records.Ask("交流市町村が一番多い県はどこ", "2番目は？", "3番目は？").Text);
    }

    [Theory]
    [InlineData("青森県大間町の交流相手の区はどこですか")]
    [InlineData("旭川市とはどの区が友好都市ですか")]
    [InlineData("小樽市の人口は何人ですか")]
    [InlineData("令和3年度の長野県の交流自治体数は")]
    public void Does_not_answer_from_the_list_what_it_does_not_tell(string question)
    {
        var answer = records.Ask(question);
        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Matches("見つかりません|ありません", answer.Text);
    }

    [Theory]
    [InlineData("坂井市の掲示板")]
    [InlineData("つるおか市はどの区の友好都市ですか")]
    [InlineData("北海道と交流している区は何区ですか")]
    public void Leaves_other_matters_to_the_records(string question) => Assert.DoesNotContain("特別区連携市町村等一覧", records.Ask(question).Text);
}
