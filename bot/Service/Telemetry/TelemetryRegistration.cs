using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Adds traces and metrics, and their export where an endpoint is set.</summary>
internal static class TelemetryRegistration
{
    private const string BareRequestSpans = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    /// <summary>Comes before what is measured: hosted services stop in the reverse order, and the export sends the rest as it stops.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // Otherwise the framework's spans of requests do not even have a path: OpenTelemetry's own instrumentation would add it, and is not here.
        AppContext.SetSwitch(BareRequestSpans, false);
        services.AddOptions<TelemetryOptions>().Configure(options =>
        {
            options.OtlpEndpoint = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
            options.OtlpProtocol = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? options.OtlpProtocol;
            configuration.GetSection("Telemetry").Bind(options);
        }).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddSingleton<ServiceTelemetry>();
        services.AddHostedService<TelemetryExport>();
        return services;
    }
}
