namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>The list and the table of 1 August 2015: every name is a place of the register, and the counts agree but for the differences that are written down.</summary>
internal static class ExchangeRules
{
    /// <exception cref="RecordFileException">An entry is no place, or a count does not come out.</exception>
    public static void Check(RecordCheck check)
    {
        CheckEntries(check);
        CheckPrefectures(check);
        CheckSums(check);
    }

    private static void CheckEntries(RecordCheck check)
    {
        var places = new PlaceRegister(check.Records);
        var counted = new Dictionary<string, string>();
        foreach (var level in check.Of<ExchangeEntry>().GroupBy(entry => entry.Level))
        {
            var order = 0;
            foreach (var entry in level)
            {
                if (entry.Order != ++order)
                    throw check.Refuse(entry, "order", $"The order is {entry.Order}, but this is number {order} of the list.");
                if ((entry.Name is null) != (entry.Code is null))
                    throw check.Refuse(entry, null, "An entry has both a right name and a code, or neither.");
                if (entry.Note is null && entry.Printed != entry.Name)
                    throw check.Refuse(entry, "printed", "The printed name is not the right one, so a note must say why.");
                if (entry.Name is not null)
                    CheckPlace(check, places, entry);
                if (entry.Code is not null && entry.DuplicateOf is null && !counted.TryAdd(entry.Code, entry.Key))
                    throw check.Refuse(entry, "code", $"The entry names the same place as {counted[entry.Code]}.");
            }
        }

        foreach (var entry in check.Of<ExchangeEntry>())
        {
            if (entry.DuplicateOf is not null && (entry.Code is null || counted.GetValueOrDefault(entry.Code) != entry.DuplicateOf))
                throw check.Refuse(entry, "duplicateOf", $"The entry {entry.DuplicateOf} does not name the same place.");
        }
    }

    private static void CheckPlace(RecordCheck check, PlaceRegister places, ExchangeEntry entry)
    {
        var found = places.Candidates(new NamedPlace(entry.Name!, entry.Prefecture)).SingleOrDefault(place => place is Municipality or Prefecture);
        if (found?.Key != entry.Code)
            throw check.Refuse(entry, "code", $"The register has no \"{entry.Name}\" of {entry.Prefecture} with this code.");
        if ((found is Prefecture) != (entry.Level == ExchangeLevel.Prefecture))
            throw check.Refuse(entry, "level", $"\"{entry.Name}\" is of another level.");
    }

    private static void CheckPrefectures(RecordCheck check)
    {
        var entries = check.Of<ExchangeEntry>().ToLookup(entry => (entry.Prefecture, entry.Level));
        foreach (var prefecture in check.Of<Prefecture>())
        {
            var row = check.Need<ExchangeTableRow>($"prefecture-{prefecture.Number:00}");
            if (row.Scope != ExchangeScope.Prefecture || row.Area != prefecture.Name)
                throw check.Refuse(row, "area", $"This is the row of {prefecture.Name}.");

            var list = entries[(prefecture.Name, ExchangeLevel.Municipality)].ToList();
            var prefectureLevel = entries[(prefecture.Name, ExchangeLevel.Prefecture)].Count();
            CheckCount(check, row, "municipalities", row.Municipalities, list.Count, "");
            CheckCount(check, row, "cities", row.Cities, list.Count(entry => entry.Printed.EndsWith('市')), "市");
            CheckCount(check, row, "towns", row.Towns, list.Count(entry => entry.Printed.EndsWith('町')), "町");
            CheckCount(check, row, "villages", row.Villages, list.Count(entry => entry.Printed.EndsWith('村')), "村");
            CheckCount(check, row, "prefectureLevel", row.PrefectureLevel, prefectureLevel, "");
            if (row.Municipalities != row.Cities + row.Towns + row.Villages)
                throw check.Refuse(row, "municipalities", "Cities, towns and villages do not add up to the municipalities.");
        }
    }

    /// <summary>A printed count is that of the list, or the list's is written down as another reading.</summary>
    private static void CheckCount(RecordCheck check, ExchangeTableRow row, string property, int? printed, int listed, string unit)
    {
        if (printed == listed)
            return;
        if (row.OtherReadings?.Any(reading => reading.Field == property && reading.Reading == $"{listed}{unit}") != true)
            throw check.Refuse(row, property, $"The table has {printed?.ToString(provider: null) ?? "nothing"}, the list of names {listed}.");
    }

    private static void CheckSums(RecordCheck check)
    {
        var rows = check.Of<ExchangeTableRow>();
        var prefectures = rows.Where(row => row.Scope == ExchangeScope.Prefecture).ToList();
        var regionOf = check.Of<Prefecture>().ToDictionary(prefecture => prefecture.Name, prefecture => prefecture.Region.JapaneseName());
        foreach (var region in rows.Where(row => row.Scope == ExchangeScope.Region))
        {
            CheckSum(check, region, "sum", region.Sum,
                prefectures.Where(row => regionOf[row.Area] == region.Area).Sum(row => row.Municipalities + row.PrefectureLevel));
        }

        var total = check.Need<ExchangeTableRow>("total");
        CheckSum(check, total, "municipalities", total.Municipalities, prefectures.Sum(row => row.Municipalities));
        CheckSum(check, total, "cities", total.Cities, prefectures.Sum(row => row.Cities));
        CheckSum(check, total, "towns", total.Towns, prefectures.Sum(row => row.Towns));
        CheckSum(check, total, "villages", total.Villages, prefectures.Sum(row => row.Villages));
        CheckSum(check, total, "prefectureLevel", total.PrefectureLevel, prefectures.Sum(row => row.PrefectureLevel));
        CheckSum(check, total, "sum", total.Sum, total.Municipalities + total.PrefectureLevel);
        CheckSum(check, total, "sum", total.Sum, rows.Where(row => row.Scope == ExchangeScope.Region).Sum(row => row.Sum));
    }

    private static void CheckSum(RecordCheck check, ExchangeTableRow row, string property, int? printed, int? sum)
    {
        if (printed != sum)
            throw check.Refuse(row, property, $"The rows add up to {sum}.");
    }
}
