using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>How dates are found in the text of records, and which part of a date is told.</summary>
public sealed class DateNotationsTests
{
    [Theory]
    [InlineData("平成30年度の", "平成30年度", "2018年度")]
    [InlineData("H30年度の", "平成30年度", "2018年度")]
    [InlineData("2019年度の", "令和元年度", "2019年度")]
    [InlineData("平成27年の", "平成27年", "2015年")]
    [InlineData("R3.10の", "令和3年10月", "2021年10月")]
    [InlineData("2018/7/26の", "平成30年7月26日", "2018年7月26日")]
    [InlineData("2017年4月から2018年3月の", "平成29年4月", "平成30年3月")]
    public void Writes_a_date_in_the_ways_of_the_documents(string question, params string[] expected)
    {
        var notations = DateNotations.Of(Date(question));

        Assert.All(expected, notation => Assert.Contains(notation, notations));
        Assert.DoesNotContain("", notations);
    }

    [Fact]
    public void Keeps_a_day_without_a_year_as_it_was_typed() => Assert.Equal(["8月6日"], DateNotations.Of(Date("8月6日の総会")));

    [Theory]
    [InlineData(DatePiece.Start, "令和2年（2020年）1月7日（火）から")]
    [InlineData(DatePiece.End, "令和2年（2020年）2月13日（木）まで")]
    [InlineData(DatePiece.Duration, "38日間")]
    [InlineData(DatePiece.Weekday, "（火曜日）")]
    [InlineData(DatePiece.FiscalYear, "令和元年度（2019年度）")]
    [InlineData(DatePiece.Year, "令和2年（2020年）")]
    public void Tells_the_part_of_a_period_that_is_asked_for(DatePiece piece, string expected) =>
        Assert.Contains(expected, DatePieces.Of(Entry(new Period(new DateOnly(2020, 1, 7), new DateOnly(2020, 2, 13))), DateFacet, piece), StringComparison.Ordinal);

    [Theory]
    [InlineData(DatePiece.Start)]
    [InlineData(DatePiece.Weekday)]
    [InlineData(DatePiece.Duration)]
    public void Tells_no_day_of_what_is_known_by_its_month_alone(DatePiece piece) =>
        Assert.Null(DatePieces.Of(Entry(new Period(new DateOnly(2022, 2, 1)) { Precision = DatePrecision.Month }), DateFacet, piece));

    [Fact]
    public void Counts_both_ends_of_each_period() =>
        Assert.Equal(3, DatePieces.Days([new Period(new DateOnly(2017, 8, 24)), new Period(new DateOnly(2017, 8, 31), new DateOnly(2017, 9, 1))]));

    [Theory]
    [InlineData("人", "名", true)]
    [InlineData("自治体", "市町村", true)]
    [InlineData("区", "特別区", true)]
    [InlineData("万円", "億円", true)]
    [InlineData("人", "自治体", false)]
    [InlineData("日", "人", false)]
    public void Knows_units_that_count_the_same_things(string one, string other, bool related)
    {
        Assert.Equal(related, Units.Related(one, other));
        Assert.Equal(related, Units.Related(other, one));
    }

    private static readonly Facet DateFacet = new(Aspect.Date, "期間", "");

    private static Entry Entry(Period period) => new()
    {
        Key = "test/one", Title = "展示", Categories = [], Overview = "", Sources = [], When = [period],
        FiscalYear = period.From.Month < 4 ? period.From.Year - 1 : period.From.Year,
    };

    private static DateToken Date(string question) => new ReadQuestion().Read(question).Date!;
}
