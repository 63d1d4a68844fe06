using RenkeiBot.Cards;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Cards;

/// <summary>The areas that a form offers, and their names: all wards, the regions, the prefectures, each ward.</summary>
internal sealed class FormAreas(RecordStore store)
{
    /// <summary>The value of 「指定なし」, which is no area.</summary>
    public const string Any = "any";

    public const string AnyName = "指定なし（全国）";

    private const string WardsName = "特別区（23区）";

    private readonly Lock making = new();
    private volatile Named? named;

    /// <summary>What a form offers, 「指定なし」 first.</summary>
    public IReadOnlyList<CardChoice> Choices => Current.Choices;

    /// <summary>The area's name; the value itself where the records do not know it.</summary>
    public string NameOf(string area) => Current.Names.GetValueOrDefault(area, area);

    /// <summary>The names of some areas, joined; 「指定なし」 for none.</summary>
    public string NamesOf(IReadOnlyList<string> areas) => areas.Count == 0 ? AnyName : string.Join('、', areas.Select(NameOf));

    private Named Current
    {
        get
        {
            var records = store.Current;
            lock (making)
                return named is { } known && ReferenceEquals(known.Records, records) ? known : named = Make(records);
        }
    }

    private static Named Make(RecordSet records)
    {
        var prefectures = records.Of<Prefecture>();
        // A region that is one prefecture has that one's name already.
        var regions = prefectures.GroupBy(prefecture => prefecture.Region).Where(region => region.Count() > 1).Select(region => region.Key);
        List<CardChoice> choices =
        [
            new(AnyName, Any),
            new(WardsName, Area.Wards),
            .. regions.Select(region => new CardChoice(region.JapaneseName(), Area.Of(region))),
            .. prefectures.Select(prefecture => new CardChoice(prefecture.Name, Area.OfPrefecture(prefecture.Number))),
            .. records.Of<Municipality>().Where(one => one.Kind == MunicipalityKind.Ward).Select(ward => new CardChoice(ward.Name, ward.Code)),
        ];
        return new Named(records, choices, choices.ToDictionary(choice => choice.Value, choice => choice.Title));
    }

    private sealed record Named(RecordSet Records, IReadOnlyList<CardChoice> Choices, IReadOnlyDictionary<string, string> Names);
}
