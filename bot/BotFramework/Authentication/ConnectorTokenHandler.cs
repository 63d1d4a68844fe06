using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>The authentication scheme of the channel's tokens. The endpoint asks it; it is nobody's default.</summary>
/// <remarks>It logs nothing: the endpoint writes one line for each refusal, with the reason.</remarks>
internal sealed class ConnectorTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ConnectorTokenValidator validator)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, UrlEncoder.Default)
{
    public const string SchemeName = "BotConnector";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (token, refusal) = await validator.ValidateAsync(Request.Headers.Authorization, Context.RequestAborted);
        if (token is null)
            return AuthenticateResult.Fail(new ConnectorTokenException(refusal));
        Context.Features.Set(token);
        return AuthenticateResult.Success(new AuthenticationTicket(token.Principal, Scheme.Name));
    }
}

/// <summary>Why a token was refused, as a failed <see cref="AuthenticateResult"/> carries it. Never thrown.</summary>
internal sealed class ConnectorTokenException(Admission refusal) : Exception(refusal.Reason)
{
    public Admission Refusal { get; } = refusal;
}
