using System.Diagnostics;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Runs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Immy.Typed.Server.Telemetry;

/// <summary>Sends traces and metrics by OpenTelemetry's protocol, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whereto. OpenTelemetry's other variables hold too.</summary>
internal static class TelemetryFeature
{
    /// <summary>Spans and instruments of the server have this name.</summary>
    public const string Server = "Immy.Typed.Server";

    // Where a call goes to another grain, perhaps on another machine, its trace goes on.
    private const string Cluster = "Microsoft.Orleans.Application";

    // Spans and instruments of the runtime have this name.
    private const string Runtime = "Immy.Typed";

    private static readonly string[] Meters = [Runtime, Server, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RunMetrics>();
        if (!IsOn(configuration))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("immy-typed-server", serviceVersion: ProductVersion.Text).AddAttributes(Faas.Resource).AddEnvironmentVariableDetector())
            .WithTracing(static tracing => tracing.AddAspNetCoreInstrumentation().AddSource(Runtime, Server, Cluster).AddOtlpExporter())
            .WithMetrics(static metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        return services;
    }

    /// <summary>Whether traces and metrics are sent.</summary>
    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    /// <summary>Gives the span of a block's call, where there is one, the ids by which its record is found.</summary>
    public static void NameCall(Run run)
    {
        if (Activity.Current is { Source.Name: Runtime } span)
        {
            Faas.Describe(span, run);
        }
    }
}
