using Immy.Typed.Streams;

namespace Immy.Typed.Cli.Demo;

/// <summary>Keeps the runs of a step.</summary>
internal sealed class RunRecorder : IRunObserver
{
    private readonly Lock _gate = new();
    private List<BlockRun> _runs = [];

    public void OnCompleted(BlockRun run)
    {
        lock (_gate)
        {
            _runs.Add(run);
        }
    }

    /// <summary>The runs since the last time.</summary>
    public IReadOnlyList<BlockRun> Take()
    {
        lock (_gate)
        {
            var runs = _runs;
            _runs = [];
            return runs;
        }
    }
}
