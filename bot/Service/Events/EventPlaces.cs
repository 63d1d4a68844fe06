using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Events;

/// <summary>Finds in the register what a line of 参加自治体 names.</summary>
internal sealed class EventPlaces(RecordSet records)
{
    private readonly PlaceRegister register = new(records);

    /// <summary>The place, or null with what else it may be: none or several.</summary>
    public (NamedPlace? Place, IReadOnlyList<string> Candidates) Find(string line)
    {
        var text = line.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        var plain = register.Candidates(new NamedPlace(text));
        if (plain.Count == 1)
            return (new NamedPlace(text), []);
        foreach (var prefecture in records.Of<Prefecture>().Where(prefecture => text.Length > prefecture.Name.Length && text.StartsWith(prefecture.Name, StringComparison.Ordinal)))
        {
            var rest = text[prefecture.Name.Length..];
            // 福井県丹生郡越前町: the register names towns without their district.
            foreach (var name in new[] { rest, rest[(rest.IndexOf('郡', StringComparison.Ordinal) + 1)..] })
            {
                if (register.Candidates(new NamedPlace(name, prefecture.Name)).Count == 1)
                    return (new NamedPlace(name, prefecture.Name), []);
            }
        }

        return (null, [.. plain.Select(Name)]);
    }

    /// <summary>The prefecture of a place whose name is enough to tell it.</summary>
    public string? PrefectureOf(NamedPlace place) => register.Candidates(place) switch
    {
        [Municipality municipality] => municipality.Prefecture,
        [Prefecture prefecture] => prefecture.Name,
        [RegionalAgreement agreement] => agreement.Prefecture,
        _ => null,
    };

    private static string Name(IRecord record) => record is Municipality municipality ? municipality.Prefecture + municipality.Name : record.Key;
}
