using System.Diagnostics;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Telemetry;

/// <summary>A span for each run that is more than one call of a script block, which has its own.</summary>
internal static class RunSpans
{
    private static readonly ActivitySource Source = new(TelemetryFeature.Server);

    /// <summary>Begins it, named by the run's kind: names of runs hold names of computers and routes of webhooks. Null when nobody listens.</summary>
    public static Activity? Begin(Run run)
    {
        if (!Source.HasListeners() || Source.StartActivity(run.Kind.ToString()) is not { } span)
        {
            return null;
        }

        Faas.Describe(span, run);
        return span;
    }

    public static void End(Activity? span, RunState state)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("immy.state", state.ToString());
        span.SetStatus(state is RunState.Ok or RunState.Partial ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        span.Dispose();
    }
}
