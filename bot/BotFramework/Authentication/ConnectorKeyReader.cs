using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace RenkeiBot.BotFramework;

/// <summary>Reads the channel's signing keys: the OpenID metadata, and the JSON Web Key Set that it names (Bot Connector API: authentication, step 2 and 3).</summary>
internal sealed class ConnectorKeyReader(HttpClient http, Uri metadata)
{
    private const int MinKeyBytes = 2048 / 8;

    /// <summary>Reads the keys, or keeps <paramref name="known"/> where nothing has changed.</summary>
    /// <exception cref="HttpRequestException">The metadata cannot be had.</exception>
    /// <exception cref="JsonException">It is not what it should be.</exception>
    /// <exception cref="InvalidDataException">It has no key that could be used.</exception>
    public async Task<ConnectorKeys> ReadAsync(ConnectorKeys? known, CancellationToken cancellationToken)
    {
        var openId = JsonSerializer.Deserialize(await http.GetByteArrayAsync(metadata, cancellationToken), ConnectorKeyJson.Default.OpenIdMetadata);
        if (!Uri.TryCreate(openId?.JwksUri, UriKind.Absolute, out var address) || !IsAcceptable(address))
            throw new InvalidDataException("the metadata names no address of keys that may be called");
        var body = await http.GetByteArrayAsync(address, cancellationToken);
        return known is not null && known.IsReadFrom(body) ? known : Parse(body);
    }

    // Keys that came unprotected over a network would be anyone's.
    private bool IsAcceptable(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && metadata.IsLoopback;

    private static ConnectorKeys Parse(byte[] body)
    {
        var keys = new Dictionary<string, ConnectorKey>(StringComparer.Ordinal);
        foreach (var key in JsonSerializer.Deserialize(body, ConnectorKeyJson.Default.JsonWebKeys)?.Keys ?? [])
        {
            if (Read(key) is { } usable)
                keys.TryAdd(key!.Id!, usable);
        }
        return keys.Count > 0
            ? new ConnectorKeys(keys.ToFrozenDictionary(StringComparer.Ordinal), body)
            : throw new InvalidDataException("the metadata has no RSA key to verify with");
    }

    private static ConnectorKey? Read(SigningKey? key)
    {
        if (key is not { Type: "RSA", Use: null or "sig", Id.Length: > 0, Modulus: { } n, Exponent: { } e } || !Base64Url.IsValid(n) || !Base64Url.IsValid(e))
            return null;
        var rsa = new RSAParameters { Modulus = Base64Url.DecodeFromChars(n), Exponent = Base64Url.DecodeFromChars(e) };
        return rsa.Modulus.Length < MinKeyBytes
            ? null
            : new ConnectorKey(new RsaSecurityKey(rsa) { KeyId = key.Id }, (key.Endorsements ?? []).OfType<string>().ToFrozenSet(StringComparer.Ordinal));
    }
}

/// <summary>What is needed of the OpenID metadata.</summary>
internal sealed record OpenIdMetadata([property: JsonPropertyName("jwks_uri")] string? JwksUri);

/// <summary>The JSON Web Key Set (RFC 7517).</summary>
internal sealed record JsonWebKeys([property: JsonPropertyName("keys")] IReadOnlyList<SigningKey?>? Keys);

/// <summary>A key of the set; <c>endorsements</c> is the Bot Framework's own.</summary>
internal sealed record SigningKey(
    [property: JsonPropertyName("kty")] string? Type,
    [property: JsonPropertyName("use")] string? Use,
    [property: JsonPropertyName("kid")] string? Id,
    [property: JsonPropertyName("n")] string? Modulus,
    [property: JsonPropertyName("e")] string? Exponent,
    [property: JsonPropertyName("endorsements")] IReadOnlyList<string?>? Endorsements);

[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(JsonWebKeys))]
internal sealed partial class ConnectorKeyJson : JsonSerializerContext;
