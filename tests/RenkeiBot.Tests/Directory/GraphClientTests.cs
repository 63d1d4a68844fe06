using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Directories;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.Directories;

/// <summary>The client against a Graph that knows the documentation: pages, throttling, errors, and where the token goes.</summary>
public sealed class GraphClientTests : IAsyncLifetime
{
    private const string Person = "d0000000-0000-4000-8000-000000000002";
    private const string Team = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private FakeGraph graph = null!;

    public async Task InitializeAsync() => graph = await FakeGraph.StartAsync();

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    private GraphClient Client(IAppTokenSource? tokens = null, HttpClient? http = null)
    {
        var options = Options.Create(new GraphOptions { BaseUrl = graph.BaseUrl, AppExternalId = FakeGraphTenant.AppExternalId, FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromSeconds(5) });
        return new(new GraphConnection(http ?? Http, new(() => tokens ?? new GraphBot.TestTokens()), options, TimeProvider.System), options);
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    [Fact]
    public async Task A_person_comes_with_department_and_company()
    {
        graph.Tenant.Users[Person] = GraphBot.User(Person, "荒川 花子", "荒川区", "総務企画課", "hanako@city.example.lg.jp");

        var user = await Client().FindUserAsync(Person, CancellationToken.None);

        Assert.Equal(("荒川 花子", "荒川区", "総務企画課", "hanako@city.example.lg.jp", true), (user!.DisplayName, user.CompanyName, user.Department, user.Mail, user.AccountEnabled));
        Assert.Null(await Client().FindUserAsync("d0000000-0000-4000-8000-00000000dead", CancellationToken.None));
    }

    [Fact]
    public async Task People_teams_and_channels_come_page_by_page()
    {
        graph.Tenant.PageSize = 2;
        for (var i = 0; i < 5; i++)
            graph.Tenant.Users[$"u{i}"] = GraphBot.User($"u{i}");
        for (var i = 0; i < 3; i++)
            graph.Tenant.Teams[$"t{i}"] = ($"チーム{i}", ["一般", "連携", "災害"]);

        Assert.Equal(["u0", "u1", "u2", "u3", "u4"], (await AllAsync(Client().ListUsersAsync(CancellationToken.None))).Select(user => user.Id));
        Assert.Equal(["チーム0", "チーム1", "チーム2"], (await AllAsync(Client().ListTeamsAsync(CancellationToken.None))).Select(team => team.DisplayName));
        Assert.Equal(["一般", "連携", "災害"], (await AllAsync(Client().ListChannelsAsync("t1", CancellationToken.None))).Select(channel => channel.DisplayName));
    }

    [Theory]
    [InlineData("https://graph.example.com/v1.0/users?$skiptoken=x")]
    [InlineData("http://127.0.0.1:1/v1.0/users?$skiptoken=x")]
    [InlineData("/v1.0/users?$skiptoken=x")]
    [InlineData("{base}@evil.example/users")]
    [InlineData("{base}/../beta/users")]
    public async Task A_next_page_elsewhere_is_not_asked_for_and_gets_no_token(string link)
    {
        graph.Tenant.PageSize = 1;
        graph.Tenant.Users["u0"] = GraphBot.User("u0");
        graph.Tenant.Users["u1"] = GraphBot.User("u1");
        graph.Tenant.NextLink = link.Replace("{base}", graph.BaseUrl, StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<GraphException>(() => AllAsync(Client().ListUsersAsync(CancellationToken.None)));

        Assert.Equal(GraphException.Refused, refusal.Code);
        Assert.Single(graph.Calls);
    }

    [Fact]
    public async Task Pages_that_go_in_a_circle_come_to_an_end()
    {
        graph.Tenant.PageSize = 1;
        graph.Tenant.Users["u0"] = GraphBot.User("u0");
        graph.Tenant.Users["u1"] = GraphBot.User("u1");
        graph.Tenant.NextLink = $"{graph.BaseUrl}/users?$select=id";

        await Assert.ThrowsAsync<GraphException>(() => AllAsync(Client().ListUsersAsync(CancellationToken.None)));

        Assert.Equal(500, graph.Calls.Count);
    }

    [Fact]
    public async Task Ids_are_escaped_and_cannot_climb_out_of_the_path()
    {
        await Client().FindUserAsync("a/../b?$select=id#x", CancellationToken.None);

        Assert.Equal("/users/a%2F..%2Fb%3F%24select%3Did%23x", Assert.Single(graph.Calls).Path);
        foreach (var id in new[] { "", ".", ".." })
            Assert.Equal(GraphException.Refused, (await Assert.ThrowsAsync<GraphException>(() => Client().FindUserAsync(id, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task The_app_is_installed_once_for_a_person_and_in_a_team()
    {
        graph.Tenant.Users[Person] = GraphBot.User(Person);
        graph.Tenant.Teams[Team] = ("全国連携", ["一般"]);
        var app = await Client().FindAppAsync(CancellationToken.None);

        Assert.Equal(FakeGraphTenant.CatalogueId, app);
        Assert.Null(await Client().FindChatAsync(Person, CancellationToken.None));
        Assert.True(await Client().InstallForPersonAsync(Person, app!, CancellationToken.None));
        Assert.False(await Client().InstallForPersonAsync(Person, app!, CancellationToken.None));
        Assert.True(await Client().InstallForTeamAsync(Team, app!, CancellationToken.None));
        Assert.False(await Client().InstallForTeamAsync(Team, app!, CancellationToken.None));
        Assert.Equal($"19:{Person}_bot@unq.gbl.spaces", await Client().FindChatAsync(Person, CancellationToken.None));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again_a_few_times(int status)
    {
        graph.Fail(new GraphFault("/teamsApps", status) { Left = 3 });
        Assert.NotNull(await Client().FindAppAsync(CancellationToken.None));
        Assert.Equal(4, graph.Calls.Count);

        graph.Fail(new GraphFault("/teamsApps", status) { Left = 100 });
        var failure = await Assert.ThrowsAsync<GraphException>(() => Client().FindAppAsync(CancellationToken.None));
        Assert.Equal(((HttpStatusCode)status, 8), (failure.StatusCode, graph.Calls.Count));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task What_cannot_pass_is_tried_once(int status)
    {
        graph.Fail(new GraphFault("/teamsApps", status) { Code = "Authorization_RequestDenied" });

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client().FindAppAsync(CancellationToken.None));

        Assert.Equal(((HttpStatusCode)status, "Authorization_RequestDenied", "5f1d0a6e-0001-4c11-9d5b-000000000001"), (failure.StatusCode, failure.Code, failure.RequestId));
        Assert.DoesNotContain("山田", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(graph.Calls);
    }

    [Fact]
    public async Task Retry_After_is_kept_also_in_fractions_of_a_second()
    {
        graph.Fail(new GraphFault("/teamsApps", 429) { RetryAfter = "0.328" });
        var started = Stopwatch.GetTimestamp();

        await Client().FindAppAsync(CancellationToken.None);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(0.32), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_caller()
    {
        graph.Fail(new GraphFault("/teamsApps", 429) { RetryAfter = "120" });

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client().FindAppAsync(CancellationToken.None));

        Assert.Equal((TimeSpan.FromMinutes(2), true), (failure.RetryAfter, failure.IsTransient));
    }

    [Fact]
    public async Task An_event_whose_answer_was_lost_is_there_once()
    {
        graph.Fail(new GraphFault("/events", 0));
        var time = new GraphTime("2026-12-01T10:00:00", "Tokyo Standard Time");

        var made = await Client().CreateEventAsync("renkei@example.jp", new GraphEventRequest
        {
            Subject = "区長会総会", Body = new GraphBody("text", "議題"), Start = time, End = time, Location = new GraphLocation(""), IsOnlineMeeting = true, OnlineMeetingProvider = "teamsForBusiness", TransactionId = "m1",
        }, CancellationToken.None);

        Assert.Equal(2, graph.Calls.Count);
        Assert.Equal(Assert.Single(graph.Tenant.Events).Key, made.Id);
        Assert.StartsWith("https://teams.microsoft.com/", made.OnlineMeeting!.JoinUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_answer_in_time_or_with_something_else_is_a_failure_of_Graph()
    {
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(100) };
        graph.Fail(new GraphFault("/teamsApps", -1) { Delay = TimeSpan.FromSeconds(2), Left = 4 });
        Assert.Equal(GraphException.Timeout, (await Assert.ThrowsAsync<GraphException>(() => Client(http: impatient).FindAppAsync(CancellationToken.None))).Code);

        Assert.Equal(GraphException.NoToken, (await Assert.ThrowsAsync<GraphException>(() => Client(new NoTokens()).FindAppAsync(CancellationToken.None))).Code);
    }

    private sealed class NoTokens : IAppTokenSource
    {
        public Task<string> GetTokenAsync(string resource, CancellationToken cancellationToken) => throw new AppTokenException("There is none.");
    }
}
