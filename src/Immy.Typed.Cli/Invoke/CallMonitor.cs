using Immy.Typed.Cli.Output;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Cli.Invoke;

/// <summary>Shows what the script writes besides its results, as it is written, and remembers whether it was all right.</summary>
internal sealed class CallMonitor(Messages messages, CallProgress progress, bool isTerminal) : IRunObserver
{
    private static readonly TimeSpan BetweenProgressLines = TimeSpan.FromSeconds(1);
    private DateTimeOffset _lastProgress = DateTimeOffset.MinValue;

    /// <summary>True when a block ended with less than it should.</summary>
    public bool IsPartial { get; private set; }

    public void OnRecord(BlockRun run, StreamRecord record)
    {
        switch (record.Kind)
        {
            case StreamKind.Error:
                // It arrives as a problem too, with its place.
                break;
            case StreamKind.Progress:
                ShowProgress(record);
                break;
            default:
                messages.Stream(record);
                break;
        }
    }

    public void OnProblem(BlockRun run, ScriptProblem problem) => messages.Problem(problem);

    public void OnCompleted(BlockRun run) => IsPartial |= run.Outcome == RunOutcome.Partial;

    // In a file one line a second says enough.
    private void ShowProgress(StreamRecord record)
    {
        progress.Tell(record.Message, record.PercentComplete);
        if (!isTerminal && record.At - _lastProgress >= BetweenProgressLines)
        {
            _lastProgress = record.At;
            messages.Stream(record.PercentComplete is { } percent ? record with { Message = $"{record.Message} ({percent} %)" } : record);
        }
    }
}
