using Immy.Typed.Cli.Demo.Steps;
using Immy.Typed.Problems;

namespace Immy.Typed.Cli.Demo.Views;

/// <summary>Shows the walk.</summary>
internal interface IDemoView
{
    /// <summary>The integration is loaded.</summary>
    void Begin(DemoStart start);

    /// <summary>A step is about to be taken.</summary>
    void Announce(DemoStep step, int number, int total);

    /// <summary>A step was taken.</summary>
    void Show(StepReport report);

    /// <summary>All steps were taken.</summary>
    void End(IReadOnlyList<StepReport> reports);

    /// <summary>The integration could not be loaded.</summary>
    void Refused(IReadOnlyList<ScriptProblem> problems);
}
