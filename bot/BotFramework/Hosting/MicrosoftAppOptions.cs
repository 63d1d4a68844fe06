using System.Globalization;

namespace RenkeiBot.BotFramework;

/// <summary>Who the bot is, at the root of the configuration and under the names that the Bot Framework SDK gave them.</summary>
public sealed class MicrosoftAppOptions
{
    /// <summary>The signing keys of the public cloud's channels (Bot Connector API: authentication).</summary>
    public const string PublicOpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The type of a bot that has a secret or a certificate in one tenant; the default.</summary>
    public const string SingleTenant = "SingleTenant";

    /// <summary>The type of a bot that is a user-assigned managed identity of Azure.</summary>
    public const string UserAssignedMsi = "UserAssignedMSI";

    /// <summary><see cref="SingleTenant"/> or <see cref="UserAssignedMsi"/>.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The bot's app id, a GUID. With it, every request must carry the channel's token, in every environment.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The client secret.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The day on which the client secret expires, as an ISO date: the secret itself does not say it.</summary>
    public string? MicrosoftAppPasswordExpires { get; set; }

    /// <summary>The tenant that the app is registered in, a GUID.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>The file of a certificate in place of a secret: PFX, or PEM.</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    /// <summary>The file of the private key, where a PEM certificate does not hold it.</summary>
    public string? MicrosoftAppCertificateKeyPath { get; set; }

    /// <summary>The password of the PFX file.</summary>
    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>Where the channel publishes its signing keys.</summary>
    public string? BotOpenIdMetadata { get; set; }

    internal bool HasAppId => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    internal string OpenIdMetadata => string.IsNullOrWhiteSpace(BotOpenIdMetadata) ? PublicOpenIdMetadata : BotOpenIdMetadata;

    internal CredentialKind Credential => this switch
    {
        { HasAppId: false } => CredentialKind.None,
        _ when string.Equals(MicrosoftAppType, UserAssignedMsi, StringComparison.OrdinalIgnoreCase) => CredentialKind.ManagedIdentity,
        { MicrosoftAppCertificatePath.Length: > 0 } => CredentialKind.Certificate,
        { MicrosoftAppPassword.Length: > 0 } => CredentialKind.Secret,
        _ => CredentialKind.None,
    };

    internal static bool TryReadDate(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
