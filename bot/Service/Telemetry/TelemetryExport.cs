using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Health;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Sends traces and metrics over OTLP while the service runs: the bot's own and the framework's. Without an endpoint nothing is built, and nothing is measured.</summary>
internal sealed partial class TelemetryExport(IOptions<TelemetryOptions> options, ILogger<TelemetryExport> logger) : IHostedService, IDisposable
{
    private static readonly string[] Sources = [BotFrameworkTelemetry.Name, ServiceTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
    [
        BotFrameworkTelemetry.Name, ServiceTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
    ];

    private readonly Lock gate = new();

    private Task? stopping;
    private TelemetryTrouble? trouble;
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint is { } endpoint)
            Export(endpoint);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Sends what is left. A receiver that is gone must not hold up the end: after five seconds the rest is given up. Who stops the host a second time waits for the first:
    /// what is measured is disposed of after that.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            stopping ??= Task.Run(
                () =>
                {
                    traces?.Shutdown(5_000);
                    metrics?.Shutdown(5_000);
                },
                CancellationToken.None);
        }

        return stopping.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        trouble?.Dispose();
    }

    /// <summary>Alone in its method: without an endpoint the libraries are not even loaded.</summary>
    private void Export(Uri endpoint)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("RenkeiBot", serviceVersion: ServiceRun.Version);
        trouble = new TelemetryTrouble(LogTrouble);
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddProcessor(new ProbeFilter())
            .AddOtlpExporter(exporter => Address(exporter, "traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(exporter => Address(exporter, "metrics"))
            .Build();
        LogExporting(endpoint, options.Value.OtlpProtocol);
    }

    private void Address(OtlpExporterOptions exporter, string signal)
    {
        exporter.Protocol = options.Value.OtlpProtocol == TelemetryOptions.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = options.Value.Address(signal);
    }

    [LoggerMessage(77, LogLevel.Information, "Traces and metrics go to {Endpoint} by {Protocol}")]
    private partial void LogExporting(Uri endpoint, string protocol);

    [LoggerMessage(78, LogLevel.Warning, "Traces or metrics could not be sent: {Trouble}")]
    private partial void LogTrouble(string trouble);
}
