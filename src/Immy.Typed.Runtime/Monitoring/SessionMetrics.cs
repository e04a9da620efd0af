using System.Diagnostics.Metrics;
using Immy.Typed.Pooling;
using Immy.Typed.Streams;

namespace Immy.Typed.Monitoring;

/// <summary>What the runtime measures, under the meter <c>Immy.Typed</c>.</summary>
internal sealed class SessionMetrics : IDisposable
{
    public const string MeterName = "Immy.Typed";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _recycled;
    private readonly Counter<long> _abandoned;
    private readonly Counter<long> _dropped;

    public SessionMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram<double>("immy.call.duration", "s", "How long calls of blocks took, the wait for a session included.");
        _wait = _meter.CreateHistogram<double>("immy.call.wait", "s", "How long calls waited for a session.");
        _recycled = _meter.CreateCounter<long>("immy.sessions.recycled", "{session}", "Sessions that were closed in between calls.");
        _abandoned = _meter.CreateCounter<long>("immy.sessions.abandoned", "{session}", "Sessions whose script did not stop.");
        _dropped = _meter.CreateCounter<long>("immy.stream.dropped", "{record}", "Stream records that no run keeps.");
    }

    /// <summary>Shows how the sessions of each instance are.</summary>
    public void Observe(Func<IReadOnlyList<(string Instance, SessionStatus Status)>> statuses)
    {
        Gauge("immy.sessions.open", "{session}", "Open sessions, idle ones included.", static status => status.Open);
        Gauge("immy.sessions.idle", "{session}", "Sessions that wait for a call.", static status => status.Idle);
        Gauge("immy.sessions.hung", "{session}", "Abandoned scripts that still hang.", static status => status.Hung);
        Gauge("immy.calls.running", "{call}", "Calls that have a session.", static status => status.Running);
        Gauge("immy.calls.waiting", "{call}", "Calls that wait for a session.", static status => status.Waiting);

        void Gauge(string name, string unit, string description, Func<SessionStatus, int> value) => _meter.CreateObservableUpDownCounter(
            name, () => statuses().Select(pair => new Measurement<int>(value(pair.Status), Integration(pair.Instance))), unit, description);
    }

    public void Waited(string integration, TimeSpan wait) => _wait.Record(wait.TotalSeconds, Integration(integration));

    public void Completed(BlockRun run)
    {
        if (_duration.Enabled)
        {
            _duration.Record(run.Duration.TotalSeconds, Integration(run.Integration), new("immy.block", run.Block.ToString()), new("immy.outcome", run.Outcome.ToString()));
        }
    }

    public void Recycled(string integration, RecycleReason reason) => _recycled.Add(1, Integration(integration), new("immy.reason", reason.ToString()));

    public void Abandoned(string integration) => _abandoned.Add(1, Integration(integration));

    public void Dropped(string integration, int count) => _dropped.Add(count, Integration(integration));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Integration(string name) => new("immy.integration", name);
}
