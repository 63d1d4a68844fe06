using System.Text.Json;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Tenants;

/// <summary>Who sent an activity: a person of a tenant. A guest is one of their own tenant, where the channel names it.</summary>
/// <param name="TenantId">The tenant, in lower case.</param>
/// <param name="AadObjectId">The person's object id in Entra ID, in lower case.</param>
internal sealed record Sender(string TenantId, string AadObjectId)
{
    /// <summary>What the columns of the database take.</summary>
    private const int MaxIdLength = 36;

    /// <summary>The sender; null where the channel does not say who it is, or names different tenants without saying which is the sender's.</summary>
    public static Sender? Of(Activity activity)
    {
        var tenant = TenantOfPerson(activity.From) ?? (Normalise(activity.Conversation?.TenantId), TenantOfChannelData(activity)) switch
        {
            (null, var channel) => channel,
            (var conversation, null) => conversation,
            var (conversation, channel) => conversation == channel ? conversation : null,
        };
        return tenant is not null && Normalise(activity.From?.AadObjectId) is { } person ? new Sender(tenant, person) : null;
    }

    /// <summary>Every tenant that the activity names: the sender's, the conversation's, the channel data's. An id that cannot be one is there as an empty text.</summary>
    public static IEnumerable<string> TenantsOf(Activity activity)
    {
        if (Text(activity.From?.Properties, "tenantId") is { Length: > 0 } ofPerson)
            yield return Normalise(ofPerson) ?? "";
        if (activity.Conversation?.TenantId is { Length: > 0 } ofConversation)
            yield return Normalise(ofConversation) ?? "";
        if (ChannelDataTenant(activity) is { Length: > 0 } ofChannelData)
            yield return Normalise(ofChannelData) ?? "";
    }

    /// <summary>An id in the form in which ids are stored and compared; null for none, and for one that the database has no room for.</summary>
    public static string? Normalise(string? id) => id switch
    {
        null or "" => null,
        _ when Guid.TryParse(id, out var guid) => guid.ToString("D"),
        { Length: > MaxIdLength } => null,
        _ => id.ToLowerInvariant(),
    };

    private static string? TenantOfPerson(ChannelAccount? account) => Normalise(Text(account?.Properties, "tenantId"));

    private static string? TenantOfChannelData(Activity activity) => Normalise(ChannelDataTenant(activity));

    private static string? ChannelDataTenant(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out var id) ? Text(id) : null;

    private static string? Text(Dictionary<string, JsonElement>? properties, string name) =>
        properties is not null && properties.TryGetValue(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair passes as JSON and is no text.
            return null;
        }
    }
}
