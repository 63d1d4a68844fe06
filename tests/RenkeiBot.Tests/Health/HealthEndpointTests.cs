using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Health;

/// <summary>/health/live and /health/ready, over HTTP.</summary>
public sealed class HealthEndpointTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static readonly string[] Checks = ["database", "migrations", "disk", "records", "answers", "credential", "outbox"];

    [Fact]
    public async Task A_process_that_answers_is_alive()
    {
        using var response = await shared.Bot.Http.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"Healthy"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_service_with_everything_in_place_is_ready_and_says_what_it_looked_at()
    {
        using var response = await shared.Bot.Http.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("Healthy", (string?)report["status"]);
        Assert.Equal(Checks, Names(report));
        Assert.All(report["checks"]!.AsArray(), check =>
        {
            Assert.Equal("Healthy", (string?)check!["status"]);
            Assert.InRange((double)check["durationMs"]!, 0, 60_000);
            Assert.False(string.IsNullOrWhiteSpace((string?)check["reason"]));
        });
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task No_proxy_may_keep_a_health(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await shared.Bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "bot.example.jp")]
    public async Task Others_than_this_machine_learn_names_and_statuses_and_no_more(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await shared.Bot.Http.SendAsync(request);

        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(Checks, Names(report));
        Assert.All(report["checks"]!.AsArray(), check => Assert.Equal(["name", "status"], check!.AsObject().Select(property => property.Key)));
    }

    [Fact]
    public async Task Without_its_database_file_the_service_is_not_ready_and_makes_no_other()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(bot));
        File.Delete(bot.Database);

        var report = await WaitForAsync(bot, HttpStatusCode.ServiceUnavailable);

        Assert.Equal("Unhealthy", Status(report, "database"));
        Assert.Equal("Healthy", Status(report, "records"));
        Assert.DoesNotContain(bot.Database, report.ToJsonString(), StringComparison.Ordinal);
        Assert.False(File.Exists(bot.Database));
        Assert.Contains(bot.Log, line => line.StartsWith("Error: Health: database is unhealthy.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_somebody_holds_the_write_lock_the_service_is_not_ready_and_is_again_afterwards()
    {
        await using var bot = await RunningBot.StartAsync();
        await using (var other = new SqliteConnection($"Data Source={bot.Database};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction(deferred: false);

            var report = await WaitForAsync(bot, HttpStatusCode.ServiceUnavailable);

            Assert.Equal("Unhealthy", Status(report, "database"));
        }

        await WaitForAsync(bot, HttpStatusCode.OK);
        Assert.Single(bot.Log, line => line.StartsWith("Error: Health: database is unhealthy.", StringComparison.Ordinal));
        Assert.Contains(bot.Log, line => line == "Information: Health: database is healthy again");
    }

    [Fact]
    public async Task Little_room_on_the_disk_asks_for_care_and_the_service_stays_ready()
    {
        await using var bot = await RunningBot.StartAsync(("Health:LowDiskMegabytes", "2147483647"));

        var report = await WaitForAsync(bot, HttpStatusCode.OK);

        Assert.Equal("Degraded", (string?)report["status"]);
        Assert.Equal("Degraded", Status(report, "disk"));
    }

    [Fact]
    public async Task Many_probes_at_once_are_one_look()
    {
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<CountingCheck>().AddHealthChecks().AddCheck<CountingCheck>("counting"));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadyAsync(bot)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.InRange(bot.Services.GetRequiredService<CountingCheck>().Count, 1, 5);
    }

    private static async Task<HttpStatusCode> ReadyAsync(RunningBot bot)
    {
        using var response = await bot.Http.GetAsync("/health/ready");
        return response.StatusCode;
    }

    /// <summary>A report is reused for a second, so what was just changed shows a moment later.</summary>
    private static async Task<JsonNode> WaitForAsync(RunningBot bot, HttpStatusCode status)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var response = await bot.Http.GetAsync("/health/ready");
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == status)
                return JsonNode.Parse(body)!;
            Assert.True(attempt < 100, body);
            await Task.Delay(100);
        }
    }

    private static IEnumerable<string?> Names(JsonNode report) => report["checks"]!.AsArray().Select(check => (string?)check!["name"]);

    private static string? Status(JsonNode report, string name) => (string?)report["checks"]!.AsArray().Single(check => (string?)check!["name"] == name)!["status"];

    private sealed class CountingCheck : IHealthCheck
    {
        private int count;

        public int Count => count;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref count);
            await Task.Delay(50, cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
