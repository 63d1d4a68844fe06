using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Members;

/// <summary>Who speaks: tenant and object id in Entra ID. A guest keeps the tenant of their own where the channel names it.</summary>
/// <param name="TenantId">The tenant, in lower case.</param>
/// <param name="AadObjectId">The object id, in lower case.</param>
internal readonly record struct Person(string TenantId, string AadObjectId)
{
    private const int GuidLength = 36;

    /// <summary>The sender of an activity; null where the channel does not say who it is.</summary>
    public static Person? Of(TurnContext turn)
    {
        var from = turn.Activity.From;
        var tenant = Text(from, "tenantId") ?? turn.Activity.Conversation?.TenantId ?? turn.TeamsChannelData?.Tenant?.Id;
        return Usable(tenant) && Usable(from?.AadObjectId) ? new Person(tenant!.ToLowerInvariant(), from!.AadObjectId!.ToLowerInvariant()) : null;
    }

    private static bool Usable(string? id) => id is { Length: > 0 and <= GuidLength };

    private static string? Text(ChannelAccount? account, string name) =>
        account?.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;
}
