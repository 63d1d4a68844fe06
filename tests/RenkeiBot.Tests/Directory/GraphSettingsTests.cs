using Microsoft.Extensions.Options;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Directories;

/// <summary>What stops the start where Graph is wanted.</summary>
public sealed class GraphSettingsTests
{
    private const string Tenant = "d0000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("Graph:BaseUrl", "https://graph.example.com/v1.0")]
    [InlineData("Graph:BaseUrl", "http://graph.microsoft.com/v1.0")]
    [InlineData("Graph:BaseUrl", "https://graph.microsoft.com/v1.0/x?y=z")]
    [InlineData("Graph:AppExternalId", "renkei")]
    [InlineData("Graph:Mailbox", "renkei")]
    [InlineData("Graph:MaxAttempts", "0")]
    [InlineData("Graph:Timeout", "00:00:00")]
    [InlineData("MicrosoftAppTenantId", "")]
    public void A_setting_that_makes_no_sense_is_named(string setting, string value)
    {
        (string, string)[] good = [("Graph:Enabled", "true"), ("Graph:BaseUrl", "http://127.0.0.1:1/v1.0"), ("MicrosoftAppTenantId", Tenant)];

        var refusal = RunningBot.Refusal<OptionsValidationException>("Development", [.. good.Where(one => one.Item1 != setting), (setting, value)]);

        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_Graph_needs_an_app_to_ask_as() =>
        Assert.Contains("MicrosoftAppId", RunningBot.Refusal<OptionsValidationException>("Development", ("Graph:Enabled", "true"), ("MicrosoftAppTenantId", Tenant)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Where_Graph_is_not_wanted_its_other_settings_stop_nothing()
    {
        await using var bot = await RunningBot.StartAsync(("Graph:BaseUrl", "nowhere"), ("Graph:Mailbox", "nobody"));

        Assert.NotEmpty((await bot.User().SendAsync("ヘルプ")).Replies);
    }
}
