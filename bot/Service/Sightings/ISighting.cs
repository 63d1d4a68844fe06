namespace RenkeiBot.Service.Sightings;

/// <summary>What a turn has shown in passing, to be kept for later.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface ISighting<in TSelf>
{
    /// <summary>When it was shown.</summary>
    DateTimeOffset SeenAt { get; }

    /// <summary>Whether the other one says the same, so that there is no reason to write.</summary>
    bool IsSame(TSelf other);
}
