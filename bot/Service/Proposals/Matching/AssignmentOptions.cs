namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>How the assignment of the マッチング会議 is made (section <c>Proposals:Assignment</c> of the settings).</summary>
internal sealed class AssignmentOptions
{
    /// <summary>How many collaborations an organisation takes on where it has registered no number.</summary>
    public int Capacity { get; set; } = 2;

    /// <summary>How many organisations a proposal gets at most where it has room for any number.</summary>
    public int Places { get; set; } = 3;

    /// <summary>How many of its best organisations each proposal, and how many of its best proposals each organisation, is considered with.</summary>
    public int Candidates { get; set; } = 20;

    /// <summary>The least score of a pair that is worth being introduced: below it nobody is served by being matched at all.</summary>
    public int LeastScore { get; set; } = 15;

    /// <summary>What the first match of a proposal, and of an organisation, counts beside its score: the more, the more widely matches are spread. A second match for one is worth less than the first for another.</summary>
    public int FirstMatch { get; set; } = 20;

    /// <summary>What is wrong with the options, for the start to refuse; nothing where they are right.</summary>
    public IEnumerable<string> Failures()
    {
        foreach (var (name, value, most) in new[] { (nameof(Capacity), Capacity, 1000), (nameof(Places), Places, 1000), (nameof(Candidates), Candidates, 1000), (nameof(LeastScore), LeastScore, 10_000) })
        {
            if (value < 1 || value > most)
                yield return $"Proposals:Assignment:{name} is {value}, but 1 to {most} are possible.";
        }

        if (FirstMatch is < 0 or > 10_000)
            yield return $"Proposals:Assignment:{nameof(FirstMatch)} is {FirstMatch}, but 0 to 10000 are possible.";
    }
}
