namespace RenkeiBot.Data.Records;

/// <summary>What a name of a place stands for: wards, municipalities (by their aliases too), prefectures and the associations with an agreement.</summary>
public sealed class PlaceRegister
{
    private readonly ILookup<string, (string Prefecture, IRecord Record)> _byName;

    /// <summary>Builds the register from the records.</summary>
    public PlaceRegister(RecordSet records) =>
        _byName = Names(records).ToLookup(name => name.Name, name => (name.Prefecture, name.Record), StringComparer.Ordinal);

    /// <summary>
    /// The <see cref="Municipality"/>, <see cref="Prefecture"/> or <see cref="RegionalAgreement"/> records that bear the name; several where prefectures share it and
    /// none is given.
    /// </summary>
    public IReadOnlyList<IRecord> Candidates(NamedPlace place) =>
        [.. _byName[place.Name].Where(name => place.Prefecture is null || name.Prefecture == place.Prefecture).Select(name => name.Record).Distinct()];

    private static IEnumerable<(string Name, string Prefecture, IRecord Record)> Names(RecordSet records)
    {
        foreach (var municipality in records.Of<Municipality>())
        {
            yield return (municipality.Name, municipality.Prefecture, municipality);
            foreach (var alias in municipality.Aliases ?? [])
                yield return (alias.Name, municipality.Prefecture, municipality);
        }

        foreach (var prefecture in records.Of<Prefecture>())
            yield return (prefecture.Name, prefecture.Name, prefecture);
        foreach (var agreement in records.Of<RegionalAgreement>())
            yield return (agreement.Name, agreement.Prefecture, agreement);
    }
}
