namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>Collaborations: nobody collaborates alone.</summary>
internal static class CollaborationRules
{
    /// <exception cref="RecordFileException">A collaboration has fewer than two parties, or one of them twice.</exception>
    public static void Check(RecordCheck check)
    {
        foreach (var collaboration in check.Of<Collaboration>())
        {
            var names = collaboration.Parties.Select(party => party.Prefecture + party.Name).Concat(collaboration.Organisations ?? []).ToList();
            if (names.Distinct(StringComparer.Ordinal).Count() is var count && (count < 2 || count < names.Count))
                throw check.Refuse(collaboration, "parties", "A collaboration has two parties or more, none of them twice.");
        }
    }
}
