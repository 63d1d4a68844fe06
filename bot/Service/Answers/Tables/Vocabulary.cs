using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// The ordinary words in which a table is asked about. A word of the question that cannot be put together from them says something more than
/// the table knows, and the question is then not the table's to answer.
/// </summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> words;
    private readonly int longest;

    /// <param name="words">The words as people write them, separated by white space.</param>
    public Vocabulary(string words)
    {
        this.words = [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(QuestionText.Fold)];
        longest = this.words.Max(word => word.Length);
    }

    /// <summary>True where a piece of the question consists of these words, with or without the hiragana between them (支援した災害).</summary>
    public bool Explains(Token token) => Covers(token.Text) || Covers(QuestionText.Fold(string.Concat(token.Surface.Where(c => Scripts.Of(c) != Script.Hiragana))));

    /// <summary>True where a folded word is one of these words or several of them in a row.</summary>
    public bool Covers(string folded)
    {
        var reached = new bool[folded.Length + 1];
        reached[0] = true;
        for (var end = 1; end <= folded.Length; end++)
        {
            for (var length = 1; length <= Math.Min(longest, end) && !reached[end]; length++)
                reached[end] = reached[end - length] && words.Contains(folded.Substring(end - length, length));
        }

        return reached[^1];
    }
}
