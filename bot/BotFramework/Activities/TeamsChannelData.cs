using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>What Teams puts into <see cref="Activity.ChannelData"/> (Microsoft Teams: conversation events, conversation messages).</summary>
public sealed record TeamsChannelData
{
    /// <summary>What happened, such as teamMemberAdded or channelRenamed; compare it ignoring case.</summary>
    public string? EventType { get; set; }

    /// <summary>The tenant.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsTenant>))]
    public TeamsTenant? Tenant { get; set; }

    /// <summary>The team.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsTeam>))]
    public TeamsTeam? Team { get; set; }

    /// <summary>The channel.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsChannel>))]
    public TeamsChannel? Channel { get; set; }

    /// <summary>The installation's settings: installationUpdate.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsInstallationSettings>))]
    public TeamsInstallationSettings? Settings { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The Teams view of an activity's channel data, or null when there is none.</summary>
    public static TeamsChannelData? From(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.ChannelData is not { ValueKind: JsonValueKind.Object } data)
            return null;
        try
        {
            return data.Deserialize(WireJson.Wire.TeamsChannelData);
        }
        catch (JsonException)
        {
            // Half a surrogate pair passes as JSON and cannot be decoded.
            return null;
        }
    }
}

/// <summary>A tenant in Teams channel data.</summary>
public sealed record TeamsTenant
{
    /// <summary>The tenant id; need not be a well-formed GUID.</summary>
    public string? Id { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A team in Teams channel data.</summary>
public sealed record TeamsTeam
{
    /// <summary>The team's thread id, <c>19:…</c>, which is also the id of its General channel.</summary>
    public string? Id { get; set; }

    /// <summary>The team's name.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Graph id of the team.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A channel of a team: in Teams channel data and in the list of a team's channels.</summary>
public sealed record TeamsChannel
{
    /// <summary>The channel's thread id, <c>19:…</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The channel's name; General often has none.</summary>
    public string? Name { get; set; }

    /// <summary>standard, private or shared.</summary>
    public string? Type { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What the installer chose: installationUpdate on Teams.</summary>
public sealed record TeamsInstallationSettings
{
    /// <summary>The channel that the installer picked.</summary>
    [JsonConverter(typeof(LenientObjectConverter<TeamsChannel>))]
    public TeamsChannel? SelectedChannel { get; set; }

    /// <summary>Properties that are not known here, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
