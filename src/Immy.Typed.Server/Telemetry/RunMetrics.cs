using System.Diagnostics.Metrics;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Telemetry;

/// <summary>What the server measures of its runs, from its start on; what scripts do is measured by the runtime.</summary>
internal sealed class RunMetrics(IMeterFactory meters, RunLog log) : IHostedService
{
    public const string MeterName = "Immy.Typed.Server";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(MeterName).CreateObservableUpDownCounter("immy.runs.running", Running, "{run}", "Runs that go on in this process, syncs among them.");
        return Task.CompletedTask;
    }

    // The factory ends the meter with the server.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Every kind, so that one that ended is seen to have ended.
    private IEnumerable<Measurement<int>> Running()
    {
        var running = log.Live.Where(static live => live.Run.EndedAt is null).CountBy(static live => live.Run.Kind).ToDictionary();
        return Enum.GetValues<RunKind>().Select(kind => new Measurement<int>(running.GetValueOrDefault(kind), new KeyValuePair<string, object?>("immy.kind", kind.ToString())));
    }
}
