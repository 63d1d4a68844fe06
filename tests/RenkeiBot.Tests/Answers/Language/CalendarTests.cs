using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Tests.Answers.Language;

public sealed class CalendarTests
{
    private static readonly DateOnly Today = new(2024, 8, 6);

    [Theory]
    [InlineData(2019, 4, 30, "平成31年")]
    [InlineData(2019, 5, 1, "令和元年")]
    [InlineData(1989, 1, 7, "昭和64年")]
    [InlineData(1989, 1, 8, "平成元年")]
    [InlineData(1926, 12, 25, "昭和元年")]
    [InlineData(1912, 7, 29, "明治45年")]
    [InlineData(1850, 1, 1, "1850年")]
    public void Knows_the_days_on_which_eras_change(int year, int month, int day, string name) =>
        Assert.Equal(name, JapaneseCalendar.EraYear(new DateOnly(year, month, day)));

    [Fact]
    public void Writes_dates_as_the_project_does()
    {
        var day = new DateOnly(2018, 4, 16);

        Assert.Equal("平成30年（2018年）4月16日", JapaneseCalendar.Long(day));
        Assert.Equal("平成30年（2018年）4月16日（月）", JapaneseCalendar.LongWithWeekday(day));
        Assert.Equal("令和元年度（2019年度）", JapaneseCalendar.FiscalYearName(2019));
        Assert.Equal("令和4年（2022年）3月", JapaneseCalendar.LongMonth(2022, 3));
        Assert.Equal("令和2年（2020年）1月7日（火）から2月13日（木）まで", JapaneseCalendar.LongRange(new(2020, 1, 7), new(2020, 2, 13)));
        Assert.Equal("令和元年（2019年）12月20日（金）から令和2年（2020年）1月10日（金）まで", JapaneseCalendar.LongRange(new(2019, 12, 20), new(2020, 1, 10)));
        Assert.Equal("平成31年・令和元年（2019年）", JapaneseCalendar.YearName(2019));
    }

    [Fact]
    public void January_to_March_belong_to_the_fiscal_year_before()
    {
        Assert.Equal(2019, JapaneseCalendar.FiscalYearOf(new DateOnly(2020, 1, 7)));
        Assert.Equal(2019, JapaneseCalendar.FiscalYearOf(new DateOnly(2020, 3, 31)));
        Assert.Equal(2020, JapaneseCalendar.FiscalYearOf(new DateOnly(2020, 4, 1)));
    }

    [Fact]
    public void Every_day_is_read_back_from_every_notation() => Prop.ForAll(Days(), day =>
    {
        var (era, year) = JapaneseCalendar.EraOf(day)!.Value;
        string[] notations =
        [
            JapaneseCalendar.Short(day),
            JapaneseCalendar.Long(day),
            JapaneseCalendar.LongWithWeekday(day),
            $"{era.Initial}{JapaneseCalendar.EraNumber(year)}.{day.Month}.{day.Day}",
            $"{era.Initial}{year}/{day.Month}/{day.Day}",
            $"{era.Name[0]}{year}.{day.Month}.{day.Day}",
            $"{day.Year}年{day.Month}月{day.Day}日({JapaneseCalendar.Weekday(day)}・祝)",
            day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            day.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture),
            day.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture),
            day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ];
        return notations.All(notation => DateReader.Find(QuestionText.Fold(notation + "の会議"), Today) is [{ Start: 0 } mention] && mention.Condition == DateCondition.OfDay(day));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_range_is_read_back_in_order() => Prop.ForAll(Days(), Days(), (a, b) =>
    {
        var (from, until) = a <= b ? (a, b) : (b, a);
        if (from == until)
            return true;
        return DateReader.Find(QuestionText.Fold(JapaneseCalendar.LongRange(from, until)), Today) is [var mention]
            && (mention.Condition.From, mention.Condition.Until) == (from, until)
            && mention.Condition.Matches(until, until) && !mention.Condition.Matches(until.AddDays(1), until.AddDays(1));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Japanese_time_is_nine_hours_ahead()
    {
        var clock = new FixedClock(new DateTimeOffset(2024, 8, 5, 15, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2024, 8, 6), JapanTime.Today(clock));
        Assert.Equal(0, JapanTime.Now(clock).Hour);
    }

    [Theory]
    [InlineData(5_500, "5,500万円")]
    [InlineData(10_000, "1億円")]
    [InlineData(11_300, "1億1,300万円")]
    [InlineData(374_025, "37億4,025万円（374,025万円）")]
    [InlineData(0, "0万円")]
    public void Writes_money_in_oku_and_man(long manYen, string text) => Assert.Equal(text, Numbers.Money(manYen));

    [Fact]
    public void Writes_counts_and_shares()
    {
        Assert.Equal("1,718", Numbers.Count(1_718));
        Assert.Equal("19.1%", Numbers.Percent(328, 1_718));
        Assert.Equal("+436", Numbers.Difference(436));
    }

    private static Arbitrary<DateOnly> Days() =>
        Gen.Choose(new DateOnly(1989, 1, 8).DayNumber, new DateOnly(2039, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
