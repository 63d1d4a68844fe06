namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>Groups of words that mean the same: a word in two of them would make one word mean two things.</summary>
internal static class SynonymRules
{
    /// <exception cref="RecordFileException">A group has a single word, or a word stands twice.</exception>
    public static void Check(RecordCheck check)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in check.Of<Synonym>())
        {
            if (group.Words.Count < 2)
                throw check.Refuse(group, "words", "A group has two words or more.");
            for (var i = 0; i < group.Words.Count; i++)
            {
                if (!groups.TryAdd(group.Words[i], group.Key))
                    throw check.Refuse(group, $"words[{i}]", $"\"{group.Words[i]}\" stands in the group \"{groups[group.Words[i]]}\" already.");
            }
        }
    }
}
