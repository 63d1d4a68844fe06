using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What a question's conditions leave.</summary>
/// <param name="Entries">The entries that meet every condition, best first by the words of the question.</param>
/// <param name="Scores">How well each fits, in the same order.</param>
/// <param name="Unmet">Conditions that nothing meets together with the others.</param>
/// <param name="Unknown">Words of substance that no record has.</param>
/// <param name="Near">Where nothing is left: what would be left without the unmet conditions.</param>
internal sealed record Finding(
    IReadOnlyList<Entry> Entries, IReadOnlyList<double> Scores, IReadOnlyList<Token> Unmet, IReadOnlyList<ContentToken> Unknown, IReadOnlyList<Entry> Near)
{
    public static readonly Finding Nothing = new([], [], [], [], []);

    /// <summary>True where a condition was met by alternatives: each entry meets one of several names (AとBを比べると).</summary>
    public bool Alternatives { get; init; }

    /// <summary>All entries that meet the conditions, best first, also those whose words fit worse.</summary>
    public IReadOnlyList<Entry> Met { get; init; } = [];

    /// <summary>True where the first entry is what a name in the question stands for.</summary>
    public bool ByName { get; init; }
}

/// <summary>
/// Finds the entries that a question means. Names, dates and ordinals are conditions that an entry must meet; the other words rank
/// what is left. Two names of the same kind are both required where some entry has both, and alternatives otherwise.
/// </summary>
internal sealed class EntryFinder(KnowledgeBase knowledge)
{
    /// <summary>Entries whose words fit worse than the best by more than this are left out.</summary>
    private const double Slack = 0.25;

