using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// All records in the form that questions are answered from: the lexicon, the entries, and the indexes over both.
/// Immutable after construction and shared by all turns; replaced whole when the records change.
/// </summary>
internal sealed class KnowledgeBase
{
    private readonly int[][] entriesOfTerm;
    private readonly int[][] entriesByTerm;
    private readonly Dictionary<int, int[]> entriesByOrdinal;
    private readonly Dictionary<Aspect, int[]> entriesByAspect;
    private readonly TextIndex text = new();
    private readonly NameCorrector corrector;

    public KnowledgeBase(IReadOnlyList<Term> terms, Lexicon<WordSense> lexicon, IReadOnlyList<Entry> entries, KnowledgeTables tables)
    {
        Terms = terms;
        Lexicon = lexicon;
        Entries = entries;
        Tables = tables;
        entriesOfTerm = IndexTerms(terms, entries, entry => entry.Categories.Concat(entry.Subjects));
        entriesByTerm = IndexTerms(terms, entries, entry => entry.Categories.Concat(entry.Subjects).Concat(entry.Terms).Concat(entry.Facets.SelectMany(facet => facet.Terms)));
        foreach (var entry in entries)
            IndexText(entry);
        entriesByOrdinal = entries.Where(entry => entry.Ordinal is not null).GroupBy(entry => entry.Ordinal!.Value, entry => entry.Id).ToDictionary(group => group.Key, group => group.ToArray());
        entriesByAspect = AskedAlone.ToDictionary(aspect => aspect, aspect => entries.Where(entry => entry.When.Count == 0 && entry.Facets.Any(facet => facet.Aspect == aspect && facet.OnCard)).Select(entry => entry.Id).ToArray());
        Dates = new DateIndex(entries);
        corrector = new NameCorrector(lexicon);
        Passages = new PassageSearch(this);
    }

    /// <summary>What is asked without naming anything: 「電話番号は？」.</summary>
    public static IReadOnlyList<Aspect> AskedAlone { get; } = [Aspect.Phone, Aspect.Url, Aspect.Address, Aspect.Exit, Aspect.Walk];

    public IReadOnlyList<Term> Terms { get; }

    public Lexicon<WordSense> Lexicon { get; }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The records that are asked about as tables rather than one by one.</summary>
    public KnowledgeTables Tables { get; }

    public PassageSearch Passages { get; }

    /// <summary>The entries by their dates.</summary>
    public DateIndex Dates { get; }

    /// <summary>The entries that are of a category or mention a thing, in order; a thing includes what lies in it (a prefecture its municipalities).</summary>
    public ReadOnlySpan<int> With(Term term) => entriesByTerm[term.Id];

    /// <summary>The entries that are of a category or are a thing themselves, in order, by the same inclusion.</summary>
    public ReadOnlySpan<int> Being(Term term) => entriesOfTerm[term.Id];

    /// <summary>The entries whose text has a folded word of two characters or more, in order.</summary>
    public int[] Containing(string folded) => text.Containing(folded);

    /// <summary>The entries that have a pair of characters, in order.</summary>
    public ReadOnlySpan<int> WithBigram(string folded, int index) => text.WithBigram(folded, index);

    /// <summary>The entries that are the n-th of their year or series, in order.</summary>
    public ReadOnlySpan<int> WithOrdinal(int ordinal) => entriesByOrdinal.TryGetValue(ordinal, out var ids) ? ids : [];

    /// <summary>The undated entries that say on their card an aspect of <see cref="AskedAlone"/>, in order.</summary>
    public IReadOnlyList<int> Asked(Aspect aspect) => entriesByAspect.TryGetValue(aspect, out var ids) ? ids : [];

    /// <summary>The names that differ from a folded word by one character, where the word is long enough for that to be a slip.</summary>
    public IReadOnlyList<Term> Correct(string folded) => corrector.Correct(folded);

    private static int[][] IndexTerms(IReadOnlyList<Term> terms, IReadOnlyList<Entry> entries, Func<Entry, IEnumerable<Term>> termsOf)
    {
        var lists = new List<int>[terms.Count];
        for (var i = 0; i < lists.Length; i++)
            lists[i] = [];
        foreach (var entry in entries)
        {
            foreach (var term in termsOf(entry))
            {
                for (var t = term; t is not null; t = t.Parent)
                {
                    if (lists[t.Id].Count == 0 || lists[t.Id][^1] != entry.Id)
                        lists[t.Id].Add(entry.Id);
                }
            }
        }

        return [.. lists.Select(list => list.ToArray())];
    }

    private void IndexText(Entry entry)
    {
        string Fold(string? text) => entry.NotAbout.Aggregate(QuestionText.Fold(text), static (folded, name) => folded.Replace(name, " ", StringComparison.Ordinal));
        entry.FoldedTitle = Fold(entry.Title);
        foreach (var facet in entry.Facets)
        {
            facet.FoldedCues = [.. facet.Cues.Select(QuestionText.Fold)];
            facet.CueAspects = [.. facet.FoldedCues.SelectMany(cue => Lexicon[cue]).OfType<AsksAspect>().Select(sense => sense.Aspect).Distinct()];
            facet.Folded = Fold(string.Join('、', [facet.Label, facet.Value, facet.Sentence, facet.Context, .. facet.Cues, .. facet.Items ?? [], .. facet.Terms.Select(term => term.Name)]));
        }

        entry.Folded = string.Join('\n', [entry.FoldedTitle, Fold(entry.Label), Fold(entry.SearchText), .. entry.Facets.Select(facet => facet.Folded)]);
        text.Add(entry.Folded);
    }
}
