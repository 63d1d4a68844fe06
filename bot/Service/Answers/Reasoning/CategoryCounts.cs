using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Compares two classes of records by their number: 「講演会とシンポジウムはどちらが多い」.</summary>
internal sealed class CategoryCounts(KnowledgeBase knowledge)
{
    public Answer? TryAnswer(Question question)
    {
        var named = question.TermTokens.Where(token => !token.Excluded && !token.Soft).ToList();
        if (named.Count != 2 || !named.TrueForAll(token => token.Is(TermKind.Category)) || !question.HasAny("多", "少な", "回数", "件数") || !Compares(question)
            || question.Asked.Any(sense => sense is NamesMeasure) || question.Contents.Any(content => content.Weight > 0.5))
            return null;
        var counted = named.ConvertAll(token => (Name: token.Surface, Entries: Of(token.Of(TermKind.Category)!, question)));
        if (counted.Exists(pair => pair.Entries.Count == 0) || counted[0].Entries.Intersect(counted[1].Entries).Any())
            return null;
        var ((a, first), (b, second)) = counted[0].Entries.Count >= counted[1].Entries.Count ? (counted[0], counted[1]) : (counted[1], counted[0]);
        var (more, unit) = (first.Count - second.Count, first[0].Counter);
        var text = more == 0
            ? $"記録にある{a}と{b}は、どちらも{first.Count}{unit}です。"
            : $"記録にあるのは、{a}が{first.Count}{unit}、{b}が{second.Count}{unit}で、{a}のほうが{more}{unit}多いです。";
        return new Answer(AnswerKind.Fact, text)
        {
            Rows = SetAnswers.Table([.. first.Concat(second)]),
            Sources = SetAnswers.OneSourceEach(first.Concat(second)),
            Entries = [.. first.Concat(second)],
        };
    }

    private static bool Compares(Question question) =>
        question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true });

    private List<Entry> Of(Term category, Question question)
    {
        var dates = question.Tokens.OfType<DateToken>().ToList();
        var entries = new List<Entry>();
        foreach (var id in knowledge.Being(category))
        {
            if (knowledge.Entries[id] is { PartOf: null } entry && dates.TrueForAll(date => EntryFit.MeetsDate(entry, date.Condition)))
                entries.Add(entry);
        }

        return entries;
    }
}
