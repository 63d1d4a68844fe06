namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// What each reason for a match counts, in points (section <c>Proposals:Weights</c> of the settings). What both sides want of each other weighs most, as it is the reason to work together at all; a past tie comes
/// close, as it makes it likely that something comes of it.
/// </summary>
internal sealed class MatchWeights
{
    /// <summary>The first thing that one side gives and the other looks for; for each of the two directions.</summary>
    public int Complement { get; set; } = 20;

    /// <summary>Each further one.</summary>
    public int ComplementMore { get; set; } = 5;

    /// <summary>How many further ones count.</summary>
    public int ComplementMoreMost { get; set; } = 4;

    /// <summary>A word that both use and that belongs to nothing known.</summary>
    public int Word { get; set; } = 4;

    /// <summary>How many such words count.</summary>
    public int WordMost { get; set; } = 2;

    /// <summary>How much of the points for offer and need counts where the organisation has registered nothing and the records stand in, in percent: what somebody says of itself goes before a guess.</summary>
    public int DerivedPercent { get; set; } = 60;

    /// <summary>The first 分野 of both.</summary>
    public int Field { get; set; } = 8;

    /// <summary>Each further 分野.</summary>
    public int FieldMore { get; set; } = 3;

    /// <summary>How many further ones count.</summary>
    public int FieldMoreMost { get; set; } = 2;

    /// <summary>One side lies in a region, a prefecture or among the wards that the other looks for partners in.</summary>
    public int Region { get; set; } = 5;

    /// <summary>One side is named by the other as a partner it looks for; at least <see cref="Region"/>.</summary>
    public int RegionByName { get; set; } = 12;

    /// <summary>The first month that suits both.</summary>
    public int Season { get; set; } = 4;

    /// <summary>Each further month.</summary>
    public int SeasonMore { get; set; } = 1;

    /// <summary>How many further months count.</summary>
    public int SeasonMoreMost { get; set; } = 4;

    /// <summary>Both did something together.</summary>
    public int TieDirect { get; set; } = 20;

    /// <summary>Both took part in the same event.</summary>
    public int TieEvent { get; set; } = 12;

    /// <summary>The ward worked with others of the same prefecture, or showed its exhibition.</summary>
    public int TieArea { get; set; } = 8;

    /// <summary>The municipality is in the list of 2015 of those that have to do with the wards; it does not say with which.</summary>
    public int TieListed { get; set; } = 4;

    /// <summary>The association of the municipality has an agreement with the wards.</summary>
    public int Agreement { get; set; } = 5;

    /// <summary>The proposal has more than one place left.</summary>
    public int Capacity { get; set; } = 2;

    /// <summary>Both have had nothing to do with each other. Not above a tie or an agreement, else a tie would lower the score.</summary>
    public int Novelty { get; set; } = 4;

    /// <summary>What is wrong with the weights, for the start to refuse; nothing where they are right.</summary>
    public IEnumerable<string> Failures()
    {
        foreach (var property in typeof(MatchWeights).GetProperties())
        {
            if (property.GetValue(this) is int value and (< 0 or > 1000))
                yield return $"Proposals:Weights:{property.Name} is {value}, but a weight is 0 to 1000.";
        }

        if (DerivedPercent > 100)
            yield return $"Proposals:Weights:{nameof(DerivedPercent)} is {DerivedPercent}, but 0 to 100 are possible.";
        if (RegionByName < Region)
            yield return $"Proposals:Weights:{nameof(RegionByName)} is below {nameof(Region)}.";
        if (TieDirect < TieEvent || TieEvent < TieArea || TieArea < TieListed)
            yield return $"Proposals:Weights:{nameof(TieDirect)}, {nameof(TieEvent)}, {nameof(TieArea)} and {nameof(TieListed)} must not rise in this order.";
        if (Novelty > TieListed || Novelty > Agreement)
            yield return $"Proposals:Weights:{nameof(Novelty)} is above {nameof(TieListed)} or {nameof(Agreement)}, so that knowing each other would lower the score.";
    }
}
