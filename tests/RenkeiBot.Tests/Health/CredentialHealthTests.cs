using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Health;
using RenkeiBot.Service.Health.Checks;
using RenkeiBot.Tests.BotFramework;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Health;

/// <summary>How the end of the bot's credential is announced.</summary>
public sealed class CredentialHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(31, HealthStatus.Healthy, "The client secret expires in 31 days.")]
    [InlineData(30, HealthStatus.Degraded, "The client secret expires in 30 days.")]
    [InlineData(0, HealthStatus.Degraded, "The client secret expires in 0 days.")]
    [InlineData(-1, HealthStatus.Unhealthy, "The client secret has expired.")]
    public void The_nearer_the_end_the_worse(int days, HealthStatus status, string reason)
    {
        var result = CredentialHealth.Judge(new Credential("client secret", Now.AddDays(days)), Now);

        Assert.Equal(status, result.Status);
        Assert.Equal(reason, result.Description);
    }

    [Fact]
    public void A_managed_identity_has_no_end_and_development_no_credential()
    {
        Assert.Equal(HealthStatus.Healthy, CredentialHealth.Judge(new Credential("managed identity", null), Now).Status);
        Assert.Equal(HealthStatus.Healthy, CredentialHealth.Judge(null, Now).Status);
    }

    [Fact]
    public async Task Each_stage_is_told_once_and_a_new_credential_ends_the_reminders()
    {
        var log = new LibraryBot.RecordedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var days = 45;
        using var reminder = new CredentialReminder(
            () => new Credential("certificate", Now.AddDays(days)), null, new StoppedClock(Now), loggers.CreateLogger<CredentialReminder>());

        foreach (var left in (int[])[45, 30, 29, 14, 10, 7, 3, 0, -1, -5, 300, 20])
        {
            days = left;
            await reminder.RemindAsync(CancellationToken.None);
        }

        Assert.Equal(
            [
                "Warning: The certificate of the bot expires in 30 days",
                "Warning: The certificate of the bot expires in 14 days",
                "Error: The certificate of the bot expires in 7 days: renew it now",
                "Critical: The certificate of the bot has expired: it cannot answer any more",
                "Warning: The certificate of the bot expires in 20 days",
            ],
            log.Lines);
    }

    [Fact]
    public async Task A_running_bot_shows_and_logs_that_its_credential_ends_soon()
    {
        var end = DateTimeOffset.Parse(RunningBot.Now, null).AddDays(12);
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<CredentialLookup>(() => new Credential("client secret", end)));

        var outcome = await bot.Secretary().SendAsync("診断");

        Assert.Contains("（認証情報）", outcome.Answer, StringComparison.Ordinal);
        Assert.Contains("期限まであと12日です。", AnswersTests.Texts(outcome.Card!));
        Assert.Contains("Warning: The client secret of the bot expires in 12 days", bot.Log);
    }
}
