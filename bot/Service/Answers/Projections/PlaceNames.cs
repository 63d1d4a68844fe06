using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Finds the terms of wards, municipalities, prefectures, organisations and people that a record names.</summary>
internal sealed partial class PlaceNames(KnowledgeBuilder builder, IReadOnlyList<Municipality> municipalities)
{
    private readonly ILookup<string, Municipality> byName = municipalities.ToLookup(municipality => municipality.Name);

    /// <summary>The term of a place; a place that the register does not have becomes an area of its own.</summary>
    public Term Of(NamedPlace place)
    {
        if (builder.Find(TermKind.Prefecture, place.Name) is { } prefecture)
            return prefecture;
        var municipality = byName[place.Name].FirstOrDefault(m => place.Prefecture is null || m.Prefecture == place.Prefecture);
        if (municipality is not null)
            return builder.Find(municipality.Kind == MunicipalityKind.Ward ? TermKind.Ward : TermKind.Municipality, municipality.Code)!;
        return builder.Find(TermKind.Association, place.Name) ?? builder.Term(TermKind.Area, place.Name);
    }

    public Term Ward(string name) => Of(new NamedPlace(name));

    public IReadOnlyList<Term> All(IEnumerable<NamedPlace>? places) => [.. (places ?? []).Select(Of)];

    public IReadOnlyList<Term> Wards(IEnumerable<string>? wards) => [.. (wards ?? []).Select(Ward)];

    /// <summary>A person, found with and without the space between the names, and by the family name where it is long enough to be told apart.</summary>
    public Term Person(string name, string? kana = null)
    {
        var parts = name.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        var term = builder.Term(TermKind.Person, string.Concat(parts));
        if (parts.Length > 1 && parts[0].Length >= 2)
            builder.AddName(term, parts[0], needsBoundary: true);
        foreach (var title in (string[])["氏", "さん", "先生", "教授", "会長", "大臣", "知事", "市長"])
        {
            if (parts.Length > 1)
                builder.AddName(term, parts[0] + title);
        }

        if (kana is not null)
            builder.AddName(term, kana);
        return term;
    }

    /// <summary>The universities that posts are at: 京都大学こころの未来研究センター教授 is at 京都大学, which is no mention of 京都府.</summary>
    public IReadOnlyList<Term> Universities(IEnumerable<string> affiliations) =>
        [.. affiliations.Select(post => University().Match(post)).Where(match => match.Success).Select(match => Organization(match.Value)).Distinct()];

    [System.Text.RegularExpressions.GeneratedRegex("^[一-龠ァ-ヶー]{2,8}?大学(東京)?(?!院)|^[一-龠]{2,6}大学(?=大学院)")]
    private static partial System.Text.RegularExpressions.Regex University();

    public Term Organization(string name) => builder.Term(TermKind.Organization, name);

    public Term Venue(string name) => builder.Term(TermKind.Venue, name);
}
