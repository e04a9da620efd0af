namespace Immy.Typed.Cli.Demo.Views;

/// <summary>One step of <see cref="DemoDocument"/>.</summary>
internal sealed record StepDocument(string Interface, string Block, string Outcome, double DurationMs, int Count, object? Result)
{
    public static StepDocument Of(StepReport report) => new(
        report.Step.Interface,
        report.Step.Block,
        report.Outcome.ToString().ToLowerInvariant(),
        Math.Round(report.Duration.TotalMilliseconds, 1),
        report.Answer.Count,
        report.Answer.Result);
}
