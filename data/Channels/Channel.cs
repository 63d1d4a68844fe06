using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Data.Channels;

/// <summary>A channel of a team, or a group chat, that the bot is in, and what its people chose to be told there (配信設定).</summary>
public sealed class Channel
{
    /// <summary>The channel's conversation id, without a thread.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The tenant.</summary>
    public required string TenantId { get; set; }

    /// <summary>The team's thread id; empty for a group chat.</summary>
    public required string TeamId { get; set; }

    /// <summary>The team's name; empty where the channel did not say.</summary>
    public required string TeamName { get; set; }

    /// <summary>The Microsoft Graph id of the team; null where the channel did not say.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>The channel's name; empty where nobody said. General has often none.</summary>
    public required string Name { get; set; }

    /// <summary>The conversation reference as JSON, without an activity.</summary>
    public required string Reference { get; set; }

    /// <summary>The service URL of the reference; checked again at every send.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>When a token proved the service URL; null in the anonymous Development environment.</summary>
    public DateTimeOffset? ServiceUrlVerifiedAt { get; set; }

    /// <summary>Whether anything can be sent there.</summary>
    public ChannelState State { get; set; } = ChannelState.Active;

    /// <summary>What is sent there.</summary>
    public ChannelTopics Topics { get; set; }

    /// <summary>Of new proposals, only those of one of these fields; none for all.</summary>
    public IReadOnlyList<ProposalField> ProposalFields { get; set; } = [];

    /// <summary>What was sent there before the settings were saved last; null where that cannot be undone.</summary>
    public ChannelTopics? PreviousTopics { get; set; }

    /// <summary>The fields before the settings were saved last.</summary>
    public IReadOnlyList<ProposalField> PreviousProposalFields { get; set; } = [];

    /// <summary>What kind of organisation the channel belongs to: that of the member who saved its settings last; null before.</summary>
    public OrganisationKind? OrganisationKind { get; set; }

    /// <summary>Which one (<see cref="Member.OrganisationId"/>); empty before.</summary>
    public string OrganisationId { get; set; } = "";

    /// <summary>Its name as shown; empty before.</summary>
    public string OrganisationName { get; set; } = "";

    /// <summary>The member who saved the settings last; null before.</summary>
    public Guid? ChangedBy { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When the bot came there.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When the row was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes: a card with an older number is stale.</summary>
    public int Version { get; set; }
}

/// <summary>Whether a channel can be sent to.</summary>
public enum ChannelState
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>The bot was removed from the team.</summary>
    Removed,

    /// <summary>The channel or its team was deleted.</summary>
    Deleted,

    /// <summary>The team was archived: nobody can write in it until it is restored.</summary>
    Archived,
}

/// <summary>What a channel wants to be told. The number is stored.</summary>
[Flags]
public enum ChannelTopics
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>お知らせ.</summary>
    Announcements = 1,

    /// <summary>会議.</summary>
    Meetings = 2,

    /// <summary>災害支援.</summary>
    DisasterSupport = 4,

    /// <summary>展示・イベント.</summary>
    Events = 8,

    /// <summary>新着提案.</summary>
    Proposals = 16,
}
