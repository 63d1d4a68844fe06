using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>The list of 1 August 2015 and its table, with the look-ups that questions need.</summary>
internal sealed class ExchangeList
{
    /// <summary>The last characters of all names.</summary>
    public const string AllKinds = "市町村";

    /// <summary>More notes than this no card shows.</summary>
    private const int MostNoted = 20;

    private readonly Dictionary<string, Municipality> byCode;
    private readonly Dictionary<(string Prefecture, string Name), ExchangeEntry> listed = [];
    private readonly Dictionary<string, ExchangeTableRow> rows;
    private readonly Dictionary<string, Prefecture> prefectures;
    private readonly HashSet<string> prefecturesThemselves;
    private readonly Dictionary<string, IReadOnlyList<ExchangeEntry>> distinct;
    private readonly ILookup<string, ExchangeEntry> repeated;
    private readonly ILookup<string, ExchangeEntry> noted;

    public ExchangeList(KnowledgeTables tables)
    {
        byCode = tables.Municipalities.ToDictionary(municipality => municipality.Code);
        prefectures = tables.Prefectures.ToDictionary(prefecture => prefecture.Name);
        Prefectures = tables.Prefectures;
        prefecturesThemselves = tables.ExchangeList.Where(entry => entry.Level == ExchangeLevel.Prefecture).Select(entry => entry.Prefecture).ToHashSet();
        Entries = [.. tables.ExchangeList.Where(entry => entry.Level == ExchangeLevel.Municipality)];
        PrefectureLevel = [.. tables.ExchangeList.Where(entry => entry.Level == ExchangeLevel.Prefecture)];
        distinct = Entries.Where(entry => entry.DuplicateOf is null).GroupBy(entry => entry.Prefecture).ToDictionary(group => group.Key, IReadOnlyList<ExchangeEntry> (group) => [.. group]);
        repeated = Entries.Where(entry => entry.DuplicateOf is not null).ToLookup(entry => entry.Prefecture);
        noted = Entries.Where(entry => entry.Note is not null).ToLookup(entry => entry.Prefecture);
        rows = tables.ExchangeTable.Where(row => row.Scope != ExchangeScope.Region).ToDictionary(row => row.Area);
        Regions = [.. tables.ExchangeTable.Where(row => row.Scope == ExchangeScope.Region)];
        foreach (var entry in Entries.Where(entry => entry.DuplicateOf is null))
        {
            listed.TryAdd((entry.Prefecture, entry.Name ?? entry.Printed), entry);
            if (entry.Code is { } code)
                listed.TryAdd((entry.Prefecture, byCode[code].Name), entry);
        }
    }

    public IReadOnlyList<ExchangeEntry> Entries { get; }

    /// <summary>The 16 prefectures that had ties themselves.</summary>
    public IReadOnlyList<ExchangeEntry> PrefectureLevel { get; }

    public IReadOnlyList<Prefecture> Prefectures { get; }

    public IReadOnlyList<ExchangeTableRow> Regions { get; }

    public ExchangeTableRow Country => rows["全国"];

    public ExchangeTableRow Row(string prefecture) => rows[prefecture];

    public ExchangeTableRow Region(string name) => Regions.First(row => row.Area == name);

    public string RegionOf(string prefecture) => prefectures[prefecture].Region.JapaneseName();

    public IEnumerable<string> In(string region) => Prefectures.Where(prefecture => prefecture.Region.JapaneseName() == region).Select(prefecture => prefecture.Name);

    public bool HasPrefectureLevel(string prefecture) => prefecturesThemselves.Contains(prefecture);

    /// <summary>The entry of a municipality, under the name of today or of 2015; null where it is not listed.</summary>
    public ExchangeEntry? Find(Term municipality) => municipality.Parent is { } prefecture ? listed.GetValueOrDefault((prefecture.Name, municipality.Name)) : null;

    /// <summary>The different municipalities of a prefecture in printed order, limited to some kinds (the last character of the name).</summary>
    public IReadOnlyList<ExchangeEntry> Of(string prefecture, string kinds) => !distinct.TryGetValue(prefecture, out var all) ? []
        : kinds.Length == AllKinds.Length ? all : [.. all.Where(entry => kinds.Contains(Name(entry)[^1]))];

    /// <summary>The entries of a prefecture that name a municipality a second time.</summary>
    public IEnumerable<ExchangeEntry> Repeated(string prefecture) => repeated[prefecture];

    /// <summary>The count of the printed table, limited to some kinds.</summary>
    public static int Count(ExchangeTableRow row, string kinds) => kinds.Length == AllKinds.Length ? row.Municipalities ?? 0
        : (kinds.Contains('市') ? row.Cities ?? 0 : 0) + (kinds.Contains('町') ? row.Towns ?? 0 : 0) + (kinds.Contains('村') ? row.Villages ?? 0 : 0);

    public static string Name(ExchangeEntry entry) => entry.Name ?? entry.Printed;

    /// <summary>The name with what is printed, where that is a slip.</summary>
    public string Shown(ExchangeEntry entry)
    {
        var name = Name(entry);
        var today = entry.Code is { } code && byCode.TryGetValue(code, out var municipality) ? municipality.Name : name;
        return entry.Note is not null && entry.Name is null ? $"{name}（実在しない名前）"
            : today != name && !SameName(today, name) ? $"{name}（現在の{today}）"
            : name;
    }

    private static bool SameName(string a, string b) => Language.QuestionText.Fold(a) == Language.QuestionText.Fold(b);

    /// <summary>What is wrong with the entries of some prefectures, for the notes.</summary>
    public IReadOnlyList<string> Notes(IReadOnlyCollection<string> names) =>
        [.. names.SelectMany(name => noted[name]).Take(MostNoted).Select(entry => $"{entry.Prefecture}「{entry.Printed}」: {entry.Note}"),
         .. names.Where(rows.ContainsKey).SelectMany(name => Row(name).OtherReadings ?? []).Select(reading => reading.Reason).Distinct()];
}
