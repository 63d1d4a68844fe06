using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Tests.Answers.Language;

public sealed class PublicHolidaysTests
{
    // As published by the Cabinet Office for each year.
    [Theory]
    [InlineData(2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23")]
    [InlineData(2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23")]
    [InlineData(2017, "1/1 1/2 1/9 2/11 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23 12/23")]
    [InlineData(2018, "1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23 12/23 12/24")]
    [InlineData(2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23")]
    [InlineData(2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23")]
    [InlineData(2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23")]
    [InlineData(2022, "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23")]
    [InlineData(2023, "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23")]
    [InlineData(2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23")]
    [InlineData(2025, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24")]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    [InlineData(1973, "1/1 1/15 2/11 3/21 4/29 4/30 5/3 5/5 9/15 9/23 9/24 10/10 11/3 11/23")]
    [InlineData(1989, "1/1 1/2 1/15 1/16 2/11 2/24 3/21 4/29 5/3 5/4 5/5 9/15 9/23 10/10 11/3 11/23 12/23")]
    public void Computes_the_holidays_of_a_year(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', DaysOf(year).Where(PublicHolidays.IsHoliday).Select(day => $"{day.Month}/{day.Day}")));

    [Theory]
    [InlineData(2019, 4, 30, "国民の休日")]
    [InlineData(2019, 5, 1, "即位の日")]
    [InlineData(2019, 10, 14, "体育の日")]
    [InlineData(2020, 7, 24, "スポーツの日")]
    [InlineData(2024, 8, 12, "振替休日")]
    [InlineData(2006, 5, 4, "国民の休日")]
    [InlineData(2026, 9, 22, "国民の休日")]
    public void Names_a_holiday(int year, int month, int day, string name) => Assert.Equal(name, PublicHolidays.NameOf(new DateOnly(year, month, day)));

    [Fact]
    public void A_substitute_is_never_a_Sunday_and_follows_an_unbroken_row_of_holidays_from_one()
    {
        foreach (var day in Enumerable.Range(1973, 127).SelectMany(DaysOf).Where(day => PublicHolidays.NameOf(day) == "振替休日"))
        {
            Assert.NotEqual(DayOfWeek.Sunday, day.DayOfWeek);
            var back = day;
            while (back.DayOfWeek != DayOfWeek.Sunday)
            {
                back = back.AddDays(-1);
                Assert.True(PublicHolidays.IsHoliday(back), $"{day:o} follows no row of holidays");
            }
        }
    }

    [Fact]
    public void Every_holiday_on_a_Sunday_since_1973_gives_a_weekday_off()
    {
        foreach (var sunday in Enumerable.Range(1974, 126).SelectMany(DaysOf).Where(day => day.DayOfWeek == DayOfWeek.Sunday && PublicHolidays.IsHoliday(day)))
        {
            if (sunday.DayNumber + 7 > new DateOnly(2099, 12, 31).DayNumber)
                continue;
            Assert.True(PublicHolidays.IsHoliday(sunday.AddDays(1)), $"no day off after {sunday:o}");
        }
    }

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            yield return day;
    }
}
