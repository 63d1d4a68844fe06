using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Health;
using RenkeiBot.Service.Health.Checks;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Health;

/// <summary>What single checks find, and the settings of them all.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public async Task A_database_without_its_migrations_is_not_ready_and_one_of_a_newer_version_asks_for_care()
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-");
        var connection = $"Data Source={Path.Combine(folder.FullName, "renkeibot.db")};Pooling=False";
        try
        {
            await using var services = new ServiceCollection().AddDbContextFactory<RenkeiBotDbContext>(options => options.UseSqlite(connection)).BuildServiceProvider();
            var contexts = services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>();
            var check = new MigrationsHealth(contexts);

            Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext(), default)).Status);

            await using var context = await contexts.CreateDbContextAsync();
            await context.Database.MigrateAsync();
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '6.0.7')");
            Assert.Equal(HealthStatus.Degraded, (await check.CheckHealthAsync(new HealthCheckContext(), default)).Status);

            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'");
            Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext(), default)).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_a_check_throws_is_not_shown()
    {
        var entry = new HealthReportEntry(HealthStatus.Unhealthy, "Login failed for user 'sa' at sql.example.jp", TimeSpan.Zero, new TimeoutException("secret"), null);

        Assert.Equal("The check failed: TimeoutException.", Finding.Reason(entry));
        Assert.Equal("確認できませんでした。", Finding.Japanese(entry));
    }

    [Theory]
    [InlineData("Health:CheckTimeout", "00:00:00")]
    [InlineData("Health:CheckTimeout", "01:00:00")]
    [InlineData("Health:LowDiskMegabytes", "-1")]
    public void A_setting_that_makes_no_sense_stops_the_start_with_its_name(string setting, string value)
    {
        var refusal = RunningBot.Refusal<OptionsValidationException>("Development", (setting, value));

        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_check_is_time_boxed_by_the_setting()
    {
        await using var bot = await RunningBot.StartAsync(("Health:CheckTimeout", "00:00:05"));

        var registrations = bot.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.All(registrations, registration => Assert.Equal(TimeSpan.FromSeconds(5), registration.Timeout));
    }
}
