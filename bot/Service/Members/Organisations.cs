using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Members;

/// <summary>An organisation that members act for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The code of a ward or municipality, else the name.</param>
/// <param name="Name">The name as shown; a municipality with its prefecture.</param>
internal sealed record Organisation(OrganisationKind Kind, string Id, string Name)
{
    /// <summary>What a card sends back for it.</summary>
    public string Key => new OrganisationKey(Kind, Id).Text;
}

/// <summary>Finds organisations by a part of their name or reading, from the records as they are now.</summary>
internal sealed class Organisations(RecordStore store)
{
    public static readonly Organisation Secretariat = new(OrganisationKind.Secretariat, "事務局", "事務局");

    private const string Tokyo = "東京都";

    private static readonly string[] AssociationEndings = ["市長会", "町村会", "市町村会"];
    private static readonly string[] CompanyWords = ["株式会社", "有限会社", "合同会社", "相互会社", "社団法人", "財団法人", "特定非営利活動法人", "ＮＰＯ法人", "NPO法人", "協会", "組合", "連盟", "大学"];

    /// <summary>The organisation of a key, code or whole name (<c>Members:Preapproved</c>); null for none or several.</summary>
    public Organisation? Find(string? text)
    {
        var found = text is null ? [] : All().Select(one => one.Organisation).Where(one => one.Key == text || one.Id == text || one.Name == text).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>An association or company that the records do not have, by the name as typed; null where the text does not look like one.</summary>
    public static Organisation? Unlisted(string text)
    {
        var name = text.Trim();
        if (AssociationEndings.Any(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)))
            return new Organisation(OrganisationKind.Association, name, name);
        return CompanyWords.Any(word => name.Length > word.Length && name.Contains(word, StringComparison.Ordinal)) ? new Organisation(OrganisationKind.Company, name, name) : null;
    }

    /// <summary>Those that a text fits: its whole name, the beginning of it, or a part, in this order; wards come before others.</summary>
    public IReadOnlyList<Organisation> Search(string text, int most)
    {
        var words = QuestionText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        if (words.Length == 0)
            return [];
        var ranked = All().Select(one => (one.Organisation, Rank: one.Rank(words))).Where(pair => pair.Rank < int.MaxValue).ToList();
        // A name that is given in full means no other.
        var exact = ranked.FindAll(pair => pair.Rank == 0);
        return [.. (exact.Count > 0 ? exact : ranked).OrderBy(pair => pair.Rank).ThenBy(pair => pair.Organisation.Kind).Select(pair => pair.Organisation).Take(most)];
    }

    /// <summary>Made anew for each search: a registration is rare, and an index would be in memory for ever.</summary>
    private IEnumerable<Searchable> All()
    {
        var records = store.Current;
        yield return new Searchable(Secretariat, ["特別区長会事務局", "特別区協議会", "じむきょく"]);
        foreach (var municipality in records.Of<Municipality>())
        {
            var isWard = municipality.Prefecture == Tokyo && municipality.Name.EndsWith('区');
            var organisation = isWard ? new Organisation(OrganisationKind.Ward, municipality.Code, municipality.Name)
                : new Organisation(OrganisationKind.Municipality, municipality.Code, municipality.Prefecture + municipality.Name);
            yield return new Searchable(organisation, [municipality.Name, municipality.Kana, municipality.Prefecture + municipality.Name, municipality.Code]);
        }

        foreach (var prefecture in records.Of<Prefecture>().Where(prefecture => prefecture.Name != Tokyo))
            yield return new Searchable(new Organisation(OrganisationKind.Municipality, prefecture.Key, prefecture.Name), []);
        foreach (var agreement in records.Of<RegionalAgreement>())
            yield return new Searchable(new Organisation(OrganisationKind.Association, agreement.Name, agreement.Name), []);
        foreach (var agreement in records.Of<CorporateAgreement>())
            yield return new Searchable(new Organisation(OrganisationKind.Company, agreement.Company, agreement.Company), agreement.Aliases);
    }

    /// <param name="Organisation">What is found.</param>
    /// <param name="Names">What it is called beside its name.</param>
    private sealed record Searchable(Organisation Organisation, IReadOnlyList<string> Names)
    {
        /// <summary>0 for a whole name, 1 for the beginning of one, 2 for a part; the greatest number for none.</summary>
        public int Rank(string words)
        {
            var best = int.MaxValue;
            foreach (var name in Names.Prepend(Organisation.Name).Select(QuestionText.Fold))
            {
                var at = name.IndexOf(words, StringComparison.Ordinal);
                if (at >= 0)
                    best = Math.Min(best, name.Length == words.Length ? 0 : at == 0 ? 1 : 2);
            }

            return best;
        }
    }
}
