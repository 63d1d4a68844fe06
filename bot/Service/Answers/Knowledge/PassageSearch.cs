using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// The last step: the record whose text shares most with the question, by BM25 over pairs of characters (k1 = 1.2, b = 0.75).
/// What it finds is shown as a passage, never as an answer.
/// </summary>
internal sealed class PassageSearch
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;

    private readonly KnowledgeBase knowledge;
    private readonly double[] lengths;

    public PassageSearch(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        var averageLength = knowledge.Entries.Count == 0 ? 1 : Math.Max(1, knowledge.Entries.Average(entry => entry.Folded.Length));
        lengths = [.. knowledge.Entries.Select(entry => 1 + (Saturation * (1 - LengthWeight + (LengthWeight * entry.Folded.Length / averageLength))))];
    }

    /// <summary>The best entries for the words of a question, best first; none where no word is found.</summary>
    public IReadOnlyList<Entry> Search(Question question, int count)
    {
        var scores = new double[knowledge.Entries.Count];
        foreach (var token in question.Tokens.Where(token => token is ContentToken or TermToken))
        {
            for (var i = 0; i + 1 < token.Text.Length; i++)
            {
                var holders = knowledge.WithBigram(token.Text, i);
                var idf = Math.Log(1 + ((knowledge.Entries.Count - holders.Length + 0.5) / (holders.Length + 0.5)));
                foreach (var id in holders)
                    scores[id] += idf * (Saturation + 1) / lengths[id];
            }
        }

        // A place in the list for each result: few are wanted, and most entries are worse than the last of them.
        var best = new List<int>(count + 1);
        for (var id = 0; id < scores.Length; id++)
        {
            if (scores[id] == 0 || best.Count == count && scores[id] <= scores[best[^1]])
                continue;
            var place = best.FindIndex(other => scores[other] < scores[id]);
            best.Insert(place < 0 ? best.Count : place, id);
            if (best.Count > count)
                best.RemoveAt(count);
        }

        return best.ConvertAll(id => knowledge.Entries[id]);
    }
}
