using Immy.Typed.Problems;

namespace Immy.Typed.Server.Problems;

/// <summary>A problem of a script, as the API shows it.</summary>
/// <param name="Id">Such as IMMY114.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
/// <param name="File">The file; null when the problem has no place.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Capability">The interface.</param>
/// <param name="Block">The block.</param>
internal sealed record ProblemView(string Id, string Severity, string Message, string Mend, string? File, int? Line, int? Column, string? Capability, string? Block)
{
    public static ProblemView Of(ScriptProblem problem) => new(
        problem.Id,
        problem.Severity == ProblemSeverity.Error ? "error" : "warning",
        problem.Message,
        problem.Mend,
        problem.Location?.File,
        problem.Location?.Line,
        problem.Location?.Column,
        problem.Capability,
        problem.Block);
}
