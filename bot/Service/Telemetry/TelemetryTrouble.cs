using System.Diagnostics.Tracing;
using System.Globalization;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Hears what OpenTelemetry reports to nobody: that a receiver refuses or cannot be reached. Once a minute at most, as it repeats with every batch.</summary>
internal sealed class TelemetryTrouble : EventListener
{
    private const string ExporterSource = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Action<string> tell;
    private DateTime? told;

    public TelemetryTrouble(Action<string> tell)
    {
        this.tell = tell;
        // The base class announces sources that exist already before this constructor has run.
        foreach (var source in EventSource.GetSources())
            Enable(source);
    }

    protected override void OnEventSourceCreated(EventSource eventSource) => Enable(eventSource);

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (gate)
        {
            if (tell is null || eventData.TimeStamp - told < Quiet)
                return;
            told = eventData.TimeStamp;
        }

        var message = eventData.Message ?? eventData.EventName ?? "";
        tell(eventData.Payload is { Count: > 0 } payload ? string.Format(CultureInfo.InvariantCulture, message, [.. payload]) : message);
    }

    private void Enable(EventSource source)
    {
        if (source.Name == ExporterSource)
            EnableEvents(source, EventLevel.Warning);
    }
}
