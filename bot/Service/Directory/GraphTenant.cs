using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Directories;

/// <summary>What Microsoft Graph can be used for by the settings: it answers for the tenant that the bot is registered in, and for no other.</summary>
internal sealed class GraphTenant(IOptions<GraphOptions> options, IOptions<MicrosoftAppOptions> app)
{
    /// <summary>Whether it is used at all.</summary>
    public bool IsEnabled => options.Value.Enabled;

    /// <summary>Whether the bot can be asked to install its app.</summary>
    public bool CanInstall => IsEnabled && options.Value.AppExternalId.Length > 0;

    /// <summary>The mailbox in whose calendar meetings are put; null for none.</summary>
    public string? Mailbox => IsEnabled && options.Value.Mailbox is { Length: > 0 } mailbox ? mailbox : null;

    /// <summary>The tenant.</summary>
    public string Id { get; } = Sender.Normalise(app.Value.MicrosoftAppTenantId) ?? "";

    /// <summary>Whether Graph can be asked about a person of this tenant.</summary>
    public bool Contains(string tenantId) => IsEnabled && tenantId == Id;
}
