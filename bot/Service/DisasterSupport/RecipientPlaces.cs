using System.Text;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>
/// Reads which municipalities and prefectures a 支援先 names: 「石川県輪島市」「輪島市役所」「輪島、珠洲の避難所」. It is free text: what is no name of the register, or one that prefectures share without it being said which, is no place.
/// </summary>
internal sealed class RecipientPlaces
{
    /// <summary>A name without its 市 or 県 is shorter than most words; one character would be found in many.</summary>
    private const int ShortestStem = 2;

    /// <summary>What may stand between a prefecture and the municipality in it.</summary>
    private static readonly char[] Joints = [' ', '(', 'の'];

    private readonly ILookup<string, Meaning> names;
    private readonly IReadOnlyCollection<string> prefectures;
    private readonly int longest;

    /// <param name="records">The register.</param>
    /// <param name="prefectures">Where the disaster was: what it may be that a name stands for without saying more.</param>
    public RecipientPlaces(RecordSet records, IReadOnlyCollection<string> prefectures)
    {
        this.prefectures = prefectures;
        names = All(records, prefectures).ToLookup(name => name.Text, name => name.Meaning, StringComparer.Ordinal);
        longest = names.Max(name => name.Key.Length);
    }

    /// <summary>The places, each once, in the order of their names; a prefecture that only says where a municipality lies is none of them.</summary>
    public IReadOnlyList<NamedPlace> Read(string recipient)
    {
        var text = recipient.Normalize(NormalizationForm.FormKC);
        var found = new List<(int Start, int End, IReadOnlyList<NamedPlace> Places)>();
        for (var i = 0; i < text.Length;)
        {
            var (length, places) = At(text, i, isAfterName: found.Count > 0 && found[^1].End == i);
            if (length > 0)
                found.Add((i, i + length, places));
            i += Math.Max(1, length);
        }

        var said = found.SelectMany(one => one.Places).Where(place => place.Prefecture is null).Select(place => place.Name).ToHashSet();
        return [.. found.Where((one, index) => !Leads(text, found, index)).Select(one => Meant(one.Places, said)).OfType<NamedPlace>().Distinct().OrderBy(place => place.Prefecture + place.Name, StringComparer.Ordinal)];
    }

    /// <summary>A record as its name and, for a municipality, its prefecture.</summary>
    public static NamedPlace Named(IRecord place) => place is Municipality municipality ? new NamedPlace(municipality.Name, municipality.Prefecture) : new NamedPlace(((Prefecture)place).Name);

    private (int Length, IReadOnlyList<NamedPlace> Places) At(string text, int start, bool isAfterName)
    {
        // 「東松島市」 has no 松島市 in it, nor 「大金沢」 金沢; 「鳳珠郡能登町」 is 能登町.
        if (start > 0 && !isAfterName && FoldingRules.IsKanji(text[start - 1]) && text[start - 1] != '郡')
            return (0, []);
        for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
        {
            var end = start + length;
            var meant = names[text.Substring(start, length)].Where(meaning => !meaning.IsStem || end == text.Length || !FoldingRules.IsKanji(text[end])).Select(meaning => meaning.Place).Distinct().ToList();
            if (meant.Count > 0)
                return (length, meant);
        }

        return (0, []);
    }

    /// <summary>Whether the name is the prefecture of the one after it.</summary>
    private static bool Leads(string text, List<(int Start, int End, IReadOnlyList<NamedPlace> Places)> found, int index) =>
        index + 1 < found.Count && found[index].Places is [{ Prefecture: null } prefecture] && found[index + 1].Places.Any(place => place.Prefecture == prefecture.Name)
        && IsJoint(text.AsSpan(found[index].End, found[index + 1].Start - found[index].End));

    /// <summary>Nothing, a space, or a district: 「石川県鳳珠郡」.</summary>
    private static bool IsJoint(ReadOnlySpan<char> between) => between.IsEmpty || between.Length == 1 && Joints.Contains(between[0]) || between[^1] == '郡' && between.Length <= 5;

    private NamedPlace? Meant(IReadOnlyList<NamedPlace> places, HashSet<string> said)
    {
        if (places.Count == 1)
            return places[0];
        var lying = places.Where(place => said.Contains(place.Prefecture ?? place.Name)).ToList();
        if (lying.Count == 0)
            lying = [.. places.Where(place => prefectures.Contains(place.Prefecture ?? place.Name))];
        return lying.Count == 1 ? lying[0] : null;
    }

    private static IEnumerable<(string Text, Meaning Meaning)> All(RecordSet records, IReadOnlyCollection<string> prefectures)
    {
        foreach (var municipality in records.Of<Municipality>())
        {
            var place = Named(municipality);
            yield return (municipality.Name, new Meaning(place));
            foreach (var alias in municipality.Aliases ?? [])
                yield return (alias.Name, new Meaning(place));
            // 「能登」 is more often the peninsula than 能登町: only cities are called so.
            if (municipality.Kind == MunicipalityKind.City && municipality.Name.Length > ShortestStem && prefectures.Contains(municipality.Prefecture))
                yield return (municipality.Name[..^1], new Meaning(place, IsStem: true));
        }

        foreach (var prefecture in records.Of<Prefecture>())
        {
            yield return (prefecture.Name, new Meaning(Named(prefecture)));
            if (prefecture.Name.Length > ShortestStem && prefectures.Contains(prefecture.Name) && prefecture.Name != "北海道")
                yield return (prefecture.Name[..^1], new Meaning(Named(prefecture), IsStem: true));
        }
    }

    private sealed record Meaning(NamedPlace Place, bool IsStem = false);
}
