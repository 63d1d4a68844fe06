using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using RenkeiBot.Service.Clock;

namespace RenkeiBot.Tests.Service;

/// <summary>The setting Clock:Now.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Time_stands_still_at_the_moment_of_the_setting()
    {
        await using var bot = await RunningBot.StartAsync(("Clock:Now", "2024-08-13T10:00:00+09:00"));

        Assert.Equal(new DateTimeOffset(2024, 8, 13, 1, 0, 0, TimeSpan.Zero), bot.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T09:00:00")]
    [InlineData("tomorrow")]
    public void A_moment_that_cannot_be_read_stops_the_start_with_the_setting_s_name(string now)
    {
        var refusal = RunningBot.Refusal<OptionsValidationException>("Development", ("Clock:Now", now));

        Assert.Contains("Clock:Now", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_moment_is_refused_outside_of_Development()
    {
        var validator = new ClockOptionsValidator(new HostingEnvironment { EnvironmentName = "Production" });

        var result = validator.Validate(null, new ClockOptions { Now = RunningBot.Now });

        Assert.Contains("Clock:Now", result.FailureMessage, StringComparison.Ordinal);
        Assert.True(validator.Validate(null, new ClockOptions()).Succeeded);
    }
}
