using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// Finds names that differ from a word by one slip: a character wrong, missing or too many. Every name is indexed under
/// itself with one character left out, so a look-up costs as many probes as the word has characters.
/// </summary>
internal sealed class NameCorrector
{
    private readonly (string Name, Term Term)[] names;

    /// <summary>The keys of all names in order, and beside each the place of its name: flat, because there are tens of thousands.</summary>
    private readonly ulong[] keys;
    private readonly int[] places;

    public NameCorrector(Lexicon<WordSense> lexicon)
    {
        names = [.. from word in lexicon.Words
                    where word.Key.Length >= 3
                    from sense in word.Value.OfType<NamesTerm>()
                    where !sense.NeedsBoundary && IsCorrectable(sense.Term.Kind)
                    select (word.Key, sense.Term)];
        keys = new ulong[names.Sum(name => name.Name.Length + 1)];
        places = new int[keys.Length];
        var next = 0;
        for (var place = 0; place < names.Length; place++)
        {
            for (var skip = -1; skip < names[place].Name.Length; skip++)
                (keys[next], places[next++]) = (Key(names[place].Name, skip), place);
        }

        Array.Sort(keys, places);
    }

    /// <summary>The things whose name is one slip away; empty where several different names are equally near.</summary>
    public IReadOnlyList<Term> Correct(string folded)
    {
        if (folded.Length < 3)
            return [];
        SortedSet<int> found = [];
        for (var skip = -1; skip < folded.Length; skip++)
        {
            var key = Key(folded, skip);
            for (var i = FirstWith(key); i < keys.Length && keys[i] == key; i++)
            {
                if (IsOneSlip(folded, names[places[i]].Name))
                    found.Add(places[i]);
            }
        }

        return found.Select(place => names[place].Name).Distinct().Count() == 1 ? [.. found.Select(place => names[place].Term)] : [];
    }

    private int FirstWith(ulong key)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static bool IsCorrectable(TermKind kind) => kind is TermKind.Municipality or TermKind.Ward or TermKind.Name or TermKind.Person
        or TermKind.Company or TermKind.Disaster or TermKind.Venue or TermKind.Area or TermKind.Prefecture;

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
