using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Reads 被災地域: names of prefectures and municipalities become those of the register, or come back with what they could mean.</summary>
internal sealed class DisasterAreas(RecordStore store)
{
    private const int MaxSuggested = 5;

    private static readonly char[] Separators = ['、', ',', '，', '・', '\n', ' ', '　', '/', '／', ';', '；', '（', '）', '(', ')'];

    /// <summary>The codes of what a text names, or what is wrong with it.</summary>
    public (IReadOnlyList<string> Codes, string? Error) Read(string text)
    {
        var names = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
            return ([], DisasterMessages.AreasMissing);
        if (names.Length > DisasterCase.MaxAreas)
            return ([], DisasterMessages.TooManyAreas);
        var records = store.Current;
        var register = new PlaceRegister(records);
        var found = names.Select(name => (Name: name, Places: Named(register, records, name))).ToList();
        // 「石川県、能登町」: a name that prefectures share is that of the prefecture beside it.
        var prefectures = found.SelectMany(one => one.Places.OfType<Prefecture>()).Select(prefecture => prefecture.Name).ToHashSet();
        var codes = new List<string>();
        foreach (var (name, places) in found)
        {
            var meant = places.Count > 1 && places.Where(place => prefectures.Contains(PrefectureOf(place))).ToList() is { Count: 1 } one ? one : places;
            if (meant.Count != 1)
                return ([], meant.Count > 1 ? DisasterMessages.AmbiguousArea(name, meant.Select(FullName)) : DisasterMessages.UnknownArea(name, Suggested(records, name)));
            if (!codes.Contains(meant[0].Key))
                codes.Add(meant[0].Key);
        }

        return (codes, null);
    }

    /// <summary>The one municipality or prefecture that a text names; else what is wrong.</summary>
    public (string Code, string Name, string? Error) ReadOne(string text)
    {
        var (codes, error) = Read(text);
        return error is not null ? ("", "", error) : codes.Count > 1 ? ("", "", DisasterMessages.OneMunicipality) : (codes[0], NameOf(codes[0]), null);
    }

    /// <summary>The names of areas, a municipality with its prefecture; a code that the register has no more is left out.</summary>
    public string NamesOf(IEnumerable<string> codes) => string.Join('、', codes.Select(NameOf).Where(name => name.Length > 0));

    /// <summary>The prefectures in which areas lie.</summary>
    public IReadOnlyList<string> PrefecturesOf(IEnumerable<string> codes) => [.. codes.Select(Find).OfType<IRecord>().Select(PrefectureOf).Distinct()];

    /// <summary>Areas as records name them: a municipality with its prefecture, a prefecture alone.</summary>
    public IReadOnlyList<NamedPlace> PlacesOf(IEnumerable<string> codes) => [.. codes.Select(Find).OfType<IRecord>().Select(RecipientPlaces.Named)];

    private static IReadOnlyList<IRecord> Named(PlaceRegister register, RecordSet records, string name)
    {
        var places = Places(register, new NamedPlace(name));
        if (places.Count > 0)
            return places;
        var prefecture = records.Of<Prefecture>().FirstOrDefault(one => name.Length > one.Name.Length && name.StartsWith(one.Name, StringComparison.Ordinal));
        return prefecture is null ? [] : Places(register, new NamedPlace(name[prefecture.Name.Length..], prefecture.Name));
    }

    private static List<IRecord> Places(PlaceRegister register, NamedPlace place) => [.. register.Candidates(place).Where(record => record is Municipality or Prefecture)];

    /// <summary>What begins as the name does: 石川 is 石川県 or 福島県石川町.</summary>
    private static IEnumerable<string> Suggested(RecordSet records, string name) =>
        records.Of<Prefecture>().Where(one => one.Name.StartsWith(name, StringComparison.Ordinal)).Cast<IRecord>()
            .Concat(records.Of<Municipality>().Where(one => one.Name.StartsWith(name, StringComparison.Ordinal) || one.Kana.StartsWith(name, StringComparison.Ordinal)))
            .Select(FullName).Take(MaxSuggested);

    private static string FullName(IRecord place) => place is Municipality municipality ? municipality.Prefecture + municipality.Name : ((Prefecture)place).Name;

    private static string PrefectureOf(IRecord place) => place is Municipality municipality ? municipality.Prefecture : ((Prefecture)place).Name;

    private string NameOf(string code) => Find(code) is { } place ? FullName(place) : "";

    private IRecord? Find(string code) => store.Current.Find<Municipality>(code) as IRecord ?? store.Current.Find<Prefecture>(code);
}
