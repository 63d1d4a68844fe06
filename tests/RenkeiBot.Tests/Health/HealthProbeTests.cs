using RenkeiBot.Service.Health;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Health;

/// <summary>The probe that the container asks.</summary>
public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("http://localhost:8080", null, "8080")]
    [InlineData("http://localhost:5000", "http://+:5000;https://+:5001", "8080")]
    [InlineData("http://localhost:5000", "http://0.0.0.0:5000/", null)]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978", null)]
    [InlineData("http://localhost:3978", null, null)]
    public void It_asks_where_the_service_listens(string address, string? urls, string? ports) => Assert.Equal(address, HealthProbe.Address(urls, ports));

    [Fact]
    public async Task It_ends_with_0_while_the_service_is_ready_and_with_1_otherwise()
    {
        await using var bot = await RunningBot.StartAsync();
        string[] args = ["health", bot.Http.BaseAddress!.ToString().TrimEnd('/')];
        Assert.True(HealthProbe.IsAskedFor(args));

        Assert.Equal(0, await HealthProbe.RunAsync(args));
        File.Delete(bot.Database);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        Assert.Equal(1, await HealthProbe.RunAsync(args));
        await bot.StopAsync();
        Assert.Equal(1, await HealthProbe.RunAsync(args));
        Assert.Equal(1, await HealthProbe.RunAsync(["health", "nowhere"]));
    }

    [Fact]
    public void What_the_service_is_started_with_is_no_probe() => Assert.False(HealthProbe.IsAskedFor(["--urls", "http://127.0.0.1:3978"]));
}
