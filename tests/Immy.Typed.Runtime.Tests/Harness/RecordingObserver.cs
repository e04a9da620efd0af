using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>Keeps every completed run.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    private readonly List<BlockRun> _runs = [];

    public IReadOnlyList<BlockRun> Runs
    {
        get
        {
            lock (_runs)
            {
                return [.. _runs];
            }
        }
    }

    public BlockRun Last => Runs[^1];

    public void OnCompleted(BlockRun run)
    {
        lock (_runs)
        {
            _runs.Add(run);
        }
    }
}
