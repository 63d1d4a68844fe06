using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers.Tables;

/// <summary>Questions about the support after disasters.</summary>
public sealed class DisasterAnswersTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    [Theory]
    [InlineData("東日本大震災で各区が出した義援金の総額", "37億4,025万円")]
    [InlineData("くまもと地震の職員派遣って何人", "430人")]
    [InlineData("胆振東部地震への支援内容を教えてください", "2,000万円", "28人")]
    [InlineData("東日本大震災を除くと、23区共同の拠出が最も多いのはどの災害？", "東日本台風", "1億1,400万円")]
    [InlineData("平成30年7月豪雨と熊本地震、23区共同の復興支援金はどっちがいくら多い？", "7月豪雨", "2,100万円")]
    [InlineData("23区共同で拠出した金額の合計", "12億8,900万円", "記載のある項目だけ")]
    [InlineData("令和３年の２つの大雨の支援金を合計すると？", "500万円")]
    [InlineData("東日本大震災の派遣職員数は熊本地震の約何倍ですか", "16.7倍")]
    [InlineData("東日本大震災は23区共同拠出の何%", "77.6%")]
    [InlineData("清掃車を派遣したのはどの災害のときですか", "東日本台風")]
    [InlineData("平成29年度に復興支援金を拠出した府県をすべて", "福岡県", "和歌山県", "6府県")]
    [InlineData("令和元年の台風の支援金はいくら", "1億1,300万円", "災害見舞金100万円")]
    [InlineData("大阪府北部地震の支援金拠出を確認したのはいつ", "7月13日")]
    [InlineData("支援した災害はいくつ", "11件")]
    [InlineData("How much did the 23 wards donate after the earthquake off Fukushima?", "100万円")]
    public void Answers_from_the_records_of_support(string question, params string[] expected)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.All(expected, part => Assert.Contains(part, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("阪神・淡路大震災のとき23区共同で出した義援金の額は？", "阪神・淡路大震災")]
    [InlineData("能登半島地震での23区共同の支援金はいくらでしたか", "能登半島地震")]
    [InlineData("平成16年新潟県中越地震のとき派遣した職員数を知りたいです", "新潟県中越地震")]
    [InlineData("大分地震の支援金は", "大分県")]
    [InlineData("東日本豪雨の支援金は", "東日本豪雨")]
    [InlineData("台風21号の支援金", "台風21号")]
    [InlineData("令和4年の福島県沖地震の支援金は", "令和4年（2022年）")]
    public void Does_not_take_another_disaster_for_one_that_the_records_do_not_have(string question, string named)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("万円", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("大阪府北部地震の職員派遣は何人でしたか？")]
    [InlineData("熊本地震の見舞金は")]
    [InlineData("令和元年の台風の職員派遣は何人")]
    public void Says_what_the_documents_do_not_state(string question) =>
        Assert.Contains("資料に記載がありません", records.Ask(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("7月豪雨の復興支援金はいくらだったか教えて", 2)]
    [InlineData("大雨の被災地に出した復興支援金の額", 3)]
    public void Asks_back_where_a_name_fits_several_disasters(string question, int choices)
    {
        var answer = records.Ask(question);

        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Equal(choices, answer.Choices.Count);
    }

    [Theory]
    [InlineData("10億円", "東日本大震災で各区が集めた義援金はいくらですか", "23区共同では？")]
    [InlineData("28人", "北海道胆振東部地震の復興支援金はいくらですか", "派遣した職員は？")]
    [InlineData("7,600万円", "令和2年7月豪雨の支援金は", "平成30年は？")]
    public void Goes_on_with_what_was_talked_about(string expected, params string[] conversation) =>
        Assert.Contains(expected, records.Ask(conversation).Text, StringComparison.Ordinal);
}