    public Finding Find(Question question)
    {
        var conditions = question.Tokens.Where(token => !token.Excluded && token is TermToken or DateToken or OrdinalToken).ToList();
        var soft = conditions.FindAll(token => token is TermToken { Soft: true });
        if (conditions.Count > soft.Count || question.Contents.Any(content => content.Weight > 0.5))
            conditions.RemoveAll(soft.Contains);
        else
            soft = [];
        var documents = question.TermTokens.SelectMany(token => token.Terms).Where(term => term.Kind == TermKind.Document).ToList();
        var contents = question.Contents.Where(content => !content.Excluded).ToList();
        var unknown = contents.Where(content => !content.Known).ToList();
        var candidates = conditions.Count == 0 && !contents.Exists(content => content.Known) ? WithAskedAspect(question) : Candidates(conditions, contents);
        var alternatives = false;
        var met = candidates.Where(entry => conditions.All(token => Meets(entry, token) > 0) && IsOfKind(entry, conditions)).ToList();
        if (met.Count == 0 && AlternativeGroups(conditions) is { } groups)
        {
            candidates = groups.Select(group => group.SelectMany(token => Candidates([token], [])).Distinct().ToList()).MinBy(list => list.Count) ?? [];
            met = candidates.Where(entry => groups.All(group => group.Any(token => Meets(entry, token) > 0))).ToList();
            alternatives = met.Count > 0;
        }

        if (MentionOnly(conditions, met))
            met = [];
        if (question.YesNo && Named(conditions, met) is { } supposed)
            met = supposed;
        if (Telling(conditions, contents, met) is { } told)
            met = told;
        foreach (var token in question.Tokens.Where(token => token.Excluded))
            met.RemoveAll(entry => IsExcluded(entry, token));
        if (met.Count == 0)
            return NotMet(conditions, unknown);

        var ranked = met.Select(entry => (Entry: entry, Score: Score(entry, conditions, contents) + soft.Sum(token => 0.3 * Meets(entry, token)) + documents.Sum(term => entry.Sources.Any(source => source.Document == term.Name) ? 0.6 : 0))).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Entry.Id).ToList();
        var best = ranked[0].Score;
        var kept = ranked.Where(pair => pair.Score >= best - Slack).ToList();
        return new Finding([.. kept.Select(pair => pair.Entry)], [.. kept.Select(pair => pair.Score)], [], unknown, [])
        {
            Met = [.. ranked.Select(pair => pair.Entry)],
            Alternatives = alternatives,
            ByName = conditions.OfType<TermToken>().Any(token => IsNameOf(kept[0].Entry, token)) || conditions.OfType<OrdinalToken>().Any(),
        };
    }

    /// <summary>True where a name of the question stands for the entry, or for a person or house that only such entries have; a place alone does not.</summary>
    private static bool IsNameOf(Entry entry, TermToken token) =>
        token.Terms.Any(term => term.Kind != TermKind.Category && entry.Subjects.Contains(term))
        || (token.Is(TermKind.Person) || token.Is(TermKind.Venue) || token.Is(TermKind.Qualifier)) && MeetsTerm(entry, token) >= 0.7;

    /// <summary>
    /// A record that only mentions a class of things (a policy that speaks of exhibitions) is not one of them; it counts where the question
    /// names the record itself, or nothing but the class.
    /// </summary>
    private static bool IsOfKind(Entry entry, List<Token> conditions)
    {
        var kinds = conditions.OfType<TermToken>().Where(token => token.Is(TermKind.Category)).ToList();
        return conditions.Count <= kinds.Count
            || kinds.TrueForAll(kind => MeetsTerm(entry, kind) == 1)
            || conditions.OfType<TermToken>().Any(token => !token.Is(TermKind.Category) && MeetsTerm(entry, token) == 1);
    }

    /// <summary>
    /// True where what is left only mentions a thing that has records of its own, which the date or the edition alone rules out: 東北絆まつり2024 is
    /// not answered from a record of 2024 in which the name stands.
    /// </summary>
    private bool MentionOnly(List<Token> conditions, List<Entry> met)
    {
        if (met.Count == 0 || !conditions.Exists(token => token is DateToken or OrdinalToken))
            return false;
        foreach (var name in conditions.OfType<TermToken>().Where(token => token.Is(TermKind.Name)))
        {
            if (met.Exists(entry => MeetsTerm(entry, name) >= 0.7))
                continue;
            var others = conditions.Where(token => token is not (DateToken or OrdinalToken)).ToList();
            if (Candidates([name], []).Exists(entry => MeetsTerm(entry, name) == 1 && others.TrueForAll(token => Meets(entry, token) > 0) && IsOfKind(entry, others)))
                return true;
        }

        return false;
    }

    /// <summary>「幸せリーグは港区の取組ですか」: a record that mentions both decides nothing; the one that bears the name does.</summary>
    private List<Entry>? Named(List<Token> conditions, List<Entry> met)
    {
        var name = conditions.OfType<TermToken>().FirstOrDefault(token => token.Is(TermKind.Name));
        if (name is null || conditions.Count < 2 || met.Exists(entry => MeetsTerm(entry, name) == 1))
            return null;
        return Candidates([name], []).Where(entry => MeetsTerm(entry, name) == 1).ToList() is [_] named ? named : null;
    }

    /// <summary>Only a class is named (お祭り), beside a rare word that none of its records has (コッペパン): the word decides.</summary>
    private List<Entry>? Telling(List<Token> conditions, List<ContentToken> contents, List<Entry> met)
    {
        if (conditions.Count == 0 || !conditions.TrueForAll(token => token is TermToken term && term.Is(TermKind.Category)))
            return null;
        var word = contents.Find(content => content is { Known: true, IsVerb: false, Weight: >= 1.1, Length: >= 3 } && !met.Exists(entry => entry.Folded.Contains(content.Text, StringComparison.Ordinal)));
        return word is null ? null : Candidates([], [word]).Where(entry => entry.Folded.Contains(word.Text, StringComparison.Ordinal)).ToList() is { Count: > 0 } told ? told : null;
    }

    /// <summary>How far an entry meets a condition: 1 for its own name, less for a thing it mentions, 0 for not at all.</summary>
    public static double Meets(Entry entry, Token token) => token switch
    {
        TermToken term => MeetsTerm(entry, term),
        DateToken date => MeetsDate(entry, date.Condition) ? 1 : entry.When.Count == 0 && DateNotations.Of(date).Any(notation => entry.Folded.Contains(notation, StringComparison.Ordinal)) ? 0.6 : 0,
        OrdinalToken ordinal => entry.Ordinal == ordinal.Ordinal ? 1 : entry.Folded.Contains(ordinal.Text, StringComparison.Ordinal) ? 0.6 : 0,
        ContentToken content => Coverage(entry, content),
        _ => 0,
    };

    public static bool MeetsDate(Entry entry, DateCondition condition)
    {
        if (condition.Unit == DateUnit.FiscalYear && condition.Part == Language.DatePart.Whole && entry.FiscalYear is { } fiscalYear)
            return condition.FiscalYear == fiscalYear;
        foreach (var period in entry.When)
        {
            // A record that knows only its fiscal year cannot be said to lie on a day or in a month.
            if (period.Precision == DatePrecision.FiscalYear && condition.Unit is DateUnit.Day or DateUnit.Month)
                continue;
            if (condition.Matches(period.From, period.LastDay, period.Precision switch
            {
                DatePrecision.Month => DatePrecisionLike.Month,
                DatePrecision.FiscalYear => DatePrecisionLike.FiscalYear,
                _ => DatePrecisionLike.Day,
            }))
            {
                return true;
            }
        }

        return entry.When.Count == 0 && entry.FiscalYear is { } year && condition.YearKnown
            && condition.Matches(JapaneseCalendar.FiscalYearStart(year), JapaneseCalendar.FiscalYearEnd(year)) && condition.Unit is DateUnit.FiscalYear or DateUnit.Range;
    }

    /// <summary>The share of a word that an entry's text has: all of it, or the pairs of its characters.</summary>
    private static double Coverage(Entry entry, ContentToken content)
    {
        if (entry.Folded.Contains(content.Text, StringComparison.Ordinal))
            return 1;
        if (content.Length < 4)
            return 0;
        var hits = 0;
        for (var i = 0; i + 2 <= content.Length; i++)
        {
            if (entry.Folded.AsSpan().IndexOf(content.Text.AsSpan(i, 2), StringComparison.Ordinal) >= 0)
                hits++;
        }

        var share = (double)hits / (content.Length - 1);
        return share >= 0.6 ? share * 0.7 : 0;
    }

    private static double MeetsTerm(Entry entry, TermToken token)
    {
        var best = 0.0;
        foreach (var term in token.Terms)
        {
            if (Has(entry.Subjects, term))
                return 1;
            if (best < 1 && Has(entry.Categories, term))
                best = 1;
            else if (best < 0.7 && (Has(entry.Terms, term) || entry.Facets.Any(facet => Has(facet.Terms, term))))
                best = 0.7;
        }

        return best > 0 ? best : entry.Folded.Contains(token.Text, StringComparison.Ordinal) ? 0.5 : 0;

        static bool Has(IReadOnlyList<Term> terms, Term wanted)
        {
            foreach (var term in terms)
            {
                for (var t = term; t is not null; t = t.Parent)
                {
                    if (t.Id == wanted.Id)
                        return true;
                }
            }

            return false;
        }
    }

    private static double Score(Entry entry, List<Token> conditions, List<ContentToken> contents)
    {
        var score = 0.0;
        foreach (var condition in conditions)
            score += Meets(entry, condition);
        foreach (var content in contents)
            score += Coverage(entry, content) * content.Weight;
        return score;
    }

    private static bool IsExcluded(Entry entry, Token token) => token switch
    {
        TermToken term => MeetsTerm(entry, term) >= 0.7,
        DateToken date => MeetsDate(entry, date.Condition),
        OrdinalToken ordinal => entry.Ordinal == ordinal.Ordinal,
        ContentToken content => Coverage(entry, content) == 1,
        _ => false,
    };

    /// <summary>Nothing is named: 「電話番号は？」 means the entries that are there to be asked this.</summary>
    private List<Entry> WithAskedAspect(Question question)
    {
        var asked = question.Asked.OfType<AsksAspect>().Where(sense => sense.Aspect is Aspect.Phone or Aspect.Url or Aspect.Address or Aspect.Exit or Aspect.Walk).Select(sense => sense.Aspect).ToList();
        return asked.Count == 0 ? [] : [.. knowledge.Entries.Where(entry => entry.Facets.Any(facet => facet.Aspect == asked[0] && facet.OnCard) && entry.When.Count == 0)];
    }

    /// <summary>The entries worth looking at: those of the rarest name, else those with the words, else those with the date.</summary>
    private List<Entry> Candidates(IReadOnlyList<Token> conditions, IReadOnlyList<ContentToken> contents)
    {
        HashSet<int>? smallest = null;
        foreach (var token in conditions.OfType<TermToken>())
        {
            var ids = new HashSet<int>(knowledge.Containing(token.Text));
            foreach (var term in token.Terms)
            {
                foreach (var id in knowledge.With(term))
                    ids.Add(id);
            }

            if (smallest is null || ids.Count < smallest.Count)
                smallest = ids;
        }

        if (smallest is null && conditions.Count == 0)
        {
            smallest = [];
            foreach (var content in contents.Where(content => content.Known))
                smallest.UnionWith(knowledge.Containing(content.Text));
        }

        return smallest is null ? [.. knowledge.Entries] : [.. smallest.Order().Select(id => knowledge.Entries[id])];
    }

    /// <summary>Conditions by slot, where some slot has several: each slot then has to be met once.</summary>
    private static List<List<Token>>? AlternativeGroups(List<Token> conditions)
    {
        var groups = conditions.GroupBy(Slot).Select(group => group.ToList()).ToList();
        return groups.Count > 0 && groups.Any(group => group.Count > 1) ? groups : null;

        static string Slot(Token token) => token switch
        {
            TermToken term => term.Terms[0].Kind.ToString(),
            DateToken => "date",
            _ => "ordinal",
        };
    }

    /// <summary>Nothing meets all conditions: finds which ones are to blame by leaving out one at a time, then two.</summary>
    private Finding NotMet(List<Token> conditions, List<ContentToken> unknown)
    {
        if (conditions.Count < 2)
            return new Finding([], [], conditions, unknown, []);
        foreach (var unmet in conditions.OrderBy(LeftOutFirst))
        {
            var rest = conditions.Where(token => token != unmet).ToList();
            var near = Candidates(rest, []).Where(entry => rest.All(token => Meets(entry, token) > 0)).ToList();
            if (near.Count > 0)
                return new Finding([], [], [unmet], unknown, near);
        }

        return new Finding([], [], conditions, unknown, []);

        // A date or an edition is what a false premise mostly gets wrong; the category is the last thing to doubt.
        static int LeftOutFirst(Token token) => token switch
        {
            DateToken => 0,
            OrdinalToken => 1,
            TermToken term when term.Is(TermKind.Category) => 3,
            _ => 2,
        };
    }
}
