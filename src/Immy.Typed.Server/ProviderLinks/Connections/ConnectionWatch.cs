using System.Collections.Concurrent;
using Immy.Typed.Problems;
using Immy.Typed.Server.Runs;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Keeps what the blocks of a connection test say, for its answer, besides writing it into the run.</summary>
internal sealed class ConnectionWatch(RunObserver inner) : IRunObserver
{
    private readonly ConcurrentQueue<ConnectionRecord> _records = new();
    private readonly ConcurrentQueue<ScriptProblem> _problems = new();
    private readonly ConcurrentQueue<ConnectionRequest> _requests = new();

    public IReadOnlyCollection<ConnectionRecord> Records => _records;

    public IReadOnlyCollection<ScriptProblem> Problems => _problems;

    public IReadOnlyCollection<ConnectionRequest> Requests => _requests;

    public void OnStarted(BlockRun run) => inner.OnStarted(run);

    public void OnRecord(BlockRun run, StreamRecord record)
    {
        _records.Enqueue(new(record.At, run.Block.Name, record.Kind, record.Message, record.Location?.File, record.Location?.Line, record.Location?.Column));
        inner.OnRecord(run, record);
    }

    public void OnRequest(BlockRun run, OutboundRequest request)
    {
        _requests.Enqueue(new(request.At, $"{request.Method} {request.Host}{request.Path}", request.Status, request.Error, request.Duration));
        inner.OnRequest(run, request);
    }

    public void OnProblem(BlockRun run, ScriptProblem problem)
    {
        _problems.Enqueue(problem);
        inner.OnProblem(run, problem);
    }

    public void OnCompleted(BlockRun run) => inner.OnCompleted(run);
}
