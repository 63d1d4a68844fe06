using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Where traces and metrics go. The names that OpenTelemetry gives the settings work too; those of the section <c>Telemetry</c> go first.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The OTLP endpoint (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>); without one nothing is measured for anyone.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c> (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>).</summary>
    public string OtlpProtocol { get; set; } = HttpProtobuf;

    public const string HttpProtobuf = "http/protobuf";
    public const string Grpc = "grpc";

    /// <summary>The endpoint as an address; null without one.</summary>
    public Uri? Endpoint => string.IsNullOrWhiteSpace(OtlpEndpoint) ? null : new Uri(OtlpEndpoint);

    /// <summary>The address for one signal: OTLP over HTTP has a path for each, gRPC one address for all.</summary>
    public Uri Address(string signal) =>
        OtlpProtocol == Grpc ? Endpoint! : new Uri(Endpoint!.AbsoluteUri.TrimEnd('/') + "/v1/" + signal);
}

/// <summary>Refuses an endpoint that nothing could be sent to: measurements that go nowhere are missed when they are needed.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var failures = new List<string>();
        if (!string.IsNullOrWhiteSpace(options.OtlpEndpoint) && !IsAddress(options.OtlpEndpoint))
            failures.Add("Telemetry:OtlpEndpoint (or OTEL_EXPORTER_OTLP_ENDPOINT) must be an http or https URL without user name and query, such as http://localhost:4318.");
        if (options.OtlpProtocol is not (TelemetryOptions.HttpProtobuf or TelemetryOptions.Grpc))
            failures.Add("Telemetry:OtlpProtocol (or OTEL_EXPORTER_OTLP_PROTOCOL) must be http/protobuf or grpc.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    // A user name or a query would carry a secret, and the address is logged. Secrets belong into OTEL_EXPORTER_OTLP_HEADERS.
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { UserInfo: "", Query: "", Fragment: "" };
}
