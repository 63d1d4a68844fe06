using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>One value of a series with its day.</summary>
/// <param name="AsOf">The day it describes.</param>
/// <param name="Value">The count.</param>
/// <param name="Yearly">True for a value of the yearly table (1 August), false for one that a document mentions by itself.</param>
/// <param name="Forecast">True for an expected value.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Printed">What the table prints instead of a number.</param>
internal sealed record Reading(DateOnly AsOf, int Value, bool Yearly, bool Forecast, SourceRef Source, string? Printed = null)
{
    public int FiscalYear => JapaneseCalendar.FiscalYearOf(AsOf);
}

/// <summary>A series with the further values that documents give for it, in order of their days.</summary>
internal sealed class SeriesBook
{
    private const string Unit = "自治体";

    public SeriesBook(Series series, IEnumerable<Figure> figures)
    {
        Series = series;
        Subject = series.Key switch
        {
            StatisticsTerms.Total => "連携自治体数の合計（重複を除く）",
            _ => series.Name[(series.Name.LastIndexOf(' ') + 1)..] + "数",
        };
        var points = series.Points.Select(point => new Reading(
            point.AsOf, point.Value, !point.Forecast, point.Forecast, point.Forecast ? series.Sources[^1] : series.Sources[0] with { AsOf = point.AsOf }, point.Printed));
        var single = figures.Where(figure => figure.Series == series.Key && figure is { Forecast: false, AsOf: not null, Value: not null } && !series.Points.Any(point => point.AsOf == figure.AsOf))
            .Select(figure => new Reading(figure.AsOf!.Value, (int)figure.Value!.Value, false, false, figure.Sources[0]));
        Readings = [.. points.Concat(single).OrderBy(reading => reading.AsOf)];
        Yearly = [.. Readings.Where(reading => reading.Yearly)];
    }

    public Series Series { get; }

    /// <summary>What is counted, as a noun: 会員登録自治体数.</summary>
    public string Subject { get; }

    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The values of 1 August of each fiscal year.</summary>
    public IReadOnlyList<Reading> Yearly { get; }

    public Reading Latest => Readings[^1];

    public Reading? Forecast => Readings.FirstOrDefault(reading => reading.Forecast);

    public Reading? OfYear(int fiscalYear) => Yearly.FirstOrDefault(reading => reading.FiscalYear == fiscalYear);

    /// <summary>The values that a date means, best first; forecasts only where nothing was counted or where they are asked for.</summary>
    public IReadOnlyList<Reading> At(DateCondition date, bool forecast)
    {
        var meant = Readings.Where(reading => Means(date, reading)).ToList();
        var kind = meant.Where(reading => reading.Forecast == forecast).ToList();
        if (kind.Count == 0 && !forecast && date.Part == DatePart.End)
            kind = meant;
        // A fiscal year as such means the yearly value; what was counted at other days of it is told beside.
        if (date is { Unit: DateUnit.FiscalYear, Part: DatePart.Whole } && !forecast && kind.FirstOrDefault(reading => reading.Yearly) is { } yearly)
            return [yearly];
        return kind;
    }

    /// <summary>What else was counted within the year of a reading.</summary>
    public IEnumerable<Reading> Beside(Reading reading) => Readings.Where(other => !ReferenceEquals(other, reading) && other.FiscalYear == reading.FiscalYear);

    public static string Amount(int value) => Numbers.Count(value) + Unit;

    /// <summary>「平成30年8月1日現在 261自治体」.</summary>
    public static string Dated(Reading reading) => $"{JapaneseCalendar.Long(reading.AsOf)}{(reading.Forecast ? "の見込み" : "現在")} {Shown(reading)}";

    public static string Shown(Reading reading) => reading.Printed is null ? Amount(reading.Value) : $"{Amount(reading.Value)}（資料の表示は「{reading.Printed}」）";

    /// <summary>The name of the time of a reading: its fiscal year for the yearly ones, else its day.</summary>
    public static string Time(Reading reading) => reading.Forecast ? $"{JapaneseCalendar.FiscalYearName(reading.FiscalYear)}末の見込み"
        : reading.Yearly ? JapaneseCalendar.FiscalYearName(reading.FiscalYear)
        : JapaneseCalendar.Long(reading.AsOf);

    /// <summary>The span of days that the records cover.</summary>
    public string Covered => $"{JapaneseCalendar.FiscalYearName(Yearly[0].FiscalYear)}から{JapaneseCalendar.FiscalYearName(Yearly[^1].FiscalYear)}まで（各年8月1日現在）"
        + (Latest.Yearly ? "" : $"と{string.Join("、", Readings.Where(reading => !reading.Yearly && !reading.Forecast && reading.AsOf > Yearly[^1].AsOf).Select(reading => JapaneseCalendar.Long(reading.AsOf)))}現在");

    private static bool Means(DateCondition date, Reading reading) => date.Kind switch
    {
        DateKind.Known => date.From <= reading.AsOf && reading.AsOf <= date.Until || date.IsOpen && date.Matches(reading.AsOf, reading.AsOf),
        DateKind.Yearless when date.Unit == DateUnit.Month && date.Part == DatePart.End => reading.AsOf.Month == date.Month && reading.AsOf == JapaneseCalendar.LastDay(reading.AsOf.Year, reading.AsOf.Month),
        DateKind.Yearless => date.Matches(reading.AsOf, reading.AsOf),
        _ => false,
    };
}
