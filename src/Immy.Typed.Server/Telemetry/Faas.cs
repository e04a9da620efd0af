using System.Diagnostics;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Telemetry;

/// <summary>OpenTelemetry's names for functions as a service, which fit scripts that somebody else wrote: a run is an invocation.</summary>
internal static class Faas
{
    /// <summary>What the process is.</summary>
    public static IReadOnlyDictionary<string, object> Resource { get; } = new Dictionary<string, object>
    {
        ["faas.name"] = "immy-typed-server",
        ["faas.version"] = ProductVersion.Text,
        ["faas.instance"] = $"{Environment.MachineName}/{Environment.ProcessId}",
    };

    /// <summary>What made a run begin: a timer of the server, or a request.</summary>
    public static string TriggerOf(Run run) => run.CausedBy == "job" ? "timer" : "http";

    public static void Describe(Activity span, Run run)
    {
        span.SetTag("faas.trigger", TriggerOf(run));
        span.SetTag("faas.invocation_id", run.Id.ToString());
        span.SetTag("immy.provider_link", run.ProviderLinkId?.ToString());
        if (run.CausedBy == "job")
        {
            span.SetTag("faas.time", run.StartedAt.UtcDateTime.ToString("O"));
        }
    }
}
