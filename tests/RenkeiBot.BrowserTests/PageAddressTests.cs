using System.Net;

namespace RenkeiBot.BrowserTests;

/// <summary>Who gets the page, and with which limits. No browser is needed to see that.</summary>
public sealed class PageAddressTests
{
    private static readonly string[] Files =
        ["/", "/webchat/chat.js", "/webchat/chat.css", "/webchat/cards.css", "/webchat/mark.svg", "/webchat/conversation.js"];

    [Fact]
    public async Task Every_file_is_served_with_its_type_and_only_for_this_origin()
    {
        await using var bot = await ScriptedBot.StartAsync();
        using var client = new HttpClient { BaseAddress = bot.Address };

        foreach (var file in Files)
        {
            using var response = await client.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        await using var bot = await ScriptedBot.StartAsync();
        using var client = new HttpClient { BaseAddress = bot.Address };
        using var first = await client.GetAsync(new Uri("/webchat/chat.js", UriKind.Relative));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/webchat/chat.js") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Outside_of_Development_there_is_no_page()
    {
        await using var bot = await ScriptedBot.StartAsync(environment: "Production");
        using var client = new HttpClient { BaseAddress = bot.Address };

        foreach (var file in Files)
        {
            using var response = await client.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("Host", "renkei.example.org")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task A_request_that_comes_from_elsewhere_finds_nothing(string header, string value)
    {
        await using var bot = await ScriptedBot.StartAsync();
        using var client = new HttpClient { BaseAddress = bot.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
