using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>One condition of a question over all entries: those that are the thing, those that name it, those whose text has its word. Lives as long as one question.</summary>
internal sealed class Condition
{
    private readonly IReadOnlyList<Entry> entries;
    private readonly IReadOnlyList<string> notations = [];

    /// <summary>How far entries meet the date: asked when they are found and again when they are ranked.</summary>
    private readonly Dictionary<int, double> met = [];

    public Condition(KnowledgeBase knowledge, Token token)
    {
        Token = token;
        entries = knowledge.Entries;
        var count = entries.Count;
        switch (token)
        {
            case TermToken term:
                (Being, Naming) = (new IdSet(count), new IdSet(count));
                foreach (var thing in term.Terms)
                {
                    Being.Add(knowledge.Being(thing));
                    Naming.Add(knowledge.With(thing));
                }

                Any = new IdSet(count).Add(knowledge.Containing(token.Text)).UnionWith(Naming);
                break;
            case OrdinalToken ordinal:
                (Being, Naming) = (new IdSet(count).Add(knowledge.WithOrdinal(ordinal.Ordinal)), new IdSet(count));
                Any = new IdSet(count).Add(knowledge.Containing(token.Text)).UnionWith(Being);
                break;
            case DateToken date:
                (Being, Naming) = (new IdSet(count), new IdSet(count));
                notations = DateNotations.Of(date);
                if (knowledge.Dates.TryAdd(date.Condition, Being))
                {
                    foreach (var notation in notations)
                        Being.Add(knowledge.Containing(notation));
                    Any = Being;
                }

                break;
            default:
                throw new ArgumentException("Only names, dates and editions are conditions.", nameof(token));
        }
    }

    public Token Token { get; }

    /// <summary>The entries that are the thing: a question that names it means them.</summary>
    public IdSet Being { get; }

    /// <summary>The entries that are the thing or name it.</summary>
    public IdSet Naming { get; }

    /// <summary>The entries that meet the condition in any way, of a date a few too many; null where any entry may.</summary>
    public IdSet? Any { get; }

    /// <summary>How far an entry that is in <see cref="Any"/> meets the condition; 0 where it does not after all.</summary>
    public double Meets(int id) => Token switch
    {
        DateToken date => met.TryGetValue(id, out var known) ? known : met[id] = EntryFit.MeetsDate(entries[id], date, notations),
        OrdinalToken => Being.Contains(id) ? 1 : 0.6,
        _ => Being.Contains(id) ? 1 : Naming.Contains(id) ? 0.7 : 0.5,
    };

    /// <summary>As <see cref="Meets"/>, for any entry.</summary>
    public double MeetsAtAll(int id) => Any?.Contains(id) == false ? 0 : Meets(id);
}
