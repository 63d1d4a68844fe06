using RenkeiBot.Data.Channels;

namespace RenkeiBot.Service.Channels;

/// <summary>
/// Whom the secretariat wants to reach: the channels that chose one of the topics, and all liaison officers 1:1 where it says so, both only those of organisations in the areas where any are named; and the channels that are named,
/// wherever they are. Stored with what is sent; ids and codes only.
/// </summary>
internal sealed record Audience
{
    /// <summary>Channels that chose one of these topics; none for no channel but the named ones.</summary>
    public ChannelTopics Topics { get; init; }

    /// <summary>Areas (<see cref="Data.Proposals.Area"/>: all wards, a ward, a region, a prefecture); none for everywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Conversation ids of channels that were chosen by name.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whether every liaison officer (特別区の連携担当) is told in their personal chat.</summary>
    public bool Officers { get; init; }

    /// <summary>Whether every channel and every member is told; what else is named counts no more.</summary>
    public bool Everyone { get; init; }
}
