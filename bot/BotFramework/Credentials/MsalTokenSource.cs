using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace RenkeiBot.BotFramework;

/// <summary>Tokens from Microsoft Entra, through MSAL, which caches them until shortly before they expire.</summary>
internal sealed class MsalTokenSource(MicrosoftAppOptions options, IMsalHttpClientFactory http) : IAppTokenSource
{
    private readonly Lazy<IManagedIdentityApplication> identity = new(() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.MicrosoftAppId)).WithHttpClientFactory(http).Build());

    private readonly Lazy<IConfidentialClientApplication> app = new(() =>
    {
        // The tenant's own address is known; asking the common one for it would be one more thing that can fail.
        var builder = ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            .WithAuthority($"https://login.microsoftonline.com/{options.MicrosoftAppTenantId}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        return (options.Credential == CredentialKind.Certificate
            ? builder.WithCertificate(AppCertificate.Load(options), sendX5C: true)
            : builder.WithClientSecret(options.MicrosoftAppPassword)).Build();
    });

    public async Task<string> GetTokenAsync(string resource, CancellationToken cancellationToken)
    {
        try
        {
            return (await AcquireAsync(resource, cancellationToken)).AccessToken;
        }
        catch (MsalException e)
        {
            throw new AppTokenException($"Microsoft Entra gave the bot no token for {resource}: {e.ErrorCode}: {FirstLine(e.Message)}", e);
        }
        catch (HttpRequestException e)
        {
            throw new AppTokenException($"Microsoft Entra could not be reached for a token for {resource}: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AppTokenException($"Microsoft Entra did not answer in time for a token for {resource}.", e);
        }
    }

    private Task<AuthenticationResult> AcquireAsync(string resource, CancellationToken cancellationToken) => options switch
    {
        { Credential: CredentialKind.ManagedIdentity } => identity.Value.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancellationToken),
        { Credential: CredentialKind.None } => throw new AppTokenException(
            "The bot has no credential to get a token with: set MicrosoftAppPassword or MicrosoftAppCertificatePath, or MicrosoftAppType to UserAssignedMSI."),
        { MicrosoftAppTenantId: null or "" } => throw new AppTokenException("The bot has no tenant to get a token from: set MicrosoftAppTenantId."),
        _ => app.Value.AcquireTokenForClient([resource + "/.default"]).ExecuteAsync(cancellationToken),
    };

    private static string FirstLine(string message) => message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? message[..end] : message;
}

/// <summary>Gives MSAL a client whose timeout is the bot's own.</summary>
internal sealed class MsalHttp(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
