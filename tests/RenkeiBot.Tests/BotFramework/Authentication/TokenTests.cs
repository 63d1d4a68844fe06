using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>What a token must be, over HTTP against the service (Bot Connector API: authentication, Connector to bot).</summary>
public sealed class TokenTests(SharedGuardedBot shared) : IClassFixture<SharedGuardedBot>
{
    private readonly GuardedBot bot = shared.Guarded;

    private async Task AssertRefusedAsync(string token, string reason)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(token));
        Assert.Equal($"Warning: Refused a request with 401: {reason}", bot.Refusals[^1]);
    }

    private Task AssertRefusedAsync(Action<JsonObject, JsonObject> change, string reason) => AssertRefusedAsync(bot.Token(change), reason);

    [Fact]
    public async Task A_token_in_order_gets_its_answer_through_the_Connector()
    {
        var activity = bot.Message();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token(), activity));
        var call = Assert.Single(bot.Bot.Connector.Calls, call => call.ConversationId == (string?)activity["conversation"]!["id"]);
        Assert.False(call.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_same_token_is_good_for_many_turns()
    {
        var token = bot.Token();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(token));
    }

    [Fact]
    public async Task Without_a_token_nobody_is_admitted_not_even_in_Development()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync((string?)null));
        Assert.Equal("Warning: Refused a request with 401: there is no Authorization header", bot.Refusals[^1]);
    }

    [Fact]
    public async Task A_refusal_says_which_scheme_is_asked_for()
    {
        using var response = await bot.Bot.Http.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public Task Another_issuer_is_refused() => AssertRefusedAsync((_, claims) => claims["iss"] = "https://api.botframework.us", "the token is not of the channel's issuer");

    [Fact]
    public Task A_missing_issuer_is_refused() => AssertRefusedAsync((_, claims) => claims.Remove("iss"), "the token is not of the channel's issuer");

    [Theory]
    [InlineData("\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("\"api://7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("[\"7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa\",\"00000000-0000-4000-8000-000000000001\"]")]
    public Task Another_audience_is_refused(string audience) =>
        AssertRefusedAsync((_, claims) => claims["aud"] = JsonNode.Parse(audience), "the token is for somebody else");

    [Fact]
    public Task A_missing_audience_is_refused() => AssertRefusedAsync((_, claims) => claims.Remove("aud"), "the token is for somebody else");

    [Fact]
    public async Task A_token_without_signature_is_refused()
    {
        var claims = bot.Token().Split('.')[1];
        var header = ChannelIssuer.Encode(new JsonObject { ["typ"] = "JWT", ["alg"] = "none" });
        await AssertRefusedAsync($"{header}.{claims}.", "the token is not one of three parts");
        await AssertRefusedAsync($"{header}.{claims}.AAAA", "the token is not signed with RS256");
        await AssertRefusedAsync((h, _) => h["alg"] = "None", "the token is not signed with RS256");
    }

    [Theory]
    [InlineData("spki")]
    [InlineData("pem")]
    [InlineData("modulus")]
    public async Task A_token_with_the_public_key_as_its_shared_secret_is_refused(string form)
    {
        var rsa = bot.Issuer.Keys[0].Rsa;
        var secret = form switch
        {
            "spki" => rsa.ExportSubjectPublicKeyInfo(),
            "pem" => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            _ => rsa.ExportParameters(includePrivateParameters: false).Modulus!,
        };
        var parts = bot.Token((header, _) => header["alg"] = "HS256").Split('.');
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.{signature}", "the token is not signed with RS256");
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    [InlineData(null)]
    public Task Other_algorithms_than_RS256_are_refused(string? algorithm) =>
        AssertRefusedAsync((header, _) => header["alg"] = algorithm, "the token is not signed with RS256");

    [Fact]
    public Task A_token_that_names_no_key_is_refused() => AssertRefusedAsync((header, _) => header.Remove("kid"), "the token names no key");

    [Fact]
    public async Task A_signature_of_another_key_under_a_known_id_is_refused()
    {
        await AssertRefusedAsync(bot.Token(key: new IssuerKey("key-1", ["msteams"])), "the token's signature does not hold");
        var token = bot.Token();
        var claims = bot.Token((_, claims) => claims["exp"] = (long)claims["exp"]! + 1).Split('.')[1];
        var parts = token.Split('.');
        await AssertRefusedAsync($"{parts[0]}.{claims}.{parts[2]}", "the token's signature does not hold");
    }

    [Theory]
    [InlineData(-3600, -290, true)]
    [InlineData(-3600, -310, false)]
    [InlineData(290, 3600, true)]
    [InlineData(310, 3600, false)]
    public async Task The_lifetime_has_five_minutes_of_skew(int notBefore, int expires, bool good)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = bot.Token((_, claims) => (claims["nbf"], claims["exp"]) = (now + notBefore, now + expires));
        if (good)
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(token));
        else
            await AssertRefusedAsync(token, "the token's time is over or has not come");
    }

    [Fact]
    public Task A_token_that_never_expires_is_refused() =>
        AssertRefusedAsync((_, claims) => claims.Remove("exp"), "the token's time is over or has not come");

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("{}")]
    [InlineData("[9999999999]")]
    public async Task A_token_with_a_strange_end_is_refused(string expires) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token((_, claims) => claims["exp"] = JsonNode.Parse(expires))));

    [Fact]
    public async Task A_token_without_service_url_is_refused()
    {
        await AssertRefusedAsync(bot.Issuer.Token(null), "the token has no service URL");
        await AssertRefusedAsync((_, claims) => claims["serviceurl"] = "", "the token has no service URL");
    }

    [Fact]
    public async Task The_claim_of_the_service_url_may_be_written_as_the_documentation_writes_it() =>
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Issuer.Token(null, (_, claims) => claims["serviceUrl"] = bot.ServiceUrl)));

    [Fact]
    public async Task A_users_token_for_single_sign_on_is_refused()
    {
        var key = new IssuerKey("entra-1", null);
        const string tenant = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";
        void AsEntra(JsonObject claims)
        {
            claims["iss"] = $"https://login.microsoftonline.com/{tenant}/v2.0";
            claims["aud"] = $"api://botid-{ChannelIssuer.AppId}";
            claims["tid"] = tenant;
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token((_, claims) => AsEntra(claims), key)));
        await AssertRefusedAsync((_, claims) => claims["iss"] = $"https://sts.windows.net/{tenant}/", "the token is not of the channel's issuer");
    }

    [Theory]
    [InlineData("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"key-1\"}", 5)]
    [InlineData("{\"alg\":\"dir\",\"enc\":\"A128CBC-HS256\"}", 5)]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", 5)]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", 4)]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", 2)]
    [InlineData("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", 1)]
    public Task A_token_of_other_than_three_parts_is_refused(string header, int parts) =>
        AssertRefusedAsync(string.Join('.', [Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)), .. Enumerable.Repeat("AAAA", parts - 1)]), "the token is not one of three parts");

    [Theory]
    [InlineData("enc", "A256GCM")]
    [InlineData("zip", "DEF")]
    [InlineData("crit", "b64")]
    public Task A_header_that_asks_for_more_than_a_signature_is_refused(string name, string value) =>
        AssertRefusedAsync((header, _) => header[name] = value, "the token is not signed with RS256");

    [Theory]
    [InlineData("....")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.e30.AAAA")]
    [InlineData("bnVsbA.e30.AAAA")]
    [InlineData("e30=.e30.AAAA")]
    [InlineData("あ.い.う")]
    public async Task What_is_no_token_is_refused(string token)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(request => request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Uri.EscapeDataString(token)}")));
        if (token.All(char.IsAscii))
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(token));
    }

    [Theory]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    public async Task Another_header_than_bearer_and_token_is_refused(string header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(request =>
            request.Headers.TryAddWithoutValidation("Authorization", header.Replace("{0}", bot.Token(), StringComparison.Ordinal))));

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case() =>
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(request => request.Headers.TryAddWithoutValidation("Authorization", "bearer " + bot.Token())));

    [Fact]
    public async Task Two_Authorization_headers_are_refused()
    {
        var header = $"Authorization: Bearer {bot.Token()}\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Bot.Http.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\n{header}{header}Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 401", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("Warning: Refused a request with 401: there are several Authorization headers", bot.Refusals);
    }

    [Fact]
    public async Task A_token_in_the_query_string_counts_for_nothing()
    {
        using var content = new StringContent(bot.Message().ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await bot.Bot.Http.PostAsync($"/api/messages?access_token={bot.Token()}&token={bot.Token()}", content);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_log_holds_no_token_and_no_claim()
    {
        var token = bot.Token((_, claims) => (claims["iss"], claims["name"]) = ("https://evil.example/secret-claim", "山田"));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(token));
        Assert.DoesNotContain(bot.Bot.Log, line => line.Contains("secret-claim", StringComparison.Ordinal) || line.Contains("山田", StringComparison.Ordinal)
            || line.Contains(token.Split('.')[2], StringComparison.Ordinal));
    }
}
