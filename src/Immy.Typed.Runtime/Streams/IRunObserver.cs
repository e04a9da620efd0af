using Immy.Typed.Problems;

namespace Immy.Typed.Streams;

/// <summary>
/// Sees every call of every script block. Methods run on the session's thread, while the script waits:
/// hand the work on if it takes long. Everything that arrives is masked.
/// </summary>
public interface IRunObserver
{
    /// <summary>A block is about to run.</summary>
    /// <param name="run">The run.</param>
    void OnStarted(BlockRun run)
    {
    }

    /// <summary>The script wrote to a stream.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">What it wrote.</param>
    void OnRecord(BlockRun run, StreamRecord record)
    {
    }

    /// <summary>The script sent an HTTP request, and its answer or failure is there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="request">What was sent, without anything in which secrets travel.</param>
    void OnRequest(BlockRun run, OutboundRequest request)
    {
    }

    /// <summary>Something is wrong with what the script did or wrote.</summary>
    /// <param name="run">The run.</param>
    /// <param name="problem">What is wrong.</param>
    void OnProblem(BlockRun run, ScriptProblem problem)
    {
    }

    /// <summary>The run is complete: nothing of it changes any more.</summary>
    /// <param name="run">The run.</param>
    void OnCompleted(BlockRun run)
    {
    }
}
