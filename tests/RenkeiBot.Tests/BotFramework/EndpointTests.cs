using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

public sealed class EndpointTests
{
    private static Task<LibraryBot> StartAsync(params string[] settings) =>
        LibraryBot.StartAsync(router => router.OnMessage((turn, token) => turn.SendAsync($"[{turn.Text}]", token)), settings);

    private static async Task<HttpStatusCode> PostAsync(
        LibraryBot bot, byte[] body, string? contentType = "application/json; charset=utf-8", bool chunked = false)
    {
        using HttpContent content = chunked ? new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await bot.Http.SendAsync(request);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        return response.StatusCode;
    }

    private static void AssertOneRefusal(LibraryBot bot, int status, string reason) =>
        Assert.Equal([$"Warning: Refused a request with {status}: {reason}"], bot.Log);

    public static TheoryData<string> Unreadable => new()
    {
        "",
        "   ",
        "Hello",
        "{",
        """{"type":"message" """,
        """{"type":"message"} trailing""",
        """{"type":"message",}""",
        "[]",
        """[{"type":"message"}]""",
        "null",
        "17",
        "\"message\"",
        """{"type":"\ud800"}""",
        """{"type":"message","text":"\ud800"}""",
        """{"type":"message","\ud800":1}""",
        """{"type":"message","value":""" + new string('[', 5000) + new string(']', 5000) + "}",
        """{"type":"message","from":""" + string.Concat(Enumerable.Repeat("""{"from":""", 5000)) + "1" + new string('}', 5001),
        string.Concat(Enumerable.Repeat("""{"type":"message","relatesTo":""", 500)) + "1" + new string('}', 500),
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_body_that_is_no_activity_is_answered_with_400_and_one_log_line(string body)
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, Encoding.UTF8.GetBytes(body)));
        AssertOneRefusal(bot, 400, body is "null" ? "the activity has no type" : "the body is not a JSON object that can be read");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":null,"text":"秘密"}""")]
    [InlineData("""{"type":"","text":"秘密"}""")]
    [InlineData("""{"type":7,"text":"秘密"}""")]
    [InlineData("""{"type":{"a":["message"]},"text":"秘密"}""")]
    [InlineData("""{"Type":"message","text":"秘密"}""")]
    public async Task An_activity_without_type_is_answered_with_400_and_one_log_line_without_its_text(string body)
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, Encoding.UTF8.GetBytes(body)));
        AssertOneRefusal(bot, 400, "the activity has no type");
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_answered_with_400()
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, [.. """{"type":"message","text":"""u8, (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)'}']));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, Encoding.Unicode.GetBytes("""{"type":"message"}""")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_256_KiB_is_read_and_a_larger_one_is_answered_with_413(bool chunked)
    {
        await using var bot = await StartAsync();
        var activity = bot.User().Activity("typing").ToJsonString();
        byte[] Body(int length) => Encoding.UTF8.GetBytes(activity[..^1] + ",\"text\":\"" + new string('x', length - activity.Length - 10) + "\"}");
        Assert.Equal(256 * 1024, Body(256 * 1024).Length);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Body(256 * 1024), chunked: chunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(bot, Body((256 * 1024) + 1), chunked: chunked));
        Assert.Equal("Warning: Refused a request with 413: the body is too large", bot.Log[^1]);
        Assert.Equal("[まだ動く]", (await bot.User().SendAsync("まだ動く")).Answer);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Other_methods_than_POST_are_answered_with_405(string method)
    {
        await using var bot = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        AssertOneRefusal(bot, 405, "the method is not POST");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Other_content_types_than_JSON_are_answered_with_415(string? contentType)
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(bot, """{"type":"typing"}"""u8.ToArray(), contentType));
        AssertOneRefusal(bot, 415, "the content type is not JSON");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "renkeibot.example.jp")]
    public async Task Anonymous_requests_that_come_from_elsewhere_are_answered_with_403(string header, string value)
    {
        await using var bot = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.StartsWith("Warning: Refused a request with 403: without authentication", Assert.Single(bot.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_requests_from_another_address_are_answered_with_403()
    {
        var authentication = new AnonymousDevelopmentAuthentication();
        async Task<int> Admit(string address)
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Host = new HostString("localhost", 3978);
            return (await authentication.AdmitRequestAsync(context, CancellationToken.None)).StatusCode;
        }
        Assert.Equal(0, await Admit("127.0.0.1"));
        Assert.Equal(0, await Admit("::1"));
        Assert.Equal(0, await Admit("::ffff:127.0.0.1"));
        Assert.Equal(403, await Admit("10.0.0.5"));
        Assert.Equal(403, await Admit("::ffff:10.0.0.5"));
        Assert.Equal(403, await Admit("fe80::1"));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/")]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("http://evil.example/")]
    [InlineData("http://127.0.0.1:1/?x=")]
    [InlineData("file:///etc/")]
    [InlineData("not a URL")]
    public async Task Anonymous_activities_must_name_a_service_url_on_this_machine(string serviceUrl)
    {
        await using var bot = await StartAsync();
        var activity = bot.User().Activity("message");
        activity["text"] = "x";
        activity["serviceUrl"] = serviceUrl;
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(activity)).Status);
        AssertOneRefusal(bot, 403, "without authentication the service URL must be on this machine");
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":"x"}""")]
    [InlineData("""{"type":"message","text":7,"from":"me","recipient":[],"conversation":true,"entities":{"a":1},"attachments":[1,null,"x"],"timestamp":"yesterday"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null,3,{"id":{}}],"channelData":[1]}""")]
    [InlineData("""{"type":"installationUpdate","channelData":"x","action":{}}""")]
    [InlineData("""{"type":"message","value":{"verb":{"a":1}}}""")]
    [InlineData("""{"type":"message","value":{"verb":"\ud800"}}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":"like"}""")]
    public async Task Missing_and_wrongly_typed_parts_never_fail_the_request(string body)
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Encoding.UTF8.GetBytes(body)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)]));
    }

    [Fact]
    public async Task A_request_that_breaks_off_leaves_the_bot_running()
    {
        await using var bot = await StartAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, bot.Http.BaseAddress!.Port);
            await client.GetStream().WriteAsync(
                "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"type\":"u8.ToArray());
        }
        Assert.Equal("[まだ動く]", (await bot.User().SendAsync("まだ動く")).Answer);
        Assert.DoesNotContain(bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_never_holds_what_a_user_wrote()
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((_, _) => throw new InvalidOperationException("broken")));
        await bot.User().SendAsync("秘密の提案");
        Assert.NotEmpty(bot.Log);
        Assert.DoesNotContain(bot.Log, line => line.Contains("秘密", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_come_from_the_configuration()
    {
        await using var bot = await StartAsync("BotFramework:MaxRequestBytes=100");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.User().SendAsync("x")).Status);
    }

    [Fact]
    public async Task An_authentication_registered_before_takes_the_place_of_the_anonymous_one()
    {
        var refused = new JsonObject { ["type"] = "typing", ["serviceUrl"] = "https://smba.trafficmanager.net/jp/" };
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(refused)).Status);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.Add(ServiceDescriptor.Singleton<IChannelAuthentication, Everyone>());
        builder.Services.AddBotFramework(builder.Configuration);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapBotFramework("/api/messages");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, (await TeamsUser.PostAsync(http, bot.Connector, refused)).Status);
    }

    private sealed class Everyone : IChannelAuthentication
    {
        public ValueTask<Admission> AdmitRequestAsync(HttpContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Admission.Granted);

        public Admission AdmitActivity(HttpContext context, Activity activity) => Admission.Granted;
    }
}
