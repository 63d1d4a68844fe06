using System.Net;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Thread = "19:5a4e0d2b@thread.tacv2;messageid=1795210021393";
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private static readonly ServiceUrlPolicy Local = new(["smba.example"], allowsLoopback: true);
    private FakeConnector connector = null!;

    private static ConnectorClient Client => new(Http, new FixedTime(), Local, null);

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public Task DisposeAsync() => connector.DisposeAsync().AsTask();

    private async Task<ConnectorException> FailureAsync(ConnectorFault fault)
    {
        connector.Fail(fault);
        return await Assert.ThrowsAsync<ConnectorException>(() =>
            Client.SendToConversationAsync(connector.ServiceUrl, "a:1", Activity.CreateMessage("x"), CancellationToken.None));
    }

    [Fact]
    public async Task Each_call_has_its_method_and_path_with_every_id_escaped()
    {
        const string escaped = "19%3A5a4e0d2b%40thread.tacv2%3Bmessageid%3D1795210021393";
        var message = Activity.CreateMessage("x");
        var sent = await Client.SendToConversationAsync(connector.ServiceUrl, Thread, message, CancellationToken.None);
        await Client.ReplyToActivityAsync(connector.ServiceUrl, Thread, "f:1/2?3", message, CancellationToken.None);
        await Client.UpdateActivityAsync(connector.ServiceUrl, Thread, sent.Id!, message, CancellationToken.None);
        await Client.DeleteActivityAsync(connector.ServiceUrl, Thread, sent.Id!, CancellationToken.None);
        Assert.Equal(
            [
                $"/v3/conversations/{escaped}/activities",
                $"/v3/conversations/{escaped}/activities/f%3A1%2F2%3F3",
                $"/v3/conversations/{escaped}/activities/{sent.Id}",
                $"/v3/conversations/{escaped}/activities/{sent.Id}",
            ],
            connector.Calls.Select(c => c.Target));
        Assert.Equal(
            [ConnectorOperation.Send, ConnectorOperation.Reply, ConnectorOperation.Update, ConnectorOperation.Delete],
            connector.Calls.Select(c => c.Operation));
        Assert.Equal("application/json; charset=utf-8", connector.Calls[0].Headers["Content-Type"]);
        Assert.False(connector.Calls[0].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task One_trailing_slash_of_the_service_url_is_trimmed()
    {
        await Client.SendToConversationAsync(connector.ServiceUrl, "a:1", Activity.CreateMessage("x"), CancellationToken.None);
        await Client.SendToConversationAsync(connector.ServiceUrl.TrimEnd('/'), "a:1", Activity.CreateMessage("x"), CancellationToken.None);
        Assert.Equal(["/v3/conversations/a%3A1/activities", "/v3/conversations/a%3A1/activities"], connector.Calls.Select(c => c.Target));
    }

    [Fact]
    public async Task A_personal_chat_and_a_channel_thread_are_created_as_Teams_wants_them()
    {
        var personal = await Client.CreateConversationAsync(connector.ServiceUrl, ConversationParameters.Personal("29:yamada", "t"), CancellationToken.None);
        Assert.Equal(("a:29:yamada", null), (personal.Id, personal.ActivityId));
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:yamada"}],"tenantId":"t"}""", connector.Calls[0].Body!.ToJsonString());

        var thread = await Client.CreateConversationAsync(
            connector.ServiceUrl, ConversationParameters.ChannelThread("19:c@thread.tacv2", Activity.CreateMessage("x"), "t"), CancellationToken.None);
        Assert.Equal($"19:c@thread.tacv2;messageid={thread.ActivityId}", thread.Id);
        Assert.Equal(
            """{"isGroup":true,"tenantId":"t","activity":{"type":"message","textFormat":"plain","text":"x"},"channelData":{"channel":{"id":"19:c@thread.tacv2"}}}""",
            connector.Calls[1].Body!.ToJsonString());
        Assert.All(connector.Calls, call => ChannelContract.AssertValid("ConversationParameters", call.Body!));
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        connector.Members["a:1"] = [.. Enumerable.Range(0, 120).Select(i => new JsonObject { ["id"] = $"29:{i}", ["objectId"] = $"o{i}", ["x"] = i })];
        var ids = new List<string?>();
        string? token = null;
        do
        {
            var page = await Client.GetConversationPagedMembersAsync(connector.ServiceUrl, "a:1", 50, token, CancellationToken.None);
            ids.AddRange(page.Members!.Select(m => m.Id));
            token = page.ContinuationToken;
        }
        while (token is not null);
        Assert.Equal(120, ids.Distinct().Count());
        Assert.Equal(
            [
                "/v3/conversations/a%3A1/pagedmembers?pageSize=50",
                "/v3/conversations/a%3A1/pagedmembers?pageSize=50&continuationToken=at%3D50",
                "/v3/conversations/a%3A1/pagedmembers?pageSize=50&continuationToken=at%3D100",
            ],
            connector.Calls.Select(c => c.Target));
        var member = await Client.GetConversationMemberAsync(connector.ServiceUrl, "a:1", "29:7", CancellationToken.None);
        Assert.Equal(("o7", 7), (member.ObjectId, member.Properties!["x"].GetInt32()));
        Assert.Equal("/v3/conversations/a%3A1/members/29%3A7", connector.Calls[^1].Target);
    }

    [Fact]
    public async Task A_team_and_its_channels_are_read()
    {
        connector.Teams["19:t@thread.tacv2"] = JsonNode.Parse("""
            {"id":"19:t@thread.tacv2","name":"全国連携","aadGroupId":"g","channelCount":"2","memberCount":3,
             "channels":[{"id":"19:t@thread.tacv2","name":null},{"id":"19:u","name":"催し","type":"standard"}]}
            """)!.AsObject();
        var team = await Client.GetTeamDetailsAsync(connector.ServiceUrl, "19:t@thread.tacv2", CancellationToken.None);
        Assert.Equal(("全国連携", "g", 2, 3), (team.Name, team.AadGroupId, team.ChannelCount, team.MemberCount));
        var channels = await Client.GetTeamChannelsAsync(connector.ServiceUrl, "19:t@thread.tacv2", CancellationToken.None);
        Assert.Equal([null, "催し"], channels.Select(c => c.Name));
        Assert.Equal(["/v3/teams/19%3At%40thread.tacv2", "/v3/teams/19%3At%40thread.tacv2/conversations"], connector.Calls.Select(c => c.Target));
    }

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("2.128", 2.128)]
    [InlineData("Sat, 21 Nov 2026 00:00:30 GMT", 30.0)]
    [InlineData("Fri, 20 Nov 2026 00:00:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData("-1", null)]
    public async Task A_throttled_call_says_how_long_to_wait(string header, double? seconds)
    {
        var error = await FailureAsync(new ConnectorFault(Status: 429, Code: "Throttled", RetryAfter: header));
        Assert.Equal((HttpStatusCode.TooManyRequests, "Throttled", seconds), (error.StatusCode, error.Code, error.RetryAfter?.TotalSeconds));
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"not there"}}""", "BotNotInConversationRoster", "The Connector answered 403: not there")]
    [InlineData(404, """{"code":"ConversationNotFound","message":"gone"}""", "ConversationNotFound", "The Connector answered 404: gone")]
    [InlineData(502, "<html>Bad gateway</html>", null, "The Connector answered 502: Bad Gateway")]
    [InlineData(500, "[1]", null, "The Connector answered 500: Internal Server Error")]
    [InlineData(412, """{"error":"x"}""", null, "The Connector answered 412: Precondition Failed")]
    [InlineData(302, "", null, "The Connector answered 302: Found")]
    public async Task An_error_carries_status_code_and_message(int status, string body, string? code, string message)
    {
        var error = await FailureAsync(new ConnectorFault(Status: status, Body: body));
        Assert.Equal(((HttpStatusCode)status, code, message), (error.StatusCode!.Value, error.Code, error.Message));
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task A_success_whose_body_cannot_be_read_is_still_a_success()
    {
        foreach (var body in new[] { "", "{", "null", "\"x\"", """{"id":null}""" })
        {
            connector.Fail(new ConnectorFault(Status: 202, Body: body));
            Assert.Null((await Client.SendToConversationAsync(connector.ServiceUrl, "a:1", Activity.CreateMessage("x"), CancellationToken.None)).Id);
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_or_stays_silent_is_an_error_without_status()
    {
        var broken = await FailureAsync(new ConnectorFault(Drop: true));
        Assert.Equal((null, ConnectorException.ConnectionFailed), (broken.StatusCode, broken.Code));

        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        var never = new TaskCompletionSource();
        connector.Fail(new ConnectorFault(Until: never.Task));
        var client = new ConnectorClient(impatient, TimeProvider.System, Local, null);
        var silent = await Assert.ThrowsAsync<ConnectorException>(() =>
            client.SendToConversationAsync(connector.ServiceUrl, "a:1", Activity.CreateMessage("x"), CancellationToken.None));
        Assert.Equal((null, ConnectorException.Timeout), (silent.StatusCode, silent.Code));
    }

    [Fact]
    public async Task A_call_that_its_caller_gives_up_is_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        connector.Fail(new ConnectorFault(Until: new TaskCompletionSource().Task));
        var call = Client.SendToConversationAsync(connector.ServiceUrl, "a:1", Activity.CreateMessage("x"), source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("http://smba.example/", "a:1")]
    [InlineData("ftp://127.0.0.1/", "a:1")]
    [InlineData("https://evil.smba.example/", "a:1")]
    [InlineData("https://user@smba.example/", "a:1")]
    [InlineData("https://smba.example/?q=", "a:1")]
    [InlineData("https://smba.example/#", "a:1")]
    [InlineData("", "a:1")]
    [InlineData("http://127.0.0.1:9/", "..")]
    [InlineData("http://127.0.0.1:9/", ".")]
    [InlineData("http://127.0.0.1:9/", "")]
    public async Task A_service_url_or_an_id_that_leads_elsewhere_is_never_called(string serviceUrl, string conversationId)
    {
        var error = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client.SendToConversationAsync(serviceUrl, conversationId, Activity.CreateMessage("x"), CancellationToken.None));
        Assert.Equal(ConnectorException.Refused, error.Code);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
