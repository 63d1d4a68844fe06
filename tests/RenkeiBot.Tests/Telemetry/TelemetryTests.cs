using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Telemetry;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Telemetry;

/// <summary>What is measured, and where it goes.</summary>
public sealed class TelemetryTests
{
    private const string Question = "平成29年度第1回の講演会はいつ？";

    [Fact]
    public async Task A_turn_reaches_the_receiver_as_a_span_and_in_the_metrics_without_what_was_said()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var bot = await RunningBot.StartAsync(("Telemetry:OtlpEndpoint", receiver.Url));

        await bot.User().SendAsync(Question);
        using var probe = await bot.Http.GetAsync("/health/ready");
        await bot.StopAsync();

        Assert.Contains("RenkeiBot.BotFramework", receiver.Traces, StringComparison.Ordinal);
        Assert.Contains("turn message", receiver.Traces, StringComparison.Ordinal);
        Assert.Contains("answer", receiver.Traces, StringComparison.Ordinal);
        Assert.Matches("url.path[^/]{0,8}/api/messages", receiver.Traces);
        Assert.DoesNotMatch("url.path[^/]{0,8}/health/", receiver.Traces);
        Assert.All(["bot.turns", "bot.turn.duration", "renkeibot.answers", "renkeibot.health"], name => Assert.Contains(name, receiver.Metrics, StringComparison.Ordinal));
        Assert.All([receiver.Traces, receiver.Metrics], sent =>
        {
            Assert.DoesNotContain("講演会", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("山田", sent, StringComparison.Ordinal);
        });
        Assert.Contains(bot.Log, line => line.StartsWith("Information: Traces and metrics go to http://127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_refuses_is_logged_and_holds_up_nothing()
    {
        await using var receiver = await OtlpReceiver.StartAsync(status: 400);
        await using var bot = await RunningBot.StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Url + "/"));

        var outcome = await bot.User().SendAsync(Question);
        await bot.StopAsync();

        Assert.Equal(HttpStatusCode.OK, outcome.Status);
        Assert.Contains(bot.Log, line => line.StartsWith("Warning: Traces or metrics could not be sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_exported()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.DoesNotContain(bot.Log, line => line.Contains("Traces and metrics go to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turns_are_counted_by_type_and_outcome_and_role_answers_by_kind_and_refusals_by_status()
    {
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<ITurnFeature, BrokenFeature>());
        using var measured = new Measured(bot);
        var user = bot.User();

        await user.SendAsync(Question);
        await user.SendAsync("こわれる");
        await bot.Secretary().SendAsync("ヘルプ");
        var typing = user.Activity("typing");
        await user.PostAsync(typing);
        typing["type"] = "山田のひみつ";
        await user.PostAsync(typing);
        using var refused = await bot.Http.GetAsync("/api/messages");

        Assert.Equal(2, measured.Sum("bot.turns", "message", "completed"));
        Assert.Equal(1, measured.Sum("bot.turns", "message", "failed"));
        Assert.Equal(1, measured.Sum("bot.turns", "typing", "unhandled"));
        Assert.Equal(1, measured.Sum("bot.turns", "other", "unhandled"));
        Assert.Equal(5, measured.Count("bot.turn.duration"));
        Assert.Equal(1, measured.Sum("renkeibot.answers", "fact"));
        Assert.Equal(1, measured.Sum("renkeibot.uses", "secretariat"));
        Assert.Equal(4, measured.Sum("renkeibot.uses", "none"));
        Assert.Equal(1, measured.Sum("bot.requests.refused", "405"));
    }

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint", "localhost:4318")]
    [InlineData("Telemetry:OtlpEndpoint", "/v1/traces")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://localhost")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "https://user:secret@otel.example.jp")]
    [InlineData("Telemetry:OtlpEndpoint", "https://otel.example.jp/?key=secret")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("Telemetry:OtlpProtocol", "")]
    public void A_setting_that_makes_no_sense_stops_the_start_with_its_name_and_not_its_value(string setting, string value)
    {
        var refusal = RunningBot.Refusal<OptionsValidationException>("Development", (setting, value));

        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4318", "http/protobuf", "http://localhost:4318/v1/traces")]
    [InlineData("https://otel.example.jp/bot/", "http/protobuf", "https://otel.example.jp/bot/v1/traces")]
    [InlineData("http://localhost:4317", "grpc", "http://localhost:4317/")]
    public void Over_HTTP_each_signal_has_its_path(string endpoint, string protocol, string address) =>
        Assert.Equal(address, new TelemetryOptions { OtlpEndpoint = endpoint, OtlpProtocol = protocol }.Address("traces").AbsoluteUri);

    private sealed class BrokenFeature : ITurnFeature
    {
        public void Register(TurnRouter router) => router.OnCommand("こわれる", (_, _) => throw new InvalidOperationException("broken on purpose"));
    }

    /// <summary>What the meters of one bot measured: others may run in the same process.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentQueue<(string Name, double Value, string[] Tags)> measurements = [];
        private readonly MeterListener listener = new();

        public Measured(RunningBot bot)
        {
            var scope = bot.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Scope == scope && instrument.Meter.Name.StartsWith("RenkeiBot.", StringComparison.Ordinal))
                    own.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
            listener.Start();
        }

        public double Sum(string name, params string[] tags) => measurements.Where(m => m.Name == name && m.Tags.SequenceEqual(tags)).Sum(m => m.Value);

        public int Count(string name) => measurements.Count(m => m.Name == name);

        public void Dispose() => listener.Dispose();

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var texts = new List<string>();
            foreach (var tag in tags)
                texts.Add($"{tag.Value}");
            measurements.Enqueue((instrument.Name, value, [.. texts]));
        }
    }
}
