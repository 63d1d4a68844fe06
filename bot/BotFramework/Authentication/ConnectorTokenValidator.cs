using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Proves the token of a channel: issuer, audience, lifetime, signature, algorithm and the claim of the service URL (Bot Connector API: authentication,
/// Connector to bot). What is bound to the activity (service URL, endorsement) is looked at when the activity is known.
/// </summary>
internal sealed class ConnectorTokenValidator(ConnectorKeySource source, string appId, TimeProvider time)
{
    public const string Issuer = "https://api.botframework.com";

    private const string Bearer = "Bearer ";
    private const int MaxLength = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new();

    /// <returns>The token, or why it is refused; the reason names no claim's value.</returns>
    public async ValueTask<(ConnectorToken? Token, Admission Refusal)> ValidateAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        if (authorization.Count != 1)
            return Refused(authorization.Count == 0 ? "there is no Authorization header" : "there are several Authorization headers");
        var header = authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Refused("the Authorization header is not of the scheme Bearer");
        if (source.Current?.Recall(header.AsSpan(Bearer.Length)) is { } known)
            return known.IsGoodAt(time.GetUtcNow()) ? (known, Admission.Granted) : Refused("the token's time is over");

        var token = header[Bearer.Length..];
        if (ReadKeyId(token, out var problem) is not { } keyId)
            return Refused(problem);
        var (keys, unavailable) = await source.GetAsync(cancellationToken);
        if (keys is null)
            return (null, Admission.Refused(StatusCodes.Status503ServiceUnavailable, $"the channel's signing keys are not to be had: {unavailable}"));
        if (keys.Find(keyId) is not { } key)
        {
            keys = await source.LookForAsync(keyId, cancellationToken);
            if (keys?.Find(keyId) is not { } found)
                return Refused("the token is signed with a key that the channel does not have");
            key = found;
        }
        return Validate(token, key, keys);
    }

    /// <summary>
    /// The key id of a token that is worth a look: three parts, signed with RS256. Whatever else it may be (encrypted, unsigned, with a shared secret) never
    /// reaches the library: IdentityModel 6.8.0 decompresses encrypted tokens without a bound (CVE-2024-21319).
    /// </summary>
    internal static string? ReadKeyId(string token, out string problem)
    {
        problem = "the token is not one of three parts";
        var first = token.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : token.IndexOf('.', first + 1);
        if (token.Length > MaxLength || second < 0 || first == 0 || second == first + 1 || second == token.Length - 1)
            return null;
        if (!IsBase64Url(token.AsSpan(0, first)) || !IsBase64Url(token.AsSpan(first + 1, second - first - 1)) || !IsBase64Url(token.AsSpan(second + 1)))
            return null;
        problem = "the token's header cannot be read";
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, first)));
            var root = header.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            problem = "the token is not signed with RS256";
            if (Text(root, "alg") != SecurityAlgorithms.RsaSha256 || root.TryGetProperty("enc", out _) || root.TryGetProperty("zip", out _) || root.TryGetProperty("crit", out _))
                return null;
            problem = "the token names no key";
            return Text(root, "kid") is { Length: > 0 and <= 256 } keyId ? keyId : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private (ConnectorToken? Token, Admission Refusal) Validate(string token, ConnectorKey key, ConnectorKeys keys)
    {
        var result = Validate(token, key);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken proved)
            return Refused(Reason(result.Exception));
        if (ServiceUrl(proved) is not { Length: > 0 } serviceUrl)
            return Refused("the token has no service URL");
        var known = new ConnectorToken(
            serviceUrl, key.Endorsements, new ClaimsPrincipal(result.ClaimsIdentity), Moment(proved.ValidFrom, -Skew), Moment(proved.ValidTo, Skew));
        keys.Remember(token, known, time.GetUtcNow());
        return (known, Admission.Granted);
    }

    private TokenValidationResult Validate(string token, ConnectorKey key)
    {
        try
        {
            return Handler.ValidateToken(token, new TokenValidationParameters
            {
                ValidIssuer = Issuer,
                AudienceValidator = (audiences, _, _) => audiences.ToList() is [var only] && string.Equals(only, appId, StringComparison.OrdinalIgnoreCase),
                IssuerSigningKey = key.Key,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = IsInTime,
                AuthenticationType = ConnectorTokenHandler.SchemeName,
            });
        }
#pragma warning disable CA1031 // A token that the library stumbles over (a number where a text belongs, a date outside of its range) is not in order.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new TokenValidationResult { IsValid = false, Exception = e };
        }
    }

    // The library would take the machine's own time.
    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters) =>
        expires > DateTime.UnixEpoch && Moment(notBefore ?? DateTime.MinValue, -Skew) <= time.GetUtcNow() && time.GetUtcNow() < Moment(expires.Value, Skew);

    private static DateTimeOffset Moment(DateTime utc, TimeSpan skew)
    {
        var moment = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        if (skew < TimeSpan.Zero)
            return moment - DateTimeOffset.MinValue > -skew ? moment + skew : DateTimeOffset.MinValue;
        return DateTimeOffset.MaxValue - moment > skew ? moment + skew : DateTimeOffset.MaxValue;
    }

    // On the wire it is in lower case; the documentation also writes serviceUrl.
    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetPayloadValue("serviceurl", out string lower) ? lower : token.TryGetPayloadValue("serviceUrl", out string camel) ? camel : null;

    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidIssuerException => "the token is not of the channel's issuer",
        SecurityTokenInvalidAudienceException => "the token is for somebody else",
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
            => "the token's time is over or has not come",
        SecurityTokenInvalidAlgorithmException or SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException
            => "the token's signature does not hold",
        _ => "the token cannot be read",
    };

    private static bool IsBase64Url(ReadOnlySpan<char> part) => Base64Url.IsValid(part) && !part.Contains('=');

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static (ConnectorToken?, Admission) Refused(string reason) => (null, Admission.Refused(StatusCodes.Status401Unauthorized, reason));
}
