using System.Collections.Concurrent;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.Runs;

/// <summary>The last complete run of each block of one provider link.</summary>
internal sealed class LastRuns : IRunObserver
{
    private readonly ConcurrentDictionary<string, BlockRun> _runs = new();

    public BlockRun? Last(string block) => _runs.GetValueOrDefault(block);

    public void OnCompleted(BlockRun run) => _runs[run.Block.ToString()] = run;
}
