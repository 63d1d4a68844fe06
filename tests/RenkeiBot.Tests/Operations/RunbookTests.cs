using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Health;
using RenkeiBot.Service.Telemetry;

namespace RenkeiBot.Tests.Operations;

/// <summary>docs/operations.md says what the service does: settings, refusals, log events, checks and metrics are held against the code.</summary>
public sealed class RunbookTests
{
    private static readonly Assembly[] Assemblies = [typeof(Program).Assembly, typeof(TurnRouter).Assembly, typeof(RenkeiBotDbContext).Assembly];

    private static string Runbook => Repository.Read("docs/operations.md");

    [Fact]
    public void The_table_of_settings_has_every_property_of_every_options_type()
    {
        Assert.NotEmpty(SettingsTable.Properties);
        Assert.All(SettingsTable.Properties, item => Assert.Matches($"`([A-Za-z:]+:)?{Regex.Escape(item.Setting)}`", SettingsTable.Text));
    }

    [Fact]
    public void The_table_of_settings_has_the_sentences_of_the_refusals()
    {
        string?[] sentences =
        [
            .. new TelemetryOptionsValidator().Validate(null, new TelemetryOptions { OtlpEndpoint = "x", OtlpProtocol = "x" }).Failures!,
            .. new HealthOptionsValidator().Validate(null, new HealthOptions { CheckTimeout = default, LowDiskMegabytes = -1 }).Failures!,
            .. new ClockOptionsValidator(new HostingEnvironment { EnvironmentName = "Development" }).Validate(null, new ClockOptions { Now = "x" }).Failures!,
        ];

        Assert.All(sentences, sentence => Assert.Contains(sentence!, SettingsTable.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_messages_has_every_log_event_and_no_id_means_two_things()
    {
        var events = Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().ToList();
        var table = SettingsTable.Section(Runbook, "## Messages of the service");

        Assert.NotEmpty(events);
        Assert.Equal(events.Count, events.Select(message => message.EventId).Distinct().Count());
        Assert.All(events, message => Assert.Matches($@"(?m)^\| {message.EventId} \| {message.Level} \|", table));
    }

    [Fact]
    public void The_runbook_names_every_check_and_every_metric()
    {
        var checks = typeof(HealthNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        string[] metrics = ["bot.turns", "bot.turn.duration", "bot.turns.waiting", "bot.requests.refused", "renkeibot.answers", "renkeibot.uses", "renkeibot.health"];

        Assert.All(checks.Concat(metrics), name => Assert.Contains($"`{name}`", Runbook, StringComparison.Ordinal));
    }
}
