using System.Text.Json;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Sightings;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Channels;

/// <summary>A channel of a team, or a group chat, as an activity from there describes it.</summary>
/// <param name="ConversationId">Its conversation, without a thread.</param>
/// <param name="TenantId">Its tenant.</param>
/// <param name="Reference">How to come back to it; without the activity and the person that it was taken from.</param>
/// <param name="ServiceUrl">Where the Connector is called.</param>
/// <param name="ServiceUrlVerifiedAt">When a token proved the service URL; null where nothing did.</param>
/// <param name="SeenAt">When the activity came.</param>
internal sealed record ChannelPlace(string ConversationId, string TenantId, ConversationReference Reference, string ServiceUrl, DateTimeOffset? ServiceUrlVerifiedAt, DateTimeOffset SeenAt)
    : ISighting<ChannelPlace>
{
    /// <summary>The tenant of conversations whose channel names none, as a chat page of a developer.</summary>
    private const string Elsewhere = "-";

    /// <summary>The team's thread id, which is also that of its General channel; empty for a group chat.</summary>
    public string TeamId { get; init; } = "";

    /// <summary>The team's name; null where the activity does not say.</summary>
    public string? TeamName { get; init; }

    /// <summary>The Microsoft Graph id of the team; null where the activity does not say.</summary>
    public string? AadGroupId { get; init; }

    /// <summary>The name of the channel or group chat; null where the activity does not say.</summary>
    public string? Name { get; init; }

    /// <summary>The reference as it is stored.</summary>
    public string ReferenceJson => JsonSerializer.Serialize(Reference, BotFrameworkJson.ConversationReference);

    /// <summary>The channel or group chat of a turn; null for a personal chat, and where the activity does not say enough.</summary>
    public static ChannelPlace? Of(TurnContext turn, DateTimeOffset now)
    {
        if (turn.Activity is not { ServiceUrl: { Length: > 0 and <= RenkeiBotDbContext.ReasonLength } serviceUrl, Conversation: { Id.Length: > 0 } conversation }
            || conversation.ConversationType == "personal" || !turn.IsSeenByOthers || Root(conversation.Id) is not { Length: > 0 and <= RenkeiBotDbContext.ConversationIdLength } id)
            return null;
        var (team, channel) = (turn.TeamsChannelData?.Team, turn.TeamsChannelData?.Channel);
        if (team?.Id is { Length: > RenkeiBotDbContext.ConversationIdLength })
            return null;
        var reference = turn.ConversationReference with { ActivityId = null, User = null, Conversation = conversation with { Id = id, Name = null } };
        return new(id, Sender.Normalise(conversation.TenantId) ?? Sender.Normalise(turn.TeamsChannelData?.Tenant?.Id) ?? Elsewhere, reference, serviceUrl, turn.ServiceUrlVerifiedAt, now)
        {
            TeamId = team?.Id ?? "",
            TeamName = Named(team?.Name),
            AadGroupId = team?.AadGroupId is { Length: > 0 and <= RenkeiBotDbContext.NameLength } group ? group : null,
            Name = Named(team is null ? conversation.Name : channel?.Id == id ? channel.Name : null),
        };
    }

    /// <summary>A channel of the same team.</summary>
    public ChannelPlace? At(TeamsChannel? channel) => channel?.Id is not { Length: > 0 and <= RenkeiBotDbContext.ConversationIdLength } id ? null : this with
    {
        ConversationId = id,
        Name = Named(channel.Name),
        Reference = Reference with { Conversation = Reference.Conversation! with { Id = id } },
    };

    /// <summary>The same place under the team's name as the Connector has it.</summary>
    public ChannelPlace Under(TeamDetails team) => this with { TeamName = Named(team.Name) ?? TeamName, AadGroupId = team.AadGroupId is { Length: > 0 and <= RenkeiBotDbContext.NameLength } group ? group : AadGroupId };

    /// <summary>Whether it is reached in the same way, and a name that is said is the same.</summary>
    public bool IsSame(ChannelPlace other) =>
        ServiceUrl == other.ServiceUrl && TeamId == other.TeamId && Reference.Bot?.Id == other.Reference.Bot?.Id && TeamName == other.TeamName && Name == other.Name;

    /// <summary>The channel of a conversation, whichever thread of it is named.</summary>
    public static string Root(string conversationId) =>
        conversationId.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? conversationId[..end] : conversationId;

    /// <summary>A name that can be kept.</summary>
    public static string? Named(string? name) => name?.Trim() is { Length: > 0 } text ? text.Length <= RenkeiBotDbContext.ReasonLength ? text : text[..RenkeiBotDbContext.ReasonLength] : null;
}
