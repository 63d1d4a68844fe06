using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>Refuses to start a bot that nobody guards, or that could not answer: each sentence names the setting and what it should be.</summary>
internal sealed class MicrosoftAppOptionsValidator(IHostEnvironment environment) : IValidateOptions<MicrosoftAppOptions>
{
    public ValidateOptionsResult Validate(string? name, MicrosoftAppOptions options)
    {
        var failures = new List<string>();
        if (!environment.IsDevelopment())
            RequireIdentity(options, failures);
        CheckType(options, failures);
        CheckMetadata(options, failures);
        CheckCredential(options, failures);
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static void RequireIdentity(MicrosoftAppOptions options, List<string> failures)
    {
        if (!Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
            failures.Add("MicrosoftAppId must be set to the bot's app id, a GUID, outside of Development: without it anyone could speak as any user. "
                + "Set ASPNETCORE_ENVIRONMENT=Development to try the bot on this machine without it.");
        if (!Guid.TryParseExact(options.MicrosoftAppTenantId, "D", out _))
            failures.Add("MicrosoftAppTenantId must be set to the tenant that the app is registered in, a GUID, outside of Development.");
        if (options is { HasAppId: true, Credential: CredentialKind.None })
            failures.Add("MicrosoftAppPassword or MicrosoftAppCertificatePath must be set outside of Development, or MicrosoftAppType to UserAssignedMSI: "
                + "without a credential the bot could not answer.");
    }

    private static void CheckType(MicrosoftAppOptions options, List<string> failures)
    {
        if (string.Equals(options.MicrosoftAppType, "MultiTenant", StringComparison.OrdinalIgnoreCase))
            failures.Add("MicrosoftAppType must not be MultiTenant: such bots can no longer be registered since July 2025, and would take part in any tenant. "
                + "Set it to SingleTenant or UserAssignedMSI.");
        else if (!string.IsNullOrEmpty(options.MicrosoftAppType)
            && !string.Equals(options.MicrosoftAppType, MicrosoftAppOptions.SingleTenant, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(options.MicrosoftAppType, MicrosoftAppOptions.UserAssignedMsi, StringComparison.OrdinalIgnoreCase))
            failures.Add("MicrosoftAppType must be SingleTenant or UserAssignedMSI.");
    }

    private static void CheckMetadata(MicrosoftAppOptions options, List<string> failures)
    {
        if (!Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            failures.Add("BotOpenIdMetadata must be an https address, or an http address of this machine: keys that came unprotected would be anyone's.");
    }

    private static void CheckCredential(MicrosoftAppOptions options, List<string> failures)
    {
        if (options is { MicrosoftAppPassword.Length: > 0, MicrosoftAppCertificatePath.Length: > 0 })
            failures.Add("MicrosoftAppPassword and MicrosoftAppCertificatePath are both set: keep the one that is to be used.");
        if (options.MicrosoftAppPasswordExpires is { Length: > 0 } date && !MicrosoftAppOptions.TryReadDate(date, out _))
            failures.Add("MicrosoftAppPasswordExpires must be an ISO date such as 2027-03-31.");
        if (options.Credential != CredentialKind.Certificate)
            return;
        try
        {
            using var certificate = AppCertificate.Load(options);
            if (!certificate.HasPrivateKey)
                failures.Add("MicrosoftAppCertificatePath names a certificate without its private key; MicrosoftAppCertificateKeyPath names the file of the key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failures.Add($"MicrosoftAppCertificatePath must name a certificate that can be read (PFX with MicrosoftAppCertificatePassword, or PEM with its key): {e.GetType().Name}.");
        }
    }
}
