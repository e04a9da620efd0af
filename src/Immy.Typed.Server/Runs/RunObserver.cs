using System.Collections.Concurrent;
using Immy.Typed.Problems;
using Immy.Typed.Server.Telemetry;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.Runs;

/// <summary>Writes down what the script blocks of one provider link do, or what a script does that is a whole run.</summary>
internal sealed class RunObserver(RunLog log, Guid link, TimeProvider time, LiveRun? whole = null) : IRunObserver
{
    // The runtime tells the end of every call that it told the beginning of.
    private readonly ConcurrentDictionary<BlockRun, LiveRun> _runs = new();

    /// <summary>The last that began.</summary>
    public BlockRun? Last { get; private set; }

    public void OnStarted(BlockRun run)
    {
        Last = run;
        var scope = RunLog.Current;
        scope?.Add(run);
        var live = whole ?? (scope is { IsWhole: true } ? scope.Live : log.OpenBlock(run.Block.ToString(), link, run.StartedAt));
        _runs[run] = live;
        TelemetryFeature.NameCall(live.Run);
    }

    public void OnRecord(BlockRun run, StreamRecord record)
        => Add(run, Enum.Parse<RunEventKind>(record.Kind.ToString()), record.At, record.Message, record.Location);

    public void OnRequest(BlockRun run, OutboundRequest request)
        => Add(run, RunEventKind.Request, request.At, $"{request.Method} {request.Host}{request.Path}: {request.Error ?? $"{request.Status}"} ({request.Duration.TotalMilliseconds:0} ms)", null);

    public void OnProblem(BlockRun run, ScriptProblem problem)
        => Add(run, RunEventKind.Problem, time.GetUtcNow(), (problem with { Location = null }).ToString(), problem.Location);

    public void OnCompleted(BlockRun run)
    {
        if (_runs.TryRemove(run, out var live) && live.Run.Kind == RunKind.Block)
        {
            live.Change(row =>
            {
                row.Count = run.Count;
                row.Message = run.Outcome == RunOutcome.Ok ? null : run.Problems.FirstOrDefault(static problem => problem.Severity == ProblemSeverity.Error)?.Message;
                log.End(row, StateOf(run.Outcome), run.StartedAt + run.Duration);
            });
        }
    }

    /// <summary>The state of a run whose block ended so.</summary>
    public static RunState StateOf(RunOutcome outcome) => Enum.Parse<RunState>(outcome.ToString());

    private void Add(BlockRun run, RunEventKind kind, DateTimeOffset at, string text, ScriptLocation? location)
    {
        if (_runs.TryGetValue(run, out var live))
        {
            live.Add(new RunEvent { RunId = live.Run.Id, At = at, Kind = kind, Text = RunText.Of(text), File = location?.File, Line = location?.Line, Column = location?.Column });
        }
    }
}
