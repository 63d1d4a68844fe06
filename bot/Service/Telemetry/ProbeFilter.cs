using System.Diagnostics;
using OpenTelemetry;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Leaves probes of the health out of the traces: a request every few seconds that says nothing new would be most of them.</summary>
internal sealed class ProbeFilter : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data is { Kind: ActivityKind.Server } && data.GetTagItem("url.path") is string path && path.StartsWith("/health/", StringComparison.Ordinal))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
