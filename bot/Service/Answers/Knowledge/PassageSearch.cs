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
    private readonly double averageLength;

    public PassageSearch(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        averageLength = knowledge.Entries.Count == 0 ? 1 : Math.Max(1, knowledge.Entries.Average(entry => entry.Folded.Length));
    }

    /// <summary>The best entries for the words of a question, best first; none where no word is found.</summary>
    public IReadOnlyList<Entry> Search(Question question, int count)
    {
        var scores = new Dictionary<int, double>();
        foreach (var token in question.Tokens.Where(token => token is ContentToken or TermToken))
        {
            for (var i = 0; i + 1 < token.Text.Length; i++)
            {
                var holders = knowledge.WithBigram(token.Text, i);
                if (holders.Count == 0)
                    continue;
                var idf = Math.Log(1 + ((knowledge.Entries.Count - holders.Count + 0.5) / (holders.Count + 0.5)));
                foreach (var id in holders)
                {
                    var length = knowledge.Entries[id].Folded.Length;
                    scores[id] = scores.GetValueOrDefault(id) + (idf * (Saturation + 1) / (1 + (Saturation * (1 - LengthWeight + (LengthWeight * length / averageLength)))));
                }
            }
        }

        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(count).Select(pair => knowledge.Entries[pair.Key])];
    }
}
