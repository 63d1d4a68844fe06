using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.Tests.Fakes;

/// <summary>A key of the issuer, made for the test.</summary>
/// <param name="Id">Its kid.</param>
/// <param name="Endorsements">The channels that it is good for; null for none at all.</param>
public sealed record IssuerKey(string Id, string[]? Endorsements)
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public JsonObject ToJson()
    {
        var rsa = Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["n"] = Base64Url.EncodeToString(rsa.Modulus), ["e"] = Base64Url.EncodeToString(rsa.Exponent),
        };
        if (Endorsements is not null)
            json["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
        return json;
    }
}

/// <summary>
/// Who signs for the channel: keys of its own, their metadata over HTTP on this machine, and tokens, in order unless the test wants otherwise. Written
/// without the library that the bot checks them with.
/// </summary>
public sealed class ChannelIssuer : IAsyncDisposable
{
    public const string AppId = "7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa";
    public const string Issuer = "https://api.botframework.com";

    private WebApplication? app;
    private int port;
    private int readings;

    private ChannelIssuer()
    {
    }

    /// <summary>The keys that the metadata publishes; the first one signs.</summary>
    public IReadOnlyList<IssuerKey> Keys { get; set; } = [new IssuerKey("key-1", ["msteams", "webchat"])];

    /// <summary>What is answered in place of the keys, when it is set.</summary>
    public Func<HttpContext, Task>? Trouble { get; set; }

    public string Metadata => $"http://127.0.0.1:{port}/v1/.well-known/openidconfiguration";

    /// <summary>How often the keys were read.</summary>
    public int Readings => Volatile.Read(ref readings);

    /// <summary>The settings of a bot that believes this issuer.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings => [("MicrosoftAppId", AppId), ("BotOpenIdMetadata", Metadata)];

    public static async Task<ChannelIssuer> StartAsync()
    {
        var issuer = new ChannelIssuer();
        await issuer.ListenAsync();
        return issuer;
    }

    /// <summary>Stops the metadata, as in an outage.</summary>
    public async Task StopAsync()
    {
        if (app is null)
            return;
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Serves the metadata, on the port of before.</summary>
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>A token in order, valid for an hour, for a service URL.</summary>
    /// <param name="serviceUrl">The claim; null for none.</param>
    /// <param name="change">Changes header and claims before they are signed.</param>
    /// <param name="key">What signs; null for the first key.</param>
    public string Token(string? serviceUrl, Action<JsonObject, JsonObject>? change = null, IssuerKey? key = null)
    {
        key ??= Keys[0];
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Id, ["x5t"] = key.Id };
        var claims = new JsonObject { ["nbf"] = now, ["exp"] = now + 3600, ["iss"] = Issuer, ["aud"] = AppId };
        if (serviceUrl is not null)
            claims["serviceurl"] = serviceUrl;
        change?.Invoke(header, claims);
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public async ValueTask DisposeAsync() => await StopAsync();

    private Task AnswerAsync(HttpContext http)
    {
        if (Trouble is { } trouble)
            return trouble(http);
        if (http.Request.Path == "/v1/.well-known/openidconfiguration")
            return http.Response.WriteAsJsonAsync(new JsonObject
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = "https://invalid.botframework.com",
                ["jwks_uri"] = $"http://127.0.0.1:{port}/v1/.well-known/keys",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            });
        Interlocked.Increment(ref readings);
        return http.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.ToJson())]) });
    }
}
