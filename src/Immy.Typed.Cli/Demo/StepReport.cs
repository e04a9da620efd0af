using Immy.Typed.Cli.Demo.Steps;
using Immy.Typed.Streams;

namespace Immy.Typed.Cli.Demo;

/// <summary>A step that was taken: what came of it and what the script wrote.</summary>
internal sealed record StepReport(DemoStep Step, StepOutcome Outcome, TimeSpan Duration, StepAnswer Answer, IReadOnlyList<BlockRun> Runs)
{
    public static StepReport Of(DemoStep step, TimeSpan duration, StepAnswer answer, IReadOnlyList<BlockRun> runs)
        => new(step, Judge(answer, runs), duration, answer, runs);

    private static StepOutcome Judge(StepAnswer answer, IReadOnlyList<BlockRun> runs) => answer.Mistake is not null
        ? StepOutcome.Failed
        : runs.All(static run => run.Outcome == RunOutcome.Ok) ? StepOutcome.Ok : StepOutcome.Partial;
}
