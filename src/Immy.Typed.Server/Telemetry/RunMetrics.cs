using System.Diagnostics.Metrics;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Telemetry;

/// <summary>What the server measures of its runs, under OpenTelemetry's names for functions; what scripts do is measured by the runtime.</summary>
internal sealed class RunMetrics
{
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _invocations;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _timeouts;

    // The factory ends the meter with the server.
    public RunMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryFeature.Server);
        _durations = meter.CreateHistogram(
            "faas.invoke_duration", "s", "How long runs took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });
        _invocations = meter.CreateCounter<long>("faas.invocations", "{invocation}", "Runs that gave a result.");
        _errors = meter.CreateCounter<long>("faas.errors", "{error}", "Runs that gave none, except those that took too long.");
        _timeouts = meter.CreateCounter<long>("faas.timeouts", "{timeout}", "Runs that took longer than they may.");
        meter.CreateObservableUpDownCounter("immy.runs.running", Running, "{run}", "Runs that go on in this process, syncs among them.");
    }

    /// <summary>The runs that go on; set by their log, which exists for as long.</summary>
    public Func<IEnumerable<Run>> Source { get; set; } = static () => [];

    /// <summary>A run has ended.</summary>
    public void Ended(Run run)
    {
        if (!_durations.Enabled && !_invocations.Enabled)
        {
            return;
        }

        KeyValuePair<string, object?>[] tags = [new("faas.trigger", Faas.TriggerOf(run)), new("immy.kind", run.Kind.ToString())];
        _durations.Record((run.EndedAt!.Value - run.StartedAt).TotalSeconds, tags);
        var counter = run.State switch
        {
            RunState.Ok or RunState.Partial => _invocations,
            RunState.TimedOut => _timeouts,
            _ => _errors,
        };
        counter.Add(1, tags);
    }

    // Every kind, so that one that ended is seen to have ended.
    private IEnumerable<Measurement<int>> Running()
    {
        var running = Source().Where(static run => run.EndedAt is null).CountBy(static run => run.Kind).ToDictionary();
        return Enum.GetValues<RunKind>().Select(kind => new Measurement<int>(running.GetValueOrDefault(kind), new KeyValuePair<string, object?>("immy.kind", kind.ToString())));
    }
}
