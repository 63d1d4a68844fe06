namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>The yearly series and the single figures: increases are differences, the total counts nobody twice, and the same thing on the same day has one value.</summary>
internal static class StatisticsRules
{
    /// <exception cref="RecordFileException">A number does not come out.</exception>
    public static void Check(RecordCheck check)
    {
        foreach (var series in check.Of<Series>())
        {
            CheckPoints(check, series);
            CheckIncreases(check, series);
        }

        CheckTotal(check);
        CheckAgreements(check);
        CheckFigures(check);
    }

    private static void CheckPoints(RecordCheck check, Series series)
    {
        var expected = series.Points[0].FiscalYear;
        for (var i = 0; i < series.Points.Count; i++)
        {
            var point = series.Points[i];
            var fiscalYear = point.AsOf.Month >= 4 ? point.AsOf.Year : point.AsOf.Year - 1;
            if (fiscalYear != point.FiscalYear)
                throw check.Refuse(series, $"points[{i}].asOf", $"The day does not lie in the fiscal year {point.FiscalYear}.");
            if (point.Value < 0)
                throw check.Refuse(series, $"points[{i}].value", "A count is not negative.");
            if (!point.Forecast && point.FiscalYear != expected++)
                throw check.Refuse(series, $"points[{i}].fiscalYear", $"The value of the fiscal year {expected - 1} is missing.");
        }
    }

    private static void CheckIncreases(RecordCheck check, Series series)
    {
        for (var i = 0; i < series.Increases.Count; i++)
        {
            var increase = series.Increases[i];
            var from = series.Points.SingleOrDefault(point => point.FiscalYear == increase.FromFiscalYear && !point.Forecast);
            var to = series.Points.SingleOrDefault(point => point.FiscalYear == increase.ToFiscalYear && point.Forecast == increase.Forecast);
            if (from is null || to is null)
                throw check.Refuse(series, $"increases[{i}]", "The increase has no first or no last value.");
            if (to.Value - from.Value != increase.Value)
                throw check.Refuse(series, $"increases[{i}].value", $"{to.Value} less {from.Value} is {to.Value - from.Value}.");
        }
    }

    /// <summary>The printed total leaves out overlaps: at least the largest part, at most the sum of the parts.</summary>
    private static void CheckTotal(RecordCheck check)
    {
        var total = check.Need<Series>("total-municipalities");
        Series[] parts = [check.Need<Series>("exchange-municipalities"), check.Need<Series>("member-municipalities"), check.Need<Series>("agreement-municipalities")];
        for (var i = 0; i < total.Points.Count; i++)
        {
            var point = total.Points[i];
            if (point.Forecast)
                continue;
            var values = parts.Select(part => part.Points.SingleOrDefault(other => other.FiscalYear == point.FiscalYear && !other.Forecast)?.Value ?? 0).ToList();
            if (point.Value > values.Sum() || point.Value < values.Max())
                throw check.Refuse(total, $"points[{i}].value", $"The total is not between the largest part {values.Max()} and the sum of the parts {values.Sum()}.");
        }
    }

    /// <summary>A year's count is what the agreements signed by that day have together, or that number is written down as another reading.</summary>
    private static void CheckAgreements(RecordCheck check)
    {
        var series = check.Need<Series>("agreement-municipalities");
        for (var i = 0; i < series.Points.Count; i++)
        {
            var point = series.Points[i];
            var signed = check.Of<RegionalAgreement>().Where(agreement => agreement.SignedOn <= point.AsOf).Sum(agreement => agreement.MemberCount);
            var path = $"points[{i}].value";
            if (!point.Forecast && point.Value != signed && series.OtherReadings?.Any(reading => reading.Field == path && reading.Reading == $"{signed}自治体") != true)
                throw check.Refuse(series, path, $"The agreements signed by {point.AsOf:yyyy-MM-dd} have {signed} members together.");
        }
    }

    private static void CheckFigures(RecordCheck check)
    {
        foreach (var figure in check.Of<Figure>())
        {
            if (figure.Series is not null)
            {
                var series = check.Records.Find<Series>(figure.Series)
                    ?? throw check.Refuse(figure, "series", $"There is no series \"{figure.Series}\".");
                var point = series.Points.FirstOrDefault(point => point.AsOf == figure.AsOf && !point.Forecast);
                if (point is not null && point.Value != figure.Value && figure.OtherReadings is null)
                    throw check.Refuse(figure, "value", $"The series \"{series.Key}\" has {point.Value} on that day.");
            }
        }

        var total = check.Need<ExchangeTableRow>("total");
        CheckFigure(check, "exchange-2015-08-01", total.Municipalities);
        CheckFigure(check, "exchange-cities-2015-08-01", total.Cities);
        CheckFigure(check, "exchange-towns-2015-08-01", total.Towns);
        CheckFigure(check, "exchange-villages-2015-08-01", total.Villages);
        CheckFigure(check, "exchange-prefectures-2015-08-01", total.PrefectureLevel);
        CheckFigure(check, "exchange-sum-2015-08-01", total.Sum);
    }

    private static void CheckFigure(RecordCheck check, string key, int? value)
    {
        var figure = check.Need<Figure>(key);
        if (figure.Value != value)
            throw check.Refuse(figure, "value", $"The table of 2015 has {value}.");
    }
}
