using System.Diagnostics;
using Immy.Typed.Server.Runs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Immy.Typed.Server.Telemetry;

/// <summary>Sends traces and metrics by OpenTelemetry's protocol, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whereto. OpenTelemetry's other variables hold too.</summary>
internal static class TelemetryFeature
{
    // Spans and instruments of the runtime have this name.
    private const string Runtime = "Immy.Typed";

    private static readonly string[] Meters = [Runtime, RunMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<RunMetrics>();
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("immy-typed-server").AddEnvironmentVariableDetector())
            .WithTracing(static tracing => tracing.AddAspNetCoreInstrumentation().AddSource(Runtime).AddOtlpExporter())
            .WithMetrics(static metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        return services;
    }

    /// <summary>Gives the span of a block's call, where there is one, the ids by which its record is found.</summary>
    public static void NameCall(Run run)
    {
        if (Activity.Current is { Source.Name: Runtime } span)
        {
            span.SetTag("faas.invocation_id", run.Id.ToString());
            span.SetTag("faas.trigger", run.CausedBy == "job" ? "timer" : "http");
            span.SetTag("immy.provider_link", run.ProviderLinkId?.ToString());
        }
    }
}
