using System.Globalization;

namespace RenkeiBot.Service.Answers.Language;

internal sealed partial record DateCondition
{
    /// <summary>
    /// The condition in Japanese, to be followed by a particle or a noun: 「平成30年度（2018年度）」, 「令和2年1月7日」, 「8月6日」, 「令和2年（2020年）以降」.
    /// </summary>
    public string Describe() => Kind == DateKind.Invalid ? Text ?? "" : Unit switch
    {
        DateUnit.Range => DescribeRange(),
        _ when Kind == DateKind.Relative => DescribeRelative(),
        DateUnit.FiscalYear => JapaneseCalendar.FiscalYearName(FiscalYear!.Value) + PartName(yearly: true),
        DateUnit.Year => JapaneseCalendar.YearName(Year!.Value) + PartName(yearly: true),
        DateUnit.Month => (Year is { } year ? JapaneseCalendar.ShortMonth(year, Month!.Value) : Number(Month) + "月") + PartName(yearly: false),
        _ when From is { } day => JapaneseCalendar.Short(day),
        _ => $"{Number(Month)}月{Number(Day)}日",
    };

    public override string ToString() => Describe();

    private string DescribeRange() => (First, Last) switch
    {
        ({ } first, { } last) => $"{first.Describe()}から{last.Describe()}まで",
        ({ } first, null) => first.Describe() + (Exclusive ? "より後" : "以降"),
        (null, { } last) => last.Describe() + (Exclusive ? "より前" : "まで"),
        _ => "",
    };

    private string DescribeRelative()
    {
        var unit = ShiftUnit switch
        {
            DateUnit.FiscalYear => "年度",
            DateUnit.Year => "年",
            DateUnit.Month => "月",
            _ => "日",
        };
        var head = Shift switch
        {
            0 => "その",
            1 => "その翌",
            2 => "その翌々",
            -1 => "その前",
            -2 => "その前々",
            > 0 => Number(Shift) + unit + "後の",
            _ => Number(-Shift) + unit + "前の",
        };
        return head + unit + (Month is { } month ? Number(month) + "月" : "") + (Day is { } day ? Number(day) + "日" : "") + PartName(ShiftUnit is DateUnit.Year or DateUnit.FiscalYear && Month is null);
    }

    private string PartName(bool yearly) => Part switch
    {
        DatePart.Early => yearly ? "初め" : "上旬",
        DatePart.Middle => yearly ? "半ば" : "中旬",
        DatePart.Late => yearly ? "後半" : "下旬",
        DatePart.End => "末",
        DatePart.FirstHalf => Unit == DateUnit.FiscalYear ? "上期" : "前半",
        DatePart.SecondHalf => Unit == DateUnit.FiscalYear ? "下期" : "後半",
        _ => "",
    };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
