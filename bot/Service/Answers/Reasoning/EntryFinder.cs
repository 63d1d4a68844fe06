using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What a question's conditions leave.</summary>
/// <param name="Entries">The entries that meet every condition, best first by the words of the question.</param>
/// <param name="Scores">How well each fits, in the same order.</param>
/// <param name="Unmet">Conditions that nothing meets together with the others.</param>
/// <param name="Unknown">Words of substance that no record has.</param>
/// <param name="Near">Where nothing is left: some of what would be left without the unmet conditions.</param>
internal sealed record Finding(
    IReadOnlyList<Entry> Entries, IReadOnlyList<double> Scores, IReadOnlyList<Token> Unmet, IReadOnlyList<ContentToken> Unknown, IReadOnlyList<Entry> Near)
{
    public static readonly Finding Nothing = new([], [], [], [], []);

    /// <summary>True where a condition was met by alternatives: each entry meets one of several names (AとBを比べると).</summary>
    public bool Alternatives { get; init; }

    /// <summary>All entries that meet the conditions and are or name each thing that the question names, best first, also those whose words fit worse.</summary>
    public Func<IEnumerable<Entry>> Naming { get; init; } = () => [];

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

    /// <summary>Of entries that would meet the other conditions, so many are found.</summary>
    private const int MostNear = 3;

    public Finding Find(Question question)
    {
        var tokens = question.Tokens.Where(token => !token.Excluded && token is TermToken or DateToken or OrdinalToken).ToList();
        var soft = tokens.FindAll(token => token is TermToken { Soft: true });
        if (tokens.Count > soft.Count || question.Contents.Any(content => content.Weight > 0.5))
            tokens.RemoveAll(soft.Contains);
        else
            soft = [];
        var conditions = tokens.ConvertAll(token => new Condition(knowledge, token));
        var contents = question.Contents.Where(content => !content.Excluded).ToList();
        var unknown = contents.Where(content => !content.Known).ToList();
        var alternatives = false;
        List<int> met;
        if (conditions.Count == 0)
        {
            met = contents.Exists(content => content.Known) ? WithWords(contents) : [.. WithAskedAspect(question)];
        }
        else
        {
            met = Meeting(conditions, OfKind(conditions));
            // A person's talk need not have been at an event of the class named: 「神野先生の講演」 was in a meeting.
            if (met.Count == 0 && question.Names(TermKind.Person))
                met = Meeting(conditions);
            if (met.Count == 0 && AlternativeGroups(conditions) is { } groups)
            {
                met = MeetingEach(groups);
                alternatives = met.Count > 0;
            }

            if (MentionOnly(conditions, met))
                met = [];
            // Another university than the one supposed is a no, not a record that is missing.
            if (met.Count == 0 && question.YesNo && question.Names(TermKind.Person))
                met = Meeting(conditions.FindAll(condition => condition.Token is not TermToken token || !token.Is(TermKind.Organization)));
            // An edition that is only mentioned (the minutes of the one before) counts where none is that edition.
            if (conditions.FindAll(condition => condition.Token is OrdinalToken) is [var edition] && met.Exists(edition.Being.Contains))
                met.RemoveAll(id => !edition.Being.Contains(id));
            if (question.YesNo && Named(conditions, met) is { } named)
                met = [named];
            if (Telling(conditions, contents, met) is { } telling)
                met = telling;
        }

        foreach (var token in question.Tokens.Where(token => token.Excluded))
            met.RemoveAll(id => EntryFit.IsExcluded(knowledge.Entries[id], token));
        if (met.Count == 0)
            return NotMet(conditions, unknown);

        var scores = new EntryScores(knowledge, met, conditions, soft, contents, question);
        var kept = scores.Best(Slack);
        return new Finding(kept.ConvertAll(one => knowledge.Entries[one.Id]), kept.ConvertAll(one => one.Score), [], unknown, [])
        {
            Naming = () => scores.Ranked(Intersection([.. conditions.Concat(soft.ConvertAll(token => new Condition(knowledge, token)))], condition => condition.Token is TermToken ? condition.Naming : null)),
            Alternatives = alternatives,
            ByName = tokens.OfType<TermToken>().Any(token => IsNameOf(knowledge.Entries[kept[0].Id], token)) || tokens.OfType<OrdinalToken>().Any(),
        };
    }

    /// <summary>True where a name of the question stands for the entry, or for a person or house that only such entries have; a place alone does not.</summary>
    private static bool IsNameOf(Entry entry, TermToken token) =>
        token.Terms.Any(term => term.Kind != TermKind.Category && entry.Subjects.Contains(term))
        || (token.Is(TermKind.Person) || token.Is(TermKind.Venue) || token.Is(TermKind.Qualifier) || token.Is(TermKind.Organization)) && EntryFit.MeetsTerm(entry, token) >= 0.7;

    /// <summary>
    /// A record that only mentions a class of things (a policy that speaks of exhibitions) is not one of them; it counts where the question
    /// names the record itself, or nothing but the class.
    /// </summary>
    /// <returns>The entries that count; null where all do.</returns>
    private IdSet? OfKind(List<Condition> conditions)
    {
        var kinds = conditions.FindAll(IsKind);
        if (conditions.Count <= kinds.Count || kinds.Count == 0)
            return null;
        var counting = Intersection(kinds, kind => kind.Being);
        foreach (var condition in conditions)
        {
            if (condition.Token is TermToken && !IsKind(condition))
                counting.UnionWith(condition.Being);
        }

        return counting;

        static bool IsKind(Condition condition) => condition.Token is TermToken term && term.Is(TermKind.Category);
    }

    /// <summary>
    /// True where what is left only mentions a thing that has records of its own, which the date or the edition alone rules out: 東北絆まつり2024 is
    /// not answered from a record of 2024 in which the name stands.
    /// </summary>
    private bool MentionOnly(List<Condition> conditions, List<int> met)
    {
        if (met.Count == 0 || !conditions.Exists(condition => condition.Token is DateToken or OrdinalToken))
            return false;
        foreach (var name in conditions.Where(condition => condition.Token is TermToken token && token.Is(TermKind.Name)))
        {
            if (met.Exists(name.Naming.Contains))
                continue;
            var others = conditions.FindAll(condition => condition.Token is not (DateToken or OrdinalToken));
            var own = Intersection(others, other => other.Any!).IntersectWith(name.Being);
            if (OfKind(others) is { } kind)
                own.IntersectWith(kind);
            // 「総会で東北絆まつりの結果を報告」 is about the meeting: records of the festival would not be one.
            foreach (var named in others.Where(other => other.Token is TermToken token && token.Is(TermKind.Category)))
                own.IntersectWith(named.Being);
            if (!own.IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>「幸せリーグは港区の取組ですか」: a record that mentions both decides nothing; the one that bears the name does.</summary>
    private static int? Named(List<Condition> conditions, List<int> met)
    {
        var name = conditions.Find(condition => condition.Token is TermToken token && token.Is(TermKind.Name));
        if (name is null || conditions.Count < 2 || name.Being.ToList(2) is not [var only])
            return null;
        return met.Contains(only) || !met.Exists(name.Being.Contains) ? only : null;
    }

    /// <summary>Only a class is named (お祭り), beside a rare word that none of its records has (コッペパン): the word decides.</summary>
    private List<int>? Telling(List<Condition> conditions, List<ContentToken> contents, List<int> met)
    {
        if (!conditions.TrueForAll(condition => condition.Token is TermToken term && term.Is(TermKind.Category)))
            return null;
        foreach (var word in contents.Where(content => content is { Known: true, IsVerb: false, Weight: >= 1.1, Length: >= 3 }))
        {
            var having = knowledge.Containing(word.Text);
            if (having.Length > 0 && !met.Exists(having.Contains))
                return [.. having];
        }

        return null;
    }

    /// <summary>Nothing is named: 「電話番号は？」 means the entries that are there to be asked this.</summary>
    private IReadOnlyList<int> WithAskedAspect(Question question) =>
        question.Asked.OfType<AsksAspect>().FirstOrDefault(sense => KnowledgeBase.AskedAlone.Contains(sense.Aspect)) is { } asked ? knowledge.Asked(asked.Aspect) : [];

    /// <summary>Nothing is named or dated: the entries that have one of the words.</summary>
    private List<int> WithWords(List<ContentToken> contents)
    {
        var ids = new IdSet(knowledge.Entries.Count);
        foreach (var content in contents.Where(content => content.Known))
            ids.Add(knowledge.Containing(content.Text));
        return ids.ToList();
    }

    /// <summary>The entries that meet every condition, in order.</summary>
    private List<int> Meeting(List<Condition> conditions, IdSet? within = null, int most = int.MaxValue)
    {
        var ids = Intersection(conditions, condition => condition.Any);
        if (within is not null)
            ids.IntersectWith(within);
        var rough = conditions.FindAll(condition => condition.Token is DateToken);
        return rough.Count == 0 ? ids.ToList(most) : [.. ids.ToList().Where(id => rough.TrueForAll(date => date.Meets(id) > 0)).Take(most)];
    }

    /// <summary>The entries that meet some condition of each group, in order.</summary>
    private List<int> MeetingEach(List<List<Condition>> groups)
    {
        var ids = All();
        foreach (var group in groups)
        {
            if (group.Exists(condition => condition.Any is null))
                continue;
            var any = new IdSet(knowledge.Entries.Count);
            foreach (var condition in group)
                any.UnionWith(condition.Any!);
            ids.IntersectWith(any);
        }

        var dated = groups.FindAll(group => group.Exists(condition => condition.Token is DateToken));
        return [.. ids.ToList().Where(id => dated.TrueForAll(group => group.Exists(condition => condition.MeetsAtAll(id) > 0)))];
    }

    private IdSet Intersection(List<Condition> conditions, Func<Condition, IdSet?> setOf)
    {
        IdSet? ids = null;
        foreach (var condition in conditions)
        {
            if (setOf(condition) is { } set)
                ids = ids is null ? set.Copy() : ids.IntersectWith(set);
        }

        return ids ?? All();
    }

    private IdSet All()
    {
        var all = new IdSet(knowledge.Entries.Count);
        for (var id = 0; id < knowledge.Entries.Count; id++)
            all.Add(id);
        return all;
    }

    /// <summary>Conditions by slot, where some slot has several: each slot then has to be met once.</summary>
    private static List<List<Condition>>? AlternativeGroups(List<Condition> conditions)
    {
        var groups = conditions.GroupBy(condition => Slot(condition.Token)).Select(group => group.ToList()).ToList();
        return groups.Exists(group => group.Count > 1) ? groups : null;

        static string Slot(Token token) => token switch
        {
            TermToken term => term.Terms[0].Kind.ToString(),
            DateToken => "date",
            _ => "ordinal",
        };
    }

    /// <summary>Nothing meets all conditions: finds which one is to blame by leaving out one at a time.</summary>
    private Finding NotMet(List<Condition> conditions, List<ContentToken> unknown)
    {
        var tokens = conditions.ConvertAll(condition => condition.Token);
        if (conditions.Count < 2)
            return new Finding([], [], tokens, unknown, []);
        foreach (var unmet in conditions.OrderBy(condition => LeftOutFirst(condition.Token)))
        {
            var others = conditions.FindAll(condition => condition.Token != unmet.Token);
            var near = Meeting(others, OfKind(others), unmet.Token is OrdinalToken ? int.MaxValue : MostNear).ConvertAll(id => knowledge.Entries[id]);
            // Of editions, the last ones tell how far they go.
            if (unmet.Token is OrdinalToken && near.Exists(entry => entry.Ordinal is not null))
                near = [.. near.Where(entry => entry.Ordinal is not null).OrderByDescending(entry => entry.Ordinal).Take(MostNear)];
            if (near.Count > 0)
                return new Finding([], [], [unmet.Token], unknown, [.. near.Take(MostNear)]);
        }

        return new Finding([], [], tokens, unknown, []);

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
