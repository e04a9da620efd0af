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
[GenerateSerializer, Immutable]
internal sealed record ProblemView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Severity,
    [property: Id(2)] string Message,
    [property: Id(3)] string Mend,
    [property: Id(4)] string? File,
    [property: Id(5)] int? Line,
    [property: Id(6)] int? Column,
    [property: Id(7)] string? Capability,
    [property: Id(8)] string? Block)
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
