using System.Management.Automation;

namespace Immy.Typed.Problems;

/// <summary>Carries a problem out of a cmdlet, through the engine's own errors.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemException(ScriptProblem problem) : Exception($"{problem.Message} {problem.Mend}".TrimEnd())
{
    public ScriptProblem Problem { get; } = problem;

    public ErrorRecord ErrorRecord => new(this, Problem.Id, ErrorCategory.InvalidArgument, null);
}
