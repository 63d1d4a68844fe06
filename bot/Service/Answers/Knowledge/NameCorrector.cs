using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// Finds names that differ from a word by one slip: a character wrong, missing or too many. Every name is indexed under
/// itself with one character left out, so a look-up costs as many probes as the word has characters.
/// </summary>
internal sealed class NameCorrector
{
    private readonly Dictionary<ulong, List<(string Name, Term Term)>> byDeletion = [];

    public NameCorrector(Lexicon<WordSense> lexicon)
    {
        foreach (var (word, senses) in lexicon.Words)
        {
            if (word.Length < 3)
                continue;
            foreach (var sense in senses)
            {
                if (sense is NamesTerm { NeedsBoundary: false } names && IsCorrectable(names.Term.Kind))
                    Index(word, names.Term);
            }
        }
    }

    /// <summary>The things whose name is one slip away; empty where several different names are equally near.</summary>
    public IReadOnlyList<Term> Correct(string folded)
    {
        if (folded.Length < 3)
            return [];
        List<(string Name, Term Term)> found = [];
        for (var skip = -1; skip < folded.Length; skip++)
        {
            if (!byDeletion.TryGetValue(Key(folded, skip), out var list))
                continue;
            foreach (var candidate in list)
            {
                if (IsOneSlip(folded, candidate.Name) && !found.Contains(candidate))
                    found.Add(candidate);
            }
        }

        return found.Select(candidate => candidate.Name).Distinct().Count() == 1 ? [.. found.Select(candidate => candidate.Term)] : [];
    }

    private static bool IsCorrectable(TermKind kind) => kind is TermKind.Municipality or TermKind.Ward or TermKind.Name or TermKind.Person
        or TermKind.Company or TermKind.Disaster or TermKind.Venue or TermKind.Area or TermKind.Prefecture;

    private void Index(string word, Term term)
    {
        for (var skip = -1; skip < word.Length; skip++)
        {
            var key = Key(word, skip);
            if (!byDeletion.TryGetValue(key, out var list))
                byDeletion[key] = list = [];
            list.Add((word, term));
        }
    }

    /// <summary>One substitution, insertion or deletion; in a word of three characters only a substitution, and never of the last one (市, 町, 村).</summary>
    private static bool IsOneSlip(string typed, string name)
    {
        if (typed == name || Math.Abs(typed.Length - name.Length) > 1)
            return false;
        var shorter = Math.Min(typed.Length, name.Length);
        var head = 0;
        while (head < shorter && typed[head] == name[head])
            head++;
        var tail = 0;
        while (tail < shorter - head && typed[^(tail + 1)] == name[^(tail + 1)])
            tail++;
        if (typed.Length == name.Length)
            return head + tail == typed.Length - 1 && (typed.Length > 3 || tail > 0);
        return shorter >= 4 && head + tail >= shorter;
    }

    private static ulong Key(string word, int skip)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != skip)
                hash = (hash ^ word[i]) * 1099511628211UL;
        }

        return hash;
    }
}
