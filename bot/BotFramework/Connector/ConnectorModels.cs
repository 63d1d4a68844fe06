using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>The id of what was sent (botframework-channel.json, ResourceResponse).</summary>
public sealed record ResourceResponse
{
    /// <summary>The activity's id, which update and delete take; null when the channel gave none.</summary>
    public string? Id { get; set; }
}

/// <summary>
/// What is needed to open a conversation (botframework-channel.json, ConversationParameters). Teams knows two forms: a 1:1 chat with
/// exactly one member, and a new thread in a channel with its first message. Group chats cannot be created.
/// </summary>
public sealed record ConversationParameters
{
    /// <summary>False for a 1:1 chat, true for a channel thread.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The bot; optional on Teams.</summary>
    [JsonConverter(typeof(LenientObjectConverter<ChannelAccount>))]
    public ChannelAccount? Bot { get; set; }

    /// <summary>The one member of a 1:1 chat. Its id is the channel's id or the Microsoft Entra object id; aadObjectId alone is refused.</summary>
    [JsonConverter(typeof(LenientListConverter<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? Members { get; set; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>The first message: a must in a channel thread.</summary>
    [JsonConverter(typeof(LenientObjectConverter<Activity>))]
    public Activity? Activity { get; set; }

    /// <summary>For a channel thread the channel's id.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsChannelData>))]
    public TeamsChannelData? ChannelData { get; set; }

    /// <summary>A 1:1 chat with a user; the same one each time.</summary>
    /// <param name="userId">The user's <c>29:…</c> id or Microsoft Entra object id.</param>
    /// <param name="tenantId">The tenant of the user.</param>
    public static ConversationParameters Personal(string userId, string? tenantId) =>
        new() { IsGroup = false, Members = [new ChannelAccount { Id = userId }], TenantId = tenantId };

    /// <summary>A new thread in a channel of a team.</summary>
    /// <param name="channelId">The channel's <c>19:…</c> id.</param>
    /// <param name="activity">The message that opens the thread.</param>
    /// <param name="tenantId">The tenant of the team.</param>
    public static ConversationParameters ChannelThread(string channelId, Activity activity, string? tenantId) => new()
    {
        IsGroup = true,
        ChannelData = new TeamsChannelData { Channel = new TeamsChannel { Id = channelId } },
        Activity = activity,
        TenantId = tenantId,
    };
}

/// <summary>The conversation that was opened (botframework-channel.json, ConversationResourceResponse).</summary>
public sealed record ConversationResourceResponse
{
    /// <summary>The conversation's id; for a channel thread <c>channelId;messageid=rootId</c>, where its replies go.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the first message, which update and delete take; a 1:1 chat on Teams has none.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The service URL to use from now on, when it differs.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>A member of a conversation as Teams describes it (Microsoft Teams: get Teams context). Department and office are not in it.</summary>
public sealed record TeamsChannelAccount
{
    /// <summary>The id on the channel, <c>29:…</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Entra object id, as Teams calls it.</summary>
    public string? ObjectId { get; set; }

    /// <summary>The Microsoft Entra object id, as the Bot Framework calls it.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>The given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>The surname.</summary>
    public string? Surname { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The sign-in name.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>The user's tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>user, guest, anonymous …</summary>
    public string? UserRole { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>One page of a conversation's members.</summary>
public sealed record PagedMembersResult
{
    /// <summary>What to ask the next page with; null on the last one.</summary>
    public string? ContinuationToken { get; set; }

    /// <summary>The members of this page.</summary>
    [JsonConverter(typeof(LenientListConverter<TeamsChannelAccount>))]
    public IReadOnlyList<TeamsChannelAccount>? Members { get; set; }
}

/// <summary>A team as the Connector describes it (Microsoft Teams: get Teams context).</summary>
public sealed record TeamDetails
{
    /// <summary>The team's thread id, <c>19:…</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The team's name.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Graph id of the team.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>How many channels it has.</summary>
    public int? ChannelCount { get; set; }

    /// <summary>How many members it has.</summary>
    public int? MemberCount { get; set; }

    /// <summary>standard, privateChannel …</summary>
    public string? Type { get; set; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The answer to a question for a team's channels.</summary>
internal sealed record ConversationList
{
    [JsonConverter(typeof(LenientListConverter<TeamsChannel>))]
    public IReadOnlyList<TeamsChannel>? Conversations { get; set; }
}

/// <summary>The body of an error (botframework-channel.json, ErrorResponse).</summary>
internal sealed record ErrorResponse
{
    [JsonConverter(typeof(LenientObjectConverter<ErrorDetails>))]
    public ErrorDetails? Error { get; set; }

    // Some gateways of Teams answer without the outer object.
    public string? Code { get; set; }

    public string? Message { get; set; }
}

internal sealed record ErrorDetails
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}
