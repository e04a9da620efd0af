using Immy.Typed.Streams;

namespace Immy.Typed.Problems;

/// <summary>A call of a script block failed. <see cref="Run"/> holds what the block wrote until then.</summary>
/// <param name="integration">The integration's name.</param>
/// <param name="run">The run that failed.</param>
/// <param name="problems">What is wrong; at least one.</param>
public sealed class BlockException(string integration, BlockRun run, IReadOnlyList<ScriptProblem> problems)
    : IntegrationException(integration, problems)
{
    /// <summary>The run that failed.</summary>
    public BlockRun Run { get; } = run;
}
