namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>The words of the fields: what a concept is given for, and what it is a kind of, exists and leads to no circle, and no word stands in a concept twice.</summary>
internal static class FieldWordRules
{
    /// <exception cref="RecordFileException">One of them does not hold.</exception>
    public static void Check(RecordCheck check)
    {
        foreach (var concept in check.Of<FieldConcept>())
        {
            if (concept.Words.GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw check.Refuse(concept, "words", $"The word \"{twice.Key}\" is there twice.");
            if (concept.GivenFor is { } other && check.Records.Find<FieldConcept>(other) is null)
                throw check.Refuse(concept, "givenFor", $"There is no concept \"{other}\".");
            var seen = new HashSet<string>(StringComparer.Ordinal) { concept.Key };
            for (var broader = concept.Broader; broader is not null; broader = check.Records.Find<FieldConcept>(broader)!.Broader)
            {
                if (check.Records.Find<FieldConcept>(broader) is null)
                    throw check.Refuse(concept, "broader", $"There is no concept \"{broader}\".");
                if (!seen.Add(broader))
                    throw check.Refuse(concept, "broader", $"The concept is a kind of itself by way of \"{broader}\".");
            }
        }
    }
}
