using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// All records in the form that questions are answered from: the lexicon, the entries, and the indexes over both.
/// Immutable after construction and shared by all turns; replaced whole when the records change.
/// </summary>
internal sealed class KnowledgeBase
{
    private readonly int[][] entriesByTerm;
    private readonly Dictionary<int, List<int>> entriesByBigram = [];
    private readonly NameCorrector corrector;

    public KnowledgeBase(IReadOnlyList<Term> terms, Lexicon<WordSense> lexicon, IReadOnlyList<Entry> entries, KnowledgeTables tables)
    {
        Terms = terms;
        Lexicon = lexicon;
        Entries = entries;
        Tables = tables;
        entriesByTerm = IndexTerms(terms, entries);
        foreach (var entry in entries)
            IndexText(entry);
        corrector = new NameCorrector(lexicon);
        Passages = new PassageSearch(this);
    }

    public IReadOnlyList<Term> Terms { get; }

    public Lexicon<WordSense> Lexicon { get; }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The records that are asked about as tables rather than one by one.</summary>
    public KnowledgeTables Tables { get; }

    public PassageSearch Passages { get; }

    /// <summary>The entries that are of a category or mention a thing, in order; a thing includes what lies in it (a prefecture its municipalities).</summary>
    public ReadOnlySpan<int> With(Term term) => entriesByTerm[term.Id];

    /// <summary>How many entries contain all pairs of characters of a folded word, an upper bound of those that contain the word.</summary>
    public IReadOnlyList<int> Containing(string folded)
    {
        if (folded.Length < 2)
            return [];
        List<int>? rarest = null;
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (!entriesByBigram.TryGetValue(Bigram(folded, i), out var list))
                return [];
            if (rarest is null || list.Count < rarest.Count)
                rarest = list;
        }

        return rarest!.Count > 4096 ? rarest : rarest.FindAll(id => Entries[id].Folded.Contains(folded, StringComparison.Ordinal));
    }

    /// <summary>The entries that have a pair of characters.</summary>
    public IReadOnlyList<int> WithBigram(string folded, int index) => entriesByBigram.GetValueOrDefault(Bigram(folded, index)) ?? [];

    /// <summary>The names that differ from a folded word by one character, where the word is long enough for that to be a slip.</summary>
    public IReadOnlyList<Term> Correct(string folded) => corrector.Correct(folded);

    private static int[][] IndexTerms(IReadOnlyList<Term> terms, IReadOnlyList<Entry> entries)
    {
        var lists = new List<int>[terms.Count];
        for (var i = 0; i < lists.Length; i++)
            lists[i] = [];
        foreach (var entry in entries)
        {
            foreach (var term in entry.Categories.Concat(entry.Subjects).Concat(entry.Terms).Concat(entry.Facets.SelectMany(facet => facet.Terms)))
            {
                for (var t = term; t is not null; t = t.Parent)
                {
                    if (lists[t.Id].Count == 0 || lists[t.Id][^1] != entry.Id)
                        lists[t.Id].Add(entry.Id);
                }
            }
        }

        return [.. lists.Select(list => list.Distinct().ToArray())];
    }

    private void IndexText(Entry entry)
    {
        entry.FoldedTitle = QuestionText.Fold(entry.Title);
        foreach (var facet in entry.Facets)
        {
            facet.FoldedCues = [.. facet.Cues.Select(QuestionText.Fold)];
            facet.CueAspects = [.. facet.FoldedCues.SelectMany(cue => Lexicon[cue]).OfType<AsksAspect>().Select(sense => sense.Aspect).Distinct()];
            facet.Folded = QuestionText.Fold(string.Join('、', [facet.Label, facet.Value, facet.Sentence, facet.Context, .. facet.Cues, .. facet.Items ?? [], .. facet.Terms.Select(term => term.Name)]));
        }

        entry.Folded = string.Join('\n', [entry.FoldedTitle, QuestionText.Fold(entry.Label), QuestionText.Fold(entry.SearchText), .. entry.Facets.Select(facet => facet.Folded)]);
        var text = entry.Folded;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var key = Bigram(text, i);
            if (!entriesByBigram.TryGetValue(key, out var list))
                entriesByBigram[key] = list = [];
            if (list.Count == 0 || list[^1] != entry.Id)
                list.Add(entry.Id);
        }
    }

    private static int Bigram(string text, int index) => (text[index] << 16) | text[index + 1];
}
