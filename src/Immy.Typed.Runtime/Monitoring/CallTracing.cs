using System.Diagnostics;
using Immy.Typed.Streams;

namespace Immy.Typed.Monitoring;

/// <summary>
/// What the runtime traces, under the source <c>Immy.Typed</c>: a span for each call of a block, and below it one for each HTTP request of its script. Nothing in a span can
/// hold a secret: no argument, no result, no text of a script. Where nobody listens, a call pays for one look.
/// </summary>
internal static class CallTracing
{
    public const string SourceName = "Immy.Typed";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a call; null when nobody listens.</summary>
    public static Activity? Start(BlockRun run)
    {
        if (!Source.HasListeners() || Source.StartActivity(run.Block.ToString()) is not { } span)
        {
            return null;
        }

        span.SetTag("faas.name", run.Block.ToString());
        span.SetTag("immy.integration", run.Integration);
        return span;
    }

    /// <summary>Ends the span of a call.</summary>
    public static void End(Activity? span, BlockRun run)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("immy.outcome", run.Outcome.ToString());
        span.SetTag("immy.count", run.Count);
        if (run.Outcome is not (RunOutcome.Ok or RunOutcome.Partial))
        {
            span.SetTag("error.type", run.Outcome.ToString());
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }

    /// <summary>Adds the span of a request that a call's script sent.</summary>
    public static void Add(Activity? call, OutboundRequest request)
    {
        if (call is null || Source.StartActivity(request.Method, ActivityKind.Client, call.Context, startTime: request.At) is not { } span)
        {
            return;
        }

        var (host, port) = request.Host.LastIndexOf(':') is > 0 and var colon && int.TryParse(request.Host.AsSpan(colon + 1), out var number) ? (request.Host[..colon], (int?)number) : (request.Host, null);
        span.SetTag("http.request.method", request.Method);
        span.SetTag("server.address", host);
        span.SetTag("server.port", port);
        span.SetTag("url.path", request.Path);
        span.SetTag("http.response.status_code", request.Status);
        if (request.Status is null or >= 400)
        {
            span.SetTag("error.type", request.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no_answer");
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.SetEndTime((request.At + request.Duration).UtcDateTime);
        span.Dispose();
    }
}
