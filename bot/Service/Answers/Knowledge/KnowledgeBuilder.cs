using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>Collects terms, words and entries from the projections; <see cref="Build"/> makes the immutable knowledge base.</summary>
internal sealed class KnowledgeBuilder
{
    private static readonly string[] Asking = ["どの", "どこ", "どん", "どう", "何", "誰", "だれ", "いつ", "いくら", "いくつ", "なぜ", "なに", "一番", "最も", "いちばん", "最初", "初めて"];

    private readonly List<Term> terms = [];
    private readonly Dictionary<(TermKind, string), Term> byName = [];
    private readonly Lexicon<WordSense> lexicon = new();
    private readonly List<Entry> entries = [];

    public KnowledgeBuilder()
    {
        foreach (var (word, sense) in Cues.All())
            AddWord(word, sense);
    }

    public Lexicon<WordSense> Lexicon => lexicon;

    /// <summary>The term of that kind and name, made on first use and found under its name and its aliases.</summary>
    public Term Term(TermKind kind, string name, Term? parent = null, params IReadOnlyList<string> aliases)
    {
        if (!byName.TryGetValue((kind, name), out var term))
        {
            term = new Term(terms.Count, kind, name) { Parent = parent };
            terms.Add(term);
            byName.Add((kind, name), term);
            AddName(term, name);
        }

        foreach (var alias in aliases)
            AddName(term, alias);
        return term;
    }

    /// <summary>A term whose name identifies it only together with something else (南部町 of 山梨県): found by its name, kept apart by its key.</summary>
    public Term Term(TermKind kind, string key, string name, Term? parent)
    {
        if (byName.TryGetValue((kind, key), out var known))
            return known;
        var term = new Term(terms.Count, kind, name) { Parent = parent };
        terms.Add(term);
        byName.Add((kind, key), term);
        AddName(term, name);
        return term;
    }

    public Term? Find(TermKind kind, string name) => byName.GetValueOrDefault((kind, name));

    public void AddName(Term term, string name, bool needsBoundary = false)
    {
        AddWord(name, new NamesTerm(term) { NeedsBoundary = needsBoundary });
        if (name.Contains("ホームページ", StringComparison.Ordinal))
            AddWord(name.Replace("ホームページ", "HP", StringComparison.Ordinal), new NamesTerm(term) { NeedsBoundary = needsBoundary });
        // Okurigana differ from writer to writer.
        if (name.Contains("祭り", StringComparison.Ordinal))
            AddWord(name.Replace("祭り", "まつり", StringComparison.Ordinal), new NamesTerm(term) { NeedsBoundary = needsBoundary });
        else if (name.Contains("まつり", StringComparison.Ordinal))
            AddWord(name.Replace("まつり", "祭り", StringComparison.Ordinal), new NamesTerm(term) { NeedsBoundary = needsBoundary });
    }

    /// <summary>Whether a text that anyone may have written can become a name: it means nothing yet, and names no place but those given.</summary>
    public bool IsFree(string text, IReadOnlyList<Term> places)
    {
        var folded = QuestionText.Fold(text);
        return folded.Length > 0 && lexicon[folded].Count == 0 && OtherPlaces(text, places).Count == 0;
    }

    /// <summary>The names of places that stand in a text beside those given, in folded form.</summary>
    public IReadOnlyList<string> OtherPlaces(string text, IReadOnlyList<Term> places)
    {
        var folded = QuestionText.Fold(text);
        var matches = new List<(int Length, IReadOnlyList<WordSense> Meanings)>();
        var found = new List<string>();
        for (var i = 0; i < folded.Length; i++)
        {
            lexicon.MatchesAt(folded, i, matches);
            foreach (var (length, meanings) in matches)
            {
                if (meanings.OfType<NamesTerm>().Any(name => name.Term.Kind is TermKind.Ward or TermKind.Municipality or TermKind.Prefecture && !places.Contains(name.Term)))
                    found.Add(folded.Substring(i, length));
            }
        }

        return [.. found.Distinct().OrderByDescending(name => name.Length)];
    }

    public void AddWord(string word, WordSense sense) => lexicon.Add(QuestionText.Fold(word), sense);

    /// <summary>Words of the records that are to be kept in one piece and count as content.</summary>
    public void AddContent(IEnumerable<string> words)
    {
        // 「どの区」 as a cue still has to be read as a question: only its noun counts as content.
        foreach (var word in words.Where(word => word.Length <= 10 && !word.Contains('の', StringComparison.Ordinal) && !Asking.Any(part => word.Contains(part, StringComparison.Ordinal))))
            AddWord(word, KnownContent.Instance);
    }

    public void AddMeasure(MeasureKind measure)
    {
        foreach (var cue in measure.Cues)
            AddWord(cue, new NamesMeasure(measure));
    }

    public void Add(Entry entry)
    {
        entry.Id = entries.Count;
        entries.Add(entry);
        foreach (var facet in entry.Facets)
            AddContent(facet.Cues);
    }

    public KnowledgeBase Build(KnowledgeTables tables) => new([.. terms], lexicon, [.. entries], tables);
}
