using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>The words by which a text without spaces is taken apart (names of places and fields, words with synonyms), and the synonyms.</summary>
internal sealed class SearchVocabulary
{
    // What people write around what they look for; looked for only where there is nothing else.
    private static readonly HashSet<string> Fillers = [.. new[] { "提案", "募集", "募集中", "について", "に関する", "したい", "ほしい", "ください", "探す", "探して", "検索", "もの", "こと", "ある", "です", "一覧" }.Select(SearchText.Fold)];

    private readonly Lexicon<KnownWord> lexicon = new();

    public SearchVocabulary(RecordSet records)
    {
        foreach (var group in records.Of<Synonym>())
        {
            var known = new KnownWord([.. group.Words.Select(SearchText.Fold).Distinct()], IsPlace: false);
            foreach (var word in known.Words)
                lexicon.Add(word, known);
        }

        var plain = new KnownWord([], IsPlace: false);
        foreach (var name in Enum.GetValues<ProposalField>().SelectMany(one => one.JapaneseName().Split('・')))
            lexicon.Add(SearchText.Fold(name), plain);
        var place = new KnownWord([], IsPlace: true);
        foreach (var name in records.Of<Municipality>().Select(one => one.Name).Concat(ProposalPlace.RegionWords).Concat(records.Of<Prefecture>().SelectMany(Names)))
            lexicon.Add(SearchText.Fold(name), place);
        foreach (var filler in Fillers)
            lexicon.Add(filler, plain);
    }

    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>The known words that start at an index, longest first.</summary>
    public void MatchesAt(string text, int start, List<(int Length, IReadOnlyList<KnownWord> Meanings)> into) => lexicon.MatchesAt(text, start, into);

    /// <summary>The words that mean the same as one in the matching form, itself included; empty for none.</summary>
    public IEnumerable<string> SynonymsOf(string word) => lexicon[word].SelectMany(known => known.Words);

    private static IEnumerable<string> Names(Prefecture prefecture) => prefecture.Name == "北海道" ? [prefecture.Name] : [prefecture.Name, prefecture.Name[..^1]];
}

/// <summary>What a known word is.</summary>
/// <param name="Words">The words of its group in the matching form; empty where it has no synonyms.</param>
/// <param name="IsPlace">Whether it names a place.</param>
internal sealed record KnownWord(IReadOnlyList<string> Words, bool IsPlace);
