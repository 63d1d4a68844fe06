using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers.Tables;

public sealed class StatisticsAnswersTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    [Theory]
    [InlineData("各区の交流自治体数は令和3年度でいくつ？", "832自治体")]
    [InlineData("2024年6月の会員登録自治体数", "358自治体")]
    [InlineData("平成29年11月末の会員登録自治体数", "248自治体")]
    [InlineData("平成28年度末の会員登録自治体は？", "217自治体")]
    [InlineData("2015年9月29日の会員登録数", "183自治体")]
    [InlineData("平成30年度の合計（重複を除く）は？", "984自治体")]
    [InlineData("広域連携協定締結自治体数は平成27年度はいくつ？", "0です")]
    [InlineData("How many registered municipalities were there in fiscal 2018?", "261自治体")]
    public void Answers_the_value_at_a_date(string question, string expected)
    {
        var answer = records.Ask(question);
        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Contains(expected, answer.Text);
        Assert.NotEmpty(answer.Sources);
    }

    [Fact]
    public void Gives_the_latest_value_with_its_date_where_none_is_asked() =>
        Assert.StartsWith("記録で最も新しい会員登録自治体数は、358自治体です（令和6年（2024年）6月18日現在）。", records.Ask("会員登録自治体は何自治体？").Text);

    [Fact]
    public void Lists_all_values_of_a_calendar_year_that_has_several()
    {
        var text = records.Ask("2017年の会員登録自治体数は？").Text;
        Assert.Contains("217", text);
        Assert.Contains("237", text);
        Assert.Contains("248", text);
    }

    [Fact]
    public void Asks_back_which_year_a_day_without_year_is_of()
    {
        var answer = records.Ask("8月1日現在の会員登録自治体数は？");
        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Contains("どれのことですか", answer.Text);
        Assert.Equal(7, answer.Choices.Count);
    }

    [Theory]
    [InlineData("令和5年度の各区交流自治体数")]
    [InlineData("平成26年度の協定締結自治体数は？")]
    [InlineData("平成30年度末の会員登録自治体数は")]
    [InlineData("令和3年度の会員登録自治体の見込みは？")]
    [InlineData("北海道の会員登録自治体数は？")]
    [InlineData("夕張市は会員登録していますか")]
    [InlineData("会員登録自治体の一覧を見せて")]
    [InlineData("会員登録自治体が400を超えたのは何年度")]
    public void Says_that_the_records_do_not_have_it(string question)
    {
        var answer = records.Ask(question);
        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Matches("見つかりません|ありません", answer.Text);
        Assert.DoesNotContain("269", answer.Text);
    }

    [Theory]
    [InlineData("2015年度から2021年度で各区交流自治体はいくつ増えましたか", "258自治体増えました")]
    [InlineData("令和3年度の各区の交流自治体は前年度から何自治体増えた？", "100自治体増えました")]
    [InlineData("広域連携協定の自治体は平成28年度から令和3年度までに何倍になった？", "約1.8倍（1.77倍）")]
    [InlineData("合計（重複除く）27→3年度の伸び率％", "66.1%")]
    [InlineData("各区の交流自治体の増加がいちばん大きかったのはどの年度？", "令和3年度（2021年度）で、前年度から100自治体")]
    [InlineData("2番目に会員登録が増えた年度", "平成29年度（2017年度）で、前年度から40自治体")]
    [InlineData("広域連携協定締結自治体が増えなかった年度は？", "令和2年度（2020年度）")]
    [InlineData("会員登録自治体数の平均増加数は", "約20自治体")]
    [InlineData("会員登録自治体は合計の何%？", "24.5%")]
    [InlineData("令和3年度の交流自治体と会員登録自治体はどちらが多い？", "563自治体多い")]
    [InlineData("各区の交流自治体は令和2年度に減りましたか", "いいえ。")]
    public void Calculates_with_the_values(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text);

    [Theory]
    [InlineData("広域連携協定の締結自治体が300を初めて超えたのは何年度ですか", "平成30年度（2018年度）で、321自治体")]
    [InlineData("連携自治体の合計が1000を超えたのはいつ", "令和元年度（2019年度）で、1,004自治体")]
    [InlineData("会員登録自治体が200未満だった年度は", "平成28年度（2016年度）（197自治体）")]
    [InlineData("会員登録自治体358というのはいつ時点の数字か", "令和6年（2024年）6月18日現在")]
    [InlineData("平成30年度の会員登録自治体数は270ですか", "いいえ。平成30年度（2018年度）の会員登録自治体数は、261自治体")]
    public void Finds_when_a_number_was_reached(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text);

    [Theory]
    [InlineData("平成29年度末の会員登録自治体数の見込みっていくつでしたか", "253自治体")]
    [InlineData("平成29年度末見込みの合計958と、30年度の実績はどちらが多い？差は？", "26自治体多い")]
    public void Tells_forecasts_from_what_was_counted(string question, string expected)
    {
        var text = records.Ask(question).Text;
        Assert.Contains(expected, text);
        Assert.Contains("見込み", text);
    }

    [Fact]
    public void Lists_every_year_of_a_series()
    {
        var text = records.Ask("会員登録自治体数の推移を27年度から令和3年度まで全部並べて").Text;
        Assert.All(["149", "197", "237", "261", "266", "269"], value => Assert.Contains(value, text));
    }

    [Fact]
    public void Warns_that_a_sum_of_series_counts_municipalities_twice() =>
        Assert.Contains("区分の数を足しても合計にはなりません", records.Ask("平成30年度の各区交流自治体と会員登録自治体と広域連携協定締結自治体を足すと").Text);

    [Fact]
    public void Names_both_readings_of_the_number_of_2015()
    {
        var text = records.Ask("平成27年度の各区の交流自治体数は？").Text;
        Assert.Contains("574", text);
        Assert.Contains("564", text);
    }

    [Fact]
    public void Goes_on_with_another_year_or_another_series()
    {
        Assert.Contains("321", records.Ask("平成29年度の広域連携協定締結自治体数は？", "その翌年度は？").Text);
        Assert.Contains("694", records.Ask("平成29年度の各区交流自治体数を教えて", "じゃ30年度は？").Text);
        Assert.Contains("237", records.Ask("平成29年度の各区の交流自治体数", "会員登録は？").Text);
        Assert.Contains("236", records.Ask("平成29年度の各区の交流自治体数", "会員登録は？", "協定は？").Text);
    }

    [Theory]
    [InlineData("アンケートの回答率は", "19.1%")]
    [InlineData("アンケートに回答した市町村は何件？", "328件")]
    [InlineData("アンケートは何自治体に送りましたか", "1,718自治体")]
    [InlineData("全国の市町村の何分の1と連携していますか", "約1/3")]
    [InlineData("職員は何名派遣中ですか", "100名")]
    [InlineData("魅力発信イベントってこれまで延べ何回やってる？", "8回")]
    public void Answers_single_figures(string question, string expected) => Assert.Contains(expected, records.Ask(question).Text);
}
