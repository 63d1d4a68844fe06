using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>How well entries that meet a question's conditions fit it: how far they meet them, and how much of its other words they have.</summary>
internal sealed class EntryScores
{
    private readonly KnowledgeBase knowledge;
    private readonly List<int> ids;
    private readonly double[] scores;

    public EntryScores(KnowledgeBase knowledge, List<int> met, List<Condition> conditions, List<Token> soft, List<ContentToken> contents, Question question)
    {
        (this.knowledge, ids, scores) = (knowledge, met, new double[met.Count]);
        foreach (var condition in conditions)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] += condition.MeetsAtAll(ids[i]);
        }

        foreach (var content in contents)
            AddCoverage(content);
        if (soft.Count > 0)
            AddSoft(soft.ConvertAll(token => new Condition(knowledge, token)));
        if (question.TermTokens.SelectMany(token => token.Terms).Where(term => term.Kind == TermKind.Document).ToList() is { Count: > 0 } documents)
            AddDocuments(documents);
    }

    /// <summary>The best entries and those that fit worse by no more than <paramref name="slack"/>, best first.</summary>
    public List<(int Id, double Score)> Best(double slack)
    {
        var least = scores.Max() - slack;
        var best = new List<(int Id, double Score)>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= least)
                best.Add((ids[i], scores[i]));
        }

        best.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Id.CompareTo(b.Id));
        return best;
    }

    /// <summary>Those of the entries that are in a set, best first.</summary>
    public IEnumerable<Entry> Ranked(IdSet among) => ids.Select((id, i) => (Id: id, Score: scores[i]))
        .Where(one => among.Contains(one.Id)).OrderByDescending(one => one.Score).ThenBy(one => one.Id).Select(one => knowledge.Entries[one.Id]);

    /// <summary>The share of a word that each entry's text has: all of it, or the pairs of its characters.</summary>
    private void AddCoverage(ContentToken content)
    {
        if (content.Length < 2)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] += EntryFit.Coverage(knowledge.Entries[ids[i]], content) * content.Weight;
            return;
        }

        var hits = new int[ids.Count];
        for (var i = 0; content.Length >= 4 && i + 2 <= content.Length; i++)
            Count(knowledge.WithBigram(content.Text, i), hits);
        var whole = new int[ids.Count];
        Count(knowledge.Containing(content.Text), whole);
        for (var i = 0; i < scores.Length; i++)
        {
            var share = (double)hits[i] / (content.Length - 1);
            scores[i] += (whole[i] > 0 ? 1 : share >= EntryFit.EnoughPairs ? share * 0.7 : 0) * content.Weight;
        }
    }

    /// <summary>Counts the entries that are among the holders; both are in order.</summary>
    private void Count(ReadOnlySpan<int> holders, int[] hits)
    {
        for (var i = 0; i < hits.Length && !holders.IsEmpty; i++)
        {
            var at = holders.BinarySearch(ids[i]);
            if (at >= 0)
                hits[i]++;
            holders = holders[(at >= 0 ? at + 1 : ~at)..];
        }
    }

    private void AddSoft(List<Condition> soft)
    {
        for (var i = 0; i < scores.Length; i++)
            scores[i] += soft.Sum(condition => 0.3 * condition.MeetsAtAll(ids[i]));
    }

    private void AddDocuments(List<Term> documents)
    {
        for (var i = 0; i < scores.Length; i++)
            scores[i] += documents.Sum(term => knowledge.Entries[ids[i]].Sources.Any(source => source.Document == term.Name) ? 0.6 : 0);
    }
}
