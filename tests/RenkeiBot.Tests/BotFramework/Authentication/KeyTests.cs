using System.Net;
using Microsoft.AspNetCore.Http;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>The channel's keys: where they come from, how long they are believed, and what happens while they are not to be had.</summary>
public sealed class KeyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webchat,MSTEAMS")]
    public async Task A_key_that_is_not_endorsed_for_Teams_is_refused(string? endorsements)
    {
        await using var bot = await GuardedBot.StartAsync();
        bot.Issuer.Keys = [new IssuerKey("key-1", endorsements?.Split(','))];
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(bot.Token()));
        Assert.Equal("Warning: Refused a request with 403: the token's key is not endorsed for this channel", bot.Refusals[^1]);
    }

    [Fact]
    public async Task An_unknown_key_is_looked_for_once_and_refused()
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        Assert.Equal(1, bot.Issuer.Readings);
        var stranger = new IssuerKey("stranger", ["msteams"]);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token(key: stranger)));
        Assert.Equal("Warning: Refused a request with 401: the token is signed with a key that the channel does not have", bot.Refusals[^1]);
        Assert.Equal(2, bot.Issuer.Readings);
    }

    [Fact]
    public async Task Many_unknown_keys_cause_few_readings()
    {
        await using var bot = await GuardedBot.StartAsync();
        var key = new IssuerKey("x", ["msteams"]);
        for (var i = 0; i < 50; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token((header, _) => header["kid"] = $"stranger-{i}", key)));
        Assert.InRange(bot.Issuer.Readings, 2, ConnectorKeySource.UnknownKeyReadings + 2);
        var before = bot.Issuer.Readings;
        bot.Clock.Ahead = ConnectorKeySource.UnknownKeyPause;
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token((header, _) => header["kid"] = "one-more", key)));
        Assert.Equal(before + 1, bot.Issuer.Readings);
    }

    [Fact]
    public async Task A_new_key_is_found_and_the_tokens_of_the_old_one_are_refused_from_then_on()
    {
        await using var bot = await GuardedBot.StartAsync();
        var old = bot.Token();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(old));
        bot.Issuer.Keys = [new IssuerKey("key-2", ["msteams"])];
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(old));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(old));
    }

    [Fact]
    public async Task The_keys_are_read_again_at_least_daily()
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        bot.Clock.Ahead = TimeSpan.FromHours(25);
        var later = DateTimeOffset.UtcNow.AddHours(26).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token((_, claims) => claims["exp"] = later)));
        Assert.Equal(2, bot.Issuer.Readings);
        await bot.Issuer.StopAsync();
        bot.Clock.Ahead = TimeSpan.FromHours(50);
        later = DateTimeOffset.UtcNow.AddHours(51).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(bot.Token((_, claims) => claims["exp"] = later)));
    }

    [Fact]
    public async Task After_half_a_day_the_keys_are_read_beside_the_turn()
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        bot.Clock.Ahead = TimeSpan.FromHours(13);
        await bot.Issuer.StopAsync();
        var later = DateTimeOffset.UtcNow.AddHours(14).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token((_, claims) => claims["exp"] = later)));
        await WaitForAsync(() => bot.Bot.Log.Any(line => line.Contains("could not be refreshed", StringComparison.Ordinal)));
        await bot.Issuer.ListenAsync();
        bot.Clock.Ahead += TimeSpan.FromMinutes(6);
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token((_, claims) => claims["exp"] = later)));
        await WaitForAsync(() => bot.Issuer.Readings == 2);
    }

    [Fact]
    public async Task A_token_that_was_proved_is_refused_when_its_time_is_over()
    {
        await using var bot = await GuardedBot.StartAsync();
        var token = bot.Token();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(token));
        bot.Clock.Ahead = TimeSpan.FromMinutes(64);
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(token));
        bot.Clock.Ahead = TimeSpan.FromMinutes(66);
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(token));
        Assert.Equal("Warning: Refused a request with 401: the token's time is over", bot.Refusals[^1]);
    }

    [Fact]
    public async Task While_the_metadata_is_down_the_answer_is_503_and_when_it_is_back_the_bot_answers()
    {
        await using var bot = await GuardedBot.StartAsync();
        await bot.Issuer.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(bot.Token()));
        Assert.Equal("Warning: Refused a request with 503: the channel's signing keys are not to be had: the metadata cannot be reached", bot.Refusals[^1]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(bot.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync("no token at all"));
        await bot.Issuer.ListenAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
    }

    [Fact]
    public async Task Known_keys_outlast_an_outage_of_the_metadata()
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        await bot.Issuer.StopAsync();
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token(key: new IssuerKey("stranger", null))));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
    }

    [Theory]
    [InlineData(500, "{}", "the metadata was answered with 500")]
    [InlineData(200, "<html>", "the metadata cannot be read")]
    [InlineData(200, "[]", "the metadata cannot be read")]
    [InlineData(200, "null", "the metadata names no address of keys that may be called")]
    [InlineData(200, """{"jwks_uri":"http://keys.example/"}""", "the metadata names no address of keys that may be called")]
    [InlineData(200, """{"jwks_uri":"file:///etc/passwd"}""", "the metadata names no address of keys that may be called")]
    public async Task Metadata_that_makes_no_sense_is_answered_with_503(int status, string body, string reason)
    {
        await using var bot = await GuardedBot.StartAsync();
        bot.Issuer.Trouble = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(body);
        };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(bot.Token()));
        Assert.EndsWith(reason, bot.Refusals[^1], StringComparison.Ordinal);
        bot.Issuer.Trouble = null;
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
    }

    [Fact]
    public async Task Keys_that_cannot_be_used_are_passed_over()
    {
        await using var bot = await GuardedBot.StartAsync();
        var good = bot.Issuer.Keys[0].ToJson();
        var weak = good.DeepClone().AsObject();
        (weak["kid"], weak["n"]) = ("weak", "AQAB");
        bot.Issuer.Trouble = http => http.Response.WriteAsync(http.Request.Path.Value!.EndsWith("keys", StringComparison.Ordinal)
            ? $$"""{"keys":[null,{},{"kty":"EC","kid":"ec","x":"AA"},{"kty":"RSA","kid":"enc","use":"enc","n":"AQAB","e":"AQAB"},{"kty":"RSA","kid":"no","n":"+/","e":"A"},{{weak.ToJsonString()}},{{good.ToJsonString()}}]}"""
            : $$"""{"jwks_uri":"{{bot.Issuer.Metadata.Replace("openidconfiguration", "keys", StringComparison.Ordinal)}}"}""");
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(bot.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(bot.Token((header, _) => header["kid"] = "weak")));
    }

    [Fact]
    public void Proved_tokens_are_remembered_up_to_a_bound()
    {
        var now = DateTimeOffset.UtcNow;
        var keys = new ConnectorKeys(System.Collections.Frozen.FrozenDictionary<string, ConnectorKey>.Empty, []);
        ConnectorToken Until(DateTimeOffset end) => new("https://smba.trafficmanager.net/", [], new(), DateTimeOffset.MinValue, end);
        for (var i = 0; i < ConnectorKeys.MaxTokens; i++)
            keys.Remember($"token-{i}", Until(now.AddHours(i % 2 == 0 ? -1 : 1)), now);
        keys.Remember("new", Until(now.AddHours(1)), now);
        Assert.Equal((ConnectorKeys.MaxTokens / 2) + 1, keys.RememberedTokens);
        Assert.NotNull(keys.Recall("token-1"));
        Assert.Null(keys.Recall("token-2"));
        for (var i = 0; i < 10 * ConnectorKeys.MaxTokens; i++)
            keys.Remember($"other-{i}", Until(now.AddHours(1)), now);
        Assert.InRange(keys.RememberedTokens, 1, ConnectorKeys.MaxTokens);
    }

    private static async Task WaitForAsync(Func<bool> happened)
    {
        for (var i = 0; i < 200 && !happened(); i++)
            await Task.Delay(25);
        Assert.True(happened());
    }
}
