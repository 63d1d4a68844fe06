using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Tests.Answers.Language;

public sealed class DateReaderTests
{
    private static readonly DateOnly Today = new(2024, 8, 6);

    [Theory]
    [InlineData("平成30年4月16日", "2018-04-16", "2018-04-16")]
    [InlineData("平30.4.16", "2018-04-16", "2018-04-16")]
    [InlineData("H30.4.16", "2018-04-16", "2018-04-16")]
    [InlineData("h30/4/16", "2018-04-16", "2018-04-16")]
    [InlineData("Ｈ３０年４月１６日", "2018-04-16", "2018-04-16")]
    [InlineData("平成三十年四月十六日", "2018-04-16", "2018-04-16")]
    [InlineData("平成三十年", "2018-01-01", "2018-12-31")]
    [InlineData("二〇一八年", "2018-01-01", "2018-12-31")]
    [InlineData("元年", "2019-01-01", "2019-12-31")]
    [InlineData("令和元年6月", "2019-06-01", "2019-06-30")]
    [InlineData("R元年度", "2019-04-01", "2020-03-31")]
    [InlineData("R1", "2019-01-01", "2019-12-31")]
    [InlineData("令和1年", "2019-01-01", "2019-12-31")]
    [InlineData("昭和22年5月1日", "1947-05-01", "1947-05-01")]
    [InlineData("S22.5.1", "1947-05-01", "1947-05-01")]
    [InlineData("27.4.1現在", "2015-04-01", "2015-04-01")]
    [InlineData("2018年4月16日", "2018-04-16", "2018-04-16")]
    [InlineData("2018/4/16", "2018-04-16", "2018-04-16")]
    [InlineData("2018-04-16", "2018-04-16", "2018-04-16")]
    [InlineData("2018/4", "2018-04-01", "2018-04-30")]
    [InlineData("2018年度", "2018-04-01", "2019-03-31")]
    [InlineData("2018年(平成30年)度", "2018-04-01", "2019-03-31")]
    [InlineData("平成30(2018)年", "2018-01-01", "2018-12-31")]
    [InlineData("平成30年度（2018年度）", "2018-04-01", "2019-03-31")]
    [InlineData("平成30年（2018年）4月16日（月）", "2018-04-16", "2018-04-16")]
    [InlineData("平成29年8月21日(月)～9月29日(金)", "2017-08-21", "2017-09-29")]
    [InlineData("'18年度", "2018-04-01", "2019-03-31")]
    [InlineData("‘15→’21", "2015-01-01", "2021-12-31")]
    [InlineData("30年度", "2018-04-01", "2019-03-31")]
    [InlineData("2年度", "2020-04-01", "2021-03-31")]
    [InlineData("元年度", "2019-04-01", "2020-03-31")]
    [InlineData("29年の協定", "2017-01-01", "2017-12-31")]
    [InlineData("3年12月", "2021-12-01", "2021-12-31")]
    [InlineData("27→29年度", "2015-04-01", "2018-03-31")]
    [InlineData("FY2018", "2018-04-01", "2019-03-31")]
    [InlineData("fiscal year 2018", "2018-04-01", "2019-03-31")]
    [InlineData("FY30", "2018-04-01", "2019-03-31")]
    [InlineData("April 16, 2018", "2018-04-16", "2018-04-16")]
    [InlineData("16 April 2018", "2018-04-16", "2018-04-16")]
    [InlineData("16th of April 2018", "2018-04-16", "2018-04-16")]
    [InlineData("Apr 2018", "2018-04-01", "2018-04-30")]
    [InlineData("Sept. 21, 2017", "2017-09-21", "2017-09-21")]
    [InlineData("June 1-2, 2019", "2019-06-01", "2019-06-02")]
    [InlineData("1-2 June 2019", "2019-06-01", "2019-06-02")]
    [InlineData("June 1 and 2, 2019", "2019-06-01", "2019-06-02")]
    [InlineData("What happened in 2019?", "2019-01-01", "2019-12-31")]
    [InlineData("from 2015 to 2018", "2015-01-01", "2018-12-31")]
    [InlineData("between 2015 and 2018", "2015-01-01", "2018-12-31")]
    [InlineData("平成28年度と平成30年度の間", "2016-04-01", "2019-03-31")]
    [InlineData("全国連携展示、平成29〜令和3年度で合計何回", "2017-04-01", "2022-03-31")]
    [InlineData("平成28から30年度まで", "2016-04-01", "2019-03-31")]
    [InlineData("平成28年度～30年度", "2016-04-01", "2019-03-31")]
    [InlineData("2015-2018年度", "2015-04-01", "2019-03-31")]
    [InlineData("2015年から2018年まで", "2015-01-01", "2018-12-31")]
    [InlineData("2017年（暦年）中に", "2017-01-01", "2017-12-31")]
    [InlineData("平成27年5月30、31日", "2015-05-30", "2015-05-31")]
    [InlineData("平成27年10月17・18日", "2015-10-17", "2015-10-18")]
    [InlineData("平成29年9月9-10日", "2017-09-09", "2017-09-10")]
    [InlineData("令和元年6月1日、2日", "2019-06-01", "2019-06-02")]
    [InlineData("2019年12月20日〜1月10日", "2019-12-20", "2020-01-10")]
    [InlineData("平成29年11月から30年3月", "2017-11-01", "2018-03-31")]
    [InlineData("令和3年3月13日～3月21日", "2021-03-13", "2021-03-21")]
    [InlineData("平成28年度末", "2017-03-31", "2017-03-31")]
    [InlineData("R3.9.30～10.12", "2021-09-30", "2021-10-12")]
    [InlineData("R3.3.13-21", "2021-03-13", "2021-03-21")]
    [InlineData("平成28年10/20", "2016-10-20", "2016-10-20")]
    [InlineData("平成29年度の翌年度", "2018-04-01", "2019-03-31")]
    [InlineData("2018年の前の年", "2017-01-01", "2017-12-31")]
    [InlineData("2018年の前の年度", "2017-04-01", "2018-03-31")]
    [InlineData("61自治体…27.8.1現在", "2015-08-01", "2015-08-01")]
    [InlineData("昨年9月から今年3月", "2023-09-01", "2024-03-31")]
    [InlineData("令和元年8月の前線に伴う大雨", "2019-08-01", "2019-08-31")]
    [InlineData("平成29年11月末", "2017-11-30", "2017-11-30")]
    [InlineData("平成30年度上半期", "2018-04-01", "2018-09-30")]
    [InlineData("平成30年度の下期", "2018-10-01", "2019-03-31")]
    [InlineData("平成30年度の1月", "2019-01-01", "2019-01-31")]
    [InlineData("令和2年1月下旬", "2020-01-21", "2020-01-31")]
    [InlineData("平成30年6～8月", "2018-06-01", "2018-08-31")]
    [InlineData("平成32年度", "2020-04-01", "2021-03-31")]
    [InlineData("今日", "2024-08-06", "2024-08-06")]
    [InlineData("昨日", "2024-08-05", "2024-08-05")]
    [InlineData("一昨日", "2024-08-04", "2024-08-04")]
    [InlineData("今月", "2024-08-01", "2024-08-31")]
    [InlineData("来月5日", "2024-09-05", "2024-09-05")]
    [InlineData("今年", "2024-01-01", "2024-12-31")]
    [InlineData("昨年11月", "2023-11-01", "2023-11-30")]
    [InlineData("一昨年", "2022-01-01", "2022-12-31")]
    [InlineData("今年度", "2024-04-01", "2025-03-31")]
    [InlineData("昨年度の1月", "2024-01-01", "2024-01-31")]
    [InlineData("今週末", "2024-08-10", "2024-08-11")]
    [InlineData("来週", "2024-08-12", "2024-08-18")]
    [InlineData("3年前", "2021-01-01", "2021-12-31")]
    [InlineData("過去3年間", "2021-08-07", "2024-08-06")]
    [InlineData("this fiscal year", "2024-04-01", "2025-03-31")]
    [InlineData("last year", "2023-01-01", "2023-12-31")]
    public void Reads_a_date_whose_year_is_known(string question, string from, string until)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.Equal(DateKind.Known, condition.Kind);
        Assert.Equal((Parse(from), Parse(until)), (condition.From, condition.Until));
    }

    [Theory]
    [InlineData("令和2年以降", "2020-01-01", null)]
    [InlineData("平成30年度から増えた", "2018-04-01", null)]
    [InlineData("令和元年より後", "2020-01-01", null)]
    [InlineData("平成30年7月26日の後の会議", "2018-07-27", null)]
    [InlineData("平成29年度以前", null, "2018-03-31")]
    [InlineData("平成29年までに", null, "2017-12-31")]
    [InlineData("2018年より前の協定", null, "2017-12-31")]
    [InlineData("before 2018", null, "2017-12-31")]
    [InlineData("since April 2018", "2018-04-01", null)]
    [InlineData("令和2年～", "2020-01-01", null)]
    public void Reads_a_range_with_one_end(string question, string? from, string? until)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.True(condition.IsOpen);
        Assert.Equal((Parse(from), Parse(until)), (condition.From, condition.Until));
    }

    [Theory]
    [InlineData("8月6日の区長会総会", 8, 6)]
    [InlineData("4/16の", 4, 16)]
    [InlineData("十一月三日", 11, 3)]
    [InlineData("11月のイベント", 11, null)]
    [InlineData("in May", 5, null)]
    [InlineData("August 6", 8, 6)]
    public void Reads_a_day_or_month_of_no_year(string question, int month, int? day)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.Equal((DateKind.Yearless, month, day), (condition.Kind, condition.Month, condition.Day));
        Assert.False(condition.YearKnown);
    }

    [Theory]
    [InlineData("5/14-6/20", "2019-05-14", "2019-06-20")]
    [InlineData("10/17～18", "2015-10-17", "2015-10-18")]
    [InlineData("5月30、31日", "2015-05-30", "2015-05-31")]
    [InlineData("6~8月", "2018-08-31", "2018-12-01")]
    [InlineData("12月20日から1月10日まで", "2020-01-05", "2020-01-06")]
    public void A_range_of_no_year_matches_a_record_of_any_year(string question, string from, string until)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.Equal((DateKind.Yearless, DateUnit.Range), (condition.Kind, condition.Unit));
        Assert.True(condition.Matches(Parse(from)!.Value, Parse(until)!.Value));
        Assert.False(condition.Matches(new DateOnly(2018, 2, 3), new DateOnly(2018, 2, 4)));
    }

    [Theory]
    [InlineData("その翌年度は？", nameof(DateUnit.FiscalYear), 1)]
    [InlineData("その年度", nameof(DateUnit.FiscalYear), 0)]
    [InlineData("その年の", nameof(DateUnit.Year), 0)]
    [InlineData("翌年は", nameof(DateUnit.Year), 1)]
    [InlineData("前年度", nameof(DateUnit.FiscalYear), -1)]
    [InlineData("その次の年", nameof(DateUnit.Year), 1)]
    [InlineData("同年度", nameof(DateUnit.FiscalYear), 0)]
    [InlineData("同日", nameof(DateUnit.Day), 0)]
    [InlineData("翌月", nameof(DateUnit.Month), 1)]
    public void Leaves_what_leans_on_the_conversation_to_the_caller(string question, string unit, int shift)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.Equal((DateKind.Relative, unit, shift), (condition.Kind, condition.Unit.ToString(), condition.Shift));
    }

    [Fact]
    public void Resolves_the_next_fiscal_year_against_the_one_talked_about()
    {
        var condition = Assert.Single(Find("その翌年度は？")).Condition.Resolve(DateCondition.OfFiscalYear(2017));

        Assert.Equal(2018, condition.FiscalYear);
        Assert.Equal("平成30年度（2018年度）", condition.Describe());
    }

    [Fact]
    public void Resolves_a_month_of_the_same_year()
    {
        var condition = Assert.Single(Find("同年4月")).Condition.Resolve(DateCondition.OfDay(new DateOnly(2016, 10, 20)));

        Assert.Equal(DateCondition.OfMonth(2016, 4), condition);
    }

    [Theory]
    [InlineData("2月30日")]
    [InlineData("平成40年")]
    [InlineData("2019年2月29日")]
    [InlineData("13月")]
    public void Says_that_a_date_does_not_exist(string question)
    {
        var condition = Assert.Single(Find(question)).Condition;

        Assert.Equal((DateKind.Invalid, question), (condition.Kind, condition.Text));
    }

    [Theory]
    [InlineData("第2回の全国連携展示")]
    [InlineData("連携中枢都市圏を何圏域めざす 30圏域")]
    [InlineData("1,718自治体")]
    [InlineData("1718自治体宛て")]
    [InlineData("東京23区")]
    [InlineData("10年の節目")]
    [InlineData("約1/3の市町村")]
    [InlineData("03-5210-9067")]
    [InlineData("300自治体以上と協定")]
    [InlineData("十勝ウィーク")]
    [InlineData("三重県と千葉県")]
    [InlineData("四日市市と八戸市")]
    [InlineData("You may ask")]
    [InlineData("3年間")]
    [InlineData("9:00から17:00まで")]
    [InlineData("2000人が来場")]
    [InlineData("土曜日")]
    [InlineData("大井競馬場")]
    public void Takes_no_other_number_for_a_date(string question) => Assert.Empty(Find(question));

    [Theory]
    [InlineData("平成28年度と29年度を比べて", 2016, 2017)]
    [InlineData("平成30年度と令和元年度", 2018, 2019)]
    [InlineData("27と29年度の差", 2015, 2017)]
    [InlineData("平成29、30年度", 2017, 2018)]
    [InlineData("昨年度と今年度", 2023, 2024)]
    public void Reads_alternatives_as_two_mentions(string question, int first, int second) =>
        Assert.Equal([first, second], Find(question).Select(mention => mention.Condition.FiscalYear!.Value));

    [Fact]
    public void Reads_nothing_inside_or_across_a_masked_name()
    {
        var folded = QuestionText.Fold("平成30年7月豪雨の支援は平成30年度？");

        var mention = Assert.Single(DateReader.Find(folded, Today, [(0, 9)]));

        Assert.Equal(DateCondition.OfFiscalYear(2018), mention.Condition);
        Assert.Equal("平成30年度", folded.Substring(mention.Start, mention.Length));
    }

    [Theory]
    [InlineData("平成30年度", "平成30年度（2018年度）")]
    [InlineData("2020/1/7", "令和2年1月7日")]
    [InlineData("8月6日", "8月6日")]
    [InlineData("2017年", "平成29年（2017年）")]
    [InlineData("令和2年以降", "令和2年（2020年）以降")]
    [InlineData("平成28年度末", "平成28年度（2016年度）末")]
    [InlineData("平成29〜令和3年度", "平成29年度（2017年度）から令和3年度（2021年度）まで")]
    public void Describes_what_was_read(string question, string description) =>
        Assert.Equal(description, Assert.Single(Find(question)).Condition.Describe());

    [Fact]
    public void A_record_known_by_its_month_may_match_a_day_of_it()
    {
        var day = DateCondition.OfDay(new DateOnly(2022, 3, 15));
        var record = new DateOnly(2022, 3, 1);

        Assert.True(day.Matches(record, record, DatePrecisionLike.Month));
        Assert.False(day.Matches(record, record));
    }

    private static IReadOnlyList<DateMention> Find(string question) => DateReader.Find(QuestionText.Fold(question), Today);

    private static DateOnly? Parse(string? date) => date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
